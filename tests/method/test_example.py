"""The worked example: what the page shows is what the model says."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from readiness.method import sentences
from readiness.method.example import EXAMPLES, cut_decimal
from readiness.method.published import Published
from readiness.scoring.outcome import Outcome, evaluate

Cells = Callable[[str], list[list[str]]]


@pytest.fixture(scope="module")
def outcome(found: Published) -> Outcome:
    """Return what the model says of the example."""
    return evaluate(found.instrument, found.model, EXAMPLES[found.instrument.version])


def test_the_receipt_adds_up_to_the_score(outcome: Outcome, cells: Cells) -> None:
    receipt = [row for row in cells("#example details table") if len(row) == 3][1:]
    lines, total = receipt[:-1], 0
    for scored, (asked, points, running) in zip(outcome.score.questions, lines, strict=True):
        total += scored.points
        assert asked.startswith(f"{scored.question} · ")
        assert (points, running) == (f"{scored.points}/{scored.possible}", str(total))
    assert total == outcome.score.earned
    assert receipt[-1] == ["Sum", f"{total}/{outcome.score.possible}", str(total)]


def test_every_dimension_has_its_sum(found: Published, outcome: Outcome, cells: Cells) -> None:
    heads = [row[0] for row in cells("#example details table") if len(row) == 1]
    assert heads == [
        f"{found.wording.groups[d.dimension]}: {d.points}/{d.possible}" + " AI at work" * d.at_work
        for d in outcome.score.dimensions
    ]


def test_the_checks_are_those_of_the_verdict(outcome: Outcome, cells: Cells) -> None:
    rows = [row for row in cells("#example table") if row[-1] in ("yes", "no")]
    assert [(row[1], row[2], row[3] == "yes") for row in rows] == [
        (str(check.needed), str(check.actual), check.passed) for check in outcome.verdict.checks
    ]


def test_the_sum_is_shown_exactly(text: str) -> None:
    assert "29 × 100 ÷ 93 = 2900/93 = 31.18… Rounded down: 31" in text
    assert "Points that fit her shop: 93 of 100." in text
    assert "Her group: AI Aspirant" in text


def test_chances_and_what_follows_are_shown(text: str) -> None:
    assert "AI Agnostic: 26 in 100 AI Aspirant: 74 in 100 AI Adept: 0 in 100" in text
    assert "So we call it: Likely" in text
    assert "The smallest way to AI Adept has 21 steps, with effort 34." in text
    assert "Her largest gaps: CS2 · Reviews CS3 · Returns and complaints CS1 · Buyer chat" in text
    assert "steers her tutorials: It costs too much I have no time to learn it" in text


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(2900, 93), "31.18…"),
        (Fraction(65), "65.00"),
        (Fraction(129, 2), "64.50"),
        (Fraction(64999, 1000), "64.99…"),
        (Fraction(100, 3000), "0.03…"),
    ],
)
def test_decimals_are_cut_off_not_rounded(exact: Fraction, shown: str) -> None:
    assert cut_decimal(exact) == shown


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (Fraction(0), "0 in 100"),
        (Fraction(1, 1000), "less than 1 in 100"),
        (Fraction(742, 1000), "74 in 100"),
        (Fraction(999, 1000), "more than 99 in 100"),
        (Fraction(1), "100 in 100"),
    ],
)
def test_a_chance_is_never_rounded_to_never_or_always(chance: Fraction, words: str) -> None:
    assert sentences.chance(chance) == words
