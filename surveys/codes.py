"""Sellers' secret codes: made, written for people, typed back, and kept only as a keyed hash.

A code is 26 letters of Crockford's base 32 (130 random bits: no I, L, O or U to mistake) and one check letter.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import Final

from django.conf import settings

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS: Final = 26
GROUP: Final = 3
LOOKALIKES: Final = str.maketrans(
    {"O": "0", "I": "1", "L": "1", " ": None, "-": None, "\n": None, "\t": None}
)


def new_code() -> str:
    """Return a fresh code, 27 letters without spaces."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(LETTERS))
    return letters + _check_letter(letters)


def read_code(typed: str) -> str | None:
    """Return the code that somebody typed or pasted, in its one spelling; None when it cannot be one."""
    code = typed.upper().translate(LOOKALIKES)
    if len(code) != LETTERS + 1 or not set(code) <= set(ALPHABET):
        return None
    return code if code[-1] == _check_letter(code[:-1]) else None


def written(code: str) -> str:
    """Return a code in groups that people can read out: `7KQ-2MX-...`."""
    return "-".join(code[n : n + GROUP] for n in range(0, len(code), GROUP))


def code_hash(code: str) -> str:
    """Return the keyed hash (SHA-256, hex) under which a seller is found. The code itself is never stored."""
    return hmac.new(settings.CODE_KEY.encode(), b"seller-code:" + code.encode(), sha256).hexdigest()


def _check_letter(letters: str) -> str:
    return ALPHABET[sha256(letters.encode()).digest()[0] % len(ALPHABET)]
