"""The wording of a questionnaire in one language, kept apart from its structure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from surveys.instrument.reading import Table, read_toml
from surveys.instrument.types import Instrument, Question


@dataclass(frozen=True, slots=True)
class QuestionText:
    """What a seller reads of one question. `job` is the short name of the job a use question is about."""

    text: str
    choices: Mapping[str, str]
    lead: str = ""
    hint: str = ""
    job: str = ""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a seller reads above the questions of one page."""

    title: str
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """All texts of one instrument version in one language, and how far they were reviewed."""

    language: str
    status: str  # "source", "machine-drafted" or "reviewed"
    pages: Mapping[str, PageText]
    questions: Mapping[str, QuestionText]
    groups: Mapping[str, str]  # dimension id -> its name


def load_wording(folder: Path, language: str, instrument: Instrument) -> Wording:
    """Read `text.<language>.toml` in `folder`.

    Raises:
        Refused: a text is missing, blank, or for something that the instrument does not have.
    """
    root = read_toml(folder / f"text.{language}.toml")
    leads = _names(root.optional_table("lead"))
    choice_sets = root.optional_table("choices")
    shared = {name: _names(choice_sets.table(name)) for name in choice_sets.keys()}  # noqa: SIM118 - a Table, not a dict
    pages, questions = root.table("page"), root.table("question")
    wording = Wording(
        language=root.text("language"),
        status=root.text("status"),
        pages={page.id: _page_text(pages.table(page.id)) for page in instrument.pages},
        questions={
            id_: _question_text(questions.table(id_), question, leads, shared)
            for id_, question in instrument.questions.items()
        },
        groups=_names(root.table("group")),
    )
    for table in (pages, questions, root):
        table.done()
    if wording.language != language:
        root.refuse("language", f"is {wording.language}, but the file is called text.{language}.toml")
    if wording.status not in ("source", "machine-drafted", "reviewed"):
        root.refuse("status", "must be source, machine-drafted or reviewed")
    return wording


def _names(table: Table) -> dict[str, str]:
    return {key: table.text(key) for key in table.keys()}  # noqa: SIM118 - a Table, not a dict


def _page_text(table: Table) -> PageText:
    text = PageText(title=table.text("title"), intro=table.optional_text("intro") or "")
    table.done()
    return text


def _question_text(
    table: Table, question: Question, leads: Mapping[str, str], shared: Mapping[str, Mapping[str, str]]
) -> QuestionText:
    text = QuestionText(
        text=table.text("text"),
        choices=_choice_texts(table, question, shared),
        lead=_by_name(table, "lead", leads),
        hint=table.optional_text("hint") or "",
        job=table.optional_text("job") or "",
    )
    table.done()
    return text


def _by_name(table: Table, key: str, texts: Mapping[str, str]) -> str:
    """Return the text that `key` names in a shared list, or nothing when the question does not use one."""
    name = table.optional_text(key)
    if name is None:
        return ""
    return texts[name] if name in texts else table.refuse(key, f"names {name}, which stands nowhere above")


def _choice_texts(
    table: Table, question: Question, shared: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    """Return choice id -> text: the shared set that the question names, and its own texts over it."""
    name = table.optional_text("same_choices_as")
    if name is not None and name not in shared:
        table.refuse("same_choices_as", f"names {name}, which stands nowhere above")
    texts = {**(shared[name] if name else {}), **_names(table.optional_table("choices"))}
    for choice in question.choices:
        if choice not in texts:
            table.refuse("choices", f"has no text for {choice}")
    for choice in texts:
        if choice not in question.choices:
            table.refuse("choices", f"has a text for {choice}, which is not a choice of {question.id}")
    return {choice: texts[choice] for choice in question.choices}
