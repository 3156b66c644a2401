"""Requests that really meet: submitting, saving, deleting and counting at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Any

import pytest
from django.utils import timezone

from readiness.models import Result, TutorialOpening
from readiness.results import actions
from surveys import actions as surveys
from surveys.models import Response, Seller
from tests.results.sellers import again, answering, submitted
from tests.scoring.scorer import REAL
from tests.scoring.shops import Case
from tests.surveys.test_concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)

MANY = 6


def submitting(response: Response) -> Callable[[], int]:
    return lambda: actions.submit(Response.objects.get(pk=response.pk)).pk


def saving(response: Response, question: str, answer: str) -> Callable[[], None]:
    """Return a request that saves one answer, if it comes in time."""

    def request() -> None:
        newest = Response.objects.get(pk=response.pk)
        with suppress(surveys.Closed):
            surveys.save(newest, {question: answer}, surveys.Window(question, 99))

    return request


def test_submitting_at_once_gives_everybody_one_result(aina: Case) -> None:
    results = at_once([submitting(answering(aina.answers)[1])] * MANY)
    assert results == [Result.objects.get().pk] * MANY


@pytest.mark.parametrize("_time", range(3))
def test_a_result_is_that_of_the_stored_answers(aina: Case, _time: int) -> None:
    response = answering(aina.answers)[1]
    saves = [saving(response, question, "most") for question in ("LC1", "LC2", "CS1")]
    at_once([*saves, submitting(response), submitting(response)])
    stored = Result.objects.get()
    assert stored.earned == REAL.sums(stored.response.answers)[0].earned


def test_the_first_openings_of_a_day_are_all_counted() -> None:
    at_once([lambda: actions.count_opening("ai-untuk-rakyat")] * MANY)
    counted = TutorialOpening.objects.get()
    assert (counted.day, counted.times) == (timezone.localdate(), MANY)


def meanwhile(monkeypatch: pytest.MonkeyPatch, model: type[Result | Response]) -> Event:
    """Let every row of `model` wait before it is stored, and tell when one has come that far."""
    storing, pause, save = Event(), Event(), model.save

    def slow(row: Any, *args: Any, **kwargs: Any) -> None:
        save(row, *args, **kwargs)
        storing.set()
        pause.wait(0.5)

    monkeypatch.setattr(model, "save", slow)
    return storing


def deleting(seller: Seller, after: Event) -> Callable[[], None]:
    def request() -> None:
        assert after.wait(20)
        surveys.withdraw(seller)

    return request


def beginning(seller: Seller) -> Callable[[], None]:
    def request() -> None:
        with suppress(surveys.Closed):
            surveys.start_again(seller, language="en", notice_version="1")

    return request


def test_deleting_while_a_result_is_being_stored(aina: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    response = answering(aina.answers)[1]
    storing = meanwhile(monkeypatch, Result)
    at_once([submitting(response), deleting(response.seller, storing)])
    assert not Seller.objects.exists()
    assert not Result.objects.exists()


def test_deleting_while_the_next_attempt_begins(aina: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    submitted(aina.answers)
    storing = meanwhile(monkeypatch, Response)
    at_once([beginning(Seller.objects.get()), deleting(Seller.objects.get(), storing)])
    assert not Seller.objects.exists()
    assert not Response.objects.exists()


def test_deleting_twice_at_once(aina: Case) -> None:
    result = submitted(aina.answers)[1]
    again(result, aina.answers)
    same = [Seller.objects.get() for _ in range(2)]
    at_once([lambda seller=seller: surveys.withdraw(seller) for seller in same])  # type: ignore[misc]
    assert not Seller.objects.exists()
