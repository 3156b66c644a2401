"""The start page: what this is, what is kept, one tick of consent, one button."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from surveys import actions
from surveys.instrument import registry
from surveys.journey.access import lost
from surveys.journey.identity import forget, newest_response, remember
from surveys.journey.notice import NOTICE_VERSION
from surveys.models import Response


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Show the start page, with the way back for somebody who was here before."""
    return render(request, "journey/start.html", _context(newest_response(request)))


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Open a response for a seller who agreed, or go on with the one that is open."""
    newest = newest_response(request)
    if newest is not None and newest.submitted_at is None:
        return _to_open_page(newest)
    if "agree" not in request.POST and not _agreed_before(newest):
        problem = gettext("Tick the box to agree. We may not keep your answers without it.")
        return render(request, "journey/start.html", {**_context(newest), "problem": problem}, status=422)
    return _begin_new() if newest is None else _begin_again(request, newest)


def _begin_new() -> HttpResponse:
    code, response = actions.start(language=get_language() or "en", notice_version=NOTICE_VERSION)
    answer = _to_open_page(response)
    remember(answer, code)
    return answer


def _begin_again(request: HttpRequest, newest: Response) -> HttpResponse:
    language = get_language() or "en"
    try:
        response = actions.start_again(newest.seller, language=language, notice_version=NOTICE_VERSION)
    except actions.Deleted:
        return lost(request)
    return _to_open_page(response)


@require_POST
def clear(request: HttpRequest) -> HttpResponse:
    """Finish on this device: nothing of the seller stays in the browser; what is stored with us stays."""
    answer = render(request, "journey/cleared.html")
    forget(answer)
    return answer


def _agreed_before(newest: Response | None) -> bool:
    """A seller who takes it again agreed to this very notice already."""
    return newest is not None and newest.seller.notice_version == NOTICE_VERSION


def _context(newest: Response | None) -> dict[str, object]:
    instrument = registry.newest()
    return {
        "questions": len(instrument.questions),
        "pages": len(instrument.pages),
        "draft": newest if newest is not None and newest.submitted_at is None else None,
        "agreed": _agreed_before(newest),
        "result": newest if newest is not None and newest.submitted_at is not None else None,
    }


def _to_open_page(response: Response) -> HttpResponse:
    page = response.walk().first_open()
    return redirect("journey:page", page.id) if page else redirect("journey:check")
