"""Tutorials for the shop and for each gap, each with its reasons and facts, and links that give nothing away."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

import pytest
from django.urls import resolve, reverse
from justhtml import Element

from readiness.learning.catalogue import catalogue
from readiness.learning.matching import match_tutorials
from readiness.learning.tutorial import Tutorial
from surveys.instrument import registry
from tests.results.sellers import Shown, all_said, result_page, said, submitted, within
from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, Shop, at, every_profile
from tests.surveys.journey.visitor import Page, attribute, has

LANGUAGES: Final = registry.wording("1.0.0", "en").questions["P10"].choices

LENGTHS: Final = ("minute", "minutes", "hour", "hours", "not known")
PRICES: Final = {
    "free": "free",
    "part-paid": "free to follow, extras cost money",
    "paid": "paid",
    "unknown": "price not known",
}
SIGN_INS: Final = {
    "none": "no sign-in",
    "account": "needs an account",
    "mydigital-id": "needs MyDigital ID",
    "unknown": "may need a sign-in",
}

each_tutorial = pytest.mark.parametrize("tutorial", catalogue().tutorials, ids=lambda tutorial: tutorial.id)


def tutorial_of(link: Element) -> Tutorial:
    id_ = resolve(attribute(link, "data-opened")).kwargs["tutorial"]
    found = catalogue().find(id_)
    assert found is not None
    return found


def gaps(page: Page) -> list[Element]:
    return page.query("section[aria-labelledby=lessons] details")


def outside(page: Page) -> list[Element]:
    return [link for link in page.query("a") if urlsplit(attribute(link, "href")).netloc]


def test_the_best_matches_are_shown_in_order(shown: Shown) -> None:
    found = [tutorial_of(link).id for link in shown.page.query("section[aria-labelledby=lessons] .card a")]
    language = str(shown.case.answers.get("P10", "en"))
    matches = match_tutorials(catalogue(), REAL.model, shown.outcome, shown.case.answers, language)
    assert found == [match.tutorial.id for match in matches]
    assert len(found) >= 2 or not shown.outcome.gaps


def test_each_has_its_reasons_and_its_facts(shown: Shown) -> None:
    for shown_card in shown.page.query("section[aria-labelledby=lessons] .card"):
        tutorial = tutorial_of(within(shown_card, "a")[0])
        assert tutorial.provider in said(shown_card)
        assert [said(reason) for reason in within(shown_card, ".reasons li")]
        facts = [said(fact) for fact in within(shown_card, ".meta li")]
        assert {PRICES[tutorial.cost], SIGN_INS[tutorial.sign_in]} <= set(facts)
        assert ", ".join(LANGUAGES[language] for language in tutorial.languages) in facts
        assert any(fact.endswith(LENGTHS) for fact in facts)
        assert ("link not checked by us" in facts) == (tutorial.opened_on is None)


def test_every_gap_lists_at_least_two(shown: Shown) -> None:
    found = gaps(shown.page)
    assert len(found) == len(shown.outcome.gaps)
    for gap, details in zip(shown.outcome.gaps, found, strict=True):
        teach = [tutorial_of(link) for link in within(details, "li a")]
        assert len({tutorial.id for tutorial in teach}) >= 2
        assert all(gap.question in tutorial.teaches for tutorial in teach)
        assert ("eats your week" in said(within(details, "summary")[0])) == gap.time_sink
        assert all(" · " in said(line) for line in within(details, "li"))


def test_links_lead_straight_there_and_tell_nothing(shown: Shown) -> None:
    for link in outside(shown.page):
        tutorial = tutorial_of(link)
        assert urlsplit(attribute(link, "href")).scheme == "https"
        assert attribute(link, "href") == attribute(link, "data-url") == tutorial.url
        assert set(attribute(link, "rel").split()) >= {"noopener", "noreferrer"}
        assert not has(link, "target")
        assert attribute(link, "lang") == tutorial.title_language
        assert said(link) == " ".join(tutorial.title.split())


@pytest.mark.parametrize("shop", [at(-1, EVERYTHING), *(at(0, p) for p in list(every_profile())[::16])])
@pytest.mark.parametrize("language", ["ms", "fil"])
def test_whatever_the_shop_there_is_something_to_learn(db: None, shop: Shop, language: str) -> None:
    page = result_page(submitted({**shop, "P1": "TH", "P10": language})[0])
    assert all(len(details.query("li a")) >= 2 for details in gaps(page))
    assert len(page.query("section[aria-labelledby=lessons] .card")) >= 2 or not gaps(page)
    assert bool(gaps(page)) != ("No gap is left" in " ".join(all_said(page, "section")))


@each_tutorial
def test_every_tutorial_can_be_counted_and_is_in_a_language_with_a_name(tutorial: Tutorial) -> None:
    address = reverse("results:opened", args=[tutorial.id])
    assert resolve(address).kwargs == {"tutorial": tutorial.id}
    assert set(tutorial.languages) <= set(LANGUAGES)
    assert tutorial.url.startswith("https://")
