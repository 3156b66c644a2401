"""Tutorials as a seller reads of them: for the whole shop, and for each gap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.text import capfirst

from readiness.learning.catalogue import catalogue
from readiness.learning.matching import Match, match_tutorials, tutorials_for
from readiness.results import sentences
from readiness.results.outcomes import Judged
from surveys.instrument import registry
from surveys.instrument.answers import picked_choices
from surveys.instrument.texts import Wording
from surveys.journey.question_page import answer_text


@dataclass(frozen=True, slots=True)
class Lesson:
    """One tutorial, with the reasons it was picked."""

    id: str
    title: str
    provider: str
    url: str
    language: str  # of the title
    reasons: list[str]
    facts: list[str]


@dataclass(frozen=True, slots=True)
class GapLessons:
    """One job that AI does not regularly help with, what the seller said of it, and what teaches it."""

    job: str
    answer: str
    time_sink: bool
    lessons: list[Lesson]


def lessons(judged: Judged, wording: Wording, language: str) -> list[Lesson]:
    """Return the tutorials that help this seller most, best first."""
    matches = match_tutorials(catalogue(), judged.model, judged.outcome, judged.answers, language)
    return [_lesson(match, wording) for match in matches]


def gap_lessons(judged: Judged, wording: Wording, language: str) -> list[GapLessons]:
    """Return every gap, largest first, each with at least two tutorials."""
    return [
        GapLessons(
            job=capfirst(sentences.job_name(wording, gap.question)),
            answer=_answer(judged, wording, gap.question),
            time_sink=gap.time_sink,
            lessons=[
                _lesson(match, wording)
                for match in tutorials_for(
                    gap.question, catalogue(), judged.model, judged.outcome, judged.answers, language
                )
            ],
        )
        for gap in judged.outcome.gaps
    ]


def learning_language(judged: Judged, interface: str) -> str:
    """Return the language a seller wants to learn in: as answered, else that of the page."""
    picked = picked_choices(judged.answers, "P10")
    return picked[0] if picked else interface.split("-", maxsplit=1)[0]


def _answer(judged: Judged, wording: Wording, question: str) -> str:
    answer = judged.answers.get(question)
    return answer_text(judged.instrument.questions[question], wording.questions[question], answer)


def _lesson(match: Match, wording: Wording) -> Lesson:
    tutorial = match.tutorial
    names = language_names(wording)
    return Lesson(
        id=tutorial.id,
        title=tutorial.title,
        provider=tutorial.provider,
        url=tutorial.url,
        language=tutorial.title_language,
        reasons=sentences.reasons(match.reasons, wording, names),
        facts=sentences.tutorial_facts(tutorial, names),
    )


@cache
def _language_names(language: str) -> dict[str, str]:
    words = registry.wording_or_source(registry.newest().version, language)
    return dict(words.questions["P10"].choices)


def language_names(wording: Wording) -> dict[str, str]:
    """Return language code -> its name, as the questionnaire itself names them."""
    return _language_names(wording.language)
