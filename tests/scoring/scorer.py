"""The scoring package as the checks see it: the real one, or a copy that was broken on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, cast

from readiness.scoring.model import ScoringModel
from readiness.scoring.outcome import Outcome
from readiness.scoring.score import Score
from readiness.scoring.verdict import Verdict
from surveys.instrument import registry
from surveys.instrument.types import Answers, Instrument

INSTRUMENT: Final = registry.instrument("1.0.0")


@dataclass(frozen=True)
class Scorer:
    """One scoring package, by the name it is imported under."""

    package: str

    def part(self, module: str) -> Any:
        """Return one of its modules."""
        return import_module(f"{self.package}.{module}")

    @property
    def model(self) -> ScoringModel:
        """The published model, read by this package."""
        return cast("ScoringModel", self.part("registry").model("1.0.0"))

    def sums(self, answers: Answers, model: ScoringModel | None = None) -> tuple[Score, Verdict]:
        """Return score and verdict alone: the quick part."""
        model = model or self.model
        sheet = self.part("sheet").read_sheet(INSTRUMENT, model, answers)
        score = self.part("score").score(model, sheet)
        return score, self.part("verdict").verdict(model, score)

    def evaluate(self, answers: Answers, model: ScoringModel | None = None) -> Outcome:
        """Return the whole outcome."""
        return cast("Outcome", self.part("outcome").evaluate(INSTRUMENT, model or self.model, answers))

    def scoring_digest(self, model: ScoringModel, instrument: Instrument = INSTRUMENT) -> str:
        """Return the digest of what results hang on."""
        return str(self.part("digest").scoring_digest(instrument, model))


REAL: Final = Scorer("readiness.scoring")
