"""How sure a verdict is: the exact chance of each archetype if the answers were given on another day.

The assumption is published with the model: each answer moves one level down, or one up, with the same small
chance, independently, and never past the ends. What follows is counting. Every answer spreads whole weights
over its levels; tables of weights, keyed by what the rules look at, are multiplied out over all answers. It
is the method of classification consistency for summed scores, extended by the checks that a sum alone does
not see.

Weights by points are kept as one integer that works as a polynomial: the weight of p points stands in the
bits from p x `width` on, wide enough that no weight reaches its neighbour. Multiplying two such integers
convolves the tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from readiness.scoring.model import ARCHETYPES, Archetype, Rules, ScoringModel
from readiness.scoring.score import Score, at_work
from readiness.scoring.sheet import Entry, Sheet
from readiness.scoring.verdict import needed

Word: TypeAlias = Literal["clear", "likely", "close"]
Polynomial: TypeAlias = int
ByUse: TypeAlias = dict[tuple[int, int], Polynomial]
"""(functions at work, regular jobs) -> weights by points."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """The chances add up to 1. Near an edge the own one may be below one half: the verdict stays."""

    agnostic: Fraction
    aspirant: Fraction
    adept: Fraction
    own: Fraction  # the chance of the verdict's archetype
    word: Word
    other: Archetype | None  # the likeliest of the other two; None when neither can happen


def confidence(model: ScoringModel, sheet: Sheet, score: Score, archetype: Archetype) -> Confidence:
    """Return how sure `archetype`, the verdict on `sheet` and `score`, is."""
    chances: dict[Archetype, Fraction] = dict(zip(ARCHETYPES, _chances(model, sheet, score), strict=True))
    own = chances[archetype]
    return Confidence(**chances, own=own, word=_word(model.rules, own), other=_other(chances, archetype))


def _other(chances: Mapping[Archetype, Fraction], archetype: Archetype) -> Archetype | None:
    """Return the likeliest of the other archetypes; None when neither can happen."""
    others = [other for other in ARCHETYPES if other != archetype and chances[other]]
    others.sort(key=lambda other: chances[other])
    return others[-1] if others else None


def _word(rules: Rules, own: Fraction) -> Word:
    if own >= rules.clear_from:
        return "clear"
    return "likely" if own >= rules.likely_from else "close"


def _chances(model: ScoringModel, sheet: Sheet, score: Score) -> tuple[Fraction, Fraction, Fraction]:
    """Return the chances of Agnostic, Aspirant and Adept."""
    total = model.rules.retest.denominator ** len(sheet.entries)
    width = total.bit_length() + 1
    need = needed(model.rules, score.possible, len(score.jobs), len(score.functions))
    safe, unsafe = _enablers(model, sheet, width)
    adept = aspirant = 0
    for (working, regular), weights in _functions(model, sheet, width).items():
        top = _from(weights * safe, need.adept_points, width) if working >= need.adept_functions else 0
        middle = regular >= need.aspirant_jobs
        better = _from(weights * (safe + unsafe), need.aspirant_points, width) if middle else 0
        adept += top
        aspirant += max(better - top, 0)
    return Fraction(total - aspirant - adept, total), Fraction(aspirant, total), Fraction(adept, total)


def _from(weights: Polynomial, points: int, width: int) -> int:
    """Return the sum of the weights from `points` on: the digit sum in base 2 ** width.

    A number and its digit sum leave the same remainder when divided by the base less one, and the sum of all
    weights is smaller than that.
    """
    return (weights >> width * points) % ((1 << width) - 1)


def _enablers(model: ScoringModel, sheet: Sheet, width: int) -> tuple[Polynomial, Polynomial]:
    """Return the weights by enabler points: of outcomes that keep every safety habit, and of the others."""
    safe, unsafe = 1, 0
    for entry in sheet.entries:
        if entry.question.job:
            continue
        terms = [
            weight << width * entry.question.points[level] for level, weight in _moves(model.rules, entry)
        ]
        lost = 0
        if entry.question.id in model.rules.adept_not_lowest:
            lost = sum(weight for level, weight in _moves(model.rules, entry) if level == 0)
        unsafe = unsafe * sum(terms) + safe * lost
        safe *= sum(terms) - lost
    return safe, unsafe


def _functions(model: ScoringModel, sheet: Sheet, width: int) -> ByUse:
    """Return the weights of all jobs together."""
    combined: ByUse = {(0, 0): 1}
    for function in model.functions:
        jobs = [e for e in sheet.entries if e.question.dimension == function]
        combined = _multiplied(combined, _function(model, jobs, width)) if jobs else combined
    return combined


def _function(model: ScoringModel, jobs: list[Entry], width: int) -> ByUse:
    """Return the weights of the jobs of one function."""
    table: Mapping[tuple[int, int], int] = {(0, 0): 1}  # (points, regular jobs) -> weight
    for entry in jobs:
        table = _with_job(table, model.rules, entry)
    possible = sum(e.question.possible for e in jobs)
    packed: ByUse = defaultdict(int)
    for (points, regular), weight in table.items():
        packed[at_work(model, points, possible), regular] += weight << width * points
    return packed


def _with_job(
    table: Mapping[tuple[int, int], int], rules: Rules, entry: Entry
) -> Mapping[tuple[int, int], int]:
    spread: dict[tuple[int, int], int] = defaultdict(int)
    for (points, regular), weight in table.items():
        for level, more in _moves(rules, entry):
            key = points + entry.question.points[level], regular + (level >= rules.regular_from)
            spread[key] += weight * more
    return spread


def _multiplied(left: ByUse, right: ByUse) -> ByUse:
    product: ByUse = defaultdict(int)
    for (working, regular), weights in left.items():
        for (works, more), others in right.items():
            product[working + works, regular + more] += weights * others
    return product


def _moves(rules: Rules, entry: Entry) -> Iterator[tuple[int, int]]:
    """Yield (level on another day, weight); the weights add up to the denominator of the retest chance."""
    step, whole = rules.retest.numerator, rules.retest.denominator
    down, up = entry.level > 0, entry.level < entry.question.top
    if down:
        yield entry.level - 1, step
    yield entry.level, whole - step * (down + up)
    if up:
        yield entry.level + 1, step
