"""What holds of every shop and every scorer; see `checks` for each statement."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.scoring.checks import PROPERTIES, RUNS
from tests.scoring.scorer import REAL
from tests.scoring.shops import Shop, shops


@pytest.mark.parametrize("name", PROPERTIES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(shop=shops())
def test_every_shop(name: str, shop: Shop) -> None:
    PROPERTIES[name](REAL, shop)


@pytest.mark.parametrize("name", RUNS)
def test_every_run(name: str) -> None:
    RUNS[name](REAL)
