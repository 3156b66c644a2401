"""From a stored result back to everything the model says about it: same answers, same frozen model, same outcome."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

from readiness.models import Result
from readiness.scoring import registry
from readiness.scoring.model import ScoringModel
from readiness.scoring.outcome import Outcome, evaluate
from surveys.instrument import registry as instruments
from surveys.instrument.types import Answers, Instrument


class Judged(NamedTuple):
    """Answers with the frozen files they were judged by, and the outcome."""

    instrument: Instrument
    model: ScoringModel
    answers: Answers
    outcome: Outcome


def judged(result: Result) -> Judged:
    """Compute a result again from its stored answers and the model version that it names."""
    written = json.dumps(result.response.answers, sort_keys=True)
    return _judged(result.instrument_version, result.model_version, written)


@lru_cache(maxsize=256)  # a seller looks at the same result several times: page, print, download
def _judged(instrument_version: str, model_version: str, written: str) -> Judged:
    instrument = instruments.instrument(instrument_version)
    model = registry.model(model_version)
    answers: Answers = json.loads(written)
    return Judged(instrument, model, answers, evaluate(instrument, model, answers))
