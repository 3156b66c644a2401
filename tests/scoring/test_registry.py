"""The shelf of models, and the lock that keeps them what they were."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from readiness.scoring import registry
from readiness.scoring.registry import LOCK
from surveys.instrument.reading import Refused
from surveys.instrument.registry import UnknownVersion


def test_published_models_are_found() -> None:
    assert registry.versions()[0] == "1.0.0"
    assert registry.model("1.0.0").version == "1.0.0"
    assert registry.newest() is registry.model(registry.versions()[-1])
    assert registry.model_for("1.0.0").instrument == "1.0.0"


def test_an_unknown_version_is_refused() -> None:
    with pytest.raises(UnknownVersion, match=r"no scoring model '9\.9\.9'\. Published: 1\.0\.0"):
        registry.model("9.9.9")
    with pytest.raises(UnknownVersion, match=r"for questionnaire version '9\.9\.9'"):
        registry.model_for("9.9.9")


def test_published_models_are_what_was_locked() -> None:
    registry.check_lock()


@pytest.mark.parametrize("part", ["scoring", "advice"])
def test_a_changed_model_is_noticed(tmp_path: Path, part: str) -> None:
    lock = tmp_path / "lock.toml"
    content = LOCK.read_text(encoding="utf-8")
    lock.write_text(re.sub(rf'{part} = "[0-9a-f]+"', f'{part} = "{"0" * 64}"', content), encoding="utf-8")
    sentence = (
        rf"Scoring model 1\.0\.0 \({part}\) is not what was published: the lock says 000000000000, the file"
    )
    with pytest.raises(Refused, match=sentence):
        registry.check_lock(lock)


def test_a_model_without_a_lock_is_noticed(tmp_path: Path) -> None:
    lock = tmp_path / "lock.toml"
    lock.write_text("", encoding="utf-8")
    with pytest.raises(Refused, match=r"1\.0\.0: is missing"):
        registry.check_lock(lock)


def test_a_lock_without_a_model_is_noticed(tmp_path: Path) -> None:
    lock = tmp_path / "lock.toml"
    lock.write_text(LOCK.read_text(encoding="utf-8") + '["1.0.1"]\nscoring = "0"\n', encoding="utf-8")
    with pytest.raises(Refused, match=r"1\.0\.1: is not a key that belongs here"):
        registry.check_lock(lock)
