"""The words of a questionnaire as types: what is asked, in what order, and of whom.

Nothing here knows a language, a database or a point. Texts live in `texts.py`, points in the scoring model.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

Answer: TypeAlias = str | list[str]
"""One choice id, or the list of choice ids of a question with several."""

Answers: TypeAlias = Mapping[str, Answer]
"""Question id -> answer. A question without an entry was skipped."""

UNSURE: Final = "unsure"
"""The choice id of an honest "I don't know". It answers the question and scores as skipped."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `choices` stand in the order of the file, for a scored question lowest first."""

    id: str
    choices: tuple[str, ...]
    profile: bool = False  # describes the shop; never scored
    several: bool = False  # more than one choice may be picked
    most: int | None = None  # at most so many, where several may be picked
    alone: frozenset[str] = frozenset()  # choices that exclude all others ("none of these")
    unsure: bool = False  # offers UNSURE beside its choices
    shuffled: bool = False  # the page shows the choices in an order that gives nothing away
    required: bool = False  # submission needs an answer (applicability depends on it)
    not_applicable_if: frozenset[str] = frozenset()  # flag ids

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every choice id that an answer may hold."""
        return (*self.choices, UNSURE) if self.unsure else self.choices


@dataclass(frozen=True, slots=True)
class Flag:
    """A fact about the shop that takes questions out: set when (`choice` is picked) equals `present`."""

    id: str
    question: str
    choice: str
    present: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A handful of questions that are shown, and saved, together."""

    id: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One questionnaire version: frozen once published. `questions` keeps the order of the file."""

    id: str
    version: str
    pages: tuple[Page, ...]
    questions: Mapping[str, Question]
    flags: tuple[Flag, ...]

    @property
    def name(self) -> str:
        """The id and version as they are written on results: `seller-air@1.0.0`."""
        return f"{self.id}@{self.version}"
