"""One pass over questionnaire and answers: what is shown, what is answered, what comes next.

Pages, progress, completeness and the way through all read the same walk, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from surveys.instrument.answers import picked_choices
from surveys.instrument.types import Answers, Instrument, Page, Question


@dataclass(frozen=True, slots=True)
class WalkedPage:
    """A page as one seller meets it: only the questions that apply, and which of them are answered."""

    page: Page
    questions: tuple[Question, ...]
    answered: frozenset[str]
    number: int  # place among the pages that this seller meets, from 1

    @property
    def id(self) -> str:
        """The page's permanent word, as it stands in addresses."""
        return self.page.id

    @property
    def missing(self) -> tuple[Question, ...]:
        """Questions of this page without an answer, in order."""
        return tuple(q for q in self.questions if q.id not in self.answered)

    @property
    def complete(self) -> bool:
        """Tell whether nothing is missing."""
        return len(self.answered) == len(self.questions)


@dataclass(frozen=True, slots=True)
class Walk:
    """The pages that one seller meets, in order. A page on which nothing applies is not among them."""

    pages: tuple[WalkedPage, ...]

    def page(self, page_id: str) -> WalkedPage | None:
        """Return a page by its id; None when there is none, or nothing on it applies."""
        return next((page for page in self.pages if page.id == page_id), None)

    def after(self, page_id: str) -> WalkedPage | None:
        """Return the page that follows; None after the last."""
        return self._beside(page_id, 1)

    def before(self, page_id: str) -> WalkedPage | None:
        """Return the page before; None before the first."""
        return self._beside(page_id, -1)

    def first_open(self) -> WalkedPage | None:
        """Return the first page on which something is missing; None when everything is answered."""
        return next((page for page in self.pages if not page.complete), None)

    def missing(self) -> tuple[Question, ...]:
        """Return every question without an answer, in order."""
        return tuple(question for page in self.pages for question in page.missing)

    def refusing(self) -> tuple[Question, ...]:
        """Return the questions that submission needs and that have no answer."""
        return tuple(question for question in self.missing() if question.required)

    def progress(self) -> tuple[int, int]:
        """Return (questions answered, questions that apply)."""
        return sum(len(p.answered) for p in self.pages), sum(len(p.questions) for p in self.pages)

    def _beside(self, page_id: str, step: int) -> WalkedPage | None:
        place = next((n for n, page in enumerate(self.pages) if page.id == page_id), None)
        if place is None or not 0 <= place + step < len(self.pages):
            return None
        return self.pages[place + step]


def flags_set(instrument: Instrument, answers: Answers) -> frozenset[str]:
    """Return the ids of the flags that the profile answers set.

    A flag whose question has no answer yet is not set: as long as we do not know, everything is asked.
    """
    return frozenset(
        flag.id
        for flag in instrument.flags
        if (picked := picked_choices(answers, flag.question)) and (flag.choice in picked) == flag.present
    )


def applies(instrument: Instrument, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that apply to this shop, in the order of the pages."""
    flags = flags_set(instrument, answers)
    return tuple(q for page in instrument.pages for q in _on_page(instrument, page, flags))


def walk(instrument: Instrument, answers: Answers) -> Walk:
    """Walk a seller's answers through the questionnaire. What does not apply is left aside, not lost."""
    return walk_with(instrument, flags_set(instrument, answers), answers)


def walk_with(instrument: Instrument, flags: frozenset[str], answers: Answers) -> Walk:
    """Walk answers along the way that `flags` leave open."""
    shown = [(page, _on_page(instrument, page, flags)) for page in instrument.pages]
    met = [(page, questions) for page, questions in shown if questions]
    return Walk(
        tuple(
            WalkedPage(
                page, questions, frozenset(q.id for q in questions if picked_choices(answers, q.id)), number
            )
            for number, (page, questions) in enumerate(met, start=1)
        )
    )


def _on_page(instrument: Instrument, page: Page, flags: frozenset[str]) -> tuple[Question, ...]:
    questions = (instrument.questions[id_] for id_ in page.questions)
    return tuple(q for q in questions if not q.not_applicable_if & flags)
