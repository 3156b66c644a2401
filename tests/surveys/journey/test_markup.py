"""Every page is sound HTML that a screen reader, a keyboard and a bad line can work with."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from surveys.actions import Window, save
from tests.surveys.answering import EVERYTHING, INSTRUMENT, complete
from tests.surveys.journey.visitor import Page, Reply, Visitor, attribute, has, page_url, read

Opening = Callable[[Visitor], Reply]

FIRST_VIEW: Final = 20_000
"""Bytes of HTML and stylesheet, compressed, that a seller's first view of a page may cost."""

SCRIPT: Final = 3_000
"""Bytes of the saving script, compressed."""


def opening(url: str) -> Opening:
    return lambda seller: seller.client.get(url, headers={"accept-encoding": "gzip"})


def conflict(seller: Visitor) -> Reply:
    here = seller.form("safety")
    seller.answer("safety", {"RU1": "as-it-is", "T1": ["LC"]})
    return seller.send("safety", here, {"RU1": "quick-look", "T1": ["FB"]})


def full_check(seller: Visitor) -> Reply:
    save(seller.response, complete(EVERYTHING), Window("a", 0))
    return seller.client.get("/check/")


def nobody(url: str) -> Opening:
    return lambda _: Visitor().client.get(url)


PLAIN: Final[dict[str, Opening]] = {
    "start": nobody("/"),
    **{page.id: opening(page_url(page.id)) for page in INSTRUMENT.pages},
    "check": opening("/check/"),
    "keep": opening("/keep/"),
    "open link": opening("/r/"),
    "notice": opening("/notice/"),
    "lost": nobody("/check/"),
    "cleared": lambda seller: seller.client.post("/clear/"),
    "not found": opening("/nowhere/"),
}
IN_TROUBLE: Final[dict[str, Opening]] = {
    "start again": opening("/"),
    "no consent": lambda _: Visitor().begin(other="x"),
    **{f"{p.id} missing": lambda seller, p=p: seller.answer(p.id, {}) for p in INSTRUMENT.pages},  # type: ignore[misc]
    "wrong": lambda seller: seller.answer(
        "safety", {"T1": ["LC", "PP", "MA"], "B1": ["cost", "none"], "ZZ1": "x"}
    ),
    "conflict": conflict,
    "full check": full_check,
    "wrong code": lambda seller: seller.client.post("/r/", {"code": '"><b>'}),
}
PAGES: Final = PLAIN | IN_TROUBLE

each_page = pytest.mark.parametrize("opened", PAGES.values(), ids=PAGES)


def parsed(answer: Reply) -> Page:
    if answer.get("Content-Encoding") == "gzip":
        answer.content = gzip.decompress(answer.content)
    return read(answer)


@each_page
def test_it_is_sound(seller: Visitor, opened: Opening) -> None:
    """Strictly parsed, one main heading, a language, a title, ids that are there once, no style, no code, no host."""
    page = parsed(opened(seller))
    ids = Counter(attribute(e, "id") for e in page.query("*") if has(e, "id"))
    assert [id_ for id_, times in ids.items() if times > 1] == []
    assert len(page.query("h1")) == len(page.query("main")) == 1
    assert attribute(page.query("html")[0], "lang") == "en"
    assert "Seller AI Readiness" in page.query("title")[0].to_text()
    for element in page.query("*"):
        assert not [name for name in element.attrs or () if name == "style" or name.startswith("on")]
        assert element.name != "style"
        for name in ("src", "href", "action"):
            address = attribute(element, name)
            assert address.startswith(("/", "#", "mailto:")) or not address or "#" in address
    assert all(attribute(s, "src").startswith("/static/") and not s.to_text() for s in page.query("script"))


@each_page
def test_every_field_has_a_name_and_every_reference_leads_somewhere(seller: Visitor, opened: Opening) -> None:
    page = parsed(opened(seller))
    ids = {attribute(e, "id") for e in page.query("*")}
    for field in page.query("input"):
        if attribute(field, "type") != "hidden":
            wrapped = [label for label in page.query("label") if field in label.query("input")]
            assert wrapped or page.query(f"label[for={attribute(field, 'id')}]")
    for link in page.query("a"):
        assert link.to_text().strip()
        if attribute(link, "href").startswith("#"):
            assert attribute(link, "href")[1:] in ids
    for element in page.query("*"):
        assert set(attribute(element, "aria-describedby").split()) <= ids
    assert all(button.to_text().strip() for button in page.query("button"))
    assert all(group.query("legend") for group in page.query("fieldset"))


@each_page
def test_headings_leave_no_level_out(seller: Visitor, opened: Opening) -> None:
    levels = [int(e.name[1]) for e in parsed(opened(seller)).query("*") if e.name in ("h1", "h2", "h3", "h4")]
    first = levels.index(1)
    assert set(levels[:first]) <= {2}, "only an error summary stands above the main heading"
    assert all(
        later <= earlier + 1 for earlier, later in zip(levels[first:], levels[first + 1 :], strict=False)
    )


def test_every_page_has_a_title_of_its_own(visitor: Visitor) -> None:
    titles: dict[str, str] = {}
    for name, opened in PLAIN.items():
        visitor.begin()
        titles[name] = parsed(opened(visitor)).query("title")[0].to_text()
    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("name", [name for name in IN_TROUBLE if name not in ("start again", "full check")])
def test_a_page_in_trouble_says_so_first(seller: Visitor, name: str) -> None:
    page = parsed(IN_TROUBLE[name](seller))
    assert page.query("title")[0].to_text().startswith("Error:")
    focus = page.query("[autofocus]")
    assert [(attribute(f, "role"), attribute(f, "tabindex")) for f in focus] == [("alert", "-1")]
    assert focus[0].query("li")


# ---- what a first view costs ------------------------------------------------------------------------------


def static(name: str) -> int:
    found = finders.find(f"readiness/{name}")
    assert found is not None
    return len(gzip.compress(Path(found).read_bytes()))


@each_page
def test_a_first_view_is_light(seller: Visitor, opened: Opening, request: pytest.FixtureRequest) -> None:
    answer = opened(seller)
    html = answer.content if answer.get("Content-Encoding") else gzip.compress(answer.content)
    total = len(html) + static("site.css")
    print(f"\n{request.node.callspec.id}: {len(html)} bytes of HTML, {total} with the stylesheet")
    assert total <= FIRST_VIEW


def test_the_stylesheet_and_the_saving_script_are_light() -> None:
    print(f"\nsite.css: {static('site.css')} bytes, save.js: {static('save.js')} bytes, compressed")
    assert static("site.css") < 8_000
    assert static("save.js") < SCRIPT


def test_pages_are_sent_compressed(seller: Visitor) -> None:
    answer = seller.client.get(reverse("journey:check"), headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
