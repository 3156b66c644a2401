"""Who may open which page of the questionnaire."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from surveys.journey.identity import newest_response
from surveys.models import Response

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
DraftView = Callable[Concatenate[HttpRequest, Response, P], HttpResponse]


def needs_draft(view: DraftView[P]) -> View[P]:
    """Hand the view the seller's open response. A submitted one leads to its result, none at all to the code page."""

    @wraps(view)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = newest_response(request)
        if response is None:
            return lost(request)
        if response.submitted_at is not None:
            return redirect("results:result")
        return view(request, response, *args, **kwargs)

    return opened


def lost(request: HttpRequest) -> HttpResponse:
    """Say that this browser carries no code that opens anything, and what to do (403)."""
    return render(request, "journey/lost.html", status=403)
