"""The private link and the typed code: the way back, for nobody else."""

from __future__ import annotations

import logging

import pytest
from django.urls import reverse

from surveys import actions
from surveys.codes import new_code, written
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Visitor, attribute, controls, has, page_url, read

OPEN = "/r/"


def test_the_keep_page_shows_link_and_code(seller: Visitor) -> None:
    page = read(seller.client.get(reverse("journey:keep")))
    assert attribute(page.query("a.code")[0], "href") == f"http://testserver/r/#{seller.code}"
    assert page.query("p.code")[0].to_text() == written(seller.code)
    assert seller.code not in page.query("title")[0].to_text()


def test_the_right_code_opens_in_another_browser(seller: Visitor) -> None:
    seller.answer("listings", {"LC1": "some"}, go="skip")
    other = Visitor()
    answer = other.client.post(OPEN, {"code": written(seller.code).lower()})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert "Go on where you stopped" in other.client.get("/").content.decode()
    assert other.form("listings")["LC1"] == ["some"]
    assert other.code == seller.code


def test_the_code_of_a_submitted_response_opens_its_result(seller: Visitor) -> None:
    actions.close(seller.response)
    answer = Visitor().client.post(OPEN, {"code": seller.code})
    assert (answer.status_code, answer["Location"]) == (302, reverse("results:result"))


@pytest.mark.parametrize(
    "typed",
    [
        None,
        "",
        "x",
        "0" * 27,
        pytest.param(new_code(), id="nobody has it"),
        "<b>",
        "\x00",
        "é" * 27,
        "7" * 100_000,
    ],
)
def test_a_code_that_opens_nothing(seller: Visitor, typed: str | None) -> None:
    visitor, before = Visitor(), everything()
    answer = visitor.client.post(OPEN, {} if typed is None else {"code": typed})
    page = read(answer)
    assert answer.status_code == 422
    assert COOKIE not in answer.cookies
    assert page.query(attribute(page.query("#error-summary a")[0], "href"))
    assert has(page.query("#error-summary")[0], "autofocus")
    described = attribute(page.query("#code")[0], "aria-describedby").split()
    assert all(page.query(f"#{id_}") for id_ in described)
    assert everything() == before


def test_a_deleted_seller_cannot_be_told_from_one_that_never_was(seller: Visitor) -> None:
    code = seller.code
    actions.withdraw(seller.response.seller)
    answers = [Visitor().client.post(OPEN, {"code": typed}) for typed in (code, new_code())]
    problems = [read(answer).query("#code-error")[0].to_text() for answer in answers]
    assert problems[0] == problems[1]


def test_opening_the_link_page_writes_nothing_and_needs_no_code(visitor: Visitor) -> None:
    before = everything()
    answer = visitor.client.get(OPEN)
    assert controls(read(answer), "#open-link")["code"] == [""]
    assert everything() == before


def test_the_code_stands_in_no_address_no_log_no_title_and_no_table(
    seller: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code = seller.code
    answers = [
        seller.begin(),
        seller.answer("listings", {"LC1": "some"}),
        seller.tap(seller.form("listings"), {"LC1": "most"}),
        seller.client.get("/"),
        seller.client.get(page_url("listings")),
        seller.client.get(reverse("journey:check")),
        Visitor().client.post(OPEN, {"code": code}),
        Visitor().client.post(OPEN, {"code": f"{code}X"}),
        seller.client.get(f"/questions/{'x' * 30}/"),
        seller.client.post(reverse("journey:clear")),
    ]
    for answer in answers:
        assert (
            code
            not in answer.get("Location", "") + answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]
        )
        assert code not in answer.content.decode().replace(f'value="{code}X"', "")
    assert code not in caplog.text
    assert code not in str(everything())
    assert written(code) not in str(everything())
