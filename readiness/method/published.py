"""What the page is made of: one scoring model, its questionnaire and its words, and the public script."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from readiness.scoring import recompute
from readiness.scoring import registry as models
from readiness.scoring.model import ScoringModel
from surveys.instrument import registry as instruments
from surveys.instrument.registry import UnknownVersion
from surveys.instrument.texts import Wording
from surveys.instrument.types import Instrument

__all__ = ["Published", "UnknownVersion", "published", "script"]


class Published(NamedTuple):
    """The files of one model version."""

    instrument: Instrument
    model: ScoringModel
    wording: Wording
    language: str  # the reader's; `wording` is in the source language where there is no other


def published(version: str | None, language: str) -> Published:
    """Return the files of a model version, of the newest when it is None.

    Raises:
        UnknownVersion: nothing was published under `version`.
    """
    model = models.newest() if version is None else models.model(version)
    instrument = instruments.instrument(model.instrument)
    return Published(instrument, model, instruments.wording_or_source(instrument.version, language), language)


@cache
def script() -> str:
    """Return the source of the script that recomputes a result, as it stands in the product and its tests."""
    return Path(recompute.__file__).read_text(encoding="utf-8")
