"""The pages of staff."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from readiness.headers import CHART_PAGE_POLICY
from readiness.reports.access import staff_only


@require_safe
@staff_only
def overview(request: HttpRequest) -> HttpResponse:
    """Show who began, who finished, and the shares of the archetypes."""
    # Imported by the first staff page that a process is asked for: pandas and plotly cost it 70 MB and 1 to 6
    # seconds (measured on two cores), which a process that serves sellers alone must never pay.
    from readiness.reports.overview import overview_context  # noqa: PLC0415

    page = render(request, "staff/overview.html", overview_context())
    page.headers["Content-Security-Policy"] = CHART_PAGE_POLICY
    return page
