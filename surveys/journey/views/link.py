"""The private link and the typed code: two ways back to the same answers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from surveys.codes import read_code, written
from surveys.journey.access import lost
from surveys.journey.identity import carried_code, newest_response, remember, responses_of


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest) -> HttpResponse:
    """Take a code, typed or sent by the private link's script, and let this browser carry it.

    The code stands behind the # of the private link, so it reaches no server, log or preview on the way here.
    """
    if request.method != "POST":
        return render(request, "journey/open_link.html")
    typed = request.POST.get("code", "")
    code = read_code(typed)
    found = responses_of(code)
    if code is None or not found:
        problem = gettext("We found nothing under this code. Check each letter, or start new.")
        return render(
            request,
            "journey/open_link.html",
            {"problem": problem, "typed": typed[:60].replace("\0", "")},
            status=422,
        )
    answer = redirect("journey:start" if found[0].submitted_at is None else "results:result")
    remember(answer, code)
    return answer


@require_safe
def keep(request: HttpRequest) -> HttpResponse:
    """Show the private link and the code, to come back on this device or another."""
    code = carried_code(request)
    newest = newest_response(request)
    if code is None or newest is None:
        return lost(request)
    link = f"{request.build_absolute_uri('/r/')}#{code}"
    context = {"link": link, "code": written(code), "submitted": newest.submitted_at is not None}
    return render(request, "journey/keep.html", context)
