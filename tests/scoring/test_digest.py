"""What the digests hold and what they leave out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from readiness.scoring.digest import advice_digest, scoring_digest
from readiness.scoring.model import Dimension
from tests.scoring.scorer import INSTRUMENT, REAL

RULES: list[dict[str, Any]] = [
    {"aspirant_points": 26},
    {"adept_points": 66},
    {"aspirant_jobs": Fraction(1, 5)},
    {"adept_functions": Fraction(3, 4)},
    {"adept_not_lowest": ("RU1",)},
    {"at_work": Fraction(1, 3)},
    {"regular_from": 3},
    {"most_skipped": 4},
    {"retest": Fraction(1, 10)},
    {"clear_from": Fraction(8, 10)},
    {"likely_from": Fraction(6, 10)},
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: next(iter(rule)))
def test_every_rule_is_in_the_scoring_digest(rule: dict[str, Any]) -> None:
    changed = replace(REAL.model, rules=replace(REAL.model.rules, **rule))
    assert scoring_digest(INSTRUMENT, changed) != scoring_digest(INSTRUMENT, REAL.model)
    assert advice_digest(changed) == advice_digest(REAL.model)


def test_so_is_what_applies_to_whom() -> None:
    before = scoring_digest(INSTRUMENT, REAL.model)
    solo, *others = INSTRUMENT.flags
    assert (
        scoring_digest(replace(INSTRUMENT, flags=(replace(solo, present=False), *others)), REAL.model)
        != before
    )
    always = replace(INSTRUMENT.questions["PC1"], not_applicable_if=frozenset())
    questions = {**INSTRUMENT.questions, "PC1": always}
    assert scoring_digest(replace(INSTRUMENT, questions=questions), REAL.model) != before


def test_so_are_the_dimensions() -> None:
    first, *others = REAL.model.dimensions
    turned = replace(REAL.model, dimensions=(Dimension(first.id, "enabler"), *others))
    assert scoring_digest(INSTRUMENT, turned) != scoring_digest(INSTRUMENT, REAL.model)


def test_a_flag_that_takes_out_nothing_scored_is_not() -> None:
    scored = tuple(flag for flag in INSTRUMENT.flags if flag.id != "abroad")
    assert scoring_digest(replace(INSTRUMENT, flags=scored), REAL.model) == scoring_digest(
        INSTRUMENT, REAL.model
    )


@pytest.mark.parametrize("change", [{"effort": (3, 3, 3)}, {"reach": 1}, {"barrier": "cost"}])
def test_what_steers_advice_is_in_the_advice_digest(change: dict[str, Any]) -> None:
    first, *others = REAL.model.questions
    changed = replace(REAL.model, questions=(replace(first, **change), *others))
    assert advice_digest(changed) != advice_digest(REAL.model)


def test_so_are_weights_and_the_order_that_breaks_ties() -> None:
    model = REAL.model
    for changed in (
        replace(model, questions=model.questions[::-1]),
        replace(model, matching=replace(model.matching, show=7)),
        replace(model, advice=replace(model.advice, barriers_steering=3)),
    ):
        assert advice_digest(changed) != advice_digest(model)
