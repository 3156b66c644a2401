"""Who is asking: the seller whose code the browser carries."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from surveys.codes import code_hash, read_code
from surveys.models import Response

COOKIE_AGE: Final = 30 * 24 * 3600
"""Seconds a browser remembers the seller after the last page that saved. The code works longer."""


def carried_code(request: HttpRequest) -> str | None:
    """Return the code in the browser's cookie, if it can be one."""
    return read_code(request.COOKIES.get(settings.SELLER_COOKIE_NAME, ""))


def responses_of(code: str | None) -> list[Response]:
    """Return the responses of the seller who holds `code`, newest first; none for a code nobody holds."""
    return list(Response.objects.of_code(code_hash(code))) if code else []


def newest_response(request: HttpRequest) -> Response | None:
    """Return the newest attempt of the seller who asks."""
    code = carried_code(request)
    return Response.objects.of_code(code_hash(code)).first() if code else None


def remember(response: HttpResponse, code: str) -> None:
    """Let the browser carry the code. Scripts cannot read it, other sites cannot send it with a form."""
    response.set_cookie(
        settings.SELLER_COOKIE_NAME,
        code,
        max_age=COOKIE_AGE,
        secure=settings.SECURE_COOKIES,
        httponly=True,
        samesite="Lax",
    )


def forget(response: HttpResponse) -> None:
    """Empty this browser: cookies, stored pages, answers that waited to be sent."""
    response.delete_cookie(settings.SELLER_COOKIE_NAME, samesite="Lax")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
