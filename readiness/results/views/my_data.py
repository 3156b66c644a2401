"""A seller's own data: take it away, delete it, be reminded."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_safe

from readiness.models import Result
from readiness.results import calendar, my_data
from readiness.results.access import needs_result
from readiness.results.history import results_of
from surveys import actions
from surveys.journey.access import lost
from surveys.journey.identity import forget, newest_response


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """Download everything kept about the seller who asks."""
    response = newest_response(request)
    if response is None:
        return lost(request)
    document = my_data.as_document(response.seller, results_of(response.seller))
    return _download(
        JsonResponse(document, json_dumps_params={"indent": 2, "ensure_ascii": False}), "my-answers.json"
    )


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """Download every answer as a table that a spreadsheet opens safely."""
    response = newest_response(request)
    if response is None:
        return lost(request)
    text = my_data.as_csv(response.seller, get_language() or "en")
    return _download(HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8"), "my-answers.csv")


@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Ask once, then delete everything kept about the seller who asks, here and now."""
    response = newest_response(request)
    if response is None:
        return lost(request)
    if request.method != "POST":
        return render(request, "results/delete.html")
    if "sure" not in request.POST:
        problem = gettext("Tick the box if you are sure.")
        return render(request, "results/delete.html", {"problem": problem}, status=422)
    actions.withdraw(response.seller)
    answer = render(request, "results/deleted.html")
    forget(answer)
    return answer


@require_safe
@needs_result
def come_back(request: HttpRequest, results: list[Result]) -> HttpResponse:
    """Download a calendar entry for 90 days after the newest result."""
    newest = results[0]
    start = request.build_absolute_uri("/")
    uid = uuid5(NAMESPACE_URL, f"{start}{newest.created_at.isoformat()}")
    entry = calendar.reminder(timezone.localdate(newest.created_at), str(uid), timezone.now(), start)
    return _download(HttpResponse(entry, content_type="text/calendar; charset=utf-8"), "come-back.ics")


def _download(response: HttpResponse, name: str) -> HttpResponse:
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
