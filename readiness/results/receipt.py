"""The "why" of a score: every answer, its points, and the sum as it grows, in the seller's words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst

from readiness.results.outcomes import Judged
from readiness.results.sentences import job_name
from readiness.scoring.score import QuestionScore
from surveys.instrument.texts import Wording
from surveys.journey.question_page import answer_text


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: what it earned, and the sum so far."""

    question: str
    answer: str  # empty: skipped
    points: int
    possible: int
    total: int


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one dimension."""

    name: str
    points: int
    possible: int
    lines: list[Line]


def receipt(judged: Judged, wording: Wording) -> list[Block]:
    """Return the blocks in the order of the model; the last line's total is the points earned."""
    total = 0
    blocks = []
    for dimension in judged.outcome.score.dimensions:
        lines = []
        for scored in judged.outcome.score.questions:
            if scored.dimension == dimension.dimension:
                total += scored.points
                lines.append(_line(judged, wording, scored, total))
        blocks.append(Block(wording.groups[dimension.dimension], dimension.points, dimension.possible, lines))
    return blocks


def _line(judged: Judged, wording: Wording, scored: QuestionScore, total: int) -> Line:
    id_ = scored.question
    answer = judged.answers.get(id_)
    return Line(
        question=capfirst(job_name(wording, id_)),
        answer=answer_text(judged.instrument.questions[id_], wording.questions[id_], answer),
        points=scored.points,
        possible=scored.possible,
        total=total,
    )
