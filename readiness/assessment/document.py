"""Reads a document: `{"instrument": ..., "profile": {...}, "answers": {...}}`.

- `instrument` is "1.0.0", "seller-air@1.0.0" or "seller-air"; absent or null, it is the newest questionnaire.
- `profile` and `answers` map question ids to answers. A question may stand in either, in one of them only. -
An answer is a choice id, or the place of the choice counted from 0; null means skipped. A question with
several
  choices takes a list of them; an empty list means "none of these" where the question offers that.
- `id`, `about` and `expected` may stand beside them: notes of whoever wrote the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from reprlib import Repr
from typing import Final

from surveys.instrument import registry
from surveys.instrument.answers import Fault, NotAnAnswer, picked_choices, read_answer
from surveys.instrument.types import Answer, Instrument, Question
from surveys.instrument.walk import applies

KEYS: Final = ("instrument", "profile", "answers")
NOTES: Final = ("id", "about", "expected")

LARGEST_PLACE: Final = 1000
"""Numbers above it are not written back: a message stays short."""

_short = Repr()
_short.maxstring = 40


class BadDocument(ValueError):
    """A document can't be assessed. The message is one sentence that names the key and what to do."""


def read_document(document: object) -> tuple[Instrument, dict[str, Answer]]:
    """Return the questionnaire that a document answers, and its answers by question id.

    Raises:
        BadDocument: it is no such document, or an answer is missing without which nothing can be said.
    """
    if not isinstance(document, Mapping):
        raise BadDocument("The document must be an object that holds profile and answers.")
    for key in document:
        if key not in (*KEYS, *NOTES):
            raise BadDocument(f"{_shown(key)} does not belong here; a document holds {', '.join(KEYS)}.")
    if "answers" not in document:
        raise BadDocument("answers: is missing; write it as an object of question ids and answers.")
    instrument = _instrument(document.get("instrument"))
    answers = dict(_answers(instrument, document))
    _refuse_unknown_shop(instrument, answers)
    return instrument, answers


def _instrument(named: object) -> Instrument:
    if named is None:
        return registry.newest()
    names = [registry.instrument(version).name for version in registry.versions()]
    if not isinstance(named, str):
        raise BadDocument(f"instrument: must be a text such as {names[-1]}, or null for the newest.")
    id_, at, version = named.partition("@")
    if not at:
        id_, version = registry.newest().id, named
    if version == registry.newest().id:
        return registry.newest()
    if f"{id_}@{version}" not in names:
        raise BadDocument(f"instrument: there is no questionnaire {_shown(named)}; use {', '.join(names)}.")
    return registry.instrument(version)


def _answers(instrument: Instrument, document: Mapping[object, object]) -> Iterator[tuple[str, Answer]]:
    """Yield question id and answer of every question that was not skipped."""
    seen: set[str] = set()
    for part, key, value in chain(_entries(document, "profile"), _entries(document, "answers")):
        question = instrument.questions.get(key)
        if question is None:
            raise BadDocument(f"{part}: {_shown(key)} is no question of {instrument.name}; check its id.")
        if key in seen:
            raise BadDocument(f"{key}: stands in profile and in answers; give it once.")
        seen.add(key)
        answer = _answer(question, f"{part}.{key}", value)
        if answer is not None:
            yield key, answer


def _entries(document: Mapping[object, object], part: str) -> Iterator[tuple[str, str, object]]:
    entries = document.get(part)
    if entries is None and part == "profile":
        return
    if not isinstance(entries, Mapping):
        raise BadDocument(f"{part}: must be an object of question ids and answers.")
    for key, value in entries.items():
        if not isinstance(key, str):
            raise BadDocument(f"{part}: every question id must be a text.")
        yield part, key, value


def _answer(question: Question, where: str, value: object) -> Answer | None:
    if value is None:
        return None
    if not question.several:
        return _choice(question, where, value)
    if not isinstance(value, list | tuple):
        raise BadDocument(f"{where}: takes several choices; write a list of {', '.join(question.choices)}.")
    picked = [_choice(question, where, item) for item in value]
    if len(set(picked)) < len(picked):
        raise BadDocument(f"{where}: names a choice twice; name each one once.")
    return _together(question, where, picked or sorted(question.alone))


def _choice(question: Question, where: str, value: object) -> str:
    """Return the id of the choice that `value` names by id or by place."""
    if isinstance(value, str) and value in question.accepted:
        return value
    if type(value) is int and 0 <= value < len(question.choices):
        return question.choices[value]
    accepted, last = ", ".join(question.accepted), len(question.choices) - 1
    raise BadDocument(f"{where}: {_shown(value)} is not one of its choices; use {accepted}, or 0 to {last}.")


def _together(question: Question, where: str, picked: list[str]) -> Answer | None:
    """Return the choices as an answer, unless they do not go together."""
    try:
        return read_answer(question, picked)
    except NotAnAnswer as refusal:
        if refusal.fault is Fault.TOO_MANY:
            raise BadDocument(f"{where}: takes at most {question.most} choices.") from None
        alone = ", ".join(sorted(question.alone))
        raise BadDocument(f"{where}: {alone} can't be given together with another choice.") from None


def _refuse_unknown_shop(instrument: Instrument, answers: Mapping[str, Answer]) -> None:
    """Refuse a document that does not tell which questions apply to the shop."""
    for question in applies(instrument, answers):
        if question.required and not picked_choices(answers, question.id):
            raise BadDocument(
                f"{question.id}: must be answered, because it decides what applies to the shop; "
                f"use {', '.join(question.choices)}."
            )


def _shown(value: object) -> str:
    """Return a value as a message may show it: short, on one line."""
    small = isinstance(value, str) or (isinstance(value, int) and abs(value) <= LARGEST_PLACE)
    return _short.repr(value) if small else f"a value of type {type(value).__name__}"
