"""The calendar entry: 90 days on, readable by any calendar, and silent about the result."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readiness.models import Result
from readiness.results.calendar import reminder
from tests.surveys.journey.visitor import Visitor

NOW = datetime(2026, 1, 1, 12, 30, 5, tzinfo=UTC)

PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")))


def unfolded(entry: bytes) -> list[str]:
    """Return the lines of an entry as a calendar reads them, after what a strict reader insists on."""
    assert entry.endswith(b"\r\n")
    physical = entry.split(b"\r\n")[:-1]
    assert not [line for line in physical if b"\r" in line or b"\n" in line]
    assert all(0 < len(line) <= 75 and line.decode() for line in physical)
    return entry.decode().replace("\r\n ", "").split("\r\n")[:-1]


def fields(entry: bytes) -> dict[str, str]:
    return dict(line.split(":", 1) for line in unfolded(entry) if not line.startswith(("BEGIN", "END")))


def downloaded(visitor: Visitor) -> bytes:
    answer = visitor.client.get("/come-back.ics")
    assert answer["Content-Disposition"] == 'attachment; filename="come-back.ics"'
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return answer.content


@given(PRINTABLE)
@example("é" * 200)
@example("\U0001f6cd" * 90)
@example("x" * 69)
@example("x" * 70)
@example(" " * 100)
def test_long_lines_are_folded_between_characters_and_come_back_whole(address: str) -> None:
    entry = reminder(date(2026, 1, 1), "1", NOW, address)
    assert f"URL:{address}" in unfolded(entry)


def test_an_entry_is_one_event_with_what_every_calendar_needs(seller: Visitor) -> None:
    lines = unfolded(downloaded(seller))
    assert lines[:3] == ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Seller AI Readiness//EN"]
    assert lines[-2:] == ["END:VEVENT", "END:VCALENDAR"]
    assert lines.count("BEGIN:VEVENT") == 1
    assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= fields(downloaded(seller)).keys()


@pytest.mark.parametrize(
    ("finished_at", "start", "end"),
    [
        (datetime(2026, 1, 1, 15, 59, tzinfo=UTC), "20260401", "20260402"),
        (datetime(2026, 1, 1, 16, 0, tzinfo=UTC), "20260402", "20260403"),  # tomorrow in Kuala Lumpur
        (datetime(2027, 12, 1, 0, 0, tzinfo=UTC), "20280229", "20280301"),
    ],
)
def test_it_is_90_days_after_the_result_where_the_seller_is(
    seller: Visitor, finished_at: datetime, start: str, end: str
) -> None:
    Result.objects.update(created_at=finished_at)
    found = fields(downloaded(seller))
    assert (found["DTSTART;VALUE=DATE"], found["DTEND;VALUE=DATE"]) == (start, end)


def test_it_says_when_it_was_made() -> None:
    assert fields(reminder(date(2026, 1, 1), "1", NOW, "/"))["DTSTAMP"] == "20260101T123005Z"


def test_downloading_again_gives_the_same_event(seller: Visitor) -> None:
    assert fields(downloaded(seller))["UID"] == fields(downloaded(seller))["UID"]


def test_it_is_silent_about_the_seller(seller: Visitor, result: Result) -> None:
    text = downloaded(seller).decode().lower()
    for secret in (seller.code, result.response.seller.pk.hex, "/r/", "aspirant", "adept", "agnostic", "31"):
        assert secret.lower() not in text.split("summary:")[1]
    assert "url:http://testserver/\r\n" in text


def test_signs_that_mean_something_to_calendars_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("readiness.results.calendar.gettext", lambda _: r"a\b;c,d")
    found = fields(reminder(date(2026, 1, 1), "1", NOW, "/"))
    assert found["SUMMARY"] == found["DESCRIPTION"] == r"a\\b\;c\,d"
