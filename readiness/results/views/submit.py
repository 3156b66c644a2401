"""Submitting: the check-your-answers page's button."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from readiness.results import actions
from surveys.actions import Deleted
from surveys.journey.access import lost
from surveys.journey.identity import carried_code, newest_response, remember
from surveys.journey.page_form import is_for
from surveys.journey.views.check import check_context
from surveys.models import Response


@require_POST
def submit(request: HttpRequest) -> HttpResponse:
    """Close the response and lead to its result. Sending the form twice leads to the same result."""
    response = newest_response(request)
    code = carried_code(request)
    if response is None or code is None:
        return lost(request)
    if not is_for(response, request.POST):
        return _check_again(
            request, response, gettext("This page was opened for other answers. These are open now."), 409
        )
    try:
        actions.submit(response)
    except actions.Incomplete:
        problem = gettext("We still need an answer before we can work out your result:")
        return _check_again(request, response, problem, 422)
    except Deleted:
        return lost(request)
    answer = redirect("results:result")
    remember(answer, code)
    return answer


def _check_again(request: HttpRequest, response: Response, problem: str, status: int) -> HttpResponse:
    """Show the answers again, with what keeps them from being submitted."""
    if response.submitted_at is not None:
        return redirect("results:result")
    context = {**check_context(response), "problem": problem}
    return render(request, "journey/check.html", context, status=status)
