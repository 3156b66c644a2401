"""Saving tap by tap in the background: what the browser hears is what is stored."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from surveys import actions
from tests.surveys.database import everything
from tests.surveys.journey.visitor import Reply, Visitor

SAVE = "/save/"


def said(answer: Reply) -> tuple[int, dict[str, Any]]:
    """Return status and body, and see that it is JSON that nobody keeps."""
    assert answer["Content-Type"] == "application/json"
    assert "no-store" in answer["Cache-Control"]
    return answer.status_code, json.loads(answer.content)


def test_a_tap_is_saved(seller: Visitor) -> None:
    form = seller.form("listings")
    heard = said(seller.tap(form, {"LC1": "some"}))
    assert heard == (200, {"revision": 1, "conflicts": [], "refused": []})
    assert seller.response.answers == {"LC1": "some"}


def test_a_replayed_tap_changes_nothing(seller: Visitor) -> None:
    form = seller.form("listings")
    first, before = said(seller.tap(form, {"LC1": "some"})), everything()
    assert said(seller.tap(form, {"LC1": "some"})) == first
    assert everything() == before


def test_several_taps_that_waited_are_sent_together(seller: Visitor) -> None:
    seller.tap(seller.form("listings"), {"LC1": "some", "T1": ["LC", "FB"], "P3": "owner"})
    assert seller.response.answers == {"LC1": "some", "T1": ["LC", "FB"], "P3": "owner"}


@pytest.mark.parametrize("emptied", [None, []])
def test_boxes_that_were_emptied(seller: Visitor, emptied: list[str] | None) -> None:
    form = seller.form("safety")
    seller.tap(form, {"T1": ["LC"]})
    assert said(seller.tap(form, {"T1": emptied}))[0] == 200
    assert seller.response.answers == {}


def test_only_named_questions_are_saved(seller: Visitor) -> None:
    seller.tap(seller.form("listings"), {"LC1": "some"}, LC2="most")
    assert seller.response.answers == {"LC1": "some"}


def test_another_window_is_not_overwritten(seller: Visitor) -> None:
    here, there = seller.form("listings"), seller.form("listings")
    seller.tap(there, {"LC1": "some"})
    heard = said(seller.tap(here, {"LC1": "most", "LC2": "no"}))
    assert heard == (409, {"revision": 2, "conflicts": ["LC1"], "refused": []})
    assert seller.response.answers == {"LC1": "some", "LC2": "no"}


def test_the_page_button_after_a_conflict_shows_both(seller: Visitor) -> None:
    here, there = seller.form("listings"), seller.form("listings")
    seller.tap(there, {"LC1": "some"})
    seller.tap(here, {"LC1": "most"})
    assert seller.send("listings", here, {"LC1": "most"}, go="skip").status_code == 409


def test_what_is_not_an_answer_is_named_and_the_rest_is_saved(seller: Visitor) -> None:
    heard = said(seller.tap(seller.form("listings"), {"LC1": "always", "ZZ9": "x", "LC2": "no"}))
    assert heard == (422, {"revision": 1, "conflicts": [], "refused": ["LC1", "ZZ9"]})
    assert seller.response.answers == {"LC2": "no"}


@pytest.mark.parametrize("lacking", ["seen", "window"])
def test_a_tap_must_say_what_its_window_has_seen(seller: Visitor, lacking: str) -> None:
    form = {name: values for name, values in seller.form("listings").items() if name != lacking}
    assert said(seller.tap(form, {"LC1": "some"})) == (422, {"problem": "incomplete"})
    assert said(seller.tap(seller.form("listings"), {})) == (422, {"problem": "incomplete"})
    assert seller.response.answers == {}


def test_a_tap_after_submission_and_after_deletion(seller: Visitor) -> None:
    form, response = seller.form("listings"), seller.response
    actions.close(response)
    before = everything()
    assert said(seller.tap(form, {"LC1": "some"})) == (410, {"problem": "closed"})
    assert everything() == before
    actions.withdraw(response.seller)
    assert said(seller.tap(form, {"LC1": "some"})) == (403, {"problem": "no-draft"})


def test_a_tap_without_a_draft(visitor: Visitor) -> None:
    sent = {"seen": "0", "window": "a", "question": "LC1", "LC1": "some"}
    assert said(visitor.client.post(reverse("journey:save"), sent)) == (403, {"problem": "no-draft"})


def test_queries_of_a_tap(seller: Visitor, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    form = seller.form("listings")
    with django_assert_max_num_queries(4):
        assert seller.tap(form, {"LC1": "some"}).status_code == 200
