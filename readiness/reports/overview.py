"""The overview: how many began, how many finished, and where those who finished stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from readiness.reports.counts import holds_synthetic, responses_by_archetype
from readiness.reports.disclosure import Protected, protect
from readiness.reports.figures import archetype_bars
from readiness.reports.words import archetype_name, count_text, finding, percent_text, total_text
from readiness.scoring.model import ARCHETYPES


@dataclass(frozen=True, slots=True)
class Overview:
    """The protected tables of the page."""

    progress: Protected  # of the started assessments: those that were finished
    shares: Protected  # of the finished assessments: those of each archetype


def overview_context() -> dict[str, Any]:
    """Return what `staff/overview.html` shows, counted now."""
    return {**shown(tabulate(responses_by_archetype())), "synthetic": holds_synthetic()}


def tabulate(responses: dict[str | None, int]) -> Overview:
    """Return the protected tables of raw counts: archetype -> responses, None -> drafts."""
    counts = pd.Series(responses, dtype="int64")
    finished = counts.reindex(ARCHETYPES, fill_value=0)
    total = int(finished.sum())
    return Overview(
        progress=protect({"finished": total}, total=int(counts.sum())),
        shares=protect({str(archetype): int(n) for archetype, n in finished.items()}, total),
    )


def shown(tables: Overview) -> dict[str, Any]:
    """Return the tables as texts and a figure."""
    shares = tables.shares
    return {
        "started": total_text(tables.progress),
        "finished": total_text(shares),
        "rows": [(archetype_name(row.key), count_text(row), percent_text(row)) for row in shares.rows],
        "finding": finding(shares),
        "figure": archetype_bars(shares),
    }
