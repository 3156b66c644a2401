"""The door: what it refuses, and that it remembers."""

from __future__ import annotations

import pytest

from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, at


@pytest.mark.parametrize("answer", ["often", "", ["some"]])
def test_an_answer_that_is_no_choice_is_refused(answer: str | list[str]) -> None:
    with pytest.raises(ValueError, match=r"LC1: .* is none of its choices \(no, tried, some, most\)"):
        REAL.evaluate({**at(0, EVERYTHING), "LC1": answer})


def test_unless_it_does_not_apply() -> None:
    shop = {**at(-1, EVERYTHING), "P9": ["social", "stock", "ship"], "MA2": "often"}
    assert REAL.evaluate(shop).score.not_applicable == ("MA2",)


def test_equal_answers_are_worked_out_once() -> None:
    shop = at(1, EVERYTHING)
    assert REAL.evaluate(shop) is REAL.evaluate({**shop, "C0": "most", "P10": "ms"})
    assert REAL.evaluate(shop) is not REAL.evaluate({**shop, "T1": ["LC"]})
