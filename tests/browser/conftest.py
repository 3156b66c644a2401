"""A real Chromium on the running site, which hears every complaint of the browser.

`page` is a phone with JavaScript on. `new_profile(...)` opens further browser profiles, which share nothing:
other sizes, JavaScript off, dark colours. A test fails at its end when a page wrote an error on its console
(a breach of the content security policy is one), got a broken file, or asked another host for anything.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    ViewportSize,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
DESKTOP: Final[ViewportSize] = {"width": 1280, "height": 900}

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")

FLAGS: Final = (
    "--headless",
    "--no-sandbox",  # root has no sandbox, and only the site's own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",  # no network here either
)

RULES: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

FILES: Final = frozenset({"stylesheet", "script", "image", "font", "manifest"})


@dataclass
class Watch:
    """Hears what a browser profile complains about. `hosts` may be asked for something, besides the site."""

    site: str
    hosts: Collection[str] = ()
    troubles: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Listen to every page of the profile, also to those that open later."""
        context.on("console", self.heard)
        context.on("weberror", lambda error: self.troubles.append(f"uncaught: {error.error}"))
        context.on("request", self.asked)
        context.on("response", self.answered)

    def heard(self, message: ConsoleMessage) -> None:
        """Note an error on the console. `answered` judges files and pages that could not be loaded."""
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"console: {message.text}")

    def asked(self, request: Request) -> None:
        """Note a request to another host."""
        address = urlsplit(request.url)
        if address.scheme in ("data", "blob", "about"):
            return
        if f"{address.scheme}://{address.netloc}" != self.site and address.hostname not in self.hosts:
            self.troubles.append(f"another host: {request.url}")

    def answered(self, response: Response) -> None:
        """Note a fault of the server, and a missing file. Other refusals are for the test to judge."""
        missing = response.status >= 400 and response.request.resource_type in FILES
        if response.status >= 500 or missing:
            self.troubles.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start one Chromium for all tests of this process."""
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, from which Django would refuse to reach the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


class NewProfile(Protocol):
    """Opens a browser profile on the site and returns its first page; relative addresses work in it."""

    def __call__(
        self,
        *,
        javascript: bool = True,
        size: ViewportSize = PHONE,
        colours: Literal["light", "dark"] = "light",
        hosts: Collection[str] = (),
        **options: Any,
    ) -> Page:
        """Return a page. `hosts` may be asked for something; `options` are those of Playwright's contexts."""


@pytest.fixture
def new_profile(chromium: Browser, live_server: LiveServer) -> Iterator[NewProfile]:
    """Open browser profiles; at the end close them, and fail if any page complained."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def open_profile(
        *,
        javascript: bool = True,
        size: ViewportSize = PHONE,
        colours: Literal["light", "dark"] = "light",
        hosts: Collection[str] = (),
        **options: Any,
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            java_script_enabled=javascript,
            viewport=size,
            color_scheme=colours,
            **options,
        )
        context.set_default_timeout(10_000)
        watch = Watch(live_server.url, hosts)
        watch.follow(context)
        opened.append((context, watch))
        return context.new_page()

    yield open_profile
    for context, _ in opened:
        context.close()
    troubles = [trouble for _, watch in opened for trouble in watch.troubles]
    assert not troubles, "\n".join(troubles)


@pytest.fixture
def page(new_profile: NewProfile) -> Page:
    """Return a page on a phone, with JavaScript."""
    return new_profile()


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """Return a function that lists a page's accessibility faults, one line each; none is an empty list."""

    def violations(page: Page) -> list[str]:
        # Without this it would wait for ever: axe is itself JavaScript.
        assert page.evaluate("matchMedia('(scripting: enabled)').matches"), "open the page with JavaScript on"
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(RULES)}})
        return [
            f"{fault['id']}: {fault['help']}: {node['html']}"
            for fault in found.response["violations"]
            for node in fault["nodes"]
        ]

    return violations
