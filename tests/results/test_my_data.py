"""Sellers take away everything that is kept of them, and nothing of anybody else."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from typing import Any, Final

import pytest
from django.db.models import Model
from django.urls import reverse

from readiness.models import Result
from readiness.results.my_data import COLUMNS, safe_cell
from surveys import actions
from surveys.instrument import registry
from surveys.instrument.types import UNSURE
from surveys.models import Response, Seller
from tests.results.sellers import Answers, again, answering, submitted
from tests.scoring.shops import EVERYTHING, Case, at
from tests.surveys.journey.visitor import Reply, Visitor

INTERNAL: Final = {"id", "seller", "response", "code_hash"}

NAMES: Final = {"page_times": "seconds_after_start_by_page"}

WORDS: Final = registry.wording("1.0.0", "en").questions


def document(visitor: Visitor) -> dict[str, Any]:
    found = visitor.client.get(reverse("results:my_data_json"))
    assert found["Content-Disposition"] == 'attachment; filename="my-answers.json"'
    assert found["Content-Type"] == "application/json"
    read: dict[str, Any] = json.loads(found.content)
    return read


def stored(row: Model) -> dict[str, Any]:
    """Return every column of a row by the name it has in the download."""
    columns = [field.name for field in row._meta.concrete_fields if field.name not in INTERNAL]
    return {NAMES.get(name, name): getattr(row, name) for name in columns}


def times_read(found: dict[str, Any]) -> dict[str, Any]:
    return {k: datetime.fromisoformat(v) if k.endswith("_at") and v else v for k, v in found.items()}


# ---- JSON -------------------------------------------------------------------------------------------------


def test_the_document_is_what_the_database_holds(seller: Visitor, result: Result, aina: Case) -> None:
    again(result, {**aina.answers, "LC1": UNSURE})
    actions.start_again(result.response.seller, language="en", notice_version="1")
    responses = document(seller)["responses"]
    rows = list(Response.objects.order_by("attempt"))
    assert [r["attempt"] for r in responses] == [1, 2, 3]
    for found, row in zip(responses, rows, strict=True):
        results = found.pop("results")
        assert times_read(found) == stored(row)
        assert [times_read(one) for one in results] == [stored(one) for one in row.results.all()]


def test_the_document_says_what_was_agreed_to(seller: Visitor) -> None:
    found = document(seller)
    owner = Seller.objects.get()
    assert found["notice"] == {"version": owner.notice_version, "language": owner.notice_language}
    assert datetime.fromisoformat(found["consented_at"]) == owner.consented_at
    assert found["format"] == "seller-ai-readiness/my-data/1"
    kept = {"notice_version", "notice_language", "consented_at"}
    assert {field.name for field in Seller._meta.concrete_fields} - INTERNAL == kept


def test_nothing_of_another_seller_is_in_it(seller: Visitor) -> None:
    before = document(seller), table(seller)
    submitted(at(-1, EVERYTHING))
    answering(at(0, EVERYTHING))
    assert (document(seller), table(seller)) == before


def test_a_draft_can_be_taken_away_too(db: None) -> None:
    visitor, _ = answering({"LC1": "some"})
    assert document(visitor)["responses"][0]["answers"] == {"LC1": "some"}
    assert document(visitor)["responses"][0]["results"] == []
    assert [row[1] for row in table(visitor)[1:]] == ["LC1"]


# ---- CSV --------------------------------------------------------------------------------------------------


def downloaded(visitor: Visitor) -> Reply:
    return visitor.client.get(reverse("results:my_data_csv"))


def table(visitor: Visitor) -> list[list[str]]:
    text = downloaded(visitor).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def expected(attempt: int, answers: Answers, submitted_at: datetime) -> list[list[str]]:
    rows = []
    for id_ in [q for q in registry.newest().questions if q in answers]:
        words, given = WORDS[id_], answers[id_]
        picked = [given] if isinstance(given, str) else given
        texts = [words.choices.get(choice, "I don't know") for choice in picked]
        text = f"{words.lead} {words.text}".strip()
        row = [str(attempt), id_, text, " ".join(picked), "; ".join(texts), submitted_at.isoformat()]
        rows.append(row)
    return rows


def test_it_downloads_as_a_table_that_spreadsheets_read_as_utf_8(seller: Visitor) -> None:
    found = downloaded(seller)
    assert found["Content-Disposition"] == 'attachment; filename="my-answers.csv"'
    assert found["Content-Type"] == "text/csv; charset=utf-8"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found.content.startswith(b"\xef\xbb\xbfattempt,")
    assert found.content.endswith(b"\r\n")


def test_the_table_holds_every_answer_in_order(seller: Visitor, result: Result, aina: Case) -> None:
    unsure = next(q for q, question in registry.newest().questions.items() if question.unsure)
    answers = dict(reversed({**aina.answers, unsure: UNSURE}.items()))
    second = again(result, answers)
    first_time, second_time = result.response.submitted_at, second.response.submitted_at
    assert first_time is not None
    assert second_time is not None
    rows = expected(1, aina.answers, first_time) + expected(2, answers, second_time)
    assert table(seller) == [list(COLUMNS), *rows]


# ---- formulas ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
)
@pytest.mark.parametrize("before", ["", " ", "   "])
def test_a_cell_that_would_run_is_quoted(sign: str, before: str) -> None:
    assert safe_cell(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("text", ["", " ", "1+1", "a=1", "2-4", "under-15-minutes", "RM 5", "'=1", "“+”"])
def test_any_other_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text
