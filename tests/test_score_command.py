"""`manage.py score`: prints one JSON object, or one line on standard error and exit code 2."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, Final

import pytest
from django.core.management import CommandError, call_command

from readiness.assessment import assess

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final[dict[str, object]] = {
    "instrument": "1.0.0",
    "profile": {"P4": "1", "P8": "51-300", "P9": []},
    "answers": {"LC1": "some", "LC2": None, "SK1": 3},
}


def score(file: object) -> Any:
    """Run the command in this process and return what it printed."""
    printed = StringIO()
    call_command("score", str(file), stdout=printed)
    return json.loads(printed.getvalue())


def test_a_file(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert score(file) == assess(DOCUMENT)


def test_a_file_with_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text(json.dumps(DOCUMENT), encoding="utf-8-sig")
    assert score(file) == assess(DOCUMENT)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(json.dumps(DOCUMENT).encode())))
    assert score("-") == assess(DOCUMENT)


BAD: Final = {
    b"": "The document is not JSON: Expecting value at line 1, column 1.",
    b"{'answers': {}}": "The document is not JSON: Expecting property name",
    b"[]": "The document must be an object that holds profile and answers.",
    b"null": "The document must be an object that holds profile and answers.",
    b'{"answers": {"LC1": NaN}}': "NaN is not JSON; an answer is a choice id, a place from 0, or null.",
    b'{"answers": {"LC1": -Infinity}}': "-Infinity is not JSON",
    b'{"answers": {"LC1": 1, "LC1": 2}}': "'LC1' stands twice in one object; give it once.",
    b'{"answers": {"LC1": "\xff"}}': "The document is not UTF-8 at byte 21; save it as UTF-8.",
    b'{"answers": ' + b"[" * 100_000: "The document is nested too deeply",
    b'{"answers": {"LC1": ' + b"9" * 5000 + b"}}": "The document holds a number too long to read",
    b'{"answers": {"LC1": 1e999}}': "answers.LC1: a value of type float is not one of its choices",
    b'{"answers": {"LC1": "\\ud800\\n"}}': r"answers.LC1: '\ud800\n' is not one of its choices",
    b" " * 262_145: "The document is larger than 256 kB; give one seller's answers only.",
    b'{"answers": {}}': "P4: must be answered",
}


@pytest.mark.parametrize(("content", "sentence"), BAD.items(), ids=BAD.values())
def test_bad_input(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        score(file)
    assert str(refusal.value).startswith(sentence)
    assert refusal.value.returncode == 2


@pytest.mark.parametrize(
    ("name", "why"), [("missing.json", "No such file"), (".", "Is a directory"), ("a\0b", "embedded null")]
)
def test_a_file_that_can_not_be_read(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(CommandError, match=f"can't be read: {why}") as refusal:
        score(f"{tmp_path}/{name}")
    assert refusal.value.returncode == 2


def manage(stdin: str, script: str = "manage.py") -> subprocess.CompletedProcess[str]:
    """Run the command as a program; any database address that it opened would fail."""
    environment = {**os.environ, "DJANGO_ENV": "dev", "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    command = [sys.executable, script, "score", "-"]
    return subprocess.run(
        command, cwd=ROOT, env=environment, input=stdin, capture_output=True, text=True, check=False
    )


def test_as_a_program() -> None:
    done = manage(json.dumps(DOCUMENT))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == assess(DOCUMENT)


def test_as_a_program_with_bad_input() -> None:
    done = manage('{"answers": {"LC1": "often"}}')
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "LC1: 'often' is not one of its choices" in done.stderr


def test_it_needs_no_pandas(tmp_path: Path) -> None:
    script = tmp_path / "watched.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import runpy\n"
        "sys.modules['pandas'] = sys.modules['plotly'] = None\n"
        "sys.argv[0] = 'manage.py'\n"
        f"runpy.run_path({str(ROOT / 'manage.py')!r}, run_name='__main__')\n",
        encoding="utf-8",
    )
    assert manage(json.dumps(DOCUMENT), script=str(script)).returncode == 0
