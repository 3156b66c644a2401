"""What AI does not do yet in this shop, and what holds the seller back."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.scoring.model import ScoringModel
from readiness.scoring.sheet import Entry, Sheet


@dataclass(frozen=True, slots=True)
class Gap:
    """A job that AI does not regularly help with."""

    question: str
    dimension: str
    level: int
    missing: int  # points between the answer and the highest choice
    time_sink: bool  # its function eats the seller's week
    weight: int  # orders the gaps, largest first


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something that holds the seller back: said so (`picked`), or seen in answers at their lowest choice."""

    id: str
    strength: int
    picked: bool
    questions: tuple[str, ...]  # the answers that speak of it; a skipped one counts as the lowest
    steers: bool  # among the strongest: orders the tutorials


def gaps(model: ScoringModel, sheet: Sheet) -> tuple[Gap, ...]:
    """Return the jobs below "regularly": most missing first, time sinks moved up, ties in question order."""
    found = [
        _gap(model, entry, time_sink=entry.question.dimension in sheet.time_sinks)
        for entry in sheet.entries
        if entry.question.job and entry.level < model.rules.regular_from
    ]
    return tuple(sorted(found, key=lambda gap: -gap.weight))


def _gap(model: ScoringModel, entry: Entry, *, time_sink: bool) -> Gap:
    question = entry.question
    missing = question.possible - entry.points
    weight = missing + (model.advice.gap_time_sink if time_sink else 0)
    return Gap(question.id, question.dimension, entry.level, missing, time_sink, weight)


def barriers(model: ScoringModel, sheet: Sheet) -> tuple[Barrier, ...]:
    """Return what holds the seller back, strongest first, ties by id; only the strongest few steer."""
    strengths = {barrier: _strength(model, sheet, barrier) for barrier in model.barriers}
    order = sorted((b for b in strengths if strengths[b]), key=lambda b: (-strengths[b], b))
    return tuple(
        Barrier(
            id=barrier,
            strength=strengths[barrier],
            picked=barrier in sheet.barriers,
            questions=_spoken_of(sheet, barrier),
            steers=place < model.advice.barriers_steering,
        )
        for place, barrier in enumerate(order)
    )


def _strength(model: ScoringModel, sheet: Sheet, barrier: str) -> int:
    said = model.advice.barrier_picked if barrier in sheet.barriers else 0
    seen = model.advice.barrier_answer * len(_spoken_of(sheet, barrier))
    return said + min(seen, model.advice.barrier_answers_most)


def _spoken_of(sheet: Sheet, barrier: str) -> tuple[str, ...]:
    return tuple(e.question.id for e in sheet.entries if e.question.barrier == barrier and e.level == 0)
