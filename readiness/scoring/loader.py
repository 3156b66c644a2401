"""Reads a scoring model, refusing every one that could treat a seller wrongly."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Final

from readiness.scoring.model import (
    Advice,
    Change,
    Dimension,
    Matching,
    Rules,
    ScoredQuestion,
    ScoringModel,
)
from readiness.scoring.refusals import refuse_unfit
from surveys.instrument.reading import Table, read_toml
from surveys.instrument.types import Instrument, Question

EFFORTS: Final = (1, 2, 3)
"""Today, this week, this month."""


def load_model(path: Path, instrument: Instrument) -> ScoringModel:
    """Read the model in the TOML file `path`, which scores `instrument`.

    Raises:
        Refused: with file and key, when it is not one that every shop can be scored with.
    """
    root = read_toml(path)
    dimensions = tuple(map(_dimension, root.tables("dimension")))
    advice = root.table("advice")
    barriers = _barriers(advice, instrument)
    questions = _questions(root, instrument, dimensions, barriers)
    model = ScoringModel(
        id=root.text("id"),
        version=root.text("version"),
        instrument=root.text("instrument"),
        provisional=root.yes("provisional"),
        set_by=root.text("set_by"),
        dimensions=dimensions,
        questions=questions,
        rules=_rules(root.table("rules"), questions),
        barriers=barriers,
        advice=_advice(advice, instrument, dimensions),
        matching=_matching(root.table("matching")),
        changelog=tuple(map(_change, root.tables("change"))),
    )
    root.done()
    refuse_unfit(root, path.stem, model, instrument)
    return model


def _dimension(table: Table) -> Dimension:
    id_, kind = table.text("id"), table.text("kind")
    table.done()
    if kind == "function":
        return Dimension(id_, "function")
    return (
        Dimension(id_, "enabler")
        if kind == "enabler"
        else table.refuse("kind", "must be function or enabler")
    )


def _barriers(table: Table, instrument: Instrument) -> tuple[str, ...]:
    """Return the barriers: every choice of the question that asks for them, except "nothing"."""
    asked = _asked(table, "barriers_question", instrument)
    barriers = table.texts("barriers")
    if set(barriers) != set(asked.choices) - asked.alone:
        table.refuse("barriers", f"must be the choices of {asked.id}")
    return barriers


def _questions(
    root: Table, instrument: Instrument, dimensions: tuple[Dimension, ...], barriers: tuple[str, ...]
) -> tuple[ScoredQuestion, ...]:
    """Return the scored questions: jobs first, otherwise in the order of the file."""
    jobs = {d.id: d.kind == "function" for d in dimensions}
    read = (_question(table, instrument, jobs, barriers) for table in root.tables("question"))
    return tuple(sorted(read, key=lambda q: not q.job))


def _question(
    table: Table, instrument: Instrument, jobs: dict[str, bool], barriers: tuple[str, ...]
) -> ScoredQuestion:
    asked = _asked(table, "id", instrument)
    if asked.profile or asked.several:
        table.refuse("id", f"{asked.id} can't be scored: it describes the shop or takes several choices")
    dimension = table.text("dimension")
    if dimension not in jobs:
        table.refuse("dimension", f"{dimension} is not a dimension")
    question = ScoredQuestion(
        id=asked.id,
        dimension=dimension,
        job=jobs[dimension],
        choices=asked.choices,
        points=_points(table, asked),
        effort=_effort(table, asked),
        reach=_reach(table, asked),
        barrier=_barrier(table, barriers),
    )
    table.done()
    return question


def _points(table: Table, asked: Question) -> tuple[int, ...]:
    written = table.table("points")
    if set(written.keys()) != set(asked.choices):
        table.refuse("points", f"must name exactly the choices of {asked.id}: {', '.join(asked.choices)}")
    points = tuple(written.whole(choice) for choice in asked.choices)
    if points[0] != 0:
        table.refuse("points", f"must begin with 0 at {asked.choices[0]}")
    if any(above <= below for below, above in pairwise(points)):
        table.refuse("points", "must rise from each choice to the next")
    return points


def _effort(table: Table, asked: Question) -> tuple[int, ...]:
    effort = table.wholes("effort")
    if len(effort) != len(asked.choices) - 1:
        table.refuse("effort", f"must hold {len(asked.choices) - 1} numbers, one for each step")
    return effort if set(effort) <= set(EFFORTS) else table.refuse("effort", "must hold 1, 2 or 3 only")


def _reach(table: Table, asked: Question) -> int:
    actionable = table.yes("actionable", default=True)
    highest = table.optional_text("highest_asked") or asked.choices[-1]
    if highest not in asked.choices:
        table.refuse("highest_asked", f"{highest} is not a choice of {asked.id}")
    return asked.choices.index(highest) if actionable else 0


def _barrier(table: Table, barriers: tuple[str, ...]) -> str | None:
    barrier = table.optional_text("barrier")
    known = barrier is None or barrier in barriers
    return barrier if known else table.refuse("barrier", f"{barrier} is not a barrier")


def _rules(table: Table, questions: tuple[ScoredQuestion, ...]) -> Rules:
    rules = Rules(
        aspirant_points=table.whole("aspirant_points"),
        aspirant_jobs=table.share("aspirant_jobs"),
        adept_points=table.whole("adept_points"),
        adept_functions=table.share("adept_functions"),
        adept_not_lowest=table.texts("adept_not_lowest"),
        at_work=table.share("at_work"),
        regular_from=_regular_from(table, questions),
        most_skipped=_count(table, "most_skipped"),
        retest=table.share("retest"),
        clear_from=table.share("clear_from"),
        likely_from=table.share("likely_from"),
    )
    table.done()
    if not 0 < rules.aspirant_points < rules.adept_points <= 100:
        table.refuse("adept_points", "must be above aspirant_points, both from 1 to 100")
    if rules.likely_from > rules.clear_from:
        table.refuse("likely_from", "must not be above clear_from")
    if 2 * rules.retest > 1:
        table.refuse("retest", "must not be above 1/2: the answer moves down or up with this chance each")
    for id_ in rules.adept_not_lowest:
        if id_ not in {q.id for q in questions if not q.job}:
            table.refuse("adept_not_lowest", f"{id_} is not an enabler question")
    return rules


def _regular_from(table: Table, questions: tuple[ScoredQuestion, ...]) -> int:
    """Return the level of the choice that every job has in the same place."""
    choice = table.text("regular_from")
    jobs = [q for q in questions if q.job]
    if any(choice not in q.choices for q in jobs):
        table.refuse("regular_from", f"{choice} is not a choice of every job")
    levels = {q.choices.index(choice) for q in jobs}
    return (
        levels.pop()
        if len(levels) == 1
        else table.refuse("regular_from", f"{choice} has no one place in all jobs")
    )


def _advice(table: Table, instrument: Instrument, dimensions: tuple[Dimension, ...]) -> Advice:
    sinks = _asked(table, "time_sinks_question", instrument)
    if set(sinks.choices) - sinks.alone != {d.id for d in dimensions if d.kind == "function"}:
        table.refuse("time_sinks_question", f"the choices of {sinks.id} must be the functions")
    advice = Advice(
        time_sinks=sinks.id,
        barriers=table.text("barriers_question"),
        gap_time_sink=_count(table, "gap_time_sink"),
        barrier_picked=_count(table, "barrier_picked"),
        barrier_answer=_count(table, "barrier_answer"),
        barrier_answers_most=_count(table, "barrier_answers_most"),
        barriers_steering=_count(table, "barriers_steering"),
    )
    table.done()
    return advice


def _matching(table: Table) -> Matching:
    matching = Matching(
        on_path=_count(table, "on_path"),
        gap_job=_count(table, "gap_job"),
        time_sink=_count(table, "time_sink"),
        barrier_fit=_count(table, "barrier_fit"),
        per_function=_count(table, "per_function"),
        show=_count(table, "show"),
        short_minutes=_count(table, "short_minutes"),
    )
    table.done()
    return matching


def _change(table: Table) -> Change:
    change = Change(
        version=table.text("version"),
        date=table.text("date"),
        kind=table.text("kind"),
        reason=table.text("reason"),
        effect=table.text("effect"),
    )
    table.done()
    return change


def _count(table: Table, key: str) -> int:
    """Return the whole number at `key`, which must not be negative."""
    count = table.whole(key)
    return count if count >= 0 else table.refuse(key, "must not be negative")


def _asked(table: Table, key: str, instrument: Instrument) -> Question:
    """Return the question of the questionnaire that `key` names."""
    id_ = table.text(key)
    return instrument.questions.get(id_) or table.refuse(key, f"{id_} is not a question of {instrument.name}")
