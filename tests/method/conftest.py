"""The method page, read once by a strict parser. No fixture here gives a test the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from justhtml import JustHTML

from readiness.method.published import Published, published


@pytest.fixture(scope="session")
def html() -> str:
    """Return the page as it is served."""
    response = Client().get("/method/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture(scope="session")
def page(html: str) -> JustHTML:
    """Return the page parsed; broken markup raises."""
    return JustHTML(html, strict=True, sanitize=False)


@pytest.fixture(scope="session")
def text(page: JustHTML) -> str:
    """Return all that a reader can read, in one line."""
    return squeezed(page.query("main")[0])


@pytest.fixture(scope="session")
def found() -> Published:
    """Return the files that the page is made of."""
    return published(None, "en")


@pytest.fixture(scope="session")
def cells(page: JustHTML) -> Callable[[str], list[list[str]]]:
    """Return a function that reads the rows of a table: the texts of their cells."""
    return lambda selector: [
        [squeezed(cell) for cell in row.query("th, td")] for row in page.query(f"{selector} tr")
    ]


def squeezed(node: Any) -> str:
    """Return the text of a node with single spaces."""
    return " ".join(node.to_text(separator=" ", strip=False).split())
