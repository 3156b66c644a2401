"""Codes can be read out, mistyped and pasted; what is stored opens nothing."""

from __future__ import annotations

import hmac
from collections import Counter
from hashlib import sha256
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from surveys.codes import ALPHABET, code_hash, new_code, read_code, written

CODE: Final = "00112233445566778899AABBCCK"
"""Twenty-six letters and the check letter that belongs to them."""

codes = st.builds(new_code)


def test_the_example_is_a_code() -> None:
    assert read_code(CODE) == CODE


def test_the_alphabet_holds_no_letters_to_mistake() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 32
    assert not set("ILOU") & set(ALPHABET)


@given(codes)
def test_a_code_is_27_letters_of_the_alphabet_and_reads_back(code: str) -> None:
    assert len(code) == 27
    assert set(code) <= set(ALPHABET)
    assert read_code(code) == read_code(written(code)) == read_code(code.lower()) == code


def test_codes_are_random() -> None:
    """10,000 codes hold no pair, and each letter about as often as any other (5 standard deviations)."""
    made = [new_code() for _ in range(10_000)]
    assert len(set(made)) == len(made)
    expected = 10_000 * 26 / 32
    often = Counter("".join(code[:26] for code in made))
    assert all(abs(often[letter] - expected) < 5 * expected**0.5 for letter in ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("0", "O").replace("1", "I"),
        CODE.replace("0", "o").replace("1", "l"),
        CODE.replace("1", "L"),
        written(CODE),
        written(CODE).replace("-", " "),
        f"  {CODE}\t\n",
        f"-{CODE}-",
    ],
)
def test_many_spellings_are_one_code(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize(
    "typed",
    [
        "",
        CODE[:-1],
        CODE + "0",
        CODE[:-1] + "U",
        CODE[:-1] + "\x00",
        "é" * 27,
        CODE[:-1] + "٣",
        "0" * 100_000,
        CODE * 2,
    ],
)
def test_what_cannot_be_a_code(typed: str) -> None:
    assert read_code(typed) is None


def test_a_slip_of_one_letter_is_mostly_caught() -> None:
    """One letter of 32 checks 26 others: about 1 slip in 32 gets through, and then finds no seller."""
    slips = [
        CODE[:place] + letter + CODE[place + 1 :]
        for place in range(len(CODE))
        for letter in ALPHABET
        if letter != CODE[place]
    ]
    caught = sum(read_code(slip) is None for slip in slips)
    assert caught / len(slips) > 0.94


def test_a_code_is_written_in_groups_of_three() -> None:
    assert written(CODE) == "001-122-334-455-667-788-99A-ABB-CCK"


def test_the_hash_is_keyed(settings: Settings) -> None:
    settings.CODE_KEY = "k" * 50
    one = code_hash(CODE)
    assert one == hmac.new(b"k" * 50, b"seller-code:" + CODE.encode(), sha256).hexdigest()
    settings.CODE_KEY = "m" * 50
    assert code_hash(CODE) != one
    assert len(one) == 64
    assert CODE not in one
