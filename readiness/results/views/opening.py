"""Counting opened tutorials, joined to nobody and without being a way to anywhere."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from readiness.learning.catalogue import catalogue
from readiness.results import actions


@require_POST
def opened(request: HttpRequest, tutorial: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Count one opening (204). The link itself leads straight to the tutorial: there is no redirect to abuse.

    Only a page's script posts here, with the form token, when somebody follows the link; prefetching browsers and
    link scanners send no such thing.
    """
    if catalogue().find(tutorial) is None:
        raise Http404
    actions.count_opening(tutorial)
    return HttpResponse(status=204)
