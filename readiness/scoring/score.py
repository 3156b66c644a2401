"""The score: points earned of the points that apply, exactly, with what every answer adds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from readiness.scoring.model import Dimension, Kind, ScoringModel
from readiness.scoring.sheet import Entry, Sheet


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """What one answer adds. `contribution` is out of 100; contributions sum to the score exactly."""

    question: str
    dimension: str
    choice: str | None  # None: skipped, scored as the lowest
    level: int
    points: int
    possible: int
    contribution: Fraction

    @property
    def skipped(self) -> bool:
        """Whether no choice was made."""
        return self.choice is None


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """The points of one dimension over its questions that apply."""

    dimension: str
    kind: Kind
    points: int
    possible: int
    at_work: bool  # a function in which AI is at work; never true for an enabler


@dataclass(frozen=True, slots=True)
class Score:
    """The arithmetic of one result. Every list keeps the order of the model."""

    questions: tuple[QuestionScore, ...]  # those that apply
    dimensions: tuple[DimensionScore, ...]  # those with a question that applies
    earned: int
    possible: int
    open_points: int  # points that answering the skipped questions could still add
    not_applicable: tuple[str, ...]
    skipped: tuple[str, ...]
    provisional: bool  # too much was skipped
    jobs: tuple[str, ...]  # use questions that apply
    regular_jobs: tuple[str, ...]  # jobs that AI regularly helps with

    @property
    def exact(self) -> Fraction:
        """The score out of 100."""
        return Fraction(100 * self.earned, self.possible)

    @property
    def shown(self) -> int:
        """The score as shown: rounded down, so that it reaches a cut-off exactly when the score does."""
        return int(self.exact)

    @property
    def upper(self) -> Fraction:
        """The score if every skipped question had its highest choice."""
        return Fraction(100 * (self.earned + self.open_points), self.possible)

    @property
    def shown_upper(self) -> int:
        """The upper end of the range as shown, rounded down."""
        return int(self.upper)

    @property
    def functions(self) -> tuple[DimensionScore, ...]:
        """The functions of this shop."""
        return tuple(d for d in self.dimensions if d.kind == "function")

    @property
    def functions_at_work(self) -> tuple[str, ...]:
        """The ids of the functions in which AI is at work."""
        return tuple(d.dimension for d in self.dimensions if d.at_work)


def score(model: ScoringModel, sheet: Sheet) -> Score:
    """Add up the answers of one shop.

    The score is points earned / points of the questions that apply x 100. A skipped question counts as its
    lowest choice: answering it can then never lower a result.
    """
    skipped = [e for e in sheet.entries if e.skipped]
    jobs = [e for e in sheet.entries if e.question.job]
    possible = sum(e.question.possible for e in sheet.entries)
    return Score(
        questions=tuple(_question_score(e, possible) for e in sheet.entries),
        dimensions=_dimension_scores(model, sheet),
        earned=sum(e.points for e in sheet.entries),
        possible=possible,
        open_points=sum(e.question.possible - e.points for e in skipped),
        not_applicable=sheet.not_applicable,
        skipped=tuple(e.question.id for e in skipped),
        provisional=len(skipped) > model.rules.most_skipped,
        jobs=tuple(e.question.id for e in jobs),
        regular_jobs=tuple(e.question.id for e in jobs if e.level >= model.rules.regular_from),
    )


def at_work(model: ScoringModel, points: int, possible: int) -> bool:
    """Tell whether a function with these points counts as "AI at work"."""
    share = model.rules.at_work
    return share.denominator * points >= share.numerator * possible


def _question_score(entry: Entry, possible: int) -> QuestionScore:
    question = entry.question
    return QuestionScore(
        question=question.id,
        dimension=question.dimension,
        choice=entry.choice,
        level=entry.level,
        points=entry.points,
        possible=question.possible,
        contribution=Fraction(100 * entry.points, possible),
    )


def _dimension_scores(model: ScoringModel, sheet: Sheet) -> tuple[DimensionScore, ...]:
    """Add up each dimension; one without a question that applies is left out."""
    pairs = ((d, [e for e in sheet.entries if e.question.dimension == d.id]) for d in model.dimensions)
    return tuple(_dimension_score(model, d, entries) for d, entries in pairs if entries)


def _dimension_score(model: ScoringModel, dimension: Dimension, entries: list[Entry]) -> DimensionScore:
    points = sum(e.points for e in entries)
    possible = sum(e.question.possible for e in entries)
    working = dimension.kind == "function" and at_work(model, points, possible)
    return DimensionScore(dimension.id, dimension.kind, points, possible, working)
