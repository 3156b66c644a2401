"""The functions of a shop as a picture: where AI is at work, where a start is made, what runs by hand.

Drawn on the server as SVG by `components/shop_picture.html`; this module only says what stands where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext

from readiness.results.outcomes import Judged
from surveys.instrument.texts import Wording

COLUMNS: Final = 2
WIDTH: Final = 178
HEIGHT: Final = 84
GAP: Final = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """One function: its place in the picture, its state and its words."""

    x: int
    y: int
    state: str  # "at-work", "some", "none" or "na": the CSS class behind `fn-`
    name: str
    says: str
    points: str


def tiles(judged: Judged, wording: Wording) -> list[Tile]:
    """Return the functions in the order of the model, in two columns that a phone can show."""
    scores = {d.dimension: d for d in judged.outcome.score.dimensions}
    shown = []
    for place, function in enumerate(judged.model.functions):
        row, column = divmod(place, COLUMNS)
        score = scores.get(function)
        state = "na" if score is None else "at-work" if score.at_work else "some" if score.points else "none"
        shown.append(
            Tile(
                x=1 + column * (WIDTH + GAP),
                y=1 + row * (HEIGHT + GAP),
                state=state,
                name=wording.groups[function],
                says=_says(state),
                points=f"{score.points} / {score.possible}" if score else "",
            )
        )
    return shown


def size(judged: Judged) -> tuple[int, int]:
    """Return (width, height) of the picture."""
    rows = -(-len(judged.model.functions) // COLUMNS)
    return COLUMNS * (WIDTH + GAP) - GAP + 2, rows * (HEIGHT + GAP) - GAP + 2


def _says(state: str) -> str:
    return {
        "at-work": gettext("AI at work"),
        "some": gettext("a start is made"),
        "none": gettext("by hand"),
        "na": gettext("not in your shop"),
    }[state]
