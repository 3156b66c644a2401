"""Fingerprints change with the meaning and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest

from surveys.instrument import registry
from surveys.instrument.digest import fingerprint, structure_digest, text_digest
from surveys.instrument.texts import Wording
from surveys.instrument.types import Flag, Page
from tests.surveys.answering import INSTRUMENT

WORDING = registry.wording(INSTRUMENT.version, "en")
STRUCTURE = structure_digest(INSTRUMENT)
LC1 = INSTRUMENT.questions["LC1"]


def with_question(**changes: Any) -> dict[str, Any]:
    return {"questions": {**INSTRUMENT.questions, "LC1": replace(LC1, **changes)}}


def test_a_fingerprint_is_the_sha_256_of_plain_json() -> None:
    written = b'{"a":[1,"\\u00e9"],"b":["x","y"]}'
    content = {"b": frozenset({"y", "x"}), "a": (1, "é")}
    assert fingerprint(content) == sha256(written).hexdigest()


def test_the_order_of_keys_is_irrelevant() -> None:
    backwards = dict(reversed(list(INSTRUMENT.questions.items())))
    assert structure_digest(replace(INSTRUMENT, questions=backwards)) == STRUCTURE
    turned = replace(WORDING, questions=dict(reversed(list(WORDING.questions.items()))))
    assert text_digest(turned) == text_digest(WORDING)


@pytest.mark.parametrize(
    "changes",
    [
        {"version": "1.0.1"},
        {"id": "other"},
        {"pages": INSTRUMENT.pages[::-1]},
        {"pages": (Page("start", INSTRUMENT.pages[0].questions[::-1]), *INSTRUMENT.pages[1:])},
        {"flags": INSTRUMENT.flags[1:]},
        {"flags": (*INSTRUMENT.flags, Flag("new", "P3", "owner", present=True))},
        with_question(choices=LC1.choices[::-1]),
        with_question(unsure=False),
        with_question(shuffled=True),
        with_question(required=True),
        with_question(profile=True),
        with_question(several=True),
        with_question(most=2),
        with_question(alone=frozenset({"no"})),
        with_question(not_applicable_if=frozenset({"solo"})),
    ],
    ids=str,
)
def test_every_part_of_the_structure_is_in_its_digest(changes: dict[str, Any]) -> None:
    assert structure_digest(replace(INSTRUMENT, **changes)) != STRUCTURE


def changed_texts() -> list[Wording]:
    lc1, start = WORDING.questions["LC1"], WORDING.pages["start"]
    words = [
        replace(lc1, text="x"),
        replace(lc1, lead="x"),
        replace(lc1, hint="x"),
        replace(lc1, job="x"),
        replace(lc1, choices={**lc1.choices, "no": "x"}),
    ]
    return [
        *(replace(WORDING, questions={**WORDING.questions, "LC1": changed}) for changed in words),
        replace(WORDING, pages={**WORDING.pages, "start": replace(start, title="x")}),
        replace(WORDING, pages={**WORDING.pages, "start": replace(start, intro="x")}),
        replace(WORDING, groups={**WORDING.groups, "LC": "x"}),
        replace(WORDING, language="ms"),
    ]


@pytest.mark.parametrize("changed", changed_texts(), ids=range(len(changed_texts())))
def test_every_word_is_in_the_digest_of_its_language(changed: Wording) -> None:
    assert text_digest(changed) != text_digest(WORDING)


def test_words_are_not_in_the_digest_of_the_structure() -> None:
    assert "text" not in LC1.__slots__
    assert registry.digests()[INSTRUMENT.version]["structure"] == STRUCTURE


@pytest.mark.parametrize("status", ["machine-drafted", "reviewed"])
def test_a_review_changes_no_digest(status: str) -> None:
    assert text_digest(replace(WORDING, status=status)) == text_digest(WORDING)
