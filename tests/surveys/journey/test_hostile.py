"""Whatever arrives: a clear refusal, nothing stored that isn't valid, nothing lost, and the next request works."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote_plus, urlencode

import pytest
from django.test import Client
from django.urls import reverse

from surveys.instrument.types import Answer
from surveys.models import Response
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Fields, Reply, Visitor, controls, page_url, read

FORM: Final = "application/x-www-form-urlencoded"
PAGE: Final = page_url("safety")
SAVE: Final = reverse("journey:save")
STORED: Final[dict[str, Answer | None]] = {"RU1": "quick-look", "T1": ["LC"]}


@pytest.fixture
def guarded(db: None) -> Visitor:
    """A seller with stored answers, in front of a server that checks form tokens as in use."""
    visitor = Visitor(Client(enforce_csrf_checks=True))
    token = controls(read(visitor.client.get("/")))["csrfmiddlewaretoken"][0]
    visitor.client.defaults["HTTP_X_CSRFTOKEN"] = token
    visitor.begin()
    assert visitor.answer("safety", STORED, go="skip").status_code == 302
    return visitor


def still_works(visitor: Visitor) -> bool:
    """See that the next valid request is saved."""
    form = visitor.form("safety")
    return (
        visitor.tap(form, {"RU2": "rule"}).status_code == 200
        and visitor.send("safety", form, {"RU2": "take-out"}, go="skip").status_code == 302
        and Response.objects.get().answers == {**STORED, "RU2": "take-out"}
    )


def post(visitor: Visitor, url: str, fields: Fields) -> Reply:
    """Send a form as the page shows it, but for `fields`."""
    sent = visitor.form("safety") | {"go": ["skip"]} | fields
    return visitor.client.post(url, urlencode(sent, doseq=True), content_type=FORM)


# ---- forms that say something wrong -----------------------------------------------------------------------

WRONG: Final[dict[str, Fields]] = {
    "unknown question": {"ZZ1": ["x"]},
    "unknown choice": {"RU1": ["always"]},
    "choice of another question": {"RU1": ["cost"]},
    "unsure where it is not offered": {"RU1": ["unsure"]},
    "two values for one": {"RU1": ["as-it-is", "written-list"]},
    "one value twice": {"RU1": ["written-list", "written-list"]},
    "blank": {"RU1": [""]},
    "NUL in a value": {"RU1": ["written-list\x00"]},
    "NUL in a name": {"RU1\x00": ["written-list"]},
    "control characters": {"RU1": ["\r\n\x1b[2J"]},
    "a very long value": {"RU1": ["x" * 100_000]},
    "a very long name": {"R" * 50_000: ["x"]},
    "markup": {"RU1": ["<script>alert(1)</script>"]},
    "markup in a name": {"<B>": ["x"], "X<img src=x>": ["x"]},
    "brackets": {"RU1[]": ["written-list"]},
    "capitals": {"RU1": ["WRITTEN-LIST"]},
    "spaces": {"RU1": [" written-list"]},
    "full-width letters": {"RU1": ["ｗritten-list"]},
    "too many": {"T1": ["LC", "PP", "MA"]},
    "none and another": {"B1": ["none", "cost"]},
    "many of several": {"B1": ["cost"] * 50 + ["x"]},
    "a path": {"T1": ["../../etc/passwd"]},
    "JSON": {"T1": ['["PP"]']},
}


@pytest.mark.parametrize("fields", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("url", [PAGE, SAVE])
def test_what_is_not_an_answer(guarded: Visitor, url: str, fields: Fields) -> None:
    before = everything()
    answer = post(guarded, url, fields if url == PAGE else {**fields, "question": list(fields)})
    assert answer.status_code == 422
    assert b"<script>alert" not in answer.content
    assert b"<img src=x" not in answer.content or url == SAVE
    assert everything() == before
    assert still_works(guarded)


def test_a_question_of_another_page_is_not_saved_from_this_one(guarded: Visitor) -> None:
    answer = post(guarded, PAGE, {"SK1": ["not-used"]})
    assert answer.status_code == 422
    assert "SK1" in answer.content.decode()
    assert still_works(guarded)


# ---- windows that say something wrong ---------------------------------------------------------------------

SEEN: Final = ["", "-1", "1.5", "1e3", "0x1", "²", "٣", " 1", "1_0", "9" * 10, "9" * 5000, "\x00", "seen"]
WINDOWS: Final = ["", "a b", "x" * 17, "\x00", "../..", "<b>"]


@pytest.mark.parametrize(
    "claim", [*({"seen": [s]} for s in SEEN), *({"window": [w]} for w in WINDOWS), {"seen": ["1", "x"]}]
)
def test_a_window_that_does_not_say_what_it_has_seen_overwrites_nothing(
    guarded: Visitor, claim: Fields
) -> None:
    before = everything()
    assert post(guarded, PAGE, {"RU1": ["as-it-is"], **claim}).status_code == 409
    sent = {"question": ["RU1"], "RU1": ["as-it-is"], **claim}
    assert post(guarded, SAVE, sent).status_code == 422
    assert everything() == before
    assert still_works(guarded)


# ---- bodies that are no forms -----------------------------------------------------------------------------

PART: Final = '--b\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n{}\r\n'
FILE: Final = PART.format("T1", '; filename="a.txt"', "LC") + "--b--\r\n"

BODIES: Final[dict[str, tuple[str, bytes, int, int]]] = {  # name: type, body, status of the page, of a tap
    "3 MB": (FORM, b"RU1=" + b"x" * 3_000_000, 400, 400),
    "1001 fields": (FORM, b"&".join(b"x%d=1" % n for n in range(1001)), 400, 400),
    "a file": ("multipart/form-data; boundary=b", FILE.encode(), 400, 400),
    "1001 parts": (
        "multipart/form-data; boundary=b",
        ("".join(PART.format(f"x{n}", "", "1") for n in range(1001)) + "--b--\r\n").encode(),
        400,
        400,
    ),
    "multipart without a boundary": ("multipart/form-data", b"x", 400, 400),
    "another encoding": (f"{FORM}; charset=utf-16", b"RU1=no", 400, 400),
    "JSON": ("application/json", b'{"RU1": "written-list", "question": ["RU1"]}', 409, 422),
    "JSON of 100,000 levels": ("application/json", b"[" * 100_000, 409, 422),
    "no type": ("", b"RU1=written-list", 409, 422),
    "nothing": (FORM, b"", 409, 422),
    "only separators": (FORM, b"&&&===&&", 409, 422),
}


@pytest.mark.parametrize(("kind", "body", "page", "tap"), BODIES.values(), ids=BODIES)
def test_a_body_that_is_no_form_of_ours(
    guarded: Visitor, kind: str, body: bytes, page: int, tap: int
) -> None:
    before = everything()
    assert guarded.client.generic("POST", PAGE, body, content_type=kind).status_code == page
    assert guarded.client.generic("POST", SAVE, body, content_type=kind).status_code == tap
    assert everything() == before
    assert still_works(guarded)


@pytest.mark.parametrize("octets", [b"%FF%FE", b"\xff\xfe", b"%ED%A0%80", b"written-list%00", b"%", b"%zz"])
@pytest.mark.parametrize("url", [PAGE, SAVE])
def test_a_value_that_is_no_text(guarded: Visitor, url: str, octets: bytes) -> None:
    form = {name: values for name, values in guarded.form("safety").items() if name != "RU1"}
    before = everything()
    body = urlencode(form, doseq=True).encode() + b"&question=RU1&RU1=" + octets
    assert guarded.client.generic("POST", url, body, content_type=FORM).status_code == 422
    assert everything() == before
    assert still_works(guarded)


@pytest.mark.parametrize("charset", ["zlib", "idna", "undefined", "rot13", "no-such", "utf-7"])
def test_a_multipart_form_in_a_strange_encoding(guarded: Visitor, charset: str) -> None:
    body = PART.format("RU1", "", "written-list") + "--b--\r\n"
    kind = f"multipart/form-data; boundary=b; charset={charset}"
    for url in (PAGE, SAVE):
        answer = guarded.client.generic("POST", url, body, content_type=kind)
        assert 400 <= answer.status_code < 500
    assert still_works(guarded)


# ---- who asks, and how ------------------------------------------------------------------------------------

COOKIES: Final = [None, "", "x", "0" * 27, "a" * 5000, "é", "\x00"]


@pytest.mark.parametrize("cookie", COOKIES)
def test_a_cookie_that_opens_nothing(guarded: Visitor, cookie: str | None) -> None:
    form = guarded.form("safety")
    code = guarded.client.cookies.pop(COOKIE).value
    if cookie is not None:
        guarded.client.cookies[COOKIE] = cookie
    before = everything()
    assert guarded.client.get(PAGE).status_code == 403
    assert guarded.send("safety", form, {"RU1": "as-it-is"}).status_code == 403
    assert guarded.tap(form, {"RU1": "as-it-is"}).status_code == 403
    assert everything() == before
    guarded.client.cookies[COOKIE] = code
    assert still_works(guarded)


@pytest.mark.parametrize("url", [PAGE, SAVE, "/begin/", "/clear/", "/r/"])
def test_a_form_of_another_site(guarded: Visitor, url: str) -> None:
    token = guarded.client.defaults.pop("HTTP_X_CSRFTOKEN")
    before = everything()
    assert guarded.client.post(url, {"RU1": "as-it-is"}).status_code == 403
    assert guarded.client.post(url, {"csrfmiddlewaretoken": token[::-1]}).status_code == 403
    assert everything() == before
    guarded.client.defaults["HTTP_X_CSRFTOKEN"] = token
    assert still_works(guarded)


METHODS: Final[dict[str, set[str]]] = {
    "/": {"GET", "HEAD"},
    "/begin/": {"POST"},
    PAGE: {"GET", "HEAD", "POST"},
    SAVE: {"POST"},
    "/check/": {"GET", "HEAD"},
    "/keep/": {"GET", "HEAD"},
    "/r/": {"GET", "HEAD", "POST"},
    "/notice/": {"GET", "HEAD"},
    "/clear/": {"POST"},
}


@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO"]
)
@pytest.mark.parametrize("url", METHODS)
def test_only_the_methods_of_a_page(seller: Visitor, url: str, method: str) -> None:
    answer = seller.client.generic(method, url)
    assert (answer.status_code == 405) is (method not in METHODS[url])


@pytest.mark.parametrize(
    "path", ["nowhere", "START", "start.html", "%00", "..%2Fcheck", "start%0A", "1", "é", "x" * 5000]
)
def test_a_page_that_does_not_exist(seller: Visitor, path: str) -> None:
    assert seller.client.get(f"/questions/{path}/").status_code == 404
    assert seller.client.post(f"/questions/{path}/", {"LC1": "no"}).status_code == 404


def test_an_address_without_its_last_stroke_saves_nothing(guarded: Visitor) -> None:
    before = everything()
    guarded.client.post(PAGE.rstrip("/"), {"RU1": "as-it-is"})
    assert everything() == before
    assert still_works(guarded)


@pytest.mark.parametrize(
    "header", ["HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_FOR", "HTTP_REFERER", "HTTP_COOKIE"]
)
@pytest.mark.parametrize("value", ["\x00", "é" * 100, quote_plus("\x00") * 2000, ";;;==,,q=9"])
def test_strange_headers(visitor: Visitor, header: str, value: str) -> None:
    extra: dict[str, Any] = {header: value}
    assert visitor.client.get("/", **extra).status_code == 200
