"""Check-your-answers: everything on one page, each with a way to change it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from surveys.instrument import registry
from surveys.instrument.texts import Wording
from surveys.instrument.types import Question
from surveys.instrument.walk import WalkedPage
from surveys.journey.access import needs_draft
from surveys.journey.question_page import answer_text
from surveys.models import Response


@dataclass(frozen=True, slots=True)
class Row:
    """One question and what the seller answered."""

    id: str
    question: str
    lead: str
    answer: str
    required: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one page."""

    page_id: str
    title: str
    rows: list[Row]


@require_safe
@needs_draft
def check(request: HttpRequest, response: Response) -> HttpResponse:
    """Show every answer before it is submitted."""
    return render(request, "journey/check.html", check_context(response))


def check_context(response: Response) -> dict[str, object]:
    """Return what `journey/check.html` shows. `refusing` keeps from submitting, `missing` only widens the result."""
    wording = registry.wording_or_source(response.instrument_version, get_language() or "en")
    walk = response.walk()
    refusing = walk.refusing()
    return {
        "draft": response.tag,
        "groups": [_group(page, wording, response) for page in walk.pages],
        "refusing": [_row(q, wording, response) for q in refusing],
        "refusing_page": next((p.id for p in walk.pages if set(p.questions) & set(refusing)), None),
        "left_out": len(walk.missing()) - len(refusing),
        "back": walk.pages[-1].id,
    }


def _group(page: WalkedPage, wording: Wording, response: Response) -> Group:
    rows = [_row(question, wording, response) for question in page.questions]
    return Group(page.id, wording.pages[page.id].title, rows)


def _row(question: Question, wording: Wording, response: Response) -> Row:
    words = wording.questions[question.id]
    answer = answer_text(question, words, response.answers.get(question.id))
    return Row(question.id, words.text, words.lead, answer, question.required)
