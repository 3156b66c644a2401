"""Every rule, cut-off and weight of a model in words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from readiness.method import sentences
from readiness.method.published import Published


@dataclass(frozen=True, slots=True)
class Row:
    """One value of the model."""

    name: str
    value: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class BarrierRow:
    """A barrier in the words of the question that asks for it, and the questions whose lowest answer shows it."""

    name: str
    questions: list[str]


def rule_values(found: Published) -> dict[str, str]:
    """Return rule -> its value in words."""
    values = asdict(found.model.rules) | {"regular_from": regular_answer(found)}
    return {name: _in_words(value) for name, value in values.items()}


def cut_offs(found: Published) -> list[Row]:
    """Return every rule with its value and where it comes from."""
    named = sentences.rules()
    return [Row(named[rule].name, value, named[rule].why) for rule, value in rule_values(found).items()]


def weights(found: Published) -> list[Row]:
    """Return everything that orders gaps, barriers and tutorials."""
    named = {**sentences.advice(), **sentences.matching()}
    values = asdict(found.model.advice) | asdict(found.model.matching)
    return [Row(name, str(values[key])) for key, name in named.items()]


def steering(found: Published) -> dict[str, Any]:
    """Return what the paragraphs on steps up, gaps and barriers name."""
    model, questions = found.model, found.wording.questions
    held = [q for q in model.questions if 0 < q.reach < q.top]
    return {
        "time_sinks": questions[model.advice.time_sinks].text,
        "barriers_question": questions[model.advice.barriers].text,
        "barriers": [_barrier(found, barrier) for barrier in model.barriers],
        "never_steps": [q.id for q in model.questions if q.reach == 0],
        "held_steps": [(q.id, questions[q.id].choices[q.choices[q.reach]]) for q in held],
    }


def regular_answer(found: Published) -> str:
    """Return, of the first job, the answer from which AI helps with it regularly."""
    job = next(q for q in found.model.questions if q.job)
    return found.wording.questions[job.id].choices[job.choices[found.model.rules.regular_from]]


def _in_words(value: object) -> str:
    if isinstance(value, Fraction):
        return sentences.share(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _barrier(found: Published, barrier: str) -> BarrierRow:
    name = found.wording.questions[found.model.advice.barriers].choices[barrier]
    return BarrierRow(name, [q.id for q in found.model.questions if q.barrier == barrier])
