"""Reading what a page of questions sends: what can be saved, and what is wrong with the rest."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.http import QueryDict

from surveys.actions import Window
from surveys.instrument.answers import Fault, NotAnAnswer, read_answer
from surveys.instrument.types import Answer, Instrument, Question
from surveys.models import Response

LONGEST_NUMBER: Final = 9
"""Digits of a revision that a window may claim to have seen."""

LONGEST_NAME: Final = 16
"""Letters of a window's name."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form sent, sorted out. `given` is fit to be saved, whatever else is wrong."""

    given: Mapping[str, Answer | None]
    faults: Mapping[str, Fault] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()  # names that look like questions and are none of these


def new_window_name() -> str:
    """Return a random name for one opened page, by which its own saves are told from another window's."""
    return secrets.token_hex(4)


def read_window(data: QueryDict) -> Window | None:
    """Return the window that sends; None when it does not say at which revision it was opened."""
    seen, name = data.get("seen", ""), data.get("window", "")
    if not (seen.isascii() and seen.isdigit() and len(seen) <= LONGEST_NUMBER):
        return None
    return Window(name=name, seen=int(seen)) if name.isalnum() and len(name) <= LONGEST_NAME else None


def is_for(response: Response, data: QueryDict) -> bool:
    """Tell whether a form was opened for these answers, not for an earlier attempt or somebody else's code."""
    return data.get("draft", response.tag) == response.tag


def read_page(instrument: Instrument, on_page: Iterable[str], data: QueryDict) -> Sent:
    """Read a whole page. A group of boxes that sends nothing was emptied; radios that send nothing say nothing."""
    questions = [instrument.questions[id_] for id_ in on_page]
    sent = _read(questions, data)
    known = {question.id for question in questions}
    kept = {q: a for q, a in sent.given.items() if a is not None or instrument.questions[q].several}
    return Sent(
        kept, sent.faults, tuple(name for name in data if _is_question_name(name) and name not in known)
    )


def read_named(instrument: Instrument, data: QueryDict) -> Sent:
    """Read just the questions that the form names under `question`."""
    named = data.getlist("question")
    known = [instrument.questions[id_] for id_ in named if id_ in instrument.questions]
    sent = _read(known, data)
    return Sent(sent.given, sent.faults, tuple(id_ for id_ in named if id_ not in instrument.questions))


def _read(questions: Iterable[Question], data: QueryDict) -> Sent:
    given: dict[str, Answer | None] = {}
    faults: dict[str, Fault] = {}
    for question in questions:
        try:
            given[question.id] = read_answer(question, data.getlist(question.id))
        except NotAnAnswer as wrong:
            faults[question.id] = wrong.fault
    return Sent(given, faults)


def _is_question_name(name: str) -> bool:
    """Question ids begin with a capital (the loader sees to it), the form's own fields do not."""
    return name[:1].isupper()
