"""What is counted: each response once, by the result its seller sees."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from readiness.reports import counts
from tests.reports.filling import drafts, finished, result

pytestmark = pytest.mark.django_db


def test_nobody_came_yet() -> None:
    assert counts.responses_by_archetype() == {}


def test_drafts_and_results_in_one_query() -> None:
    drafts(3)
    finished("agnostic", 2)
    finished("adept", 4)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert counts.responses_by_archetype() == {None: 3, "agnostic": 2, "adept": 4}
    assert len(queries) == 1


def test_a_response_that_was_scored_again_counts_once_by_the_newest_result() -> None:
    once, *_ = finished("agnostic", 2)
    result(once, "aspirant", model="1.1.0").save()
    assert counts.responses_by_archetype() == {"agnostic": 1, "aspirant": 1}


@pytest.mark.parametrize(
    ("notices", "synthetic", "real"),
    [([], 0, False), (["1"], 0, True), ([counts.SYNTHETIC], 1, False), (["1", counts.SYNTHETIC], 1, True)],
)
def test_made_up_sellers_are_told_from_real_ones(notices: list[str], synthetic: int, real: bool) -> None:
    for notice in notices:
        drafts(1, notice)
    found = counts.synthetic_sellers(), counts.holds_synthetic(), counts.holds_real()
    assert found == (synthetic, synthetic > 0, real)
