"""The method page and its downloads. All of it is read from files: no view here touches the database."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from readiness.method.example import example_case
from readiness.method.page import method_context
from readiness.method.published import Published, UnknownVersion, published, script
from readiness.scoring.publication import published_document


@require_safe
def page(request: HttpRequest, version: str | None = None) -> HttpResponse:
    """Show a published model whole; without `version` the newest, which search engines may list.

    It keeps the default of not being cached: its language can hang on a cookie that caches do not look at.
    """
    found = _published(version)
    response = render(request, "method/page.html", method_context(found.model.version, found.language))
    if version is None:
        response.headers["X-Robots-Tag"] = "index, follow"
    return response


@require_safe
def model_json(_request: HttpRequest, version: str | None = None) -> HttpResponse:
    """Download a published model."""
    found = _published(version)
    return _json("model.json", published_document(found.instrument, found.model))


@require_safe
def example_json(_request: HttpRequest, version: str | None = None) -> HttpResponse:
    """Download the worked example as a case for the script."""
    return _json("example.json", example_case(_published(version).instrument))


@require_safe
def recompute_script(_request: HttpRequest) -> HttpResponse:
    """Download the script that recomputes a result."""
    return _download("recompute.py", script(), "text/x-python; charset=utf-8")


def _published(version: str | None) -> Published:
    try:
        return published(version, get_language() or "en")
    except UnknownVersion as unknown:
        raise Http404 from unknown


def _json(name: str, document: dict[str, Any]) -> HttpResponse:
    return _download(name, json.dumps(document, indent=1, ensure_ascii=False) + "\n", "application/json")


def _download(name: str, content: str, content_type: str) -> HttpResponse:
    """Return a file that may be cached: its bytes are the same for everybody, in every language."""
    response = HttpResponse(content, content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "public, max-age=300"
    return response
