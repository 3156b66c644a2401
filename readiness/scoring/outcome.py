"""The one door to a result: answers in; score, verdict, confidence, steps up, gaps and barriers out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from readiness.scoring.confidence import Confidence, confidence
from readiness.scoring.gaps import Barrier, Gap, barriers, gaps
from readiness.scoring.model import Archetype, ScoringModel
from readiness.scoring.score import Score, score
from readiness.scoring.sheet import Sheet, read_sheet
from readiness.scoring.steps import StepsUp, steps_up
from readiness.scoring.verdict import Verdict, verdict
from surveys.instrument.types import Answers, Instrument


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything the model says about one seller."""

    score: Score
    verdict: Verdict
    confidence: Confidence
    steps_up: tuple[StepsUp, ...]  # one for each higher archetype, nearest first
    gaps: tuple[Gap, ...]  # largest first
    barriers: tuple[Barrier, ...]  # strongest first; those that do not show are left out


def evaluate(instrument: Instrument, model: ScoringModel, answers: Answers) -> Outcome:
    """Return what `model` says about `answers` (question id -> choice id or ids).

    A missing or "I don't know" answer counts as skipped; answers to what does not apply count for nothing.
    The profile questions that applicability hangs on must be answered, "none of these" included.

    Raises:
        ValueError: an answer to a scored question is none of its choices.
    """
    return judge(model, read_sheet(instrument, model, answers))


@lru_cache(maxsize=1024)
def judge(model: ScoringModel, sheet: Sheet) -> Outcome:
    """Return what `model` says about one sheet; remembered, as a result page is opened again and again."""
    total = score(model, sheet)
    reached = verdict(model, total)
    return Outcome(
        score=total,
        verdict=reached,
        confidence=confidence(model, sheet, total, reached.archetype),
        steps_up=tuple(_ways_up(model, sheet, total, reached.archetype)),
        gaps=gaps(model, sheet),
        barriers=barriers(model, sheet),
    )


def _ways_up(model: ScoringModel, sheet: Sheet, total: Score, archetype: Archetype) -> Iterator[StepsUp]:
    if archetype == "agnostic" and (way := steps_up(model, sheet, total, "aspirant")):
        yield way
    if archetype != "adept" and (way := steps_up(model, sheet, total, "adept")):
        yield way
