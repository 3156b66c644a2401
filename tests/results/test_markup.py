"""The pages of results are sound HTML, light, and quick to ask the database."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from readiness.models import Result
from tests.results.sellers import Shown, again, answering, result_page
from tests.scoring.shops import Case, worked_cases
from tests.surveys.journey.visitor import Page, Visitor, attribute, has, read

FIRST_VIEW: Final = 20_000
"""Bytes of HTML and stylesheet, compressed, that a seller's first view of a page may cost."""

GET: Final = ("result", "delete", "my_data_json", "my_data_csv", "come_back")


def deleted(seller: Visitor) -> Page:
    return read(seller.client.post(reverse("results:delete"), {"sure": "yes"}))


PAGES: Final[dict[str, Callable[[Visitor], Page]]] = {
    "result": result_page,
    "an attempt": lambda seller: result_page(seller, 1),
    "delete": lambda seller: read(seller.client.get(reverse("results:delete"))),
    "delete, not ticked": lambda seller: read(seller.client.post(reverse("results:delete"))),
    "deleted": deleted,
}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, seller: Visitor, result: Result, aina: Case) -> Page:
    """Every page of results, of a seller with two attempts."""
    again(result, aina.answers)
    return PAGES[request.param](seller)


def assert_sound(page: Page) -> None:
    """Strictly parsed; ids once; one main heading; no style, no code, nothing loaded from elsewhere."""
    ids = Counter(attribute(e, "id") for e in page.query("*") if has(e, "id"))
    assert not [id_ for id_, times in ids.items() if times > 1]
    assert len(page.query("h1")) == len(page.query("main")) == 1
    assert attribute(page.query("html")[0], "lang") == "en"
    for element in page.query("*"):
        assert not [name for name in element.attrs or () if name == "style" or name.startswith("on")]
        assert element.name != "style"
        assert attribute(element, "src").startswith("/") or not has(element, "src")
        assert set(attribute(element, "aria-labelledby").split()) <= set(ids)
    assert all(has(script, "src") and not script.to_text() for script in page.query("script"))
    assert all(attribute(link, "href").startswith("/static/") for link in page.query("link"))


def assert_headings_leave_no_level_out(page: Page) -> None:
    levels = [int(e.name[1]) for e in page.query("*") if e.name in ("h1", "h2", "h3", "h4")]
    after = levels[levels.index(1) :]
    assert all(later <= earlier + 1 for earlier, later in pairwise(after))


def test_result_pages_are_sound(shown: Shown) -> None:
    assert_sound(shown.page)
    assert_headings_leave_no_level_out(shown.page)


def test_every_page_is_sound(page: Page) -> None:
    assert_sound(page)
    assert_headings_leave_no_level_out(page)


def test_every_field_button_link_and_picture_has_a_name(page: Page) -> None:
    ids = {attribute(e, "id") for e in page.query("*")}
    for field in page.query("input"):
        assert attribute(field, "type") == "hidden" or [
            label for label in page.query("label") if field in label.query("input")
        ]
    assert all(element.to_text().strip() for element in page.query("a, button, summary, th, caption, title"))
    assert all(attribute(picture, "aria-label") for picture in page.query("svg[role=img]"))
    assert all(has(s, "aria-hidden") or attribute(s, "role") == "img" for s in page.query("svg"))
    local = [attribute(a, "href")[1:] for a in page.query("a") if attribute(a, "href").startswith("#")]
    assert set(local) <= ids


def test_forms_carry_the_token(page: Page) -> None:
    for form in page.query("form"):
        assert attribute(form, "method") == "post"
        assert len(form.query("input[name=csrfmiddlewaretoken]")) == 1


# ---- what it costs ----------------------------------------------------------------------------------------


def compressed(name: str) -> int:
    found = finders.find(f"readiness/{name}")
    assert found is not None
    return len(gzip.compress(Path(found).read_bytes()))


@pytest.mark.parametrize("case", worked_cases(), ids=lambda case: case.id)
def test_a_first_view_is_light(db: None, case: Case) -> None:
    visitor = answering(case.answers)[0]
    visitor.client.post(reverse("results:submit"))
    answer = visitor.client.get(reverse("results:result"), headers={"accept-encoding": "gzip"})
    total = len(answer.content) + compressed("site.css")
    print(f"\n{case.id}: {len(answer.content)} bytes of HTML, {total} with the stylesheet")
    assert answer["Content-Encoding"] == "gzip"
    assert total <= FIRST_VIEW
    assert compressed("result.js") < 1_000


@pytest.mark.parametrize("attempts", [1, 4])
@pytest.mark.parametrize(
    ("name", "queries"),
    [("result", 2), ("come_back", 2), ("my_data_json", 3), ("my_data_csv", 2), ("delete", 1)],
)
def test_pages_ask_the_database_little(
    seller: Visitor,
    result: Result,
    aina: Case,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    name: str,
    queries: int,
    attempts: int,
) -> None:
    for _ in range(attempts - 1):
        again(result, aina.answers)
    with django_assert_max_num_queries(queries):
        assert seller.client.get(reverse(f"results:{name}")).status_code == 200
