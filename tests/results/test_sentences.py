"""Every code that scoring and learning can give has words, whole and filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import product
from typing import Final, get_args

import pytest

from readiness.learning.catalogue import catalogue
from readiness.learning.matching import Code, Reason
from readiness.learning.tutorial import Tutorial
from readiness.results import sentences
from readiness.scoring.confidence import Confidence, Word
from readiness.scoring.model import ARCHETYPES, Archetype
from readiness.scoring.steps import When
from readiness.scoring.verdict import Check, CheckName, Label, Verdict
from surveys.instrument import registry
from tests.scoring.scorer import INSTRUMENT, REAL

WORDING: Final = registry.wording("1.0.0", "en")

LANGUAGES: Final = WORDING.questions["P10"].choices

ARCHETYPE_OF: Final[dict[str, Archetype]] = {"aspirant": "aspirant", "adept": "adept"}
"""Verdict label -> archetype; every other label is one of an Agnostic."""

SUBJECTS: Final[dict[Code, list[str]]] = {
    Code.ON_PATH: [question.id for question in REAL.model.questions],
    Code.GAP: [question.id for question in REAL.model.questions if question.job],
    Code.TIME_SINK: list(REAL.model.functions),
    Code.BARRIER: list(REAL.model.barriers),
    Code.LEVEL: [],  # stands among the facts of every tutorial
    Code.IN_ENGLISH: [""],
    Code.LANGUAGE_UNSURE: list(LANGUAGES),
}


def whole(texts: Iterable[str]) -> bool:
    """Tell whether texts are words: none empty, no sign of a place that was left to fill in."""
    return all(
        text.strip() == text and re.search(r"\w", text) and not re.search("[%{}]", text) for text in texts
    )


def check(archetype: Archetype, name: CheckName, needed: int, actual: int) -> Check:
    return Check(archetype, name, needed, actual, tight=True)


CHECKS: Final = [
    check(archetype, name, 3, actual)
    for archetype, name, actual in product(ARCHETYPES[1:], get_args(CheckName), (0, 1, 2, 3, 4))
]


@pytest.mark.parametrize("label", get_args(Label))
def test_every_label_has_a_sentence_of_its_own(label: Label) -> None:
    words = sentences.label(Verdict(ARCHETYPE_OF.get(label, "agnostic"), label, ()))
    others = {sentences.label(Verdict("agnostic", one, ())).line for one in get_args(Label) if one != label}
    assert whole(words)
    assert words.line not in others


def test_every_archetype_has_a_name_of_its_own() -> None:
    names = [sentences.archetype_name(archetype) for archetype in ARCHETYPES]
    assert whole(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("word", get_args(Word))
@pytest.mark.parametrize(("own", "other"), [(a, b) for a in ARCHETYPES for b in ARCHETYPES if a != b])
def test_every_certainty_is_said(word: Word, own: Archetype, other: Archetype) -> None:
    half = Fraction(1, 2)
    words = sentences.certainty(Confidence(half, half, half, half, word, other), own)
    assert whole(words[:2])
    assert (sentences.archetype_name(other) in words.line) == (word != "clear")
    assert (sentences.archetype_name(own) in words.line) == (word == "close")


@pytest.mark.parametrize("one", CHECKS, ids=str)
def test_every_check_is_said(one: Check) -> None:
    assert whole([sentences.check_name(one), sentences.progress(one), sentences.tight(one)])
    left = max(0, one.needed - one.actual)
    assert (sentences.progress(one) == "Done") == (left == 0)
    assert sentences.progress(one).startswith(f"{left} ") or not left
    assert bool(re.search(r"(points|jobs|parts|habits) to go", sentences.progress(one))) == (left > 1)


def test_how_soon_and_what_holds_back_are_said() -> None:
    assert all(whole(sentences.when(code)[:2]) for code in get_args(When))
    named = set(INSTRUMENT.questions["B1"].choices) - INSTRUMENT.questions["B1"].alone
    assert named == set(REAL.model.barriers)
    assert all(whole(sentences.barrier(id_)) for id_ in REAL.model.barriers)


@pytest.mark.parametrize("question", [question.id for question in REAL.model.questions])
def test_every_scored_question_has_a_name(question: str) -> None:
    assert whole([sentences.job_name(WORDING, question)])


# ---- tutorials --------------------------------------------------------------------------------------------


def test_every_code_is_thought_of() -> None:
    assert SUBJECTS.keys() == set(Code)


@pytest.mark.parametrize(
    ("code", "subject"), [(code, s) for code, subjects in SUBJECTS.items() for s in subjects]
)
def test_every_reason_is_said(code: Code, subject: str) -> None:
    said = sentences.reasons([Reason(code, subject)], WORDING, LANGUAGES)
    assert len(said) == 1
    assert whole(said)


def test_reasons_of_one_kind_are_one_sentence_and_no_job_is_named_twice() -> None:
    why = [
        Reason(Code.ON_PATH, "LC1"),
        Reason(Code.GAP, "LC1"),
        Reason(Code.GAP, "CS1"),
        Reason(Code.GAP, "CS2"),
    ]
    said = sentences.reasons(why, WORDING, LANGUAGES)
    assert len(said) == 2
    for question in ("LC1", "CS1", "CS2"):
        assert " ".join(said).count(sentences.job_name(WORDING, question)) == 1


@pytest.mark.parametrize("tutorial", catalogue().tutorials, ids=lambda tutorial: tutorial.id)
def test_every_fact_of_every_tutorial_is_said(tutorial: Tutorial) -> None:
    facts = sentences.tutorial_facts(tutorial, LANGUAGES)
    assert whole(facts)
    assert len(set(facts)) == len(facts) == 5 + (not tutorial.about_ai) + (tutorial.opened_on is None)
    assert sentences.level(tutorial.level) in facts


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, "length not known"),
        (1, "1 minute"),
        (15, "15 minutes"),
        (89, "89 minutes"),
        (90, "about 2 hours"),
        (149, "about 2 hours"),
        (151, "about 3 hours"),
        (600, "about 10 hours"),
    ],
)
def test_lengths(minutes: int | None, words: str) -> None:
    assert sentences.duration(minutes) == words
