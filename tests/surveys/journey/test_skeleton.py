"""The page that is filled in is, letter by letter, the page that the template makes."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings

from surveys.instrument import registry
from surveys.instrument.types import UNSURE, Answer
from surveys.instrument.walk import walk
from surveys.journey import skeleton
from surveys.journey.question_page import Trouble, context, ticks_for
from tests.surveys.answering import EVERYTHING, INSTRUMENT, SMALLEST, complete, some_answers

FILLED = {"csrf_token": "T" * 64, "seen": "41", "window": "a1b2c3d4", "draft": "d4c3b2a1", "origin": "check"}
WORDING = registry.wording(INSTRUMENT.version, "en")

PROFILES: dict[str, dict[str, Answer]] = {
    "nothing": {},
    "everything": complete(EVERYTHING),
    "smallest": complete(SMALLEST),
    "no facts": {"LC1": "most", "T1": ["LC", "FB"]},
    "unsure": {q.id: UNSURE for q in INSTRUMENT.questions.values() if q.unsure},
    "all boxes": {"P7": list(INSTRUMENT.questions["P7"].choices), "P9": ["ads", "social", "stock", "ship"]},
    "emptied": {"T1": [], "P9": []},
}


def both(answers: dict[str, Answer]) -> list[tuple[str, str]]:
    """Return each page that is met, filled in and straight from the template."""
    way = walk(INSTRUMENT, answers)
    plain = [context(way, page, WORDING, ticks_for(answers), Trouble()) | FILLED for page in way.pages]
    return [
        (
            skeleton.render(page, answers, INSTRUMENT.version, "en", **FILLED),
            render_to_string("journey/page.html", shown),
        )
        for page, shown in zip(way.pages, plain, strict=True)
    ]


@pytest.mark.parametrize("answers", PROFILES.values(), ids=PROFILES)
def test_filled_in_and_rendered_are_the_same(answers: dict[str, Answer]) -> None:
    for filled, rendered in both(answers):
        assert filled == rendered
        assert skeleton.BLANK not in filled


@settings(max_examples=15)
@given(some_answers())
def test_they_are_the_same_for_any_answers(answers: dict[str, Answer]) -> None:
    for filled, rendered in both(answers):
        assert filled == rendered


def test_no_seller_sees_what_another_picked() -> None:
    first = both(complete(EVERYTHING))
    assert all(" checked" not in filled for filled, _ in both({}))
    assert first == both(complete(EVERYTHING))


def test_no_published_word_can_be_taken_for_a_blank() -> None:
    for version in registry.versions():
        for language in registry.languages(version):
            assert skeleton.BLANK not in repr(registry.wording(version, language)).encode().decode(
                "unicode_escape"
            )


def test_a_page_on_which_nothing_applies_is_not_made_up() -> None:
    page = walk(INSTRUMENT, {}).pages[0]
    lost = type(page)(type(page.page)("nowhere", ()), (), frozenset(), 1)
    with pytest.raises(LookupError, match="nowhere"):
        skeleton.render(lost, {}, INSTRUMENT.version, "en", **FILLED)
