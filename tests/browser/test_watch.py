"""The browser fixtures hear what they promise to hear."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import Watch

SITE = "http://localhost:1"
POLICY = {"Content-Security-Policy": "default-src 'self'; img-src 'self' data:", "Content-Type": "text/html"}


def open_with(chromium: Browser, body: str, *, javascript: bool = True) -> list[str]:
    """Show a page of this text at SITE, whose files are all missing, and return the troubles heard."""
    context = chromium.new_context(java_script_enabled=javascript)
    watch = Watch(SITE)
    watch.follow(context)

    def serve(route: Route) -> None:
        found = route.request.url == f"{SITE}/"
        route.fulfill(body=body if found else "", status=200 if found else 404, headers=POLICY)

    context.route(f"{SITE}/**", serve)
    context.new_page().goto(SITE, wait_until="networkidle")
    context.close()
    return watch.troubles


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        ("<p style='color: red'>", "console: "),
        ("<img src='/missing.png' alt=''>", f"404: {SITE}/missing.png"),
        ("<img src='http://elsewhere.invalid/dot.png' alt=''>", "another host: http://elsewhere.invalid/"),
    ],
)
def test_complaint_is_heard(chromium: Browser, body: str, trouble: str, javascript: bool) -> None:
    assert any(heard.startswith(trouble) for heard in open_with(chromium, body, javascript=javascript))


def test_inline_script_is_heard(chromium: Browser) -> None:
    assert open_with(chromium, "<script>document.title = 'x'</script>")


def test_quiet_page_has_no_trouble(chromium: Browser) -> None:
    assert open_with(chromium, "<link rel=icon href='data:,'><p>quiet</p>") == []


def test_axe_finds_a_picture_without_words(chromium: Browser, axe: Callable[[Page], list[str]]) -> None:
    page = chromium.new_page()
    page.set_content("<img src='data:,'>")
    faults = axe(page)
    page.close()
    assert any(fault.startswith("image-alt: ") for fault in faults)
