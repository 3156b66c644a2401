"""Gaps and barriers: which, in what order, and why."""

from __future__ import annotations

import pytest

from readiness.scoring.gaps import Barrier
from surveys.instrument.types import Answer
from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, Shop, at


def content(**answers: Answer) -> Shop:
    """Return a shop without a gap or a barrier, with some answers changed."""
    return {**at(-1, EVERYTHING), **answers}


def test_no_gap_where_ai_regularly_helps() -> None:
    assert [gap.question for gap in REAL.evaluate(content(LC1="some", LC2="tried", PP1="no")).gaps] == [
        "PP1",
        "LC2",
    ]


def test_a_time_sink_comes_first() -> None:
    gaps = REAL.evaluate(content(LC2="tried", PP1="no", T1=["LC"])).gaps
    assert [(gap.question, gap.missing, gap.weight, gap.time_sink) for gap in gaps] == [
        ("LC2", 3, 5, True),
        ("PP1", 4, 4, False),
    ]


def test_a_job_that_does_not_apply_is_no_gap() -> None:
    assert REAL.evaluate(content(FI1="no", P9=["ads", "social", "ship"])).gaps == ()


def barriers(**answers: Answer) -> list[tuple[str, int]]:
    """Return id and strength of the barriers of a content shop with some answers changed."""
    return [(barrier.id, barrier.strength) for barrier in REAL.evaluate(content(**answers)).barriers]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"B1": ["none"]}, []),
        ({"B1": ["time"]}, [("time", 2)]),
        ({"RS2": "stay-away"}, [("cost", 1)]),
        ({"SK1": "not-used", "SK2": "nothing", "SK3": "no-idea"}, [("skills", 2)]),
        ({"DF1": "unsure", "DF2": "nowhere", "B1": ["data", "cost"]}, [("data", 4), ("cost", 2)]),
        ({"PC1": "old-way", "AV1": "nothing-useful"}, [("change", 1), ("value", 1)]),
        ({"PC1": "old-way", "P4": "1"}, []),
    ],
)
def test_barriers_and_their_strength(answers: Shop, expected: list[tuple[str, int]]) -> None:
    assert barriers(**answers) == expected


def test_only_the_two_strongest_steer() -> None:
    found = REAL.evaluate(content(B1=["trust", "time"], RS1="none", RU1="as-it-is", RS2="stay-away")).barriers
    assert found == (
        Barrier("time", 3, picked=True, questions=("RS1",), steers=True),
        Barrier("trust", 3, picked=True, questions=("RU1",), steers=True),
        Barrier("cost", 1, picked=False, questions=("RS2",), steers=False),
    )
