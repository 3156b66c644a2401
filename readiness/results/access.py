"""Who may open a result: whoever carries the code of the seller whose it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from readiness.models import Result
from readiness.results.history import results_of
from surveys.journey.access import lost
from surveys.journey.identity import newest_response

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
ResultsView = Callable[Concatenate[HttpRequest, list[Result], P], HttpResponse]


def needs_result(view: ResultsView[P]) -> View[P]:
    """Hand the view the seller's results, newest first. A seller without one is led to the questions."""

    @wraps(view)
    def opened(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = newest_response(request)
        if response is None:
            return lost(request)
        results = results_of(response.seller)
        return view(request, results, *args, **kwargs) if results else redirect("journey:start")

    return opened
