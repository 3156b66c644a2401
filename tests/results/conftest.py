"""Sellers for the tests of results."""

from __future__ import annotations

import pytest

from readiness.models import Result
from tests.results.sellers import Shown, result_page, submitted
from tests.scoring.shops import Case, worked_cases
from tests.surveys.journey.visitor import Visitor

CASES = {case.id: case for case in worked_cases()}

_SHOWN: dict[str, Shown] = {}
"""Each page is made once, by the first test that looks at it."""


@pytest.fixture(params=CASES)
def shown(request: pytest.FixtureRequest, db: None) -> Shown:
    """The result page of every worked case."""
    case = CASES[request.param]
    if case.id not in _SHOWN:
        _SHOWN[case.id] = Shown(case, result_page(submitted(case.answers)[0]))
    return _SHOWN[case.id]


@pytest.fixture
def aina() -> Case:
    """A seller alone, who sells fashion and has begun with AI."""
    return CASES["aina"]


@pytest.fixture
def finished(db: None, aina: Case) -> tuple[Visitor, Result]:
    """Aina's browser after she submitted, and her result."""
    return submitted(aina.answers)


@pytest.fixture
def seller(finished: tuple[Visitor, Result]) -> Visitor:
    """Aina's browser after she submitted."""
    return finished[0]


@pytest.fixture
def result(finished: tuple[Visitor, Result]) -> Result:
    """Aina's result."""
    return finished[1]
