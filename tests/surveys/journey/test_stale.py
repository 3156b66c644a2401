"""A page that was opened for other answers writes nothing into these."""

from __future__ import annotations

import pytest
from django.urls import reverse

from surveys import actions
from surveys.models import Response
from tests.surveys.database import everything
from tests.surveys.journey.visitor import Fields, Visitor, page_url

LISTINGS = {"LC1": "no", "LC2": "some"}


def next_attempt(seller: Visitor) -> None:
    actions.close(seller.response)
    seller.begin()


def another_code(seller: Visitor) -> None:
    code, _ = actions.start(language="en", notice_version="1")
    seller.client.post(reverse("journey:open_link"), {"code": code})


@pytest.fixture(params=[next_attempt, another_code])
def old_form(seller: Visitor, request: pytest.FixtureRequest) -> Fields:
    """A page of questions, left open while this browser went on to other answers."""
    form = seller.form("listings")
    request.param(seller)
    return form


def test_its_button_saves_nothing(seller: Visitor, old_form: Fields) -> None:
    before = everything()
    answer = seller.send("listings", old_form, LISTINGS, go="skip")
    assert everything() == before
    assert answer.status_code == 409


def test_its_taps_save_nothing(seller: Visitor, old_form: Fields) -> None:
    before = everything()
    assert seller.tap(old_form, LISTINGS).status_code in (409, 410)
    assert everything() == before


def test_a_page_opened_since_works(seller: Visitor, old_form: Fields) -> None:
    seller.send("listings", old_form, LISTINGS)
    assert seller.answer("listings", {"PP1": "most"}, go="skip").status_code == 302
    assert [r.answers for r in Response.objects.exclude(answers={})] == [{"PP1": "most"}]


def test_after_submission_every_page_leads_to_the_result(seller: Visitor) -> None:
    form = seller.form("listings")
    actions.close(seller.response)
    before = everything()
    for answer in (
        seller.client.get(page_url("listings")),
        seller.send("listings", form, LISTINGS),
        seller.client.get(reverse("journey:check")),
    ):
        assert (answer.status_code, answer["Location"]) == (302, reverse("results:result"))
    assert everything() == before


def test_after_deletion_every_page_says_that_nothing_is_found(seller: Visitor) -> None:
    form = seller.form("listings")
    actions.withdraw(seller.response.seller)
    for answer in (
        seller.client.get(page_url("listings")),
        seller.send("listings", form, LISTINGS),
        seller.client.get(reverse("journey:check")),
        seller.client.get(reverse("journey:keep")),
    ):
        assert answer.status_code == 403
    assert not Response.objects.exists()
