"""Requests that really meet: each in a thread and on a connection of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Final, TypeVar

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from surveys import actions
from surveys.actions import Closed, Window
from surveys.models import Response, Seller
from tests.surveys.answering import EVERYTHING, complete

pytestmark = pytest.mark.django_db(transaction=True)

T = TypeVar("T")

MANY: Final = 8
JOBS: Final = ("LC1", "LC2", "LC3", "PP1", "PP2", "MA1", "MA2", "MA3")


@pytest.fixture
def draft() -> Response:
    return actions.start(language="en", notice_version="1")[1]


def at_once(doings: Sequence[Callable[[], T]]) -> list[T]:
    """Do everything at the same moment and return what came of it, in order."""
    gate = Barrier(len(doings))

    def one(doing: Callable[[], T]) -> T:
        gate.wait(timeout=30)
        try:
            return doing()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(one, doings))


def saving(response: Response, question: str, answer: str, window: str) -> Callable[[], str]:
    """Return a request that saves one answer and says what it was told."""

    def request() -> str:
        try:
            saved = actions.save(Response.objects.get(pk=response.pk), {question: answer}, Window(window, 0))
        except Closed:
            return "closed"
        return "conflict" if saved.conflicts else "saved"

    return request


def closing(response: Response) -> Callable[[], bool]:
    return lambda: actions.close(Response.objects.get(pk=response.pk))


def test_different_questions_are_all_saved(draft: Response) -> None:
    told = at_once([saving(draft, job, "some", f"w{n}") for n, job in enumerate(JOBS)])
    draft.refresh_from_db()
    assert told == ["saved"] * MANY
    assert draft.answers == dict.fromkeys(JOBS, "some")
    assert draft.revision == MANY


def test_of_windows_on_one_question_one_saves_and_the_others_are_told(draft: Response) -> None:
    answers = ["no", "tried", "some", "most"] * (MANY // 4)
    told = at_once([saving(draft, "LC1", answer, f"w{n}") for n, answer in enumerate(answers)])
    draft.refresh_from_db()
    winners = {answer for answer, what in zip(answers, told, strict=True) if what == "saved"}
    assert winners == {draft.answers["LC1"]}
    assert Counter(told)["conflict"] == MANY - Counter(answers)[draft.answers["LC1"]]


def test_one_request_closes(draft: Response) -> None:
    assert sorted(at_once([closing(draft)] * MANY)) == [False] * (MANY - 1) + [True]


@pytest.mark.parametrize("_time", range(3))
def test_a_submitted_response_holds_what_was_called_saved(draft: Response, _time: int) -> None:
    requests = [saving(draft, job, "most", f"w{n}") for n, job in enumerate(JOBS[: MANY - 1])]
    told: list[str | bool] = at_once([*requests, closing(draft)])
    draft.refresh_from_db()
    saved = {job for job, what in zip(JOBS, told[:-1], strict=False) if what == "saved"}
    assert set(draft.answers) == saved
    assert (draft.submitted_at is not None) is told[-1]
    assert told.count("closed") == 0 or told[-1]


def test_submitting_at_once_leads_everybody_to_one_result() -> None:
    code, response = actions.start(language="en", notice_version="1")
    actions.save(response, complete(EVERYTHING), Window("a", 0))

    def press() -> tuple[int, str]:
        client = Client()
        client.cookies["seller"] = code
        answer = client.post(reverse("results:submit"))
        return answer.status_code, answer.get("Location", "")

    for told in at_once([press] * MANY):
        assert told == (302, reverse("results:result"))
    assert Response.objects.filter(results__isnull=False).count() == 1


def test_starting_again_at_once_gives_one_draft(draft: Response) -> None:
    actions.close(draft)
    again = at_once(
        [lambda: actions.start_again(Seller.objects.get(), language="en", notice_version="1").pk] * MANY
    )
    assert len(set(again)) == 1
    assert sorted(Response.objects.values_list("attempt", flat=True)) == [1, 2]
