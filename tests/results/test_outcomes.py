"""What a page computes again from a stored result is what was stored."""

from __future__ import annotations

import pytest

from readiness.models import Result
from readiness.results.actions import _summary
from readiness.results.outcomes import judged
from tests.results.sellers import Answers, submitted
from tests.scoring.scorer import INSTRUMENT, REAL
from tests.scoring.shops import random_shops, worked_cases
from tests.surveys.answering import EVERYTHING, SMALLEST, complete

pytestmark = pytest.mark.django_db

SETS: list[Answers] = [
    *(case.answers for case in worked_cases()),
    *random_shops(seed=2, count=25, skips=0.15),
    complete(EVERYTHING),
    complete(SMALLEST),
]


@pytest.mark.parametrize("answers", SETS)
def test_it_is_the_same_outcome(answers: Answers) -> None:
    stored = Result.objects.select_related("response").get(pk=submitted(answers)[1].pk)
    found = judged(stored)
    columns = _summary(found.outcome)
    assert {name: getattr(stored, name) for name in columns} == columns
    assert (found.instrument, found.model, found.answers) == (INSTRUMENT, REAL.model, dict(answers))


def test_it_goes_by_the_versions_that_the_result_names(result: Result) -> None:
    result.model_version = "0.0.1"
    with pytest.raises(LookupError, match=r"0\.0\.1"):
        judged(result)
