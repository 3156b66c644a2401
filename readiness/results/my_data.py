"""Everything that is kept of one seller, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from typing import Any, Final

from readiness.models import Result
from surveys.instrument import registry
from surveys.instrument.answers import picked_choices
from surveys.instrument.texts import Wording
from surveys.journey.question_page import answer_text
from surveys.models import Response, Seller

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV injection)."""

COLUMNS: Final = ("attempt", "question_id", "question", "choice_ids", "answer", "submitted_at")


def as_document(seller: Seller, results: list[Result]) -> dict[str, Any]:
    """Return all that is stored, in the words of the database, ready for JSON."""
    return {
        "format": "seller-ai-readiness/my-data/1",
        "notice": {"version": seller.notice_version, "language": seller.notice_language},
        "consented_at": seller.consented_at.isoformat(),
        "responses": [_response(response, results) for response in _responses(seller)],
    }


def as_csv(seller: Seller, language: str) -> str:
    """Return every answer as a row, with texts, safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for response in _responses(seller):
        wording = registry.wording_or_source(response.instrument_version, language)
        for id_ in (id_ for id_ in response.instrument.questions if id_ in response.answers):
            writer.writerow([safe_cell(cell) for cell in _row(response, id_, wording)])
    return out.getvalue()


def safe_cell(text: str) -> str:
    """Return a cell's text with a quote before anything that a spreadsheet would run."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_SIGNS) else text


def _responses(seller: Seller) -> list[Response]:
    return list(seller.responses.order_by("attempt"))


def _response(response: Response, results: list[Result]) -> dict[str, Any]:
    return {
        "attempt": response.attempt,
        "instrument_version": response.instrument_version,
        "language": response.language,
        "started_at": response.started_at.isoformat(),
        "saved_at": response.saved_at.isoformat(),
        "submitted_at": response.submitted_at.isoformat() if response.submitted_at else None,
        "answers": response.answers,
        "revision": response.revision,
        "changes": response.changes,
        "seconds_after_start_by_page": response.page_times,
        "results": [_result(result) for result in results if result.response_id == response.pk],
    }


def _result(result: Result) -> dict[str, Any]:
    names = (
        "instrument_version model_version scoring_digest advice_digest archetype rule earned possible shown skipped "
        "certainty dimensions functions_at_work"
    )
    return {name: getattr(result, name) for name in names.split()} | {
        "created_at": result.created_at.isoformat()
    }


def _row(response: Response, id_: str, wording: Wording) -> list[str]:
    words = wording.questions[id_]
    picked = picked_choices(response.answers, id_)
    return [
        str(response.attempt),
        id_,
        f"{words.lead} {words.text}".strip(),
        " ".join(picked),
        answer_text(response.instrument.questions[id_], words, response.answers[id_], between="; "),
        response.submitted_at.isoformat() if response.submitted_at else "",
    ]
