"""Fingerprints of a scoring model: one over everything a result hangs on, one over what orders the advice."""

from __future__ import annotations

from dataclasses import asdict

from readiness.scoring.model import ScoringModel
from surveys.instrument.digest import fingerprint
from surveys.instrument.types import Instrument


def scoring_digest(instrument: Instrument, model: ScoringModel) -> str:
    """Return the SHA-256 (hex) of everything that can change score, verdict or confidence.

    That is dimensions, points, rules, and the questionnaire's applicability. Sorted by id: the order of a
    file can't change a result, so it does not change the digest. No text and no version is in it.
    """
    asked = [instrument.questions[q.id] for q in model.questions]
    flags = frozenset[str]().union(*(q.not_applicable_if for q in asked))
    return fingerprint(
        {
            "dimensions": {d.id: d.kind for d in model.dimensions},
            "questions": {
                q.id: {
                    "dimension": q.dimension,
                    "points": dict(zip(q.choices, q.points, strict=True)),
                    "not_applicable_if": instrument.questions[q.id].not_applicable_if,
                }
                for q in model.questions
            },
            "flags": {flag.id: asdict(flag) for flag in instrument.flags if flag.id in flags},
            "rules": {**_written(asdict(model.rules)), "adept_not_lowest": set(model.rules.adept_not_lowest)},
        }
    )


def advice_digest(model: ScoringModel) -> str:
    """Return the SHA-256 (hex) of what orders steps up, gaps, barriers and tutorials.

    The order of the questions is in it: it breaks the last tie between two equal sets of steps.
    """
    return fingerprint(
        {
            "questions": [[q.id, q.effort, q.reach, q.barrier] for q in model.questions],
            "advice": asdict(model.advice),
            "matching": asdict(model.matching),
        }
    )


def _written(rules: dict[str, object]) -> dict[str, object]:
    """Return the rules with fractions as text, as the file writes them."""
    return {key: value if isinstance(value, int) else str(value) for key, value in rules.items()}
