"""A seller's whole way in a real browser: without the script and with it, on a bad line, on another phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from readiness.models import Result, TutorialOpening
from surveys.models import Response
from tests.browser.conftest import DESKTOP, NewProfile

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SMALLEST: Final[ViewportSize] = {"width": 320, "height": 640}

Axe = Callable[[Page], list[str]]

BOXES: Final = {"P9": ["ads", "social", "stock"], "T1": ["CS"], "B1": ["time", "cost"], "E1": ["chat"]}
"""What is ticked where more than one answer may be picked; every other question gets its second choice."""


def begin(page: Page) -> None:
    page.goto("/")
    page.get_by_label("I agree").check()
    page.get_by_role("button", name="Start now").click()
    expect(page).to_have_url(re.compile("/questions/start/"))


def answer_page(page: Page) -> None:
    """Pick an answer to every question of the page that is shown."""
    for question in page.locator("fieldset.question").all():
        id_ = question.get_attribute("id") or ""
        for choice in BOXES.get(id_, []):
            question.locator(f"input[value={choice}]").check()
        if id_ not in BOXES:
            question.locator("input").nth(1).check()


def go_on(page: Page) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Save and go on").click()


def answer_all(page: Page) -> None:
    """Answer page after page, until all answers are shown for a check."""
    while "/questions/" in page.url:
        answer_page(page)
        go_on(page)


def saved(page: Page) -> None:
    expect(page.locator("#save-status")).to_have_text("Saved")


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_start_page_to_archetype_reasons_and_tutorials(
    new_profile: NewProfile, *, javascript: bool
) -> None:
    page = new_profile(javascript=javascript)
    begin(page)
    answer_all(page)
    page.get_by_role("button", name="See my result").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^AI A"))
    result = Result.objects.get()
    expect(page.locator(".score-number")).to_have_text(str(result.shown))
    expect(page.locator(".receipt .total")).to_contain_text(f"{result.earned} ÷ {result.possible} × 100")
    assert page.locator("#lessons ~ ul a, ul.cards a[data-opened]").count() >= 2


def test_half_way_the_tab_is_closed_and_a_new_profile_goes_on_with_the_link(new_profile: NewProfile) -> None:
    first = new_profile()
    begin(first)
    answer_page(first)
    go_on(first)
    expect(first).to_have_url(re.compile("/questions/listings/"))
    first.locator("#LC1-some").check()
    saved(first)
    first.goto("/keep/")
    link = first.locator("a.code").inner_text()
    first.context.close()
    second = new_profile()
    second.goto(link)
    second.get_by_role("button", name="Go on where you stopped").click()
    expect(second.locator("#LC1-some")).to_be_checked()
    answer_all(second)
    second.get_by_role("button", name="See my result").click()
    expect(second.locator(".score-number")).to_be_visible()
    assert "#" not in second.url


def test_the_typed_code_opens_the_result_without_the_script(new_profile: NewProfile) -> None:
    first = new_profile(javascript=False)
    begin(first)
    answer_all(first)
    first.get_by_role("button", name="See my result").click()
    first.goto("/keep/")
    code = first.locator("p.code").inner_text()
    second = new_profile(javascript=False)
    second.goto("/r/")
    second.get_by_label("Your code").fill(code.lower().replace("-", " "))
    second.get_by_role("button", name="Open").click()
    expect(second).to_have_url(re.compile("/result/"))


def test_each_tap_is_saved_and_survives_a_dropped_line_and_a_reload(page: Page) -> None:
    begin(page)
    page.locator("#C0-little").check()
    saved(page)
    assert Response.objects.get().answers == {"C0": "little"}
    page.route("**/save/", lambda route: route.abort())
    page.locator("#P1-MY").check()
    expect(page.locator("#save-status")).to_contain_text("Not saved yet")
    assert "P1" not in Response.objects.get().answers
    page.unroute("**/save/")
    page.reload()
    expect(page.locator("#P1-MY")).to_be_checked()
    saved(page)
    assert Response.objects.get().answers == {"C0": "little", "P1": "MY"}
    assert page.evaluate("Object.keys(localStorage)") == []


def test_two_windows_never_overwrite_each_other_silently(new_profile: NewProfile) -> None:
    first = new_profile(javascript=False)
    begin(first)
    second = first.context.new_page()
    second.goto(first.url)
    first.locator("#C0-little").check()
    first.get_by_role("button", name="Save and go on").click()
    second.locator("#C0-most").check()
    second.get_by_role("button", name="Save and go on").click()
    expect(second.locator("#conflict")).to_contain_text("Another window saved")
    expect(second.locator("#C0")).to_contain_text("A little")
    assert Response.objects.get().answers["C0"] == "little"


def test_back_button_change_loop_and_second_visit(page: Page) -> None:
    begin(page)
    answer_page(page)
    go_on(page)
    expect(page).to_have_url(re.compile("/questions/listings/"))
    page.go_back()
    page.locator("#C0-half").check()
    saved(page)
    go_on(page)
    answer_all(page)
    page.get_by_role("link", name="Change How much of your shop").click()
    expect(page.locator("#C0-half")).to_be_checked()
    page.locator("#C0-none").check()
    go_on(page)
    expect(page).to_have_url(re.compile("/check/"))
    page.goto("/")
    page.get_by_role("button", name="Go on where you stopped").click()
    expect(page).to_have_url(re.compile("/check/"))
    assert Response.objects.get().answers["C0"] == "none"


def test_an_opened_tutorial_is_counted_and_leads_straight_there(new_profile: NewProfile) -> None:
    page = new_profile()
    begin(page)
    answer_all(page)
    page.get_by_role("button", name="See my result").click()
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    link = page.locator("a[data-opened]").first
    assert link.get_attribute("href", timeout=1000).startswith("https://")  # type: ignore[union-attr]
    assert link.get_attribute("rel") == "noopener noreferrer"
    with page.expect_response(re.compile("/opened/")) as counted:
        link.click()
    assert counted.value.status == 204
    assert TutorialOpening.objects.get().times == 1


def test_finish_and_clear_leaves_nothing_on_the_device(page: Page) -> None:
    begin(page)
    page.locator("#C0-little").check()
    saved(page)
    page.goto("/keep/")
    page.get_by_role("button", name="Finish and clear this device").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This device is clear")
    assert page.evaluate("Object.keys(localStorage)") == []
    page.go_back()
    page.goto("/check/")
    expect(page.get_by_role("heading", level=1)).to_have_text("We cannot find your answers on this device")


def test_the_whole_way_by_keyboard(page: Page) -> None:
    page.goto("/")
    page.get_by_label("I agree").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/questions/start/"))
    go_on(page)
    expect(page.locator("#error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#C0-none")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#C0-little")).to_be_checked()


def every_page(page: Page) -> list[str]:
    """Walk as a seller and return the address of each page that was met, errors among them."""
    met = ["/", "/r/", "/notice/", "/nowhere/"]
    begin(page)
    while "/questions/" in page.url:
        met.append(page.url)
        answer_page(page)
        go_on(page)
    return [*met, page.url, "/keep/"]


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", [SMALLEST, DESKTOP], ids=["phone", "desktop"])
def test_every_page_is_accessible_and_fits(
    new_profile: NewProfile, axe: Axe, size: ViewportSize, colours: Literal["light", "dark"]
) -> None:
    page = new_profile(size=size, colours=colours)
    troubles: dict[str, list[str]] = {}
    for address in [*every_page(page), "/result/", "/delete/"]:
        if address == "/result/":
            page.goto("/check/")
            page.get_by_role("button", name="See my result").click()
        page.goto(address)
        troubles[address] = axe(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            troubles[address].append("has to be scrolled sideways")
    assert not any(troubles.values()), troubles


def test_a_page_with_errors_is_accessible(page: Page, axe: Axe) -> None:
    begin(page)
    go_on(page)
    expect(page.locator("#error-summary")).to_be_focused()
    assert page.title().startswith("Error:")
    assert axe(page) == []


def test_targets_are_large_enough(page: Page) -> None:
    begin(page)
    heights = [row.bounding_box()["height"] for row in page.locator("label.choice").all()]  # type: ignore[index]
    assert min(heights) >= 44
    assert page.get_by_role("button", name="Save and go on").bounding_box()["height"] >= 44  # type: ignore[index]


def test_print_shows_everything(new_profile: NewProfile, tmp_path: Path) -> None:
    page = new_profile()
    begin(page)
    answer_all(page)
    page.get_by_role("button", name="See my result").click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    expect(page.get_by_role("button", name="Take it again")).to_be_hidden()
    page.pdf(path=tmp_path / "result.pdf")
    assert (tmp_path / "result.pdf").stat().st_size > 10_000
