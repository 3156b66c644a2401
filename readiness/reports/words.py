"""Protected numbers and codes as people read them."""

from __future__ import annotations

from django.utils.translation import gettext

from readiness.reports.disclosure import MOST, SMALLEST, Protected, Row, Shown


def archetype_name(archetype: str) -> str:
    """Return an archetype's name."""
    return {
        "agnostic": gettext("AI Agnostic"),
        "aspirant": gettext("AI Aspirant"),
        "adept": gettext("AI Adept"),
    }[archetype]


def total_text(table: Protected) -> str:
    """Return how many a table is about: a rounded count, or that it is too few."""
    return _few() if table.total is None else str(table.total)


def count_text(row: Row) -> str:
    """Return a row's count; its share where the count would say too much."""
    return {Shown.NUMBER: str(row.count), Shown.FEW: _few(), Shown.MOST: _most()}[row.shown]


def percent_text(row: Row) -> str:
    """Return a row's share."""
    return {Shown.NUMBER: f"{row.percent}%", Shown.FEW: _few(), Shown.MOST: _most()}[row.shown]


def finding(shares: Protected) -> str:
    """Return in one sentence what archetype shares say: which group is the largest, and how large."""
    most = [row for row in shares.rows if row.shown is Shown.MOST]
    numbers = [row for row in shares.rows if row.percent is not None]
    if not most and not numbers:
        return gettext("Each group holds fewer than %(smallest)s assessments.") % {"smallest": SMALLEST}
    top = max((row.percent or 0 for row in numbers), default=0)
    largest = most or [row for row in numbers if row.percent == top]
    names = gettext(" and ").join(archetype_name(row.key) for row in largest)
    words = {"names": names, "share": percent_text(largest[0])}
    if len(largest) > 1:
        return gettext("The largest groups are %(names)s, each with %(share)s.") % words
    return gettext("The largest group is %(names)s, with %(share)s.") % words


def _few() -> str:
    return gettext("fewer than %(smallest)s") % {"smallest": SMALLEST}


def _most() -> str:
    return gettext("%(most)s%% or more") % {"most": MOST}
