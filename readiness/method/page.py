"""Everything the method page shows, ready made from the published files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language_info, override

from readiness.learning.catalogue import catalogue
from readiness.method import questions, rules, sentences
from readiness.method.example import example_context
from readiness.method.published import Published, published, script
from readiness.scoring import registry as models
from readiness.scoring.model import Change
from surveys.instrument import registry as instruments


@dataclass(frozen=True, slots=True)
class Language:
    """A language the questionnaire can be asked in."""

    code: str
    name: str
    review: str
    digest: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One version in the changelog."""

    version: str
    day: date
    kind: str
    text: str


@lru_cache(maxsize=64)
def method_context(version: str, language: str) -> dict[str, Any]:
    """Return what `method/page.html` shows of one model version; remembered, as the files are frozen.

    Raises:
        UnknownVersion: nothing was published under `version`.
    """
    found = published(version, language)
    with override(language):
        kinds = questions.by_kind(found)
        return {
            "model": found.model,
            "newest": found.model is models.newest(),
            "kinds": kinds,
            "total_points": sum(kind.possible for kind in kinds),
            "flags": questions.flags(found),
            "unscored": questions.unscored(found),
            "rules": rules.rule_values(found),
            "cut_offs": rules.cut_offs(found),
            "set_by": sentences.set_by(found.model.set_by),
            "safety": [questions.question_text(found, q) for q in found.model.rules.adept_not_lowest],
            "weights": rules.weights(found),
            "steering": rules.steering(found),
            "example": example_context(found),
            "script": script(),
            **_version(found),
        }


def _version(found: Published) -> dict[str, Any]:
    """Return versions, fingerprints, review status and changelog."""
    digests = instruments.digests()[found.instrument.version]
    return {
        "instrument": found.instrument,
        "versions": models.versions(),
        "digests": {**models.digests()[found.model.version], "structure": digests["structure"]},
        "catalogue_digest": catalogue().digest,
        "languages_offered": [
            _language(found, code, digests[code]) for code in instruments.languages(found.instrument.version)
        ],
        "changelog": [_change(change) for change in found.model.changelog],
    }


def _language(found: Published, code: str, digest: str) -> Language:
    status = instruments.wording(found.instrument.version, code).status
    return Language(code, get_language_info(code)["name_local"], sentences.review(status), digest)


def _change(change: Change) -> ChangeLine:
    text = f"{sentences.change_reason(change.reason)} {sentences.change_effect(change.effect)}"
    return ChangeLine(
        change.version, date.fromisoformat(change.date), sentences.change_kind(change.kind), text
    )
