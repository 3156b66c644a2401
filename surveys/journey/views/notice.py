"""What is kept, why, for how long, and who sees it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.journey.notice import NOTICE_VERSION
from surveys.retention import DRAFT_DAYS, RESULT_DAYS


@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    """Show the privacy notice."""
    context = {
        "version": NOTICE_VERSION,
        "contact": settings.CONTACT_EMAIL,
        "draft_days": DRAFT_DAYS,
        "result_days": RESULT_DAYS,
    }
    return render(request, "journey/notice.html", context)
