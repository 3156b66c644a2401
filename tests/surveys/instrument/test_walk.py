"""One walk gives what is shown, what is answered and what comes next, whatever was answered."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from surveys.instrument.types import Answers, Flag, Instrument, Page, Question
from surveys.instrument.walk import applies, flags_set, walk, walk_with
from tests.surveys.answering import EVERYTHING, INSTRUMENT, SMALLEST, complete, some_answers

PROFILE = [id_ for id_, question in INSTRUMENT.questions.items() if question.profile]
THE_REST = [id_ for id_ in INSTRUMENT.questions if id_ not in PROFILE]

SHORT = Instrument(
    id="short",
    version="1",
    pages=(Page("facts", ("P1",)), Page("ads", ("MA1",)), Page("last", ("B1", "B2"))),
    questions={
        "P1": Question("P1", ("yes", "no"), profile=True, required=True),
        "MA1": Question("MA1", ("no", "most"), not_applicable_if=frozenset({"no_ads"})),
        "B1": Question("B1", ("cost", "time"), several=True),
        "B2": Question("B2", ("no", "yes")),
    },
    flags=(Flag("no_ads", "P1", "no", present=True),),
)


def met(answers: Answers) -> list[str]:
    return [page.id for page in walk(SHORT, answers).pages]


def test_a_page_on_which_nothing_applies_is_not_met() -> None:
    assert met({}) == met({"P1": "yes"}) == ["facts", "ads", "last"]
    way = walk(SHORT, {"P1": "no", "MA1": "most"})
    assert [(page.id, page.number) for page in way.pages] == [("facts", 1), ("last", 2)]
    assert way.page("ads") is None
    assert way.progress() == (1, 3)


def test_next_and_before() -> None:
    way = walk(SHORT, {"P1": "no"})
    after, before = way.after("facts"), way.before("last")
    assert after is not None
    assert before is not None
    assert (after.id, before.id) == ("last", "facts")
    assert way.before("facts") is way.after("last") is None
    assert way.after("ads") is way.before("ads") is way.after("nowhere") is None


def test_what_is_missing_and_what_refuses() -> None:
    way = walk(SHORT, {"B1": ["cost"], "MA1": "no"})
    assert [q.id for q in way.missing()] == ["P1", "B2"]
    assert [q.id for q in way.refusing()] == ["P1"]
    assert way.progress() == (2, 4)
    first = way.first_open()
    assert first is not None
    assert (first.id, [q.id for q in first.missing], first.complete) == ("facts", ["P1"], False)


def test_everything_answered_leaves_nothing_open() -> None:
    for profile in (EVERYTHING, SMALLEST):
        way = walk(INSTRUMENT, complete(profile))
        assert way.first_open() is None
        assert way.missing() == way.refusing() == ()


def test_an_emptied_answer_is_a_missing_one() -> None:
    assert [q.id for q in walk(SHORT, {"P1": "yes", "MA1": "no", "B1": [], "B2": "no"}).missing()] == ["B1"]


@given(some_answers(PROFILE), some_answers(THE_REST), some_answers(THE_REST))
def test_what_is_shown_depends_on_profile_facts_alone(profile: Answers, one: Answers, other: Answers) -> None:
    assert applies(INSTRUMENT, {**profile, **one}) == applies(INSTRUMENT, {**profile, **other})


@given(some_answers())
def test_progress_adds_up(answers: Answers) -> None:
    way = walk(INSTRUMENT, answers)
    answered, of = way.progress()
    shown = applies(INSTRUMENT, answers)
    assert of == len(shown) == len({q.id for q in shown})
    assert answered == sum(q.id in answers for q in shown)
    assert len(way.missing()) == of - answered
    assert set(way.refusing()) <= set(way.missing())


@given(some_answers())
def test_every_page_is_reached_both_ways(answers: Answers) -> None:
    way = walk(INSTRUMENT, answers)
    assert [page.number for page in way.pages] == list(range(1, len(way.pages) + 1))
    for page, following in pairwise(way.pages):
        assert way.after(page.id) == following
        assert way.before(following.id) == page
        assert way.page(page.id) == page
    assert way.before(way.pages[0].id) is way.after(way.pages[-1].id) is None


@given(some_answers())
def test_the_first_open_page_is_the_first_with_something_missing(answers: Answers) -> None:
    way = walk(INSTRUMENT, answers)
    open_pages = [page for page in way.pages if page.missing]
    assert way.first_open() == (open_pages[0] if open_pages else None)
    assert all(page.complete is not bool(page.missing) for page in way.pages)


@given(
    some_answers(), st.dictionaries(st.from_regex(r"Z[0-9]{1,2}", fullmatch=True), st.just("x"), max_size=3)
)
def test_answers_to_something_else_change_nothing(answers: Answers, foreign: Answers) -> None:
    assert walk(INSTRUMENT, {**answers, **foreign}) == walk(INSTRUMENT, answers)


@given(some_answers())
def test_answering_what_does_not_apply_changes_nothing(answers: Answers) -> None:
    shown = {q.id for q in applies(INSTRUMENT, answers)}
    kept = {id_: answer for id_, answer in answers.items() if id_ in shown}
    assert walk(INSTRUMENT, kept) == walk(INSTRUMENT, answers)


@given(some_answers())
def test_the_way_hangs_on_the_flags_alone(answers: Answers) -> None:
    assert walk_with(INSTRUMENT, flags_set(INSTRUMENT, answers), answers) == walk(INSTRUMENT, answers)
