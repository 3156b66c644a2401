"""The overview page: what it says, that it says no more than it may, and what it costs."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from readiness.headers import CHART_PAGE_POLICY
from readiness.reports.counts import SYNTHETIC
from tests.reports.filling import drafts, finished

MOST_QUERIES = 7
"""Session and user, the counts, the mark of made-up sellers: 4. Django renews the session: 3."""


def overview(client: Client) -> str:
    return client.get(reverse("reports:overview")).content.decode()


def figure(page: str) -> dict[str, Any]:
    found = re.search(r'<script id="shares-figure" type="application/json">(.*?)</script>', page)
    assert found
    drawing: dict[str, Any] = json.loads(found[1])
    return drawing


def rows(page: str) -> list[list[str]]:
    body = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)[0]
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", body)]


def tiles(page: str) -> list[str]:
    return re.findall(r'<p class="tile-number">(.*?)</p>', page)


@pytest.fixture
def busy(staff_client: Client) -> str:
    """The page over 103 responses."""
    drafts(33)
    finished("agnostic", 38)
    finished("aspirant", 27)
    finished("adept", 5)
    return overview(staff_client)


def test_numbers_are_protected(busy: str) -> None:
    assert tiles(busy) == ["105", "70"]
    assert rows(busy) == [
        ["AI Agnostic", "40", "57%"],
        ["AI Aspirant", "25", "36%"],
        ["AI Adept", "fewer than 10", "fewer than 10"],
    ]


def test_every_number_on_the_page_follows_the_rule(busy: str) -> None:
    main = busy[busy.index("<main") : busy.index("</main>")]
    main = re.sub(r"<(script|time|ul)\b.*?</\1>", "", main, flags=re.DOTALL)
    numbers = re.findall(r"(\d+)(%?)", re.sub(r"<[^>]*>|fewer than 10", " ", main))
    assert numbers
    assert all(sign or (int(n) >= 10 and int(n) % 5 == 0) for n, sign in numbers), numbers


def test_the_figure_says_what_the_table_says(busy: str) -> None:
    bars = figure(busy)["data"][0]
    assert [list(row) for row in zip(bars["y"], bars["customdata"], bars["text"], strict=True)] == rows(busy)
    assert bars["x"] == [57, 36, 0]


def test_the_figure_holds_no_template_and_no_colour_of_its_own(busy: str) -> None:
    drawing = figure(busy)
    assert len(json.dumps(drawing)) < 2000
    assert not re.search(r"#[0-9a-f]{3,6}\b|bdata|https?:", json.dumps(drawing))


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((40, 25, 12), "The largest group is AI Agnostic, with 53%."),
        ((25, 40, 12), "The largest group is AI Aspirant, with 53%."),
        ((0, 95, 3), "The largest group is AI Aspirant, with 90% or more."),
        ((40, 41, 12), "The largest groups are AI Agnostic and AI Aspirant, each with 42%."),
        ((20, 20, 20), "The largest groups are AI Agnostic and AI Aspirant and AI Adept, each with 33%."),
        ((5, 5, 4), "Each group holds fewer than 10 assessments."),
    ],
)
def test_the_finding_in_one_sentence(
    staff_client: Client, counts: tuple[int, int, int], sentence: str
) -> None:
    for archetype, number in zip(("agnostic", "aspirant", "adept"), counts, strict=True):
        finished(archetype, number)
    assert f'<figcaption id="shares-finding">{sentence}</figcaption>' in overview(staff_client)


def test_nearly_all_in_one_group_is_said_without_the_count(staff_client: Client) -> None:
    finished("agnostic", 100)
    page = overview(staff_client)
    assert rows(page)[0] == ["AI Agnostic", "90% or more", "90% or more"]
    assert figure(page)["data"][0]["x"] == [90, 0, 0]


def test_a_table_of_small_groups_has_no_chart(staff_client: Client) -> None:
    finished("agnostic", 9)
    finished("adept", 9)
    page = overview(staff_client)
    assert rows(page)[0] == ["AI Agnostic", "fewer than 10", "fewer than 10"]
    assert "shares-figure" not in page
    assert "plotly" not in page


@pytest.mark.parametrize("number", [0, 1, 9])
def test_below_ten_nothing_is_told(staff_client: Client, number: int) -> None:
    finished("adept", number)
    page = overview(staff_client)
    assert tiles(page) == ["fewer than 10", "fewer than 10"]
    assert "Fewer than 10 assessments are finished." in page
    assert "<table" not in page
    assert "AI Adept" not in page
    assert "plotly" not in page


def test_the_page_does_not_depend_on_a_hidden_number(staff_client: Client) -> None:
    finished("adept", 1)
    page = overview(staff_client)
    finished("agnostic", 8)
    changing = r"<time.*?</time>|value=\"\w{64}\""  # the moment, and the form's token
    assert re.sub(changing, "", overview(staff_client)) == re.sub(changing, "", page)


@pytest.mark.parametrize(("notice", "told"), [("1", False), (SYNTHETIC, True)])
def test_made_up_sellers_are_called_so(staff_client: Client, notice: str, told: bool) -> None:
    drafts(1, notice)
    assert ("Synthetic demo data" in overview(staff_client)) == told


def test_the_page_is_honest_about_whom_and_when(busy: str) -> None:
    for words in (
        "Sellers who took the assessment",
        "not about all sellers",
        "The numbers are live",
        "<time ",
    ):
        assert words in busy


def test_the_policy_of_pages_with_charts(staff_client: Client) -> None:
    page = staff_client.get(reverse("reports:overview"))
    assert page.headers["Content-Security-Policy"] == CHART_PAGE_POLICY
    assert page.headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("number", [1, 60])
def test_queries(staff_client: Client, number: int) -> None:
    finished("adept", number)
    overview(staff_client)
    with CaptureQueriesContext(connection) as queries:
        overview(staff_client)
    assert len(queries) <= MOST_QUERIES, [query["sql"] for query in queries]
