"""A result opens for whoever carries the code of its seller, and for nobody else. Reading writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest
from django.urls import reverse

from readiness.models import Result
from surveys.codes import new_code
from tests.results.sellers import again, all_said, answering, result_page, submitted
from tests.scoring.shops import EVERYTHING, Case, at
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Visitor, read

pytestmark = pytest.mark.django_db

ADDRESSES: Final = (
    "/result/",
    "/result/1/",
    "/my-answers.json",
    "/my-answers.csv",
    "/come-back.ics",
    "/delete/",
)

each_address = pytest.mark.parametrize("address", ADDRESSES)


def stranger() -> str:
    return new_code()


def mistyped() -> str:
    code = new_code()
    return code[:-1] + ("0" if code[-1] != "0" else "1")


@each_address
@pytest.mark.parametrize("code", [None, stranger, mistyped, lambda: "", lambda: "x" * 4000])
def test_without_the_code_there_is_nothing(
    result: Result, address: str, code: Callable[[], str] | None
) -> None:
    visitor = Visitor()
    if code:
        visitor.client.cookies[COOKIE] = code()
    answer = visitor.client.get(address)
    assert answer.status_code == 403
    assert len(read(answer).query("h1")) == 1
    assert "Aspirant" not in answer.content.decode()


@each_address
@pytest.mark.parametrize("method", ["get", "head"])
def test_reading_writes_nothing_and_is_kept_nowhere(seller: Visitor, address: str, method: str) -> None:
    before = everything()
    answer = getattr(seller.client, method)(address)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store, private")
    assert answer["Referrer-Policy"] == "strict-origin"
    assert everything() == before
    assert COOKIE not in answer.cookies


@each_address
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(seller: Visitor, address: str, method: str) -> None:
    assert getattr(seller.client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["/result/", "/result/1/", "/come-back.ics"])
def test_without_a_result_it_leads_to_the_questions(address: str) -> None:
    answer = answering(at(0, EVERYTHING))[0].client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, reverse("journey:start"))


@pytest.mark.parametrize("attempt", ["0", "2", "99999999999999999999"])
def test_an_attempt_that_never_was_is_not_found(seller: Visitor, attempt: str) -> None:
    assert seller.client.get(f"/result/{attempt}/").status_code == 404


def test_an_attempt_is_ones_own(seller: Visitor, result: Result, aina: Case) -> None:
    again(result, aina.answers)
    other, _ = submitted(at(0, EVERYTHING))
    assert all_said(result_page(other, 1), "h1") == ["AI Agnostic"]
    assert other.client.get("/result/2/").status_code == 404
    assert all_said(result_page(seller, 2), "h1") == ["AI Aspirant"]


@each_address
def test_nothing_shows_code_or_key(seller: Visitor, result: Result, address: str) -> None:
    answer = seller.client.get(address)
    shown = answer.content.decode() + str(answer.headers)
    owner = result.response.seller
    for secret in (seller.code, owner.code_hash, str(owner.pk), owner.pk.hex):
        assert secret not in shown
