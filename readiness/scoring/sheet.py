"""Answers as the model reads them: which questions apply, and at which level each stands."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.scoring.model import ScoredQuestion, ScoringModel
from surveys.instrument.answers import picked_choices
from surveys.instrument.types import UNSURE, Answer, Answers, Instrument
from surveys.instrument.walk import flags_set


@dataclass(frozen=True, slots=True)
class Entry:
    """One question that applies. A skipped one ("I don't know" too) has no choice and stands lowest."""

    question: ScoredQuestion
    level: int
    choice: str | None

    @property
    def skipped(self) -> bool:
        """Whether no choice was made."""
        return self.choice is None

    @property
    def points(self) -> int:
        """The points earned."""
        return self.question.points[self.level]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about one seller that a result depends on, hashable."""

    entries: tuple[Entry, ...]  # in the order of the model
    not_applicable: tuple[str, ...]
    time_sinks: frozenset[str]  # functions that eat the seller's week
    barriers: frozenset[str]  # what the seller says holds them back


def read_sheet(instrument: Instrument, model: ScoringModel, answers: Answers) -> Sheet:
    """Read `answers` (question id -> choice id or ids) as `model` sees them; what does not apply is left out.

    Raises:
        ValueError: an answer to a scored question that applies is none of its choices.
    """
    flags = flags_set(instrument, answers)
    out = {q.id for q in instrument.questions.values() if q.not_applicable_if & flags}
    return Sheet(
        entries=tuple(_entry(q, answers.get(q.id)) for q in model.questions if q.id not in out),
        not_applicable=tuple(q.id for q in model.questions if q.id in out),
        time_sinks=frozenset(picked_choices(answers, model.advice.time_sinks)) & set(model.functions),
        barriers=frozenset(picked_choices(answers, model.advice.barriers)) & set(model.barriers),
    )


def _entry(question: ScoredQuestion, answer: Answer | None) -> Entry:
    if answer is None or answer == UNSURE:
        return Entry(question, 0, None)
    if not isinstance(answer, str) or answer not in question.choices:
        raise ValueError(f"{question.id}: {answer!r} is none of its choices ({', '.join(question.choices)})")
    return Entry(question, question.choices.index(answer), answer)
