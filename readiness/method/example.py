"""The worked example: a made-up seller, whose result is computed by the model when the page is first shown."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from django.utils.text import capfirst

from readiness.method import sentences
from readiness.method.published import Published
from readiness.method.questions import question_text
from readiness.scoring.outcome import Outcome, evaluate
from readiness.scoring.publication import published_document
from readiness.scoring.recompute import recompute
from readiness.scoring.score import QuestionScore
from readiness.scoring.verdict import Check
from surveys.instrument.answers import picked_choices
from surveys.instrument.types import Answers, Instrument

NAME: Final = "Aina"

EXAMPLES: Final[dict[str, Answers]] = {
    "1.0.0": {
        "P1": "MY",
        "P2": "SGR",
        "P4": "1",
        "P6": "fashion",
        "P8": "51-300",
        "P9": ["social", "stock", "ship"],
        "P10": "ms",
        "LC1": "some",
        "LC2": "some",
        "LC3": "tried",
        "PP1": "no",
        "PP2": "no",
        "MA1": "some",
        "MA3": "no",
        "CS1": "tried",
        "CS2": "no",
        "CS3": "no",
        "FI1": "no",
        "FI2": "no",
        "FB1": "tried",
        "FB2": "no",
        "SK1": "product-details",
        "SK2": "something-short",
        "SK3": "product-named",
        "DF1": "selling-app",
        "DF2": "in-listings",
        "DF3": "when-trouble",
        "AV1": "helped-another",
        "AV2": "maybe",
        "RS1": "under-15-minutes",
        "RS2": "looked",
        "PC2": "search-online",
        "RU1": "check-facts",
        "RU2": "not-thought",
        "T1": ["CS"],
        "B1": ["cost", "time"],
    },
}
"""Questionnaire version -> the answers of the example. A new questionnaire brings its own."""

FIRST: Final = 3
"""So many steps, gaps and barriers are named."""


@dataclass(frozen=True, slots=True)
class Line:
    """One scored answer, and the sum so far."""

    question: str
    answer: str
    points: int
    possible: int
    total: int


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one dimension."""

    name: str
    points: int
    possible: int
    at_work: bool
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check with the numbers of the example."""

    archetype: str
    name: str
    needed: int
    actual: int
    passed: bool


def example_case(instrument: Instrument) -> dict[str, Any]:
    """Return the example as a document for the public script and for `manage.py score`."""
    answers = EXAMPLES[instrument.version]
    profile = {q.id for q in instrument.questions.values() if q.profile}
    return {
        "instrument": instrument.name,
        "profile": {id_: answer for id_, answer in answers.items() if id_ in profile},
        "answers": {id_: answer for id_, answer in answers.items() if id_ not in profile},
    }


def example_context(found: Published) -> dict[str, Any]:
    """Return what the page shows of the example."""
    answers = EXAMPLES[found.instrument.version]
    outcome = evaluate(found.instrument, found.model, answers)
    return {
        "name": NAME,
        "facts": _facts(found, answers),
        "blocks": _receipt(found, outcome),
        "score": outcome.score,
        "decimal": cut_decimal(outcome.score.exact),
        "left_out": [_named(found, q) for q in outcome.score.not_applicable],
        "regular": [_named(found, q) for q in outcome.score.regular_jobs],
        "checks": [_check(check) for check in outcome.verdict.checks],
        "needed": {f"{check.archetype}_{check.name}": check.needed for check in outcome.verdict.checks},
        "archetype": sentences.archetype_name(outcome.verdict.archetype),
        "printed": _printed(found),
        **_certainty(outcome),
        **_advice(found, outcome),
    }


def cut_decimal(exact: Fraction) -> str:
    """Return two places of a number, cut off and not rounded, with "…" where more follow."""
    whole, hundredths = divmod(int(100 * exact), 100)
    return f"{whole}.{hundredths:02}" + ("" if (100 * exact).denominator == 1 else "…")


def _facts(found: Published, answers: Answers) -> list[tuple[str, str]]:
    """Return question and answer of everything that does not score."""
    scored = {q.id for q in found.model.questions}
    return [(question_text(found, q), _answer(found, answers, q)) for q in answers if q not in scored]


def _receipt(found: Published, outcome: Outcome) -> list[Block]:
    """Return every scored answer by dimension; the last line's total is the points earned."""
    total, blocks = 0, []
    for dimension in outcome.score.dimensions:
        lines = []
        for scored in outcome.score.questions:
            if scored.dimension == dimension.dimension:
                total += scored.points
                lines.append(_line(found, scored, total))
        name = found.wording.groups[dimension.dimension]
        blocks.append(Block(name, dimension.points, dimension.possible, dimension.at_work, lines))
    return blocks


def _line(found: Published, scored: QuestionScore, total: int) -> Line:
    answer = found.wording.questions[scored.question].choices[scored.choice] if scored.choice else ""
    return Line(_named(found, scored.question), answer, scored.points, scored.possible, total)


def _check(check: Check) -> CheckRow:
    return CheckRow(
        archetype=sentences.archetype_name(check.archetype),
        name=sentences.check_name(check.name),
        needed=check.needed,
        actual=check.actual,
        passed=check.passed,
    )


def _certainty(outcome: Outcome) -> dict[str, Any]:
    sure = outcome.confidence
    chances = {"agnostic": sure.agnostic, "aspirant": sure.aspirant, "adept": sure.adept}
    named = [(sentences.archetype_name(a), sentences.chance(chance)) for a, chance in chances.items()]
    return {"chances": named, "certainty": sentences.certainty(sure.word)}


def _advice(found: Published, outcome: Outcome) -> dict[str, Any]:
    way = next(iter(outcome.steps_up), None)
    names = found.wording.questions[found.model.advice.barriers].choices
    return {
        "steps": way,
        "steps_to": sentences.archetype_name(way.target) if way else "",
        "first_steps": [_named(found, r.question) for r in way.raises[:FIRST]] if way else [],
        "first_gaps": [_named(found, gap.question) for gap in outcome.gaps[:FIRST]],
        "steering": [names[barrier.id] for barrier in outcome.barriers if barrier.steers],
    }


def _printed(found: Published) -> str:
    """Return the line that the public script prints for the example."""
    document = published_document(found.instrument, found.model)
    return " ".join(map(str, recompute(document, example_case(found.instrument))))


def _named(found: Published, question: str) -> str:
    """Return the id with the short name of a job, or with what another question asks."""
    words = found.wording.questions[question]
    return f"{question} · {capfirst(words.job or words.text)}"


def _answer(found: Published, answers: Answers, question: str) -> str:
    choices = found.wording.questions[question].choices
    return ", ".join(choices[choice] for choice in picked_choices(answers, question))
