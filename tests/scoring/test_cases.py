"""The worked cases: every value that a case states must come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import pytest

from readiness.scoring.outcome import Outcome
from readiness.scoring.steps import StepsUp
from tests.scoring.scorer import REAL
from tests.scoring.shops import Case, worked_cases

CASES: Final = worked_cases()


def _by_archetype(outcome: Outcome, value: str) -> dict[str, dict[str, object]]:
    """Return archetype -> check -> its `value`."""
    found: dict[str, dict[str, object]] = {}
    for check in outcome.verdict.checks:
        found.setdefault(check.archetype, {})[check.name] = getattr(check, value)
    return found


def _needed(outcome: Outcome) -> dict[str, dict[str, object]]:
    needed = _by_archetype(outcome, "needed")
    assert needed["adept"].pop("safety") == 2
    return needed


def _way(way: StepsUp) -> dict[str, object]:
    changes = [[r.question, r.from_choice, r.to_choice, r.effort] for r in way.raises]
    return {"target": way.target, "steps": way.steps, "effort": way.effort, "changes": changes}


FOUND: Final[Mapping[str, Callable[[Outcome], object]]] = {
    "not_applicable": lambda o: list(o.score.not_applicable),
    "questions": lambda o: {
        q.question: [q.points, q.possible, str(q.contribution)] for q in o.score.questions
    },
    "dimensions": lambda o: {d.dimension: [d.points, d.possible] for d in o.score.dimensions},
    "skipped": lambda o: list(o.score.skipped),
    "provisional": lambda o: o.score.provisional,
    "earned": lambda o: o.score.earned,
    "possible": lambda o: o.score.possible,
    "score": lambda o: str(o.score.exact),
    "shown": lambda o: o.score.shown,
    "score_if_skipped_were_highest": lambda o: str(o.score.upper),
    "shown_if_skipped_were_highest": lambda o: o.score.shown_upper,
    "functions": lambda o: len(o.score.functions),
    "functions_at_work": lambda o: list(o.score.functions_at_work),
    "jobs": lambda o: len(o.score.jobs),
    "regular_jobs": lambda o: list(o.score.regular_jobs),
    "needed": _needed,
    "checks": lambda o: _by_archetype(o, "passed"),
    "verdict": lambda o: o.verdict.archetype,
    "label": lambda o: o.verdict.label,
    "rule": lambda o: o.verdict.rule,
    "tight": lambda o: [check.name for check in o.verdict.tight],
    "gaps": lambda o: [gap.question for gap in o.gaps],
    "barriers": lambda o: [barrier.id for barrier in o.barriers],
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_everything_stated_comes_out(case: Case) -> None:
    expected = dict(case.expected)
    outcome = REAL.evaluate(case.answers)
    _compare_chances(outcome, expected.pop("confidence"))
    _compare_ways(outcome, expected.pop("steps_up", []))
    assert {name: FOUND[name](outcome) for name in expected} == expected


def _compare_chances(outcome: Outcome, expected: dict[str, Any]) -> None:
    within = expected.pop("within", 0.000001)
    assert outcome.confidence.word == expected.pop("word")
    for archetype, chance in expected.items():
        assert float(getattr(outcome.confidence, archetype)) == pytest.approx(chance, abs=within)


def _compare_ways(outcome: Outcome, expected: list[dict[str, Any]]) -> None:
    """Compare the ways that the case states, nearest first; a hand-written case may leave out the far one."""
    assert [_way(way) for way in outcome.steps_up[: len(expected)]] == expected
    assert bool(outcome.steps_up) == bool(expected)


def test_every_case_is_there() -> None:
    assert len(CASES) == 14
