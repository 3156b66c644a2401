"""The shelf: versions are found, and a published file that changed refuses to serve."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from surveys.instrument import registry
from surveys.instrument.reading import Refused

CACHED: Final = (registry.versions, registry.instrument, registry.languages, registry.wording)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the published folder that the registry reads instead."""
    copy = tmp_path / "published"
    shutil.copytree(registry.PUBLISHED, copy)
    monkeypatch.setattr(registry, "PUBLISHED", copy)
    forget()
    yield copy
    monkeypatch.undo()
    forget()


def forget() -> None:
    for cached in CACHED:
        cached.cache_clear()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    forget()


def test_the_published_versions() -> None:
    assert registry.versions()[0] == "1.0.0"
    assert registry.newest() is registry.instrument(registry.versions()[-1])
    assert registry.instrument("1.0.0").name == "seller-air@1.0.0"
    assert registry.languages("1.0.0")[0] == "en"


@pytest.mark.parametrize("version", ["9.9.9", "", "../1.0.0", "1.0.0/", "lock.toml"])
def test_an_unknown_version(version: str) -> None:
    with pytest.raises(registry.UnknownVersion, match=r"Published: 1\.0\.0"):
        registry.instrument(version)


def test_a_language_without_a_file_is_asked_in_the_source_language() -> None:
    assert registry.wording_or_source("1.0.0", "xx") is registry.wording("1.0.0", "en")
    assert registry.wording_or_source("1.0.0", "en") is registry.wording("1.0.0", "en")


def test_the_lock_holds_what_was_published() -> None:
    registry.check_lock()


def test_comments_and_a_review_may_change(shelf: Path) -> None:
    edit(shelf / "1.0.0" / "structure.toml", "# The questionnaire", "# This is the questionnaire")
    edit(shelf / "1.0.0" / "text.en.toml", 'lead = "use"\ntext', 'lead = "use" # small type\ntext')
    registry.check_lock(shelf / "lock.toml")


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("structure.toml", "shuffled = true", "shuffled = false", "structure"),
        ("structure.toml", '"LC1", "LC2"', '"LC2", "LC1"', "structure"),
        ("text.en.toml", "30 days, did", "31 days, did", "en"),
        ("text.en.toml", 'job = "paperwork"', 'job = "papers"', "en"),
    ],
)
def test_a_changed_file_is_refused(shelf: Path, file: str, old: str, new: str, part: str) -> None:
    edit(shelf / "1.0.0" / file, old, new)
    with pytest.raises(Refused, match=rf"^Questionnaire 1\.0\.0 \({part}\) is not what was published"):
        registry.check_lock(shelf / "lock.toml")


def test_a_version_or_language_that_nobody_recorded_is_refused(shelf: Path) -> None:
    words = (shelf / "1.0.0" / "text.en.toml").read_text(encoding="utf-8")
    draft = words.replace('"en"', '"ms"', 1).replace('"source"', '"machine-drafted"', 1)
    (shelf / "1.0.0" / "text.ms.toml").write_text(draft, encoding="utf-8")
    forget()
    assert registry.languages("1.0.0") == ("en", "ms")
    with pytest.raises(Refused, match=r"^lock\.toml: 1\.0\.0\.ms: is missing$"):
        registry.check_lock(shelf / "lock.toml")


def test_a_version_that_nobody_recorded_is_refused(shelf: Path) -> None:
    shutil.copytree(shelf / "1.0.0", shelf / "1.10.0")
    edit(shelf / "1.10.0" / "structure.toml", '"1.0.0"', '"1.10.0"')
    shutil.copytree(shelf / "1.0.0", shelf / "1.9.0")
    edit(shelf / "1.9.0" / "structure.toml", '"1.0.0"', '"1.9.0"')
    assert registry.versions() == ("1.0.0", "1.9.0", "1.10.0"), "versions are numbers, not words"
    with pytest.raises(Refused, match=r"^lock\.toml: 1\.9\.0: is missing$"):
        registry.check_lock(shelf / "lock.toml")


def test_a_recorded_version_or_language_that_is_gone_is_refused(shelf: Path) -> None:
    edit(shelf / "lock.toml", "en = ", 'ms = "0"\nen = ')
    with pytest.raises(Refused, match=r"^lock\.toml: 1\.0\.0\.ms: is not a key that belongs here$"):
        registry.check_lock(shelf / "lock.toml")
    edit(shelf / "lock.toml", 'ms = "0"\n', "")
    edit(shelf / "lock.toml", '["1.0.0"]', '["0.9.0"]\nen = "0"\n["1.0.0"]')
    with pytest.raises(Refused, match=r"^lock\.toml: 0\.9\.0: is not a key that belongs here$"):
        registry.check_lock(shelf / "lock.toml")
