"""Sellers who submitted, and their pages as a browser shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from justhtml import Element

from readiness.models import Result
from readiness.results import actions
from readiness.scoring.outcome import Outcome
from surveys import actions as surveys
from surveys.instrument.types import Answer
from surveys.models import Response
from tests.scoring.scorer import REAL
from tests.scoring.shops import Case
from tests.surveys.journey.visitor import COOKIE, Page, Visitor, read

Answers = Mapping[str, Answer]


def answering(answers: Answers, language: str = "en") -> tuple[Visitor, Response]:
    """Return a seller's browser, and the draft that holds `answers`."""
    code, response = surveys.start(language=language, notice_version="1")
    surveys.save(response, answers, surveys.Window("first", 0))
    visitor = Visitor()
    visitor.client.cookies[COOKIE] = code
    return visitor, response


def submitted(answers: Answers) -> tuple[Visitor, Result]:
    """Return the browser of a seller who submitted `answers`, and the result."""
    visitor, response = answering(answers)
    return visitor, actions.submit(response)


def again(result: Result, answers: Answers) -> Result:
    """Return the result of the same seller's next attempt."""
    response = surveys.start_again(result.response.seller, language="en", notice_version="1")
    surveys.save(response, answers, surveys.Window("again", 0))
    return actions.submit(response)


def result_page(visitor: Visitor, attempt: int | None = None) -> Page:
    address = reverse("results:attempt", args=[attempt]) if attempt else reverse("results:result")
    answer = visitor.client.get(address)
    assert answer.status_code == 200
    return read(answer)


def within(element: Element, selector: str) -> list[Element]:
    """Return the elements below another one that a CSS selector finds, in order."""
    return [found for found in element.query(selector) if isinstance(found, Element)]


def said(element: Element) -> str:
    """Return the text of an element as it is read."""
    return " ".join(element.to_text(separator="", strip=False).split())


def all_said(page: Page, selector: str) -> list[str]:
    return [said(element) for element in page.query(selector)]


@dataclass(frozen=True)
class Shown:
    """The result page of a worked case, and what the model says of the case."""

    case: Case
    page: Page

    @cached_property
    def outcome(self) -> Outcome:
        return REAL.evaluate(self.case.answers)
