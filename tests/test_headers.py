"""Every response of every kind carries the headers that keep sellers' pages to themselves."""

from __future__ import annotations

from typing import Any, Final

import pytest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from pytest_django import Settings

from readiness.headers import CHART_PAGE_POLICY, SecurityHeadersMiddleware

POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "frame-ancestors": "'none'",
    "manifest-src": "'self'",
}

EVERYWHERE: Final = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), "
        "browsing-topics=()"
    ),
    "Referrer-Policy": "strict-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}

NOT_KEPT: Final = {"Cache-Control": "no-store, private", "X-Frame-Options": "DENY"}

REQUESTS: Final[dict[str, tuple[str, str, dict[str, Any], int]]] = {
    "page": ("GET", "/", {}, 200),
    "head": ("HEAD", "/", {}, 200),
    "not yet begun": ("GET", "/questions/start/", {}, 403),
    "redirect": ("POST", "/begin/", {"data": "agree=yes"}, 302),
    "stroke added": ("GET", "/check", {}, 301),
    "problem": ("POST", "/begin/", {"data": "agre=yes"}, 422),
    "json": ("POST", "/save/", {"data": ""}, 403),
    "not found": ("GET", "/nowhere/", {}, 404),
    "method": ("DELETE", "/", {}, 405),
    "too large": ("POST", "/begin/", {"data": "x" * 300_000}, 400),
}

pytestmark = pytest.mark.django_db


def policy(answer: HttpResponseBase) -> dict[str, str]:
    parts = [part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";")]
    return {part[0]: part[1] for part in parts}


def chosen(answer: HttpResponseBase, names: dict[str, str]) -> dict[str, str]:
    return {name: answer.get(name, "") for name in names}


@pytest.mark.parametrize(("method", "url", "sent", "status"), REQUESTS.values(), ids=REQUESTS)
def test_every_kind_of_response(
    client: Client, method: str, url: str, sent: dict[str, Any], status: int
) -> None:
    answer = client.generic(method, url, content_type="application/x-www-form-urlencoded", **sent)
    assert answer.status_code == status
    assert policy(answer) == POLICY
    assert chosen(answer, EVERYWHERE | NOT_KEPT) == EVERYWHERE | NOT_KEPT


def test_a_forged_form(settings: Settings) -> None:
    answer = Client(enforce_csrf_checks=True).post("/begin/", {"agree": "yes"})
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()
    assert policy(answer) == POLICY
    assert chosen(answer, EVERYWHERE | NOT_KEPT) == EVERYWHERE | NOT_KEPT


def test_a_host_that_is_not_ours(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
    assert policy(answer) == POLICY
    assert chosen(answer, EVERYWHERE) == EVERYWHERE


def test_a_fault_of_ours(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> HttpResponse:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("surveys.journey.views.notice.render", broken)
    client.raise_request_exception = False
    answer = client.get("/notice/")
    assert answer.status_code == 500
    assert "Answers that you saved are safe" in answer.content.decode()
    assert "secret detail" not in answer.content.decode()
    assert policy(answer) == POLICY
    assert chosen(answer, EVERYWHERE) == EVERYWHERE


@pytest.mark.parametrize("name", ["site.css", "save.js", "favicon.svg"])
def test_a_static_file_may_be_kept_by_browsers_and_used_by_this_site_alone(client: Client, name: str) -> None:
    answer = client.get(f"/static/readiness/{name}")
    answer.close()
    assert answer.status_code == 200
    assert policy(answer) == POLICY
    assert chosen(answer, EVERYWHERE) == EVERYWHERE
    assert "no-store" not in answer["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in answer


def test_over_http_production_leads_to_https(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    client = Client()
    led = client.get("/check/")
    assert (led.status_code, led["Location"]) == (301, "https://testserver/check/")
    assert policy(led) == POLICY
    answer = client.get("/", secure=True)
    assert answer["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"


def test_production_cookies_belong_to_this_host_alone(settings: Settings) -> None:
    settings.SECURE_COOKIES = settings.CSRF_COOKIE_SECURE = True
    settings.SELLER_COOKIE_NAME, settings.CSRF_COOKIE_NAME = "__Host-seller", "__Host-csrf"
    client = Client()
    given = (
        client.get("/", secure=True).cookies | client.post("/begin/", {"agree": "yes"}, secure=True).cookies
    )
    assert set(given) == {"__Host-seller", "__Host-csrf"}
    taken = client.post("/clear/", secure=True).cookies["__Host-seller"]
    for cookie in (*given.values(), taken):
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
        assert cookie["samesite"] == "Lax"
    assert all(cookie["httponly"] for cookie in given.values())


def test_what_a_view_says_of_itself_is_kept() -> None:
    def view(_: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": CHART_PAGE_POLICY})

    answer = SecurityHeadersMiddleware(view)(HttpRequest())
    changed = {name: sources for name, sources in policy(answer).items() if POLICY[name] != sources}
    assert changed == {"style-src": "'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"}
