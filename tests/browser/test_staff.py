"""Staff in a real browser: log in, read the overview, log out; with the chart and without it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final, Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from readiness.models import User
from tests.browser.conftest import DESKTOP, PHONE, NewProfile
from tests.reports.filling import PASSWORD, drafts, finished

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ROWS: Final = [["AI Agnostic", "40", "50%"], ["AI Aspirant", "30", "38%"], ["AI Adept", "10", "13%"]]


@pytest.fixture
def busy(db: None) -> None:
    """Some responses, and a member of staff."""
    User.objects.create_user("mei", password=PASSWORD, is_staff=True)
    drafts(20)
    for archetype, number in (("agnostic", 41), ("aspirant", 29), ("adept", 10)):
        finished(archetype, number)


def log_in(page: Page, password: str = PASSWORD) -> None:
    page.goto("/staff/")
    page.get_by_label("Username").fill("mei")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def table(page: Page) -> list[list[str]]:
    rows = page.locator("#shares tbody tr").all()
    return [row.locator("th, td").all_inner_texts() for row in rows]


def fits(page: Page) -> bool:
    """Tell whether nothing has to be scrolled sideways, or hangs out of the figure's frame."""
    right = "element => element.getBoundingClientRect().right"
    edges = [part.evaluate(right) for part in page.locator(".figure, .figure table, .chart text").all()]
    inside = not edges or max(edges) == edges[0]
    return inside and bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.usefixtures("busy")
def test_a_wrong_password_says_so_and_a_right_one_opens_the_overview(
    page: Page, axe: Callable[[Page], list[str]]
) -> None:
    log_in(page, password="wrong")
    expect(page.get_by_role("alert")).to_contain_text("This name and password do not go together.")
    assert axe(page) == []
    log_in(page)
    expect(page).to_have_title("Overview of sellers who took the assessment · Seller AI Readiness")
    assert page.url.endswith("/staff/")


@pytest.mark.usefixtures("busy")
def test_a_password_manager_can_fill_the_login(page: Page) -> None:
    page.goto("/staff/login/")
    assert page.get_by_label("Username").get_attribute("autocomplete") == "username"
    assert page.get_by_label("Password").get_attribute("autocomplete") == "current-password"
    assert fits(page)


@pytest.mark.usefixtures("busy")
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_chart_is_drawn_and_says_what_the_table_says(
    new_profile: NewProfile,
    axe: Callable[[Page], list[str]],
    size: ViewportSize,
    colours: Literal["light", "dark"],
) -> None:
    page = new_profile(size=size, colours=colours)
    log_in(page)
    expect(page.locator(".chart .bars .point path")).to_have_count(3)
    drawing = json.loads(page.locator("#shares-figure").text_content() or "")["data"][0]
    said = [list(row) for row in zip(drawing["y"], drawing["customdata"], drawing["text"], strict=True)]
    assert said == table(page) == ROWS
    assert page.locator(".chart .bartext").all_text_contents() == [share for _, _, share in ROWS]
    assert fits(page)
    assert axe(page) == []


@pytest.mark.parametrize("width", [320, 360, 700, 1280])
def test_words_in_place_of_numbers_fit(new_profile: NewProfile, width: int) -> None:
    User.objects.create_user("mei", password=PASSWORD, is_staff=True)
    finished("aspirant", 400)
    page = new_profile(size={"width": width, "height": 740})
    log_in(page)
    expect(page.locator(".chart .bartext")).to_have_text(["fewer than 10", "90% or more", "fewer than 10"])
    assert fits(page)


@pytest.mark.usefixtures("busy")
def test_the_chart_follows_the_colours_of_the_page(page: Page) -> None:
    log_in(page)
    bar = page.locator(".chart .bars .point path").first
    fill = "bar => getComputedStyle(bar).fill"
    assert bar.evaluate(fill) == "rgb(52, 69, 127)"
    page.emulate_media(color_scheme="dark")
    expect(bar).to_have_css("fill", "rgb(179, 192, 242)")


@pytest.mark.usefixtures("busy")
def test_the_chart_sends_nothing_anywhere(page: Page) -> None:
    log_in(page)
    expect(page.locator(".chart svg").first).to_be_visible()
    assert page.locator(".modebar-btn, .chart a, [data-title*=Share]").count() == 0
    assert "plotly.com" not in page.content()


@pytest.mark.usefixtures("busy")
def test_without_javascript_the_table_says_it_all(new_profile: NewProfile) -> None:
    page = new_profile(javascript=False)
    log_in(page)
    assert table(page) == ROWS
    assert page.locator(".chart").is_hidden()


def test_nothing_to_show_yet(page: Page, axe: Callable[[Page], list[str]]) -> None:
    User.objects.create_user("mei", password=PASSWORD, is_staff=True)
    log_in(page)
    expect(page.locator(".empty")).to_contain_text("Fewer than 10 assessments are finished.")
    assert axe(page) == []


@pytest.mark.usefixtures("busy")
def test_logging_out(page: Page) -> None:
    log_in(page)
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_title("Staff login · Seller AI Readiness")
    page.goto("/staff/")
    assert page.url.endswith("/staff/login/?next=/staff/")
