"""The downloads: anybody can recompute the example with nothing but what the page serves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
from django.test import Client

from readiness.assessment import assess
from readiness.method.example import EXAMPLES
from readiness.method.published import Published
from readiness.scoring import registry as models
from readiness.scoring.publication import published_document
from tests.scoring.shops import worked_cases

FILES: Final = {
    "recompute.py": "text/x-python; charset=utf-8",
    "model.json": "application/json",
    "example.json": "application/json",
}


@pytest.mark.parametrize(("name", "content_type"), FILES.items())
def test_each_is_a_file_that_caches_may_keep(name: str, content_type: str) -> None:
    response = Client().get(f"/method/{name}")
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.headers["Cache-Control"] == "public, max-age=300"
    assert response.headers["X-Robots-Tag"].startswith("noindex")


def test_the_script_recomputes_the_example_from_the_served_bytes(tmp_path: Path, text: str) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes(Client().get(f"/method/{name}").content)
    command = [sys.executable, "-I", "recompute.py", "model.json", "example.json"]
    printed = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
    assert printed == "29 93 31 aspirant\n"
    assert f"python3 recompute.py model.json example.json {printed.strip()}" in text


@pytest.mark.parametrize("version", models.versions())
def test_each_version_serves_its_own_files(version: str) -> None:
    model = json.loads(Client().get(f"/method/{version}/model.json").content)
    example = json.loads(Client().get(f"/method/{version}/example.json").content)
    assert model["version"] == version
    assert model["instrument"] == example["instrument"]
    assert model["digests"] == models.digests()[version]


def test_the_model_is_the_published_one(found: Published) -> None:
    served = json.loads(Client().get("/method/model.json").content)
    assert served == published_document(found.instrument, found.model)


def test_the_example_is_a_document_that_the_product_takes(found: Published) -> None:
    result: dict[str, Any] = assess(json.loads(Client().get("/method/example.json").content))
    assert result["score"]["shown"] == 31


def test_the_example_is_the_worked_case(found: Published) -> None:
    assert EXAMPLES["1.0.0"] == next(case for case in worked_cases() if case.id == "aina").answers
    assert {models.model(version).instrument for version in models.versions()} <= set(EXAMPLES)
