"""The shelf of published scoring models: find one by version or by questionnaire, and its lock."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from readiness.scoring.digest import advice_digest, scoring_digest
from readiness.scoring.loader import load_model
from readiness.scoring.model import ScoringModel
from surveys.instrument import registry as instruments
from surveys.instrument.reading import Refused, read_toml
from surveys.instrument.registry import UnknownVersion

PUBLISHED: Final = Path(__file__).parent / "published"
LOCK: Final = PUBLISHED / "lock.toml"


@cache
def versions() -> tuple[str, ...]:
    """Return every published version, oldest first."""
    found = (file.stem for file in PUBLISHED.glob("*.toml") if file != LOCK)
    return tuple(sorted(found, key=lambda version: [int(part) for part in version.split(".")]))


@cache
def model(version: str) -> ScoringModel:
    """Return a published model.

    Raises:
        UnknownVersion: nothing was published under `version`.
    """
    if version not in versions():
        raise UnknownVersion(f"There is no scoring model {version!r}. Published: {', '.join(versions())}.")
    path = PUBLISHED / f"{version}.toml"
    return load_model(path, instruments.instrument(read_toml(path).text("instrument")))


def newest() -> ScoringModel:
    """Return the model published last."""
    return model(versions()[-1])


@cache
def model_for(instrument: str) -> ScoringModel:
    """Return the newest model that scores the questionnaire version `instrument`.

    Raises:
        UnknownVersion: no model scores that version.
    """
    for version in reversed(versions()):
        if model(version).instrument == instrument:
            return model(version)
    raise UnknownVersion(f"No scoring model was published for questionnaire version {instrument!r}.")


def digests() -> dict[str, dict[str, str]]:
    """Return version -> "scoring" and "advice" -> digest, computed from the files as they are now."""
    return {
        version: {
            "scoring": scoring_digest(instruments.instrument(model(version).instrument), model(version)),
            "advice": advice_digest(model(version)),
        }
        for version in versions()
    }


def check_lock(lock: Path = LOCK) -> None:
    """Compare the published models with the lock beside them.

    Raises:
        Refused: a published model changed, or one was published without being recorded.
    """
    root = read_toml(lock)
    for version, found in digests().items():
        recorded = root.table(version)
        for part, digest in found.items():
            if recorded.text(part) != digest:
                raise Refused(
                    f"Scoring model {version} ({part}) is not what was published: the lock says "
                    f"{recorded.text(part)[:12]}, the file says {digest[:12]}. "
                    "Publish a change as a new version."
                )
        recorded.done()
    root.done()
