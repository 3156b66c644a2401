"""The result page, of the newest attempt or an earlier one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from readiness.models import Result
from readiness.results.access import needs_result
from readiness.results.history import history
from readiness.results.page import result_context


@require_safe
@needs_result
def result(request: HttpRequest, results: list[Result], attempt: int | None = None) -> HttpResponse:
    """Show a result: the verdict first, then why, what next, and what to learn."""
    shown = next((r for r in results if attempt in (None, r.response.attempt)), None)
    if shown is None:
        raise Http404
    language = get_language() or "en"
    context = {
        **result_context(shown, language),
        "history": history(results, language),
        "newest": shown is results[0],
    }
    return render(request, "results/result.html", context)
