"""Disclosure control: what may be said about groups of sellers so that nothing is said about one of them.

The rule is "10-5": a count below 10 is not shown, every other count (totals too) is rounded to 5, and percentages are
made of the rounded counts. The UK's Office for National Statistics describes it; in our own attacks on small tables
it gave away no cell that the usual rule, hiding small groups alone, gave away in half of the cases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import InitVar, dataclass
from enum import StrEnum
from typing import Final

SMALLEST: Final = 10
"""Counts below this are not shown. Zero is one of them: "nobody" is an answer about everybody."""

STEP: Final = 5
"""All other counts are rounded to the nearest multiple of this."""

MOST: Final = 90
"""Percent from which only "so much or more" is said: "all of them" would be an answer about each of them."""

_SEAL: Final = object()


class Shown(StrEnum):
    """What may be said about a row."""

    NUMBER = "number"
    FEW = "few"  # only that the count is below SMALLEST
    MOST = "most"  # only that the share is MOST percent or more; the count would say the rest


@dataclass(frozen=True, slots=True)
class Row:
    """One group of a protected table. Both numbers are None unless `shown` is NUMBER."""

    key: str
    shown: Shown
    count: int | None = None  # rounded to STEP
    percent: int | None = None  # of the rounded total, whole


@dataclass(frozen=True, slots=True)
class Protected:
    """A table that passed through `protect`, which alone can make one. Pages and figures take nothing else.

    `total` is None, and there are no rows, when the whole table is about fewer than SMALLEST.
    """

    total: int | None
    rows: tuple[Row, ...]
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        """Refuse a table that somebody made by hand."""
        if seal is not _SEAL:
            raise TypeError("Only protect() makes a protected table.")


def protect(counts: Mapping[str, int], total: int) -> Protected:
    """Return the table of `counts`, each a part of `total`, as it may be shown, in the order given.

    Raises:
        ValueError: a count is negative or larger than the total, so it is no part of it.
    """
    if not all(0 <= count <= total for count in counts.values()):
        raise ValueError("Every count must be a part of the total.")
    if total < SMALLEST:
        return Protected(None, (), _SEAL)
    base = _rounded(total)
    return Protected(base, tuple(_row(key, count, base) for key, count in counts.items()), _SEAL)


def _row(key: str, count: int, base: int) -> Row:
    if count < SMALLEST:
        return Row(key, Shown.FEW)
    percent = _percent(_rounded(count), base)
    if percent >= MOST:
        return Row(key, Shown.MOST)
    return Row(key, Shown.NUMBER, _rounded(count), percent)


def _rounded(count: int) -> int:
    return (count + STEP // 2) // STEP * STEP


def _percent(part: int, base: int) -> int:
    """Return whole percent, a half rounded up. Both numbers are rounded counts already."""
    return (200 * part + base) // (2 * base)
