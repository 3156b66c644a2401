"""What a step says beyond being the smallest; that it is the smallest is among the checks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, Shop, at, every_profile


def nearly(**answers: str) -> Shop:
    """Return an Adept shop with some answers changed."""
    return {**at(-1, EVERYTHING), **answers}


def test_a_skipped_question_is_answered_first() -> None:
    shop = nearly()
    del shop["RU2"]
    (way,) = REAL.evaluate(shop).steps_up
    (step,) = way.raises
    assert (step.question, step.to_choice, step.answer_first) == ("RU2", "not-thought", True)


def test_an_unsure_answer_is_answered_first_too() -> None:
    shop = {**at(0, EVERYTHING), "LC1": "unsure", "LC2": "some", "LC3": "some", "SK1": "saved-prompts"}
    way = REAL.evaluate(shop).steps_up[0]
    assert {step.question: step.answer_first for step in way.raises}["LC1"]


def test_an_answered_question_is_not() -> None:
    (way,) = REAL.evaluate(nearly(RU2="paste-in")).steps_up
    assert [step.answer_first for step in way.raises] == [False]


def test_nothing_is_left_for_the_highest() -> None:
    assert REAL.evaluate(nearly()).steps_up == ()


def test_nothing_to_raise_when_the_target_is_reached() -> None:
    answers = at(-1, EVERYTHING)
    sheet = REAL.part("sheet").read_sheet(REAL.part("registry").instruments.newest(), REAL.model, answers)
    score, _ = REAL.sums(answers)
    assert REAL.part("steps").steps_up(REAL.model, sheet, score, "adept").raises == ()


def test_an_archetype_out_of_reach_has_no_way() -> None:
    locked = tuple(replace(q, reach=0) for q in REAL.model.questions)
    assert REAL.evaluate(at(0, EVERYTHING), replace(REAL.model, questions=locked)).steps_up == ()


def test_every_shop_can_reach_adept() -> None:
    for profile in every_profile():
        ways = REAL.evaluate(at(0, profile)).steps_up
        assert [way.target for way in ways] == ["aspirant", "adept"]


def test_time_sinks_break_ties() -> None:
    shop = {**at(0, EVERYTHING), "LC1": "some", "LC2": "some", "SK1": "saved-prompts"}
    shop |= {q: at(-1, EVERYTHING)[q] for q in ("SK2", "DF1", "DF2", "DF3", "RS2", "PC2")}
    plain = REAL.evaluate(shop).steps_up[0]
    sunk = REAL.evaluate({**shop, "T1": ["FB"]}).steps_up[0]
    assert [step.question for step in plain.raises] == ["LC3"]
    assert [step.question for step in sunk.raises] == ["FB1"]
    assert (plain.steps, plain.effort) == (sunk.steps, sunk.effort)


@pytest.mark.parametrize(
    ("question", "choice", "when"), [("RU2", "paste-in", "today"), ("PP1", "tried", "week")]
)
def test_when_a_step_can_be_done(question: str, choice: str, when: str) -> None:
    shop = nearly(FI1="no", FI2="no", PP2="no", **{question: choice})
    (way,) = REAL.evaluate(shop).steps_up
    assert {step.question: step.when for step in way.raises}[question] == when


def test_shown_lightest_first_then_most_points() -> None:
    way = REAL.evaluate(at(0, EVERYTHING)).steps_up[1]
    shown = [(step.effort, -step.points) for step in way.raises]
    assert shown == sorted(shown)
    assert {step.when for step in way.raises if step.effort > 2} == {"month"}
