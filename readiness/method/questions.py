"""Every question of a model with what each answer is worth, when it is left out, and what never scores."""

from __future__ import annotations

from dataclasses import dataclass

from readiness.method import sentences
from readiness.method.published import Published
from readiness.scoring.model import Dimension, ScoredQuestion
from surveys.instrument.types import Flag, Question


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One answer: its words, its id, its points, and the effort of the step to the next one."""

    text: str
    id: str
    points: int
    effort: int | None  # None: no step leads on from here


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """One scored question."""

    id: str
    text: str
    choices: list[ChoiceRow]
    left_out: list[str]  # one sentence for each fact that takes it out


@dataclass(frozen=True, slots=True)
class DimensionBlock:
    """One dimension with its questions. `lead` is the beginning that all of its questions share."""

    name: str
    possible: int
    lead: str
    questions: list[QuestionBlock]


@dataclass(frozen=True, slots=True)
class KindBlock:
    """All functions, or all enablers."""

    kind: str
    possible: int
    count: int
    dimensions: list[DimensionBlock]


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A fact about the shop, and the questions it takes out."""

    question: str
    when: str
    takes_out: list[str]
    points: int


@dataclass(frozen=True, slots=True)
class Unscored:
    """A question that never scores."""

    id: str
    text: str
    choices: list[str]


def by_kind(found: Published) -> list[KindBlock]:
    """Return every scored question: functions first, then enablers, as the model orders them."""
    return [_kind(found, "function"), _kind(found, "enabler")]


def flags(found: Published) -> list[FlagRow]:
    """Return every fact that takes questions out, and how many points leave the sum with them."""
    return [_flag(found, flag) for flag in found.instrument.flags]


def unscored(found: Published) -> list[Unscored]:
    """Return every question without points, in the order of the pages."""
    scored = {question.id for question in found.model.questions}
    ids = (id_ for page in found.instrument.pages for id_ in page.questions)
    return [_unscored(found, id_) for id_ in ids if id_ not in scored]


def question_text(found: Published, id_: str) -> str:
    """Return a question as it is asked, with its lead."""
    words = found.wording.questions[id_]
    return f"{words.lead} {words.text}".strip()


def _kind(found: Published, kind: str) -> KindBlock:
    blocks = [_dimension(found, d) for d in found.model.dimensions if d.kind == kind]
    return KindBlock(kind, sum(b.possible for b in blocks), sum(len(b.questions) for b in blocks), blocks)


def _dimension(found: Published, dimension: Dimension) -> DimensionBlock:
    questions = [q for q in found.model.questions if q.dimension == dimension.id]
    leads = {found.wording.questions[q.id].lead for q in questions}
    lead = leads.pop() if len(leads) == 1 else ""
    return DimensionBlock(
        name=found.wording.groups[dimension.id],
        possible=sum(q.possible for q in questions),
        lead=lead,
        questions=[_question(found, q, with_lead=not lead) for q in questions],
    )


def _question(found: Published, question: ScoredQuestion, *, with_lead: bool) -> QuestionBlock:
    words = found.wording.questions[question.id]
    asked = found.instrument.questions[question.id]
    return QuestionBlock(
        id=question.id,
        text=question_text(found, question.id) if with_lead else words.text,
        choices=[_choice(question, level, words.choices[c]) for level, c in enumerate(question.choices)],
        left_out=[
            sentences.left_out(_picked(found, flag), present=flag.present)
            for flag in found.instrument.flags
            if flag.id in asked.not_applicable_if
        ],
    )


def _choice(question: ScoredQuestion, level: int, text: str) -> ChoiceRow:
    effort = question.effort[level] if level < question.reach else None
    return ChoiceRow(text, question.choices[level], question.points[level], effort)


def _flag(found: Published, flag: Flag) -> FlagRow:
    out = [q.id for q in found.instrument.questions.values() if flag.id in q.not_applicable_if]
    points = sum(q.possible for q in found.model.questions if q.id in out)
    when = sentences.picked(_picked(found, flag), present=flag.present)
    return FlagRow(question_text(found, flag.question), when, out, points)


def _picked(found: Published, flag: Flag) -> str:
    return found.wording.questions[flag.question].choices[flag.choice]


def _unscored(found: Published, id_: str) -> Unscored:
    question: Question = found.instrument.questions[id_]
    words = found.wording.questions[id_]
    return Unscored(id_, question_text(found, id_), [words.choices[choice] for choice in question.choices])
