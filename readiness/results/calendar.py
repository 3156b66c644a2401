"""A calendar entry to come back in 90 days (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from django.utils.translation import gettext

DAYS: Final = 90
"""About a quarter: long enough for steps of "this month" to show, short enough to remember them."""

LONGEST_LINE: Final = 73
"""Octets of one line, without its end and the blank that folding adds (RFC 5545, 3.1: at most 75)."""


def reminder(submitted_on: date, uid: str, now: datetime, address: str) -> bytes:
    """Return an all-day event. It names neither shop nor result and holds no private link."""
    day = submitted_on + timedelta(days=DAYS)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Seller AI Readiness//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(gettext('See what changed: AI in your shop'))}",
        f"DESCRIPTION:{_escaped(gettext('Have your private link or code ready. It takes about 7 minutes.'))}",
        f"URL:{address}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _escaped(text: str) -> str:
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Break a long line between characters, never inside one."""
    pieces, size = [""], 0
    for sign in line:
        width = len(sign.encode())
        if size + width > LONGEST_LINE:
            pieces.append("")
            size = 0
        pieces[-1] += sign
        size += width
    return "\r\n ".join(pieces).encode() + b"\r\n"
