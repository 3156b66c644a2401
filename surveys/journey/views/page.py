"""One view for all pages of questions: show, save, go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from surveys import actions
from surveys.actions import Saved, Window
from surveys.instrument import registry
from surveys.instrument.texts import Wording
from surveys.instrument.types import Answer, Question
from surveys.instrument.walk import Walk, WalkedPage
from surveys.journey import skeleton
from surveys.journey.access import needs_draft
from surveys.journey.identity import carried_code, remember
from surveys.journey.page_form import Sent, is_for, new_window_name, read_page, read_window
from surveys.journey.question_page import (
    Trouble,
    answer_text,
    context,
    fault_sentence,
    missing_sentence,
    ticks_for,
)
from surveys.models import Response


@require_http_methods(["GET", "HEAD", "POST"])
@needs_draft
def page(request: HttpRequest, response: Response, page_id: str) -> HttpResponse:
    """Show one page of questions, or save what it sends and go on."""
    walk = response.walk()
    walked = walk.page(page_id)
    if walked is None:
        return _elsewhere(response, page_id)
    if request.method == "POST":
        return _save(request, response, walked)
    return HttpResponse(_clean(request, response, walked, request.GET.get("from", "")))


def _elsewhere(response: Response, page_id: str) -> HttpResponse:
    """A page that exists, but on which nothing applies to this shop, leads on to the ones that do."""
    if page_id not in {page.id for page in response.instrument.pages}:
        raise Http404
    return redirect("journey:check")


def _save(request: HttpRequest, response: Response, walked: WalkedPage) -> HttpResponse:
    if not is_for(response, request.POST):
        trouble = Trouble(other_draft=True)
        return _again(request, response, response.walk(), walked, trouble)
    sent = read_page(response.instrument, walked.page.questions, request.POST)
    window = read_window(request.POST) or Window(name=new_window_name(), seen=0)
    try:
        saved = actions.save(response, sent.given, window)
    except actions.Closed:
        return redirect("results:result")
    walk = response.walk()
    now = walk.page(walked.id)
    trouble = _trouble(response, sent, saved, now.missing if now else (), request.POST.get("go", ""))
    if now is not None and trouble:
        return _again(request, response, walk, now, trouble)
    return _go_on(request, walk, walked)


def _go_on(request: HttpRequest, walk: Walk, walked: WalkedPage) -> HttpResponse:
    """Lead to the next page, or back to check-your-answers; the browser carries the code for another while."""
    following = walk.after(walked.id)
    if following is None or request.POST.get("from") == "check":
        answer = redirect("journey:check")
    else:
        answer = redirect("journey:page", following.id)
    if code := carried_code(request):
        remember(answer, code)
    return answer


def _trouble(response: Response, sent: Sent, saved: Saved, missing: Iterable[Question], go: str) -> Trouble:
    """Return what keeps the page from being done. Leaving answers out is no trouble once the seller says so."""
    questions = response.instrument.questions
    faults = {id_: fault_sentence(questions[id_], fault) for id_, fault in sent.faults.items()}
    left_out = {} if go == "skip" else {q.id: missing_sentence(q) for q in missing}
    return Trouble(
        errors={**left_out, **faults},
        elsewhere=_elsewhere_texts(response, saved.conflicts),
        strangers=sent.strangers,
    )


def _elsewhere_texts(response: Response, conflicts: Mapping[str, Answer | None]) -> dict[str, str]:
    wording = _wording(response)
    questions = response.instrument.questions
    return {
        id_: answer_text(questions[id_], wording.questions[id_], now) or "-" for id_, now in conflicts.items()
    }


def _again(
    request: HttpRequest, response: Response, walk: Walk, walked: WalkedPage, trouble: Trouble
) -> HttpResponse:
    """Show the page again as the seller left it, with what is wrong: 409 when another window had a say, else 422."""
    left = response.answers if trouble.other_draft else _as_left(request, response, walked)
    shown = context(walk, walked, _wording(response), ticks_for(left), trouble)
    shown |= {
        "seen": response.revision,
        "window": new_window_name(),
        "draft": response.tag,
        "origin": "check" if request.POST.get("from") == "check" else "",
    }
    return render(
        request, "journey/page.html", shown, status=409 if trouble.elsewhere or trouble.other_draft else 422
    )


def _as_left(request: HttpRequest, response: Response, walked: WalkedPage) -> dict[str, Answer]:
    """Return what was picked on the page, right or wrong. Radios that sent nothing show what is stored."""
    picked = {q.id: request.POST.getlist(q.id) for q in walked.questions}
    sent = {q.id: picked[q.id] for q in walked.questions if picked[q.id] or q.several}
    return {**response.answers, **sent}


def _clean(request: HttpRequest, response: Response, walked: WalkedPage, origin: str) -> str:
    return skeleton.render(
        walked,
        response.answers,
        response.instrument_version,
        get_language() or "en",
        csrf_token=get_token(request),
        seen=str(response.revision),
        window=new_window_name(),
        draft=response.tag,
        origin="check" if origin == "check" else "",
    )


def _wording(response: Response) -> Wording:
    return registry.wording_or_source(response.instrument_version, get_language() or "en")
