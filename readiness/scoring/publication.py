"""A scoring model as the JSON document that anybody can download, and recompute a result from."""

from __future__ import annotations

from dataclasses import asdict
from typing import Final

from readiness.scoring.digest import advice_digest, scoring_digest
from readiness.scoring.model import ScoredQuestion, ScoringModel
from surveys.instrument.types import Instrument

SCHEMA: Final = "seller-air-model/1"


def published_document(instrument: Instrument, model: ScoringModel) -> dict[str, object]:
    """Return everything a result depends on, ready for JSON; fractions are text, a level counts from 0.

    Texts are not in it: they stand with the questionnaire, one file for each language.
    """
    return {
        "schema": SCHEMA,
        "id": model.id,
        "version": model.version,
        "instrument": instrument.name,
        "digests": {"scoring": scoring_digest(instrument, model), "advice": advice_digest(model)},
        "provisional": model.provisional,
        "set_by": model.set_by,
        "flags": [asdict(flag) for flag in instrument.flags],
        "dimensions": [asdict(dimension) for dimension in model.dimensions],
        "questions": [_question(instrument, question) for question in model.questions],
        "rules": _rules(model),
        "barriers": list(model.barriers),
        "advice": asdict(model.advice),
        "matching": asdict(model.matching),
        "changelog": [asdict(change) for change in model.changelog],
    }


def _question(instrument: Instrument, question: ScoredQuestion) -> dict[str, object]:
    return {
        "id": question.id,
        "dimension": question.dimension,
        "choices": list(question.choices),
        "points": list(question.points),
        "not_applicable_if": sorted(instrument.questions[question.id].not_applicable_if),
        "effort": list(question.effort),
        "highest_asked": question.reach,
        "barrier": question.barrier,
    }


def _rules(model: ScoringModel) -> dict[str, object]:
    """Return the rules by name: whole numbers as they are, fractions as text, lists as lists."""
    return {
        name: list(rule) if isinstance(rule, tuple) else rule if isinstance(rule, int) else str(rule)
        for name, rule in asdict(model.rules).items()
    }
