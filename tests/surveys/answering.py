"""Answers to the published questionnaire: whole sets that are written down, and any that could be given."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from hypothesis import strategies as st

from surveys.instrument import registry
from surveys.instrument.types import Answer, Question

INSTRUMENT: Final = registry.newest()

EVERYTHING: Final[dict[str, Answer]] = {
    "P1": "MY",
    "P4": "2-4",
    "P8": "51-300",
    "P9": ["ads", "social", "stock", "ship"],
}
"""A shop to which every question applies."""

SMALLEST: Final[dict[str, Answer]] = {"P1": "SG", "P4": "1", "P8": "none", "P9": ["none"]}
"""A shop to which as few questions as possible apply."""


def first_answer(question: Question) -> Answer:
    """Return the lowest answer of a question."""
    return [question.choices[0]] if question.several else question.choices[0]


def complete(profile: dict[str, Answer]) -> dict[str, Answer]:
    """Return an answer to every question: `profile`, and the lowest one for the rest."""
    return {id_: first_answer(question) for id_, question in INSTRUMENT.questions.items()} | profile


def any_answer(question: Question) -> st.SearchStrategy[Answer]:
    """Give any answer that a question accepts."""
    if not question.several:
        return st.sampled_from(question.accepted)
    together = [choice for choice in question.choices if choice not in question.alone]
    picked = st.lists(st.sampled_from(together), unique=True, min_size=1, max_size=question.most)
    in_order = picked.map(lambda values: [choice for choice in question.choices if choice in values])
    return st.one_of(in_order, *[st.just([choice]) for choice in sorted(question.alone)])


def some_answers(among: Collection[str] | None = None) -> st.SearchStrategy[dict[str, Answer]]:
    """Give answers to any of the questions, or to any of those `among` names."""
    ids = INSTRUMENT.questions if among is None else among
    return st.fixed_dictionaries({}, optional={id_: any_answer(INSTRUMENT.questions[id_]) for id_ in ids})
