"""Steps up: the smallest set of raised answers that reaches a higher archetype, found exactly.

"Smallest" is, in this order: fewest steps, least effort, most steps in the functions that eat the seller's
week, and then the larger raise on the earlier question, which leaves exactly one answer.

A dynamic programme over (points gained, functions at work or regular jobs), both counted no further than
needed. It is exact because a cost is one whole number that adds up: the four criteria stand in it like the
digits of a number, the first one highest, so that comparing costs compares the criteria in order. The lowest
digits name the new levels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal, TypeAlias

from readiness.scoring.model import Archetype, ScoringModel
from readiness.scoring.score import Score, at_work
from readiness.scoring.sheet import Entry, Sheet
from readiness.scoring.verdict import needed

When: TypeAlias = Literal["today", "week", "month"]
Target: TypeAlias = Literal["aspirant", "adept"]
Table: TypeAlias = dict[tuple[int, int], int]
"""(points gained, functions at work or regular jobs) -> least cost."""


@dataclass(frozen=True, slots=True)
class Raise:
    """One answer raised by one level or more. A *step* is one level."""

    question: str
    dimension: str
    from_level: int
    to_level: int
    from_choice: str
    to_choice: str
    effort: int
    points: int  # gained
    answer_first: bool  # the question was skipped: answering it comes before any change

    @property
    def steps(self) -> int:
        """The number of levels."""
        return self.to_level - self.from_level

    @property
    def when(self) -> When:
        """How soon it can be done: effort 1 is about 15 minutes, 2 an hour, 3 or more needs this month."""
        return "today" if self.effort == 1 else "week" if self.effort == 2 else "month"


@dataclass(frozen=True, slots=True)
class StepsUp:
    """The smallest way to one archetype, in the order of display: least effort first, then most points."""

    target: Archetype
    raises: tuple[Raise, ...]

    @property
    def steps(self) -> int:
        """The number of one-level steps."""
        return sum(r.steps for r in self.raises)

    @property
    def effort(self) -> int:
        """The effort of all steps."""
        return sum(r.effort for r in self.raises)


@dataclass(frozen=True, slots=True)
class _Costs:
    """Writes the four criteria of one raise as one whole number, and reads the new levels back from a sum."""

    entries: tuple[Entry, ...]
    time_sinks: frozenset[str]
    room: int  # above any sum of efforts, and so of steps
    base: int  # above any level

    @classmethod
    def of(cls, sheet: Sheet) -> _Costs:
        questions = [e.question for e in sheet.entries]
        room = 1 + sum(sum(q.effort) for q in questions)
        return cls(sheet.entries, sheet.time_sinks, room, base=1 + max(q.top for q in questions))

    def cost(self, place: int, level: int) -> int:
        """Return the cost of raising the answer at `place` to `level`."""
        entry = self.entries[place]
        steps = level - entry.level
        elsewhere = 0 if entry.question.dimension in self.time_sinks else steps
        criteria = (steps * self.room + _effort(entry, level)) * self.room + elsewhere
        return criteria * self._digit(-1) + (entry.question.top - level) * self._digit(place)

    def levels(self, cost: int) -> Iterator[int]:
        """Yield the new level of every answer, in order."""
        for place, entry in enumerate(self.entries):
            yield entry.question.top - cost // self._digit(place) % self.base

    def _digit(self, place: int) -> int:
        """Return what the digit of an answer counts for: the earlier the answer, the more."""
        size: int = self.base ** (len(self.entries) - 1 - place)
        return size


def steps_up(model: ScoringModel, sheet: Sheet, score: Score, target: Target) -> StepsUp | None:
    """Return the smallest set of raises that lifts the answers to `target`; None if no actionable set does.

    Empty raises when the answers are there already. Answers that nobody can be told to change, and levels
    that we do not ask for (`ScoredQuestion.reach`), are never in it. Profile facts never change.
    """
    need = needed(model.rules, score.possible, len(score.jobs), len(score.functions))
    points, count = (
        (need.aspirant_points, need.aspirant_jobs)
        if target == "aspirant"
        else (need.adept_points, need.adept_functions)
    )
    goal = max(0, points - score.earned), count
    costs = _Costs.of(sheet)
    best: Table = {(0, 0): 0}
    for table in _tables(model, sheet, target, costs):
        best = _merged(best, table, goal)
    if goal not in best:
        return None
    raises = _raises(sheet, costs.levels(best[goal]))
    return StepsUp(target, tuple(sorted(raises, key=lambda r: (r.effort, -r.points))))


def _tables(model: ScoringModel, sheet: Sheet, target: Target, costs: _Costs) -> Iterator[Table]:
    """Yield what can be gained at what cost: by each function as a whole, and by each enabler question."""
    for function in model.functions:
        places = [n for n, e in enumerate(sheet.entries) if e.question.dimension == function]
        if places:
            yield _function(model, target, costs, places)
    for place, entry in enumerate(sheet.entries):
        if not entry.question.job:
            must = target == "adept" and entry.question.id in model.rules.adept_not_lowest
            yield _enabler(costs, place, lowest=1 if must else 0)


def _function(model: ScoringModel, target: Target, costs: _Costs, places: list[int]) -> Table:
    entries = [costs.entries[place] for place in places]
    earned, possible = sum(e.points for e in entries), sum(e.question.possible for e in entries)
    table: Table = {}
    for levels in product(*(_reachable(e) for e in entries)):
        points = sum(e.question.points[level] for e, level in zip(entries, levels, strict=True))
        regular = sum(level >= model.rules.regular_from for level in levels)
        count = regular if target == "aspirant" else int(at_work(model, points, possible))
        cost = sum(costs.cost(place, level) for place, level in zip(places, levels, strict=True))
        state = points - earned, count
        table[state] = min(cost, table.get(state, cost))
    return table


def _enabler(costs: _Costs, place: int, lowest: int) -> Table:
    entry = costs.entries[place]
    points = entry.question.points
    return {
        (points[level] - entry.points, 0): costs.cost(place, level)
        for level in _reachable(entry)
        if level >= lowest
    }


def _reachable(entry: Entry) -> range:
    """Return the levels an answer may stand at afterwards: its own, and those above that may be asked for."""
    return range(entry.level, max(entry.level, entry.question.reach) + 1)


def _merged(best: Table, table: Table, goal: tuple[int, int]) -> Table:
    merged: Table = {}
    for (gained, count), cost in best.items():
        for (points, more), extra in table.items():
            state = min(gained + points, goal[0]), min(count + more, goal[1])
            if state not in merged or cost + extra < merged[state]:
                merged[state] = cost + extra
    return merged


def _raises(sheet: Sheet, levels: Iterable[int]) -> Iterator[Raise]:
    for entry, level in zip(sheet.entries, levels, strict=True):
        question = entry.question
        if level > entry.level:
            yield Raise(
                question=question.id,
                dimension=question.dimension,
                from_level=entry.level,
                to_level=level,
                from_choice=question.choices[entry.level],
                to_choice=question.choices[level],
                effort=_effort(entry, level),
                points=question.points[level] - entry.points,
                answer_first=entry.skipped,
            )


def _effort(entry: Entry, level: int) -> int:
    return sum(entry.question.effort[entry.level : level])
