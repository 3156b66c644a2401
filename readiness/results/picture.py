"""The functions of a shop as a picture: where AI is at work, where a start is made, what runs by hand.

Drawn on the server as SVG by `components/shop_picture.html`; this module only says what stands where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext

from readiness.results.outcomes import Judged
from surveys.instrument.texts import Wording

WIDTH: Final = 360
"""Units of the whole picture: a small phone's width, so that its text is as large as the page's."""

ROW: Final = 62
"""Units of one function's row: its name, its bar, the space below."""


@dataclass(frozen=True, slots=True)
class Row:
    """One function: its place in the picture, how far its bar goes, and its words."""

    y: int
    state: str  # "at-work", "some", "none" or "na": the CSS class behind `fn-`
    name: str
    says: str
    points: str  # empty: no question of this function applies
    filled: int  # units of WIDTH


def rows(judged: Judged, wording: Wording) -> list[Row]:
    """Return the functions in the order of the model, one below another."""
    scores = {d.dimension: d for d in judged.outcome.score.dimensions}
    shown = []
    for place, function in enumerate(judged.model.functions):
        score = scores.get(function)
        state = "na" if score is None else "at-work" if score.at_work else "some" if score.points else "none"
        shown.append(
            Row(
                y=place * ROW,
                state=state,
                name=wording.groups[function],
                says=_says(state),
                points=f"{score.points} / {score.possible}" if score else "",
                filled=WIDTH * score.points // score.possible if score else 0,
            )
        )
    return shown


def height(judged: Judged) -> int:
    """Return the units of the whole picture from top to bottom."""
    return ROW * len(judged.model.functions)


def _says(state: str) -> str:
    return {
        "at-work": gettext("AI at work"),
        "some": gettext("a start is made"),
        "none": gettext("by hand"),
        "na": gettext("not in your shop"),
    }[state]
