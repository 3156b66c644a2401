"""Fingerprints of published files: what is asked, and in which words."""

from __future__ import annotations

import json
from dataclasses import asdict
from hashlib import sha256

from surveys.instrument.texts import Wording
from surveys.instrument.types import Instrument


def structure_digest(instrument: Instrument) -> str:
    """Return the SHA-256 (hex) of everything an answer can depend on, in the order sellers meet it."""
    return fingerprint(asdict(instrument))


def text_digest(wording: Wording) -> str:
    """Return the SHA-256 (hex) of every word of one language. The review status is no word of it."""
    return fingerprint({**asdict(wording), "status": None})


def fingerprint(content: object) -> str:
    """Return the SHA-256 (hex) of `content` as JSON: keys sorted, no spaces, ASCII; sets as sorted lists."""
    written = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True, default=sorted)
    return sha256(written.encode("ascii")).hexdigest()
