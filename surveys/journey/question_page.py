"""One page of questions as a seller sees it: everything the template shows, ready made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from surveys.instrument.answers import Fault, picked_choices
from surveys.instrument.texts import QuestionText, Wording
from surveys.instrument.types import UNSURE, Answer, Answers, Question
from surveys.instrument.walk import Walk, WalkedPage

Tick = Callable[[str, str], str]
"""(question id, choice id) -> what stands in its input: " checked", or a blank to be filled in later."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One radio button or box."""

    id: str
    value: str
    text: str
    checked: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with its choices, and what is wrong with its answer."""

    id: str
    words: QuestionText
    several: bool
    hint_most: str
    choices: list[ChoiceView]
    unsure: ChoiceView | None
    error: str = ""
    elsewhere: str = ""  # what another window saved meanwhile

    @property
    def first_input(self) -> str:
        """Where the error summary leads to."""
        return self.choices[0].id


@dataclass(frozen=True, slots=True)
class Trouble:
    """What keeps a page from being done: sentences by question, and what another window saved."""

    errors: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    strangers: tuple[str, ...] = ()
    other_draft: bool = False  # the page was opened for other answers: nothing of it was saved

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self.errors or self.elsewhere or self.strangers or self.other_draft)


def context(walk: Walk, page: WalkedPage, wording: Wording, tick: Tick, trouble: Trouble) -> dict[str, Any]:
    """Return what `journey/page.html` needs, but for the window, the draft and the form token."""
    before = walk.before(page.id)
    return {
        "page": wording.pages[page.id],
        "page_id": page.id,
        "number": page.number,
        "pages": len(walk.pages),
        "back": reverse("journey:page", args=[before.id]) if before else reverse("journey:start"),
        "questions": [_view(q, wording.questions[q.id], tick, trouble) for q in page.questions],
        "trouble": trouble,
    }


def ticks_for(answers: Answers) -> Tick:
    """Return what ticks the choices that `answers` hold."""
    return lambda question, choice: " checked" if choice in picked_choices(answers, question) else ""


def answer_text(question: Question, words: QuestionText, answer: Answer | None, between: str = ", ") -> str:
    """Return an answer in the seller's words; empty when there is none."""
    picked = picked_choices({question.id: answer}, question.id) if answer is not None else ()
    return between.join(
        gettext("I don't know") if choice == UNSURE else words.choices[choice] for choice in picked
    )


def fault_sentence(question: Question, fault: Fault) -> str:
    """Say what is wrong with an answer, and what to do."""
    if fault is Fault.TOO_MANY:
        most = question.most or 1
        return ngettext("Pick up to %(most)d answer.", "Pick up to %(most)d answers.", most) % {"most": most}
    return {
        Fault.UNKNOWN_CHOICE: gettext("That is not one of the answers. Pick one from the list."),
        Fault.TWO_VALUES: gettext("Two answers arrived for this question. Pick one."),
        Fault.ALONE: gettext('"None" does not go with another answer. Pick one or the other.'),
    }[fault]


def missing_sentence(question: Question) -> str:
    """Say that an answer is missing, and what to do."""
    if question.required:
        return gettext("Pick an answer. We need this one to know which questions fit your shop.")
    return gettext("Pick an answer, or leave it for now with the button below.")


def _view(question: Question, words: QuestionText, tick: Tick, trouble: Trouble) -> QuestionView:
    choices = [_choice(question, id_, words.choices[id_], tick) for id_ in _order(question)]
    return QuestionView(
        id=question.id,
        words=words,
        several=question.several,
        hint_most=_hint_most(question),
        choices=choices,
        unsure=_choice(question, UNSURE, gettext("I don't know"), tick) if question.unsure else None,
        error=trouble.errors.get(question.id, ""),
        elsewhere=trouble.elsewhere.get(question.id, ""),
    )


def _choice(question: Question, choice: str, text: str, tick: Tick) -> ChoiceView:
    return ChoiceView(
        id=f"{question.id}-{choice}", value=choice, text=text, checked=tick(question.id, choice)
    )


def _order(question: Question) -> list[str]:
    """Return the choices in the order they are shown: a fixed one that gives nothing away where it must."""
    if not question.shuffled:
        return list(question.choices)
    return sorted(question.choices, key=lambda choice: sha256(choice.encode()).digest())


def _hint_most(question: Question) -> str:
    if not question.several:
        return ""
    if question.most is None:
        return gettext("Pick all that are true.")
    return ngettext("Pick %(most)d.", "Pick up to %(most)d.", question.most) % {"most": question.most}
