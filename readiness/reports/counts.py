"""What is counted in the database for staff. Raw numbers: nobody reads them before `disclosure.protect` did."""

from __future__ import annotations

from typing import Final

from django.db.models import Count, OuterRef, Subquery

from readiness.models import Result
from surveys.models import Response, Seller

SYNTHETIC: Final = "synthetic"
"""The notice version of made-up sellers. No person agreed to that notice."""


def responses_by_archetype() -> dict[str | None, int]:
    """Return archetype -> responses; None stands for those that have no result, the drafts.

    A response counts once, by the result that its seller sees: the newest, which the newest model wrote.
    """
    newest = Result.objects.filter(response=OuterRef("pk")).order_by("-created_at", "-pk")
    judged = Response.objects.annotate(archetype=Subquery(newest.values("archetype")[:1]))
    return dict(judged.values_list("archetype").annotate(Count("pk")))


def synthetic_sellers() -> int:
    """Return how many made-up sellers there are."""
    return Seller.objects.filter(notice_version=SYNTHETIC).count()


def holds_synthetic() -> bool:
    """Tell whether a made-up seller is among those counted."""
    return Seller.objects.filter(notice_version=SYNTHETIC).exists()


def holds_real() -> bool:
    """Tell whether anybody is stored who is not made up."""
    return Seller.objects.exclude(notice_version=SYNTHETIC).exists()
