"""Deleting asks once, and then leaves nothing anywhere."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from readiness.models import Result
from surveys import actions
from surveys.models import Seller
from tests.results.sellers import again, all_said, answering, submitted
from tests.scoring.shops import EVERYTHING, Case, at
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Reply, Visitor, attribute, controls, has, read

pytestmark = pytest.mark.django_db

ADDRESS = "/delete/"


def delete(visitor: Visitor, **sent: str) -> Reply:
    return visitor.client.post(ADDRESS, sent)


def test_it_asks_first(seller: Visitor) -> None:
    page = read(seller.client.get(ADDRESS))
    assert controls(page, f"form[action='{ADDRESS}']").keys() == {"csrfmiddlewaretoken"}
    assert [attribute(box, "type") for box in page.query("#sure")] == ["checkbox"]
    assert "Nobody can bring them back" in all_said(page, ".lead")[0]
    assert "Keep it" in all_said(page, "a")


def test_without_the_tick_nothing_is_deleted(seller: Visitor) -> None:
    before = everything()
    answer = delete(seller)
    page = read(answer)
    assert (answer.status_code, everything()) == (422, before)
    assert page.query("title")[0].to_text().startswith("Error:")
    assert has(page.query("#error-summary")[0], "autofocus")
    assert [attribute(link, "href") for link in page.query("#error-summary a")] == ["#sure"]


def test_afterwards_nothing_is_left_of_the_seller_alone(aina: Case) -> None:
    submitted(at(0, EVERYTHING))
    before = everything()
    visitor, result = submitted(aina.answers)
    again(result, aina.answers)
    actions.start_again(result.response.seller, language="en", notice_version="1")
    answer = delete(visitor, sure="yes")
    assert answer.status_code == 200
    assert everything() == before


def test_a_draft_is_deleted_too(aina: Case) -> None:
    before = everything()
    assert delete(answering(aina.answers)[0], sure="yes").status_code == 200
    assert everything() == before


def test_the_browser_forgets(seller: Visitor) -> None:
    answer = delete(seller, sure="yes")
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/")
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer["Cache-Control"] == "no-store, private"
    assert all_said(read(answer), "h1") == ["Your data is deleted"]


def test_in_production_the_cookie_is_deleted_as_it_was_set(seller: Visitor, settings: Settings) -> None:
    code = seller.code
    settings.SELLER_COOKIE_NAME = "__Host-seller"
    seller.client.cookies["__Host-seller"] = code
    cookie = delete(seller, sure="yes").cookies["__Host-seller"]
    assert (cookie.value, cookie["secure"], cookie["path"], cookie["domain"]) == ("", True, "/", "")


@pytest.mark.parametrize(
    "address", ["/result/", "/result/1/", "/my-answers.json", "/keep/", "/check/", ADDRESS]
)
def test_the_old_code_opens_nothing(seller: Visitor, address: str) -> None:
    code = seller.code
    delete(seller, sure="yes")
    other = Visitor()
    other.client.cookies[COOKIE] = code
    assert other.client.get(address).status_code == 403
    assert Visitor().client.post(reverse("journey:open_link"), {"code": code}).status_code == 422


def test_deleting_twice_says_that_there_is_nothing(seller: Visitor) -> None:
    code = seller.code
    delete(seller, sure="yes")
    seller.client.cookies[COOKIE] = code
    before = everything()
    assert delete(seller, sure="yes").status_code == 403
    assert everything() == before


def test_another_site_cannot_delete(seller: Visitor, result: Result) -> None:
    stranger = Visitor(Client(enforce_csrf_checks=True))
    stranger.client.cookies[COOKIE] = seller.code
    assert delete(stranger, sure="yes").status_code == 403
    assert Seller.objects.exists()
