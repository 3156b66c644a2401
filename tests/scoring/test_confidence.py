"""The exact chances where they can be worked out on paper, and the words for them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, at


def test_one_safety_habit_just_kept() -> None:
    confidence = REAL.evaluate({**at(-1, EVERYTHING), "RU1": "quick-look"}).confidence
    assert confidence.aspirant == Fraction(3, 20)
    assert (confidence.own, confidence.word, confidence.other) == (Fraction(17, 20), "likely", "aspirant")


def test_one_safety_habit_missing() -> None:
    confidence = REAL.evaluate({**at(-1, EVERYTHING), "RU2": "paste-in"}).confidence
    assert confidence.adept == Fraction(3, 20)
    assert confidence.agnostic == 0


def test_both_safety_habits_just_kept() -> None:
    shop = {**at(-1, EVERYTHING), "RU1": "quick-look", "RU2": "not-thought"}
    assert REAL.evaluate(shop).confidence.own == Fraction(17, 20) ** 2


def test_nothing_else_can_happen() -> None:
    confidence = REAL.evaluate(at(0, EVERYTHING)).confidence
    assert confidence.own == 1
    assert confidence.word == "clear"
    assert confidence.other is None


@pytest.mark.parametrize(
    ("clear", "likely", "word"),
    [("17/20", "7/10", "clear"), ("9/10", "17/20", "likely"), ("9/10", "7/8", "close")],
)
def test_the_words_begin_at_their_chance(clear: str, likely: str, word: str) -> None:
    rules = replace(REAL.model.rules, clear_from=Fraction(clear), likely_from=Fraction(likely))
    shop = {**at(-1, EVERYTHING), "RU1": "quick-look"}
    assert REAL.evaluate(shop, replace(REAL.model, rules=rules)).confidence.word == word
