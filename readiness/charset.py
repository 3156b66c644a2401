"""Only UTF-8 comes in: no page of ours sends anything else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

UTF8: Final = frozenset({"utf-8", "utf8"})


class OnlyUtf8Middleware:
    """Refuses (400) a body that says it is in another encoding, before Django tries to read it with that one.

    Some names Python knows are no encodings of text at all ("rot13"): reading with one would be an error of ours.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, or refuse it."""
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.strip("\"' ").lower() not in UTF8:
            raise BadRequest("Only UTF-8 is read here.")
        return self.get_response(request)
