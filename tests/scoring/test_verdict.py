"""Labels, tight checks and the table of needed numbers."""

from __future__ import annotations

import pytest

from readiness.scoring.verdict import needed
from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, Shop, at

# Worked out by hand: possible points -> points needed for Aspirant and for Adept.
POINTS = {
    69: (18, 45), 72: (18, 47), 73: (19, 48), 76: (19, 50), 77: (20, 51), 80: (20, 52), 81: (21, 53), 84: (21, 55),
    85: (22, 56), 88: (22, 58), 89: (23, 58), 92: (23, 60), 93: (24, 61), 96: (24, 63), 97: (25, 64), 100: (25, 65),
}  # fmt: skip


@pytest.mark.parametrize(("possible", "points"), POINTS.items())
def test_points_needed(possible: int, points: tuple[int, int]) -> None:
    need = needed(REAL.model.rules, possible, 15, 6)
    assert (need.aspirant_points, need.adept_points) == points


@pytest.mark.parametrize(
    ("jobs", "functions", "expected"),
    [(8, 4, (2, 4)), (12, 4, (2, 4)), (12, 5, (2, 4)), (13, 6, (3, 5)), (15, 6, (3, 5))],
)
def test_jobs_and_functions_needed(jobs: int, functions: int, expected: tuple[int, int]) -> None:
    need = needed(REAL.model.rules, 100, jobs, functions)
    assert (need.aspirant_jobs, need.adept_functions) == expected


def keen_learner(**jobs: str) -> Shop:
    """Return a shop with 40 enabler points and hardly any use."""
    shop = at(-1, EVERYTHING)
    return {**shop, **{q.id: "no" for q in REAL.model.questions if q.job}, **jobs}


@pytest.mark.parametrize(
    ("jobs", "label"),
    [
        ({}, "ready_not_started"),
        ({"LC1": "tried", "LC2": "tried", "CS1": "tried"}, "ready_not_started"),
        ({"LC1": "some"}, "started_not_spread"),
        ({"LC1": "some", "CS1": "most"}, "started_not_spread"),
        ({"LC1": "some", "CS1": "most", "FB1": "some"}, "aspirant"),
    ],
)
def test_the_points_without_the_use(jobs: dict[str, str], label: str) -> None:
    assert REAL.evaluate(keen_learner(**jobs)).verdict.label == label


def test_few_points_are_plainly_agnostic() -> None:
    verdict = REAL.evaluate(at(0, EVERYTHING)).verdict
    assert verdict.label == "agnostic"
    assert verdict.tight == ()


@pytest.mark.parametrize(
    ("changes", "tight"),
    [
        ({}, []),
        ({"RU1": "quick-look"}, [("safety", 2, 2)]),
        ({"RU1": "as-it-is"}, [("safety", 2, 1)]),
        ({"RU1": "as-it-is", "RU2": "paste-in"}, []),
        ({"PP1": "no", "PP2": "tried"}, [("functions", 5, 5)]),
    ],
)
def test_what_is_tight_near_adept(changes: dict[str, str], tight: list[tuple[str, int, int]]) -> None:
    verdict = REAL.evaluate({**at(-1, EVERYTHING), **changes}).verdict
    assert [(check.name, check.needed, check.actual) for check in verdict.tight] == tight


def test_the_highest_has_nothing_above() -> None:
    verdict = REAL.evaluate(at(-1, EVERYTHING)).verdict
    assert verdict.next_archetype is None
    assert verdict.stopped_by == ()
