"""Assess a document: answers in, one JSON-ready result out, without a site, a database or an account."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from readiness.assessment.document import BadDocument, read_document
from readiness.assessment.result import as_json
from readiness.learning.catalogue import catalogue
from readiness.learning.matching import match_tutorials
from readiness.scoring.outcome import evaluate
from readiness.scoring.registry import model_for

__all__ = ["BadDocument", "assess"]

LANGUAGE: Final = "en"
"""The language of the tutorials for a seller who did not say which one to learn in."""


def assess(document: Mapping[str, object]) -> dict[str, object]:
    """Return everything the model says about one document, ready for JSON.

    `document.py` says what a document holds, `result.py` what comes out.

    Raises:
        BadDocument: with one sentence that names the key and what to do.
    """
    instrument, answers = read_document(document)
    model = model_for(instrument.version)
    outcome = evaluate(instrument, model, answers)
    matches = match_tutorials(catalogue(), model, outcome, answers, LANGUAGE)
    return as_json(instrument, model, outcome, matches)
