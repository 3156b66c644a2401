"""Earlier results of the same seller, and what changed by function since the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from readiness.models import Result
from readiness.results.sentences import archetype_name
from surveys.instrument import registry
from surveys.models import Seller


@dataclass(frozen=True, slots=True)
class Past:
    """One result in a seller's history."""

    attempt: int
    when: datetime
    name: str
    shown: int
    changes: list[str]  # "Customer service +4"; empty for the first and for an unchanged one
    comparable: bool  # by the same model version as the one before


def results_of(seller: Seller) -> list[Result]:
    """Return a seller's results, one an attempt, newest first."""
    found = Result.objects.filter(response__seller=seller).select_related("response")
    return list(found.order_by("-response__attempt", "-created_at"))


def history(results: list[Result], language: str) -> list[Past]:
    """Return results, newest first, each with its difference from the one before."""
    return [_past(new, old, language) for new, old in zip(results, [*results[1:], None], strict=True)]


def _past(new: Result, old: Result | None, language: str) -> Past:
    comparable = old is not None and old.model_version == new.model_version
    return Past(
        attempt=new.response.attempt,
        when=new.created_at,
        name=archetype_name(new.archetype),
        shown=new.shown,
        changes=_changes(new, old, language) if old is not None and comparable else [],
        comparable=comparable,
    )


def _changes(new: Result, old: Result, language: str) -> list[str]:
    names = registry.wording_or_source(new.instrument_version, language).groups
    pairs = {name: (new.dimensions.get(id_), old.dimensions.get(id_)) for id_, name in names.items()}
    return [said for name, (now, before) in pairs.items() if (said := _change(name, now, before))]


def _change(name: str, now: list[int] | None, before: list[int] | None) -> str:
    """Say how one dimension moved: [points, possible points] now and before, None where nothing applies."""
    if now == before:
        return ""
    if now is None:
        return gettext("%(name)s: not in your shop any more") % {"name": name}
    if before is None or now[1] != before[1]:
        return gettext("%(name)s: other questions fit your shop now") % {"name": name}
    return f"{name} {now[0] - before[0]:+d}".replace("-", "\N{MINUS SIGN}")
