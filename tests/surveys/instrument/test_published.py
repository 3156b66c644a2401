"""What was published stays what it is, and sellers can read it."""

from __future__ import annotations

from typing import Final

import pytest

from surveys.instrument import registry
from surveys.instrument.types import UNSURE, Page, Question
from surveys.instrument.walk import applies, flags_set, walk
from tests.surveys.answering import EVERYTHING, INSTRUMENT, SMALLEST

USE: Final = "LC1 LC2 LC3 PP1 PP2 MA1 MA2 MA3 CS1 CS2 CS3 FI1 FI2 FB1 FB2"

PUBLISHED: Final = {
    "C0": "none little half most nearly-all",
    "P1": "MY ID PH SG TH VN other",
    "P2": "JHR KDH KTN MLK NSN PHG PRK PLS PNG SBH SWK SGR TRG KUL LBN PJY",
    "P3": "owner manager staff agency",
    "P4": "1 2-4 5-9 10-29 30-75 76+",
    "P5": "under-1 1-2 3-5 6-10 over-10",
    "P6": "fashion beauty electronics home food baby sports other",
    "P7": "lazada shopee tiktok website social shop other",
    "P8": "none 1-50 51-300 301-1000 1001-5000 5001+",
    "P9": "ads social stock ship none",
    "P10": "ms en zh ta id th vi fil",
    **dict.fromkeys(USE.split(), "no tried some most"),
    "SK1": "not-used simple-questions product-details saved-prompts",
    "SK2": "nothing something-short finished-lesson used-in-shop",
    "SK3": "no-idea vague product-named facts-given",
    "DF1": "head-or-paper selling-app weekly-sheet updates-itself",
    "DF2": "nowhere few-products in-listings one-file",
    "DF3": "almost-never when-trouble monthly weekly",
    "AV1": "nothing-useful helped-another helped-me",
    "AV2": "no-plan maybe job-and-month",
    "RS1": "none under-15-minutes under-1-hour over-1-hour",
    "RS2": "stay-away looked free-first compared",
    "PC1": "old-way one-tries after-showing agreed-and-shown",
    "PC2": "nobody search-online friend-or-group known-person",
    "RU1": "as-it-is quick-look check-facts written-list",
    "RU2": "paste-in not-thought take-out rule",
    "E1": "chat seller image bot ads office none",
    "T1": "LC PP MA CS FI FB",
    "B1": "cost time value skills change trust data none",
}
"""Version 1.0.0 for good: question id -> its choice ids, in the order of the questionnaire."""

WORDING: Final = registry.wording("1.0.0", "en")


def ids(questions: tuple[Question, ...]) -> set[str]:
    return {question.id for question in questions}


def test_ids_are_permanent() -> None:
    found = {id_: " ".join(q.choices) for id_, q in registry.instrument("1.0.0").questions.items()}
    assert found == PUBLISHED


def test_it_asks_what_was_designed() -> None:
    questions = INSTRUMENT.questions.values()
    scored = [q for q in questions if not q.profile and q.id not in ("C0", "E1", "T1", "B1")]
    assert (len(questions), len(scored), sum(q.profile for q in questions)) == (43, 29, 10)
    assert [q.id for q in questions if q.required] == ["P4", "P8", "P9"]
    assert [q.id for q in questions if q.shuffled] == ["SK3"]
    assert INSTRUMENT.pages[0].questions[0] == "C0", "the seller's own guess comes before anything else"


def test_i_do_not_know_is_offered_for_facts_that_somebody_else_may_hold() -> None:
    unsure = {q.id for q in INSTRUMENT.questions.values() if q.unsure}
    assert unsure == {*USE.split(), "DF1", "DF2", "PC1"}


@pytest.mark.parametrize("page", INSTRUMENT.pages, ids=lambda page: page.id)
def test_a_page_holds_three_to_six_questions(page: Page) -> None:
    shown = walk(INSTRUMENT, EVERYTHING).page(page.id)
    assert shown is not None
    assert 3 <= len(shown.questions) <= 6


@pytest.mark.parametrize(
    ("answers", "flags", "gone"),
    [
        ({}, set(), set()),
        (EVERYTHING, set(), set()),
        ({"P4": "1"}, {"solo"}, {"PC1"}),
        ({"P4": "2-4"}, set(), set()),
        ({"P9": ["social", "stock", "ship"]}, {"no_ads"}, {"MA2"}),
        ({"P9": ["ads", "stock", "ship"]}, {"no_social"}, {"MA1"}),
        ({"P9": ["ads", "social", "ship"]}, {"no_stock"}, {"FI1"}),
        ({"P9": ["ads", "social", "stock"]}, {"no_ship"}, {"FI2"}),
        ({"P9": ["none"]}, {"no_ads", "no_social", "no_stock", "no_ship"}, {"MA1", "MA2", "FI1", "FI2"}),
        ({"P9": []}, set(), set()),  # nothing picked is not "none of these"
        ({"P8": "none"}, {"no_orders"}, {"MA3", "CS2", "CS3"}),
        ({"P1": "MY"}, set(), set()),
        ({"P1": "VN"}, {"abroad"}, {"P2"}),
        ({"LC1": "no", "C0": "none", "E1": ["none"]}, set(), set()),
    ],
)
def test_facts_about_the_shop_take_questions_out(
    answers: dict[str, str | list[str]], flags: set[str], gone: set[str]
) -> None:
    assert flags_set(INSTRUMENT, answers) == flags
    assert set(INSTRUMENT.questions) - ids(applies(INSTRUMENT, answers)) == gone


def test_the_smallest_shop_keeps_eight_jobs() -> None:
    left = ids(applies(INSTRUMENT, SMALLEST))
    assert len(left & set(USE.split())) == 8
    assert len(left) == len(PUBLISHED) - 9


def test_flags_hang_on_profile_questions_alone() -> None:
    assert {flag.question for flag in INSTRUMENT.flags} == {"P1", "P4", "P8", "P9"}
    assert all(INSTRUMENT.questions[flag.question].profile for flag in INSTRUMENT.flags)


@pytest.mark.parametrize("id_", PUBLISHED)
def test_a_question_is_short_and_its_choices_can_be_told_apart(id_: str) -> None:
    words = WORDING.questions[id_]
    assert len(f"{words.lead} {words.text}".split()) <= 18
    assert all(len(text.split()) <= 14 for text in words.choices.values())
    shown = [text.strip().casefold() for text in words.choices.values()]
    assert len(set(shown)) == len(shown)
    assert tuple(words.choices) == INSTRUMENT.questions[id_].choices
    assert UNSURE not in words.choices


def test_no_two_questions_read_the_same() -> None:
    stems = [f"{words.lead} {words.text}" for words in WORDING.questions.values()]
    assert len(set(stems)) == len(stems)


def test_jobs_have_a_name_of_their_own() -> None:
    jobs = {id_: words.job for id_, words in WORDING.questions.items() if words.job}
    assert set(jobs) == set(USE.split())
    assert len(set(jobs.values())) == len(jobs)
