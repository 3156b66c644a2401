"""Figures for plotly.js, made of protected tables alone. One house layout; the browser fills in the colours.

A colour is written as the custom property that holds it (`var(--ink)`): `charts.js` reads the value from the page, so
that charts follow light and dark like everything else.
"""

from __future__ import annotations

from typing import Any, Final

from plotly import graph_objects as go

from readiness.reports.disclosure import MOST, Protected, Row, Shown
from readiness.reports.words import archetype_name, count_text, percent_text

HUES: Final = {"agnostic": "var(--indigo)", "aspirant": "var(--amber)", "adept": "var(--accent)"}

HOUSE: Final[dict[str, Any]] = {
    "template": "none",
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "font": {"family": "system-ui, sans-serif", "size": 15, "color": "var(--ink)"},
    "hoverlabel": {"bgcolor": "var(--ink)", "font": {"color": "var(--paper)"}},
    "margin": {"l": 8, "r": 16, "t": 8, "b": 8},
    "dragmode": False,  # a finger on the chart scrolls the page
    "showlegend": False,  # names stand beside what they name
}


def archetype_bars(shares: Protected) -> dict[str, Any] | None:
    """Return the figure of archetype shares; None when no share may be shown."""
    if all(row.shown is Shown.FEW for row in shares.rows):
        return None
    figure = go.Figure(_bars(shares.rows), {**HOUSE, "height": 72 * len(shares.rows)})
    figure.update_yaxes(autorange="reversed", automargin=True, fixedrange=True, ticksuffix="  ")
    figure.update_xaxes(range=[0, _reach(shares.rows)], visible=False, fixedrange=True)
    data: dict[str, Any] = figure.to_plotly_json()
    return data


def _bars(rows: tuple[Row, ...]) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=[_length(row) for row in rows],
        y=[archetype_name(row.key) for row in rows],
        text=[percent_text(row) for row in rows],
        customdata=[count_text(row) for row in rows],
        textposition="outside",
        cliponaxis=False,
        marker={"color": [HUES[row.key] for row in rows], "line": {"color": "var(--ink)", "width": 1}},
        hovertemplate="%{y}: %{text}<extra></extra>",
    )


def _length(row: Row) -> int:
    """Return percent as far as they may be drawn. A group that is too small has no bar."""
    return {Shown.NUMBER: row.percent or 0, Shown.FEW: 0, Shown.MOST: MOST}[row.shown]


def _reach(rows: tuple[Row, ...]) -> float:
    """Return where the axis ends: bars begin at 0, and beside the longest there is room for what it is labelled."""
    longest = max(rows, key=_length)
    return _length(longest) * (1.9 if longest.shown is Shown.MOST else 1.3)
