"""Nothing is kept before the seller agrees; whoever began goes on where they stopped."""

from __future__ import annotations

import pytest
from django.urls import reverse

from surveys import actions
from surveys.instrument.types import Answer
from surveys.journey.notice import NOTICE_VERSION
from surveys.models import Response, Seller
from tests.surveys.answering import EVERYTHING, SMALLEST, complete
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Visitor, attribute, has, page_url, read


def test_opening_the_start_page_keeps_nothing(visitor: Visitor) -> None:
    before = everything()
    answer = visitor.client.get("/")
    assert answer.status_code == 200
    assert COOKIE not in answer.cookies
    assert not read(answer).query("input[checked]")
    assert everything() == before


def test_beginning_needs_consent(visitor: Visitor) -> None:
    answer = visitor.begin(other="x")
    page = read(answer)
    assert answer.status_code == 422
    assert not Seller.objects.exists()
    assert COOKIE not in answer.cookies
    summary, link = page.query("#error-summary")[0], page.query("#error-summary a")[0]
    assert has(summary, "autofocus")
    assert (attribute(summary, "tabindex"), attribute(summary, "role")) == ("-1", "alert")
    assert attribute(link, "href") == "#agree"
    assert len(page.query("#agree")) == 1
    assert page.query("title")[0].to_text().startswith("Error:")


def test_beginning_opens_a_draft_and_the_browser_carries_its_code(visitor: Visitor) -> None:
    answer = visitor.begin()
    assert (answer.status_code, answer["Location"]) == (302, page_url("start"))
    cookie = answer.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert cookie["max-age"] >= 30 * 24 * 3600
    seller = Seller.objects.get()
    assert (seller.notice_version, seller.notice_language) == (NOTICE_VERSION, "en")


def test_beginning_twice_goes_on_with_the_same_draft(seller: Visitor) -> None:
    code = seller.code
    seller.answer("start", complete(EVERYTHING), go="on")
    assert seller.begin(other="x")["Location"] == page_url("listings")
    assert Response.objects.count() == 1
    assert seller.code == code


@pytest.mark.parametrize("profile", [EVERYTHING, SMALLEST])
def test_whoever_answered_everything_goes_on_to_the_check(
    seller: Visitor, profile: dict[str, Answer]
) -> None:
    actions.save(seller.response, complete(profile), actions.Window("a", 0))
    assert seller.begin()["Location"] == reverse("journey:check")


def test_taking_it_again_gives_one_next_attempt(seller: Visitor) -> None:
    actions.close(seller.response)
    assert seller.begin(other="x").status_code == seller.begin(other="x").status_code == 302
    assert list(Response.objects.order_by("attempt").values_list("attempt", flat=True)) == [1, 2]
    assert Seller.objects.count() == 1


def test_a_changed_notice_needs_a_new_consent_which_is_recorded(seller: Visitor) -> None:
    actions.close(seller.response)
    Seller.objects.update(notice_version="older")
    assert seller.begin(other="x").status_code == 422
    assert seller.begin().status_code == 302
    assert Seller.objects.get().notice_version == NOTICE_VERSION


@pytest.mark.parametrize("cookie", ["", "x", "0" * 27, "é", "\x00", "0" * 5000])
def test_a_cookie_that_opens_nothing_does_not_stand_in_the_way(visitor: Visitor, cookie: str) -> None:
    visitor.client.cookies[COOKIE] = cookie
    assert visitor.client.get("/").status_code == 200
    assert visitor.begin().status_code == 302
    assert Seller.objects.count() == 1


def test_clearing_the_device_leaves_what_is_stored(seller: Visitor) -> None:
    code, before = seller.code, everything()
    answer = seller.client.post(reverse("journey:clear"))
    assert answer.status_code == 200
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert (answer.cookies[COOKIE].value, answer.cookies[COOKIE]["max-age"]) == ("", 0)
    assert everything() == before
    assert seller.client.get(page_url("start")).status_code == 403
    assert seller.client.post(reverse("journey:open_link"), {"code": code}).status_code == 302
