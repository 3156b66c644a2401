"""What is kept, why, for how long, and who sees it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.journey.notice import NOTICE_VERSION


@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    """Show the privacy notice."""
    return render(
        request, "journey/notice.html", {"version": NOTICE_VERSION, "contact": settings.CONTACT_EMAIL}
    )
