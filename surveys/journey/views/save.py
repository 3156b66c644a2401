"""Saving single answers in the background, for browsers that can."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from surveys import actions
from surveys.journey.identity import newest_response
from surveys.journey.page_form import is_for, read_named, read_window


@require_POST
def save(request: HttpRequest) -> JsonResponse:
    """Save the answers that the form names, and say what was saved.

    200 {"revision"}; 409 also names the questions another window changed; 422 what is not an answer; 403 without a
    draft that this browser may write; 410 once the draft is closed. Whatever is valid is saved in every case but the
    last two.
    """
    response = newest_response(request)
    if response is None:
        return JsonResponse({"problem": "no-draft"}, status=403)
    window = read_window(request.POST)
    if window is None or "question" not in request.POST:
        return JsonResponse({"problem": "incomplete"}, status=422)
    if not is_for(response, request.POST):
        return JsonResponse({"problem": "other-draft"}, status=409)
    sent = read_named(response.instrument, request.POST)
    try:
        saved = actions.save(response, sent.given, window)
    except actions.Closed:
        return JsonResponse({"problem": "closed"}, status=410)
    refused = [*sent.faults, *sent.strangers]
    status = 422 if refused else 409 if saved.conflicts else 200
    body = {"revision": saved.revision, "conflicts": list(saved.conflicts), "refused": refused}
    return JsonResponse(body, status=status)
