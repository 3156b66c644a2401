"""The verdict: the highest archetype whose every check passes, and what decided it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Final, Literal, TypeAlias

from readiness.scoring.model import ARCHETYPES, Archetype, Rules, ScoringModel
from readiness.scoring.score import Score

CheckName: TypeAlias = Literal["points", "jobs", "functions", "safety"]
Label: TypeAlias = Literal["agnostic", "ready_not_started", "started_not_spread", "aspirant", "adept"]

FEW_JOBS: Final[tuple[Label, ...]] = ("ready_not_started", "started_not_spread")
"""Agnostics with the points of an Aspirant, whom only the number of regular jobs stops."""


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of an archetype. For safety the numbers count the habits that are kept."""

    archetype: Archetype
    name: CheckName
    needed: int
    actual: int
    tight: bool  # stands exactly at what is needed, or one short of it: one answer could turn it

    @property
    def passed(self) -> bool:
        """Whether the condition is met."""
        return self.actual >= self.needed


@dataclass(frozen=True, slots=True)
class Verdict:
    """The archetype, every check with its numbers, and the label that a seller reads."""

    archetype: Archetype
    label: Label
    checks: tuple[Check, ...]  # aspirant: points, jobs; adept: points, functions, safety

    @property
    def next_archetype(self) -> Archetype | None:
        """The archetype above, None for the highest."""
        place = ARCHETYPES.index(self.archetype) + 1
        return ARCHETYPES[place] if place < len(ARCHETYPES) else None

    @property
    def stopped_by(self) -> tuple[CheckName, ...]:
        """The checks that stopped the next archetype."""
        return tuple(c.name for c in self.checks if c.archetype == self.next_archetype and not c.passed)

    @property
    def tight(self) -> tuple[Check, ...]:
        """The checks that hold this archetype, or stop the next one, by a single unit."""
        deciding = {(self.archetype, True), (self.next_archetype, False)}
        return tuple(c for c in self.checks if c.tight and (c.archetype, c.passed) in deciding)

    @property
    def rule(self) -> str:
        """The rule that fired, in the fixed words that results are compared by (not for sellers)."""
        parts = [f"{_listed(self._passed())} pass"] if self._passed() else []
        if self.stopped_by:
            parts.append(f"{self.next_archetype} stopped by {', '.join(self.stopped_by)}")
        few_jobs = " (ready, not started)" if self.label in FEW_JOBS else ""
        return f"{self.archetype}: {'; '.join(parts)}{few_jobs}"

    def _passed(self) -> tuple[CheckName, ...]:
        return tuple(c.name for c in self.checks if c.archetype == self.archetype)


@dataclass(frozen=True, slots=True)
class Needed:
    """The whole numbers that one shop must reach, each rounded up from its share of what applies."""

    aspirant_points: int
    aspirant_jobs: int
    adept_points: int
    adept_functions: int


def needed(rules: Rules, possible: int, jobs: int, functions: int) -> Needed:
    """Return the numbers for a shop with so many possible points, jobs and functions.

    Comparing whole numbers with these is the same as comparing the exact shares with the rules.
    """
    return Needed(
        aspirant_points=ceil(Fraction(rules.aspirant_points * possible, 100)),
        aspirant_jobs=ceil(rules.aspirant_jobs * jobs),
        adept_points=ceil(Fraction(rules.adept_points * possible, 100)),
        adept_functions=ceil(rules.adept_functions * functions),
    )


def verdict(model: ScoringModel, score: Score) -> Verdict:
    """Return the highest archetype for which every check passes."""
    checks = _checks(model, score)
    archetype: Archetype = "agnostic"
    for candidate in ARCHETYPES[1:]:
        if all(check.passed for check in checks if check.archetype == candidate):
            archetype = candidate
    return Verdict(archetype, _label(archetype, checks, score), checks)


def _checks(model: ScoringModel, score: Score) -> tuple[Check, ...]:
    need = needed(model.rules, score.possible, len(score.jobs), len(score.functions))
    return (
        _check("aspirant", "points", need.aspirant_points, score.earned),
        _check("aspirant", "jobs", need.aspirant_jobs, len(score.regular_jobs)),
        _check("adept", "points", need.adept_points, score.earned),
        _check("adept", "functions", need.adept_functions, len(score.functions_at_work)),
        _safety(q.level for q in score.questions if q.question in model.rules.adept_not_lowest),
    )


def _check(archetype: Archetype, name: CheckName, need: int, actual: int) -> Check:
    return Check(archetype, name, need, actual, tight=actual - need in (-1, 0))


def _safety(levels: Iterable[int]) -> Check:
    """Count the safety habits that are kept: those not at the lowest level.

    The count stands at what is needed for every safe shop, so it is tight only if one habit is just kept, or
    missing.
    """
    habits = sorted(levels)
    kept = sum(level > 0 for level in habits)
    tight = kept == len(habits) - 1 or habits[:1] == [1]
    return Check("adept", "safety", len(habits), kept, tight)


def _label(archetype: Archetype, checks: tuple[Check, ...], score: Score) -> Label:
    """Name an Agnostic who has the points for Aspirant by what is missing: use itself, or its spread."""
    points = checks[0]
    if archetype != "agnostic" or not points.passed:
        return archetype
    return "started_not_spread" if score.regular_jobs else "ready_not_started"


def _listed(names: tuple[str, ...]) -> str:
    """Return "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
