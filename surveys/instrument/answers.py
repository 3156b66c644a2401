"""Which answers a question accepts, and what exactly is wrong with the ones it does not."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from surveys.instrument.types import UNSURE, Answer, Answers, Question


class Fault(StrEnum):
    """Why picked values are not an answer. Pages make a sentence of it."""

    UNKNOWN_CHOICE = "unknown-choice"
    TWO_VALUES = "two-values"
    TOO_MANY = "too-many"
    ALONE = "alone"


class NotAnAnswer(ValueError):
    """The picked values do not answer the question; `fault` says why."""

    def __init__(self, question: Question, fault: Fault) -> None:
        super().__init__(f"{question.id}: {fault}")
        self.question = question
        self.fault = fault


def read_answer(question: Question, picked: Sequence[str]) -> Answer | None:
    """Turn what a form or document holds for a question into an answer; None when nothing was picked.

    Several choices come back in the order of the questionnaire, so equal answers are equal values.

    Raises:
        NotAnAnswer: a value is not a choice of this question, or the values do not go together.
    """
    values = set(picked)
    if not values <= set(question.accepted):
        raise NotAnAnswer(question, Fault.UNKNOWN_CHOICE)
    if not values:
        return None
    if not question.several:
        return _one(question, picked)
    if len(values) > 1 and values & question.alone:
        raise NotAnAnswer(question, Fault.ALONE)
    if question.most is not None and len(values) > question.most:
        raise NotAnAnswer(question, Fault.TOO_MANY)
    return [choice for choice in question.accepted if choice in values]


def _one(question: Question, picked: Sequence[str]) -> str:
    if len(picked) > 1:
        raise NotAnAnswer(question, Fault.TWO_VALUES)
    return picked[0]


def picked_choices(answers: Answers, question: str) -> tuple[str, ...]:
    """Return the choice ids picked for a question, none when it was skipped."""
    answer = answers.get(question)
    if answer is None:
        return ()
    return (answer,) if isinstance(answer, str) else tuple(answer)


def is_skipped(answers: Answers, question: str) -> bool:
    """Tell whether a question scores as skipped: no answer, or an honest "I don't know"."""
    return picked_choices(answers, question) in ((), (UNSURE,))
