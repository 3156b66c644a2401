"""The words of a scoring model as types: points, dimensions, rules, and what steers the advice.

A model belongs to one questionnaire version and is frozen once published. It holds whole numbers and exact
fractions only; no text that a seller reads stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, TypeAlias

Archetype: TypeAlias = Literal["agnostic", "aspirant", "adept"]
Kind: TypeAlias = Literal["function", "enabler"]

ARCHETYPES: Final[tuple[Archetype, ...]] = ("agnostic", "aspirant", "adept")
"""Lowest first."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something measured: a function of the shop (its questions are jobs) or an enabler."""

    id: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class ScoredQuestion:
    """What one question is worth. A *level* is the place of a choice, 0 = lowest; `points` stand by level."""

    id: str
    dimension: str
    job: bool  # belongs to a function: asks whether AI helps with one job of the shop
    choices: tuple[str, ...]
    points: tuple[int, ...]
    effort: tuple[int, ...]  # effort[level]: of the step from this level to the next
    reach: int  # the highest level that the steps up may ask for; 0 = nobody is told to change this answer
    barrier: str | None  # the barrier that the lowest choice speaks of

    @property
    def top(self) -> int:
        """The highest level."""
        return len(self.points) - 1

    @property
    def possible(self) -> int:
        """The points of the highest choice."""
        return self.points[-1]


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that score, verdict and confidence depend on besides points and applicability."""

    aspirant_points: int  # out of 100
    aspirant_jobs: Fraction  # share of the jobs that apply
    adept_points: int  # out of 100
    adept_functions: Fraction  # share of the functions that apply
    adept_not_lowest: tuple[str, ...]  # the safety habits: questions that must not stand at the lowest choice
    at_work: Fraction  # share of its points from which AI is at work in a function
    regular_from: int  # level from which AI helps with a job regularly
    most_skipped: int  # with more skipped answers the result is provisional
    retest: Fraction  # chance that an answer stands one level lower (and one higher) on another day
    clear_from: Fraction  # chance of the own archetype from which a result is called clear
    likely_from: Fraction


@dataclass(frozen=True, slots=True)
class Advice:
    """What orders gaps and barriers."""

    time_sinks: str  # the question that names the functions that eat the seller's week
    barriers: str  # the question in which sellers pick what holds them back
    gap_time_sink: int  # added to the missing points of a job in a time-sink function
    barrier_picked: int
    barrier_answer: int  # for each question of the barrier at its lowest choice
    barrier_answers_most: int
    barriers_steering: int  # so many of the strongest barriers steer the tutorials


@dataclass(frozen=True, slots=True)
class Matching:
    """Weights and limits of tutorial matching; each weight that counts is shown to the seller as a reason."""

    on_path: int
    gap_job: int
    time_sink: int
    barrier_fit: int
    per_function: int
    show: int
    short_minutes: int


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the changelog, in codes: sentences are made from them per language."""

    version: str
    date: str  # ISO
    kind: str  # major | minor | patch
    reason: str
    effect: str


@dataclass(frozen=True, slots=True, eq=False)
class ScoringModel:
    """One published model. Models compare by identity, so that one can key a cache cheaply."""

    id: str
    version: str
    instrument: str  # the questionnaire version it scores
    provisional: bool  # the cut-offs wait for a check with sellers
    set_by: str  # who set the cut-offs, as a code
    dimensions: tuple[Dimension, ...]
    questions: tuple[ScoredQuestion, ...]  # functions first, then enablers, each in the order of the file
    rules: Rules
    barriers: tuple[str, ...]
    advice: Advice
    matching: Matching
    changelog: tuple[Change, ...]  # newest first

    @property
    def name(self) -> str:
        """The id and version as they are written on results: `seller-air@1.0.0`."""
        return f"{self.id}@{self.version}"

    @property
    def functions(self) -> tuple[str, ...]:
        """The ids of the functions of a shop, in the order of the file."""
        return tuple(d.id for d in self.dimensions if d.kind == "function")

    def question(self, id_: str) -> ScoredQuestion:
        """Return the scored question `id_`; raises KeyError when it is not scored."""
        for question in self.questions:
            if question.id == id_:
                return question
        raise KeyError(id_)
