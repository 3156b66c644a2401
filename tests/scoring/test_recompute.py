"""The public script, run as a stranger would: over the downloaded model, without the product."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path
from typing import Final

from readiness.scoring import recompute
from readiness.scoring.publication import published_document
from tests.scoring.scorer import INSTRUMENT, REAL
from tests.scoring.shops import Case, level_of, worked_cases

SCRIPT: Final = Path(recompute.__file__)


def run(folder: Path, case: dict[str, object]) -> str:
    """Run the script alone in `folder` and return what it prints."""
    (folder / "case.json").write_text(json.dumps(case), encoding="utf-8")
    command = [sys.executable, "-I", str(SCRIPT), "model.json", "case.json"]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def line(case: Case) -> str:
    """Return the line that the script must print for a worked case."""
    expected = case.expected
    return f"{expected['earned']} {expected['possible']} {expected['shown']} {expected['verdict']}\n"


def test_every_worked_case_comes_out(tmp_path: Path) -> None:
    document = json.dumps(published_document(INSTRUMENT, REAL.model))
    (tmp_path / "model.json").write_text(document, encoding="utf-8")
    for case in worked_cases():
        profile = {q: a for q, a in case.answers.items() if q.startswith("P") and q[1:].isdigit()}
        answers = {q: a for q, a in case.answers.items() if q not in profile}
        assert run(tmp_path, {"profile": profile, "answers": answers}) == line(case)


def test_places_and_nulls_are_understood() -> None:
    model = published_document(INSTRUMENT, REAL.model)
    for case in worked_cases():
        profile = {q: case.answers[q] for q in ("P4", "P8", "P9")}
        places = {
            q.id: level_of(case.answers, q.id) if q.id in case.answers else None for q in REAL.model.questions
        }
        result = recompute.recompute(model, {"profile": profile, "answers": places})
        assert "{} {} {} {}\n".format(*result) == line(case)


def test_it_is_a_page_of_plain_python() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {n.names[0].name if isinstance(n, ast.Import) else n.module for n in imports}
    assert names == {"fractions", "json", "pathlib", "sys", "typing"}
    assert len(source.splitlines()) <= 40


def test_the_download_says_what_it_is() -> None:
    document = published_document(INSTRUMENT, REAL.model)
    assert json.loads(json.dumps(document)) == document
    assert document["instrument"] == "seller-air@1.0.0"
    assert document["provisional"] is True
    assert document["set_by"] == "makers"
    assert document["digests"] == REAL.part("registry").digests()["1.0.0"]
