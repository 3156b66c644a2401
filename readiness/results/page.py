"""Everything the result page shows, ready made from codes and figures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext

from readiness.models import Result
from readiness.results import picture, sentences
from readiness.results.lessons import gap_lessons, learning_language, lessons
from readiness.results.outcomes import Judged, judged
from readiness.results.receipt import receipt
from readiness.scoring.steps import Raise, StepsUp
from readiness.scoring.verdict import Check
from surveys.instrument import registry
from surveys.instrument.answers import picked_choices
from surveys.instrument.texts import Wording
from surveys.journey.question_page import answer_text

FIRST_STEPS: Final = 3
"""Steps that are shown open. Nobody is handed a list of twenty as a thing to do; the rest is a tap away."""


@dataclass(frozen=True, slots=True)
class Step:
    """One answer to raise, in the seller's words."""

    job: str
    now: str
    next: str
    points: int
    answer_first: bool


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check of the next archetype as progress."""

    name: str
    actual: int
    needed: int
    passed: bool
    to_go: str


def result_context(result: Result, language: str) -> dict[str, Any]:
    """Return what `results/result.html` shows of one result."""
    found = judged(result)
    wording = registry.wording_or_source(result.instrument_version, language)
    learning = learning_language(found, language)
    return {
        "result": result,
        **_headline(found),
        **_shop(found, wording),
        **_path(found, wording),
        "barriers": [sentences.barrier(b.id) for b in found.outcome.barriers if b.steers],
        "lessons": lessons(found, wording, learning),
        "gaps": gap_lessons(found, wording, learning),
        "receipt": receipt(found, wording),
        "model": found.model,
    }


def _headline(found: Judged) -> dict[str, Any]:
    score, verdict, confidence = found.outcome.score, found.outcome.verdict, found.outcome.confidence
    return {
        "label": sentences.label(verdict),
        "score": score,
        "certainty": sentences.certainty(confidence, verdict.archetype),
        # Which check decides is worth a line only where something is undecided.
        "tight": [sentences.tight(c) for c in verdict.tight] if confidence.word != "clear" else [],
        "skipped": len(score.skipped),
        "cut_aspirant": found.model.rules.aspirant_points,
        "cut_adept": found.model.rules.adept_points,
    }


def _shop(found: Judged, wording: Wording) -> dict[str, Any]:
    return {
        "rows": picture.rows(found, wording),
        "picture_height": picture.height(found),
        "guess": _answer(found, wording, "C0"),
        "at_work": len(found.outcome.score.functions_at_work),
        "functions": len(found.outcome.score.functions),
    }


def _path(found: Judged, wording: Wording) -> dict[str, Any]:
    """Return the way to the next archetype: its checks as progress, its steps by when they can be done."""
    way = next(iter(found.outcome.steps_up), None)
    checks = [c for c in found.outcome.verdict.checks if way is not None and c.archetype == way.target]
    return {
        "next_name": sentences.archetype_name(way.target) if way else "",
        "checks": [_check_line(check) for check in checks],
        "first_steps": _by_when(way.raises[:FIRST_STEPS], found, wording) if way else [],
        "later_steps": _by_when(way.raises[FIRST_STEPS:], found, wording) if way else [],
        "later_count": max(0, _steps(way) - FIRST_STEPS),
    }


def _steps(way: StepsUp | None) -> int:
    return len(way.raises) if way else 0


def _check_line(check: Check) -> CheckLine:
    return CheckLine(
        sentences.check_name(check), check.actual, check.needed, check.passed, sentences.progress(check)
    )


def _by_when(
    raises: tuple[Raise, ...], found: Judged, wording: Wording
) -> list[tuple[sentences.Named, list[Step]]]:
    return [
        (sentences.when(when), [_step(r, found, wording) for r in group])
        for when, group in groupby(raises, key=lambda r: r.when)
    ]


def _step(raised: Raise, found: Judged, wording: Wording) -> Step:
    choices = wording.questions[raised.question].choices
    return Step(
        job=capfirst(sentences.job_name(wording, raised.question)),
        now=_answer(found, wording, raised.question) or gettext("Not answered"),
        next=choices[raised.to_choice],
        points=raised.points,
        answer_first=raised.answer_first,
    )


def _answer(found: Judged, wording: Wording, question: str) -> str:
    picked = found.answers.get(question) if picked_choices(found.answers, question) else None
    return answer_text(found.instrument.questions[question], wording.questions[question], picked)
