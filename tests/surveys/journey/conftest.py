"""Browsers for the tests of the seller's pages."""

from __future__ import annotations

import pytest

from tests.surveys.journey.visitor import Visitor


@pytest.fixture
def visitor(db: None) -> Visitor:
    """Somebody who was never here before."""
    return Visitor()


@pytest.fixture
def seller(visitor: Visitor) -> Visitor:
    """Somebody who agreed and began."""
    visitor.begin()
    return visitor
