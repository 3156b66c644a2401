"""Staff pages are sound HTML, and a page with a chart is no heavier than it must be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]
import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from tests.reports.filling import finished
from tests.surveys.journey.visitor import Reply, attribute, has, read

HEAVIEST: Final = 400_000
"""Bytes of a page with a chart on first view, compressed, the library that draws included."""

FILES: Final = (
    "readiness/site.css",
    "readiness/charts.css",
    "readiness/charts.js",
    "vendor/plotly-basic.min.js",
)


def login(client: Client) -> Reply:
    return client.get(reverse("reports:login"))


def refused(client: Client) -> Reply:
    return client.post(reverse("reports:login"), {"username": '"><b>', "password": "wrong"})


def empty(client: Client) -> Reply:
    return client.get(reverse("reports:overview"))


def busy(client: Client) -> Reply:
    finished("agnostic", 30, notice="synthetic")
    finished("adept", 20)
    return client.get(reverse("reports:overview"))


@pytest.mark.parametrize("opened", [login, refused, empty, busy])
def test_pages_are_sound(staff_client: Client, opened: Callable[[Client], Reply]) -> None:
    page = read(opened(staff_client))
    ids = [attribute(element, "id") for element in page.query("*") if has(element, "id")]
    assert len(ids) == len(set(ids))
    assert len(page.query("h1")) == len(page.query("main")) == 1
    for name in ("for", "aria-labelledby", "data-figure"):
        assert {attribute(e, name) for e in page.query("*") if has(e, name)} <= set(ids)
    for script in page.query("script"):
        assert attribute(script, "type") == "application/json" or attribute(script, "src").startswith(
            "/static/"
        )


def test_a_page_with_a_chart_is_light_enough(staff_client: Client) -> None:
    contents = [Path(finders.find(name) or "").read_bytes() for name in FILES]
    sizes = [len(brotli.compress(content)) for content in (busy(staff_client).content, *contents)]
    print(f"\nHTML, {', '.join(FILES)}: {sizes} = {sum(sizes)} bytes")
    assert sum(sizes) < HEAVIEST
