"""The verbs that write: what is called saved is stored, once, and nobody overwrites what they have not seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surveys import actions
from surveys.actions import Closed, Saved, Window
from surveys.codes import code_hash, read_code
from surveys.instrument.types import Answer
from surveys.models import Response, Seller
from tests.surveys.database import everything

pytestmark = pytest.mark.django_db

A: Final = Window("a", 0)
B: Final = Window("b", 0)


@pytest.fixture
def draft() -> Response:
    return actions.start(language="en", notice_version="1")[1]


def stored(response: Response) -> Response:
    """Return what is in the database, as another window's request would read it."""
    return Response.objects.get(pk=response.pk)


def save(response: Response, given: Mapping[str, Answer | None], window: Window) -> Saved:
    return actions.save(stored(response), given, window)


# ---- start ------------------------------------------------------------------------------------------------


def test_start_opens_an_empty_draft_under_the_hash_of_the_code() -> None:
    code, response = actions.start(language="en", notice_version="7")
    seller = Seller.objects.get(code_hash=code_hash(code))
    assert read_code(code) == code
    assert (seller.notice_version, seller.notice_language) == ("7", "en")
    assert (response.seller, response.attempt, response.answers, response.revision) == (seller, 1, {}, 0)
    assert response.submitted_at is None
    assert code not in str(everything())


def test_start_again_goes_on_with_the_draft_that_is_open(draft: Response) -> None:
    assert actions.start_again(draft.seller, language="en", notice_version="1") == draft
    assert Response.objects.count() == 1


def test_start_again_twice_gives_one_next_draft(draft: Response) -> None:
    actions.close(draft)
    second = actions.start_again(draft.seller, language="en", notice_version="1")
    assert (second.attempt, second.answers) == (2, {})
    assert actions.start_again(draft.seller, language="en", notice_version="1") == second
    assert Response.objects.drafts().count() == 1


# ---- save -------------------------------------------------------------------------------------------------


def test_a_save_is_stored_with_the_next_revision(draft: Response) -> None:
    saved = actions.save(draft, {"LC1": "some", "T1": ["LC", "FB"]}, A)
    assert saved == Saved(1, {})
    assert draft.answers == stored(draft).answers == {"LC1": "some", "T1": ["LC", "FB"]}
    assert set(stored(draft).page_times) == {"listings", "safety"}
    assert stored(draft).saved_at > draft.started_at


@pytest.mark.parametrize("window", [A, B])
def test_sending_again_changes_nothing(draft: Response, window: Window) -> None:
    save(draft, {"LC1": "some"}, A)
    before = everything()
    assert save(draft, {"LC1": "some"}, window) == Saved(1, {})
    assert everything() == before


def test_two_windows_on_different_questions_merge(draft: Response) -> None:
    save(draft, {"LC1": "some"}, A)
    assert save(draft, {"LC2": "most"}, B) == Saved(2, {})
    assert save(draft, {"LC3": "no"}, A) == Saved(3, {})
    assert stored(draft).answers == {"LC1": "some", "LC2": "most", "LC3": "no"}


@pytest.mark.parametrize(
    ("others", "mine", "conflict"),
    [
        ("some", "most", {"LC1": "some"}),
        ("some", None, {"LC1": "some"}),
        ("some", "some", {}),
        (None, "most", {"LC1": None}),
        (None, "tried", {"LC1": None}),  # what stood there before I opened, which the other window took back
        (None, None, {}),
    ],
)
def test_two_windows_on_the_same_question(
    draft: Response, others: Answer | None, mine: Answer | None, conflict: dict[str, Answer | None]
) -> None:
    save(draft, {"LC1": "tried"}, Window("c", 0))
    save(draft, {"LC1": others}, Window("a", 1))
    assert save(draft, {"LC1": mine}, Window("b", 1)).conflicts == conflict
    assert stored(draft).answers.get("LC1") == others


def test_the_rest_of_a_save_in_conflict_is_stored(draft: Response) -> None:
    save(draft, {"LC1": "some"}, A)
    assert save(draft, {"LC1": "most", "LC2": "no"}, B) == Saved(2, {"LC1": "some"})
    assert stored(draft).answers == {"LC1": "some", "LC2": "no"}


def test_who_has_seen_an_answer_may_change_it(draft: Response) -> None:
    save(draft, {"LC1": "some"}, A)
    assert save(draft, {"LC1": "most"}, Window("b", 1)) == Saved(2, {})


def test_a_window_never_meets_itself(draft: Response) -> None:
    """It was shown revision 0 and heard nothing of its first save: the line dropped on the way back."""
    save(draft, {"LC1": "some"}, A)
    assert save(draft, {"LC1": "most"}, A) == Saved(2, {})
    assert save(draft, {"LC1": None}, A) == Saved(3, {})
    assert stored(draft).answers == {}


@pytest.mark.parametrize("question", ["LC1", "T1"])
def test_taking_an_answer_back(draft: Response, question: str) -> None:
    save(draft, {"LC1": "some", "T1": ["LC"]}, A)
    save(draft, {question: None}, A)
    assert question not in stored(draft).answers
    assert len(stored(draft).answers) == 1


def test_a_save_that_others_overtook_is_tried_again(draft: Response) -> None:
    late = stored(draft)
    save(draft, {"LC1": "some"}, A)
    assert actions.save(late, {"LC2": "most"}, B) == Saved(2, {})
    assert stored(draft).answers == {"LC1": "some", "LC2": "most"}


@pytest.mark.parametrize("given", [{"LC1": "most"}, {"LC1": "some"}, {"LC1": None}, {}])
def test_nothing_is_saved_after_submission(draft: Response, given: dict[str, Answer | None]) -> None:
    save(draft, {"LC1": "some"}, A)
    actions.close(stored(draft))
    before = everything()
    with pytest.raises(Closed):
        save(draft, given, A)
    assert everything() == before


def test_nothing_is_saved_when_submission_came_in_between(draft: Response) -> None:
    late = stored(draft)
    actions.close(draft)
    with pytest.raises(Closed):
        actions.save(late, {"LC1": "most"}, A)
    assert stored(draft).answers == {}


def test_nothing_is_saved_after_deletion(draft: Response) -> None:
    late = stored(draft)
    actions.withdraw(draft.seller)
    with pytest.raises(Closed):
        actions.save(late, {"LC1": "most"}, A)
    assert not Response.objects.exists()


# ---- close and withdraw -----------------------------------------------------------------------------------


def test_only_the_first_call_closes(draft: Response) -> None:
    late = stored(draft)
    assert actions.close(draft) is True
    first = stored(draft).submitted_at
    assert first is not None
    assert draft.submitted_at == first
    assert actions.close(late) is False
    assert actions.close(draft) is False
    assert stored(draft).submitted_at == first


def test_answers_that_came_in_since_are_not_submitted_unseen(draft: Response) -> None:
    late = stored(draft)
    save(draft, {"LC1": "some"}, A)
    assert actions.close(late) is False
    assert stored(draft).submitted_at is None


def test_withdrawing_deletes_everything_of_one_seller_and_nothing_of_others(draft: Response) -> None:
    other = actions.start(language="en", notice_version="1")[1]
    actions.close(draft)
    actions.start_again(draft.seller, language="en", notice_version="1")
    actions.withdraw(draft.seller)
    assert list(Response.objects.all()) == [other]
    assert list(Seller.objects.all()) == [other.seller]


# ---- any order of things ----------------------------------------------------------------------------------

QUESTIONS: Final = ("LC1", "LC2", "T1")
GIVEN: Final = st.fixed_dictionaries(
    {},
    optional={
        "LC1": st.sampled_from(["no", "some", None]),
        "LC2": st.sampled_from(["no", "some", None]),
        "T1": st.sampled_from([["LC"], ["LC", "FB"], None]),
    },
)
STEPS: Final = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["open", "read", "save"]), GIVEN), max_size=25
)


class Browser:
    """One window, and its request's copy of the response."""

    def __init__(self, name: str, response: Response) -> None:
        self.name = name
        self.row = response
        self.seen = 0

    def do(self, step: str, given: dict[str, Answer | None]) -> Saved | None:
        """Open the page anew, read the row for a request that is slow to write, or save."""
        if step == "save":
            return actions.save(self.row, given, Window(self.name, self.seen))
        self.row = stored(self.row)
        if step == "open":
            self.seen = self.row.revision
        return None


class Record:
    """What was stored at each revision, and who made it: kept apart from the product's own bookkeeping."""

    def __init__(self) -> None:
        self.history: list[dict[str, Answer]] = [{}]
        self.made: dict[str, tuple[int, str]] = {}  # question -> revision and window of what is stored

    def check(self, browser: Browser, given: dict[str, Answer | None], saved: Saved, now: Response) -> None:
        """See that a save did what it says and overwrote only what its window had seen or made."""
        if now.revision == len(self.history):
            self._note(browser, given, now)
        assert (now.revision, now.answers) == (len(self.history) - 1, self.history[-1])
        for question, answer in given.items():
            told = saved.conflicts.get(question, answer)
            assert self.history[saved.revision].get(question) == told, "called saved, and is not"

    def _note(self, browser: Browser, given: dict[str, Answer | None], now: Response) -> None:
        before = self.history[-1]
        for question in [q for q in QUESTIONS if now.answers.get(q) != before.get(q)]:
            revision, writer = self.made.get(question, (0, browser.name))
            assert question in given
            assert writer == browser.name or revision <= browser.seen, "overwrote what it had not seen"
            self.made[question] = (now.revision, browser.name)
        self.history.append(now.answers)


@settings(max_examples=80)
@given(STEPS)
def test_no_acknowledged_answer_is_lost_silently(
    steps: list[tuple[str, str, dict[str, Answer | None]]],
) -> None:
    """Windows open pages, read late and save, in any order."""
    response = actions.start(language="en", notice_version="1")[1]
    browsers = {name: Browser(name, response) for name in "ab"}
    record = Record()
    for name, step, answers in steps:
        saved = browsers[name].do(step, answers)
        if saved is not None:
            record.check(browsers[name], answers, saved, stored(response))
