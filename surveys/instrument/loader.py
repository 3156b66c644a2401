"""Reads a questionnaire's structure, refusing anything that a seller could stumble over."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Final

from surveys.instrument.reading import Table, read_toml
from surveys.instrument.types import UNSURE, Flag, Instrument, Page, Question

QUESTION_ID: Final = re.compile(r"[A-Z]{1,3}[0-9]{1,2}")
"""Begins with a capital, so that a form's own fields can never be taken for a question."""

PAGE_ID: Final = re.compile(r"[A-Za-z0-9-]+")
"""What page ids are made of: they stand in addresses."""

CHOICE_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9+-]*")
"""What choice ids are made of: safe in a form without escaping."""


def load_instrument(folder: Path) -> Instrument:
    """Read `structure.toml` in `folder`.

    Raises:
        Refused: with file and key, when the structure is not one that sellers can be asked.
    """
    root = read_toml(folder / "structure.toml")
    questions = {q.id: q for q in map(_question, root.tables("question"))}
    instrument = Instrument(
        id=root.text("id"),
        version=root.text("version"),
        pages=tuple(map(_page, root.tables("page"))),
        questions=questions,
        flags=tuple(map(_flag, root.tables("flag"))),
    )
    root.done()
    _refuse_wrong_version(root, instrument, folder.name)
    _refuse_loose_questions(root, instrument)
    _refuse_loose_flags(root, instrument)
    return instrument


def _question(table: Table) -> Question:
    question = Question(
        id=table.text("id"),
        choices=table.texts("choices"),
        profile=table.yes("profile"),
        several=table.yes("several"),
        most=table.optional_whole("most"),
        alone=frozenset(table.texts("alone", ())),
        unsure=table.yes("unsure"),
        shuffled=table.yes("shuffled"),
        required=table.yes("required"),
        not_applicable_if=frozenset(table.texts("not_applicable_if", ())),
    )
    table.done()
    _refuse_unsafe_ids(table, question)
    _refuse_contradictions(table, question)
    return question


def _refuse_unsafe_ids(table: Table, question: Question) -> None:
    if not QUESTION_ID.fullmatch(question.id):
        table.refuse("id", f"{question.id!r} must be capitals and a number, such as LC1")
    for choice in question.choices:
        if not CHOICE_ID.fullmatch(choice):
            table.refuse("choices", f"{choice!r} must be made of letters, digits, - and +")


def _refuse_contradictions(table: Table, question: Question) -> None:
    several, most = question.several, question.most
    faults = {
        "choices": (len(question.choices) < 2, "must hold at least two choices"),
        "unsure": (several and question.unsure, "does not go with several"),
        "alone": (not question.alone <= set(question.choices), "names something that is not a choice"),
        "several": (
            not several and bool(question.alone or most is not None),
            "must be true where 'most' or 'alone' is used",
        ),
        "most": (
            most is not None and not 1 <= most <= len(question.choices),
            "must lie between 1 and the number of choices",
        ),
    }
    for key, (wrong, why) in faults.items():
        if wrong:
            table.refuse(key, why)
    if UNSURE in question.choices:
        table.refuse("choices", f"'{UNSURE}' is kept for 'I don't know': write unsure = true")


def _page(table: Table) -> Page:
    page = Page(id=table.text("id"), questions=table.texts("questions"))
    table.done()
    if not PAGE_ID.fullmatch(page.id):
        table.refuse("id", f"{page.id!r} must be made of letters, digits and -")
    return page


def _flag(table: Table) -> Flag:
    flag = Flag(
        id=table.text("id"),
        question=table.text("question"),
        choice=table.text("choice"),
        present=table.yes("present", default=None),
    )
    table.done()
    return flag


def _refuse_wrong_version(root: Table, instrument: Instrument, folder: str) -> None:
    if instrument.version != folder:
        root.refuse("version", f"is {instrument.version}, but the folder is called {folder}")


def _refuse_loose_questions(root: Table, instrument: Instrument) -> None:
    """Each question stands on exactly one page, and pages and questions have names of their own."""
    _refuse_repeats(root, "page", [page.id for page in instrument.pages])
    placed = [question for page in instrument.pages for question in page.questions]
    _refuse_repeats(root, "page", placed)
    if len(root_ids := [q.text("id") for q in root.tables("question")]) != len(instrument.questions):
        _refuse_repeats(root, "question", root_ids)
    for question in placed:
        if question not in instrument.questions:
            root.refuse("page", f"{question} is not a question")
    for question in instrument.questions:
        if question not in placed:
            root.refuse("question", f"{question} is on no page")


def _refuse_loose_flags(root: Table, instrument: Instrument) -> None:
    """Applicability hangs on profile facts alone, asked of every shop on an earlier page than what they take out."""
    flags = {flag.id: flag for flag in instrument.flags}
    _refuse_repeats(root, "flag", [flag.id for flag in instrument.flags])
    for flag in instrument.flags:
        _refuse_loose_flag(root, flag, instrument)
    page_of = {q: n for n, page in enumerate(instrument.pages) for q in page.questions}
    for question in instrument.questions.values():
        for name in question.not_applicable_if:
            if name not in flags:
                root.refuse("question", f"{question.id} names the flag {name}, which does not exist")
            if page_of[flags[name].question] >= page_of[question.id]:
                root.refuse(
                    "question", f"{question.id} must stand on a later page than {flags[name].question}"
                )


def _refuse_loose_flag(root: Table, flag: Flag, instrument: Instrument) -> None:
    asked = instrument.questions.get(flag.question)
    if asked is None or not asked.profile:
        root.refuse("flag", f"{flag.id} must hang on a profile question, not {flag.question}")
    if asked.not_applicable_if:
        root.refuse("flag", f"{flag.id} hangs on {flag.question}, which is not asked of every shop")
    if flag.choice not in asked.choices:
        root.refuse("flag", f"{flag.id} names {flag.choice}, which is not a choice of {flag.question}")


def _refuse_repeats(root: Table, key: str, ids: list[str]) -> None:
    for id_, times in Counter(ids).items():
        if times > 1:
            root.refuse(key, f"{id_} stands there {times} times")
