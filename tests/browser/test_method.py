"""The method page in a real browser: it fits a small phone, reads in the dark, and opens without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE, NewProfile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALL: ViewportSize = {"width": 320, "height": 640}


def open_folds(page: Page, folds: str = "details") -> None:
    """Open folds of the page, all unless told, as a reader would."""
    for fold in page.locator(folds).all():
        fold.locator("summary").click()


@pytest.mark.parametrize("size", [SMALL, PHONE, DESKTOP])
def test_nothing_scrolls_sideways(new_profile: NewProfile, size: ViewportSize) -> None:
    page = new_profile(size=size)
    page.goto("/method/")
    open_folds(page)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_barrier_is_found(
    new_profile: NewProfile, axe: Callable[[Page], list[str]], colours: Literal["light", "dark"]
) -> None:
    page = new_profile(colours=colours)
    page.goto("/method/")
    open_folds(
        page, "details:first-of-type, details:last-of-type"
    )  # one of each make; all take half a minute
    assert axe(page) == []


def test_the_points_of_a_question_open_without_javascript(new_profile: NewProfile) -> None:
    page = new_profile(javascript=False)
    page.goto("/method/")
    answer = page.get_by_text("Yes, for most listings I made or changed")
    assert not answer.is_visible()
    page.get_by_text("Listings and content: 12 points").click()
    assert answer.is_visible()


def test_the_three_files_come_down_under_their_names(page: Page) -> None:
    page.goto("/method/")
    for name in ("recompute.py", "model.json", "example.json"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == name
