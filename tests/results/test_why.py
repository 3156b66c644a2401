"""Every answer with its points, summing up to the score before the reader's eyes; and the way up from there."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from readiness.results.sentences import archetype_name, when
from readiness.scoring.steps import Raise
from surveys.instrument import registry
from surveys.instrument.types import UNSURE
from tests.results.sellers import Shown, all_said, result_page, said, submitted, within
from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, Case, at
from tests.surveys.journey.visitor import Page, has

WORDS: Final = registry.wording("1.0.0", "en").questions

LINES: Final = ".receipt tbody tr:not(.group-row)"


def job(question: str) -> str:
    text = WORDS[question].job or WORDS[question].text
    return text[:1].upper() + text[1:]


def in_words(case: Case, question: str) -> str:
    answer = case.answers.get(question)
    return WORDS[question].choices[answer] if isinstance(answer, str) else "Not answered"


def numbers(page: Page, column: int) -> list[str]:
    return all_said(page, f"{LINES} td:nth-of-type({column})")


# ---- why --------------------------------------------------------------------------------------------------


def test_every_answer_that_applies_is_on_the_receipt_in_the_sellers_words(shown: Shown) -> None:
    asked = [q.id for q in REAL.model.questions if q.id not in shown.case.expected["not_applicable"]]
    assert all_said(shown.page, f"{LINES} .answer") == [in_words(shown.case, q) for q in asked]
    lines = all_said(shown.page, f"{LINES} th")
    assert lines == [job(q) + in_words(shown.case, q) for q in asked]


def test_the_sum_grows_to_the_points_earned(shown: Shown) -> None:
    stated = shown.case.expected
    earned, possible = zip(*(map(int, cell.split(" / ")) for cell in numbers(shown.page, 1)), strict=True)
    assert [int(total) for total in numbers(shown.page, 2)] == list(accumulate(earned))
    assert (sum(earned), sum(possible)) == (stated["earned"], stated["possible"])


def test_the_sum_makes_the_score(shown: Shown) -> None:
    stated = shown.case.expected
    foot = [said(row) for row in shown.page.query(".receipt tfoot tr")]
    assert foot[0] == f"Points that your answers earned{stated['earned']}"
    assert foot[1] == f"Points that apply to your shop{stated['possible']}"
    assert foot[2] == f"Your score{stated['earned']} ÷ {stated['possible']} × 100{stated['shown']}"
    assert 100 * stated["earned"] // stated["possible"] == stated["shown"]
    assert all_said(shown.page, "#why") == [f"Why {stated['shown']}?"]


def test_each_part_has_its_own_sum(shown: Shown) -> None:
    parts = [said(row).rsplit(": ", 1)[1] for row in shown.page.query(".receipt .group-row")]
    assert parts == [f"{d.points} / {d.possible}" for d in shown.outcome.score.dimensions]


def test_an_honest_i_do_not_know_is_named(db: None) -> None:
    unsure = next(q for q, question in registry.newest().questions.items() if question.unsure)
    page = result_page(submitted({**at(2, EVERYTHING), unsure: UNSURE})[0])
    assert f"{job(unsure)}I don't know" in all_said(page, f"{LINES} th")


# ---- the way up -------------------------------------------------------------------------------------------


def card(case: Case, step: Raise) -> str:
    to = WORDS[step.question].choices[step.to_choice]
    first = " Answer this first: you may have these points already." if step.answer_first else ""
    points = "point" if step.points == 1 else "points"
    now = in_words(case, step.question)
    return f"{job(step.question)} Now: {now}Next: {to}{first} +{step.points} {points}"


def way_up(shown: Shown) -> tuple[Raise, ...]:
    return shown.outcome.steps_up[0].raises if shown.outcome.steps_up else ()


def test_every_step_is_there_in_the_sellers_words_least_effort_first(shown: Shown) -> None:
    way = way_up(shown)
    assert all_said(shown.page, ".steps .card") == [card(shown.case, step) for step in way]
    stated = shown.case.expected.get("steps_up", [{"changes": []}])[0]["changes"]
    assert [[s.question, s.from_choice, s.to_choice, s.effort] for s in way] == stated


def test_the_first_three_are_open_and_the_rest_a_tap_away(shown: Shown) -> None:
    rest = shown.page.query(".steps details .card")
    assert len(rest) == max(0, len(way_up(shown)) - 3)
    summary = f"See the whole path ({len(rest)} more)"
    assert all_said(shown.page, ".steps details summary") == [summary] * bool(rest)
    assert not any(has(details, "open") for details in shown.page.query(".steps details"))


def test_steps_are_grouped_by_when_they_can_be_done(shown: Shown) -> None:
    found = []
    for group in shown.page.query(".steps .group"):
        heading = said(within(group, "h3")[0])
        found += [heading] * len(group.query(".card"))
    expected = [when(step.when) for step in way_up(shown)]
    assert found == [f"{words.name} {words.line}" for words in expected]


def test_only_a_skipped_answer_comes_first(shown: Shown) -> None:
    told = [text for text in all_said(shown.page, ".steps .card") if "Answer this first" in text]
    skipped = [step for step in way_up(shown) if step.question in shown.case.expected["skipped"]]
    assert len(told) == len(skipped)


def test_the_way_names_what_is_still_to_go(shown: Shown) -> None:
    if not shown.outcome.steps_up:
        assert not shown.page.query(".steps")
        return
    target = shown.outcome.steps_up[0].target
    assert all_said(shown.page, "#steps") == [f"Your next steps to {archetype_name(target)}"]
    checks = [check for check in shown.outcome.verdict.checks if check.archetype == target]
    numbers = [f"{check.actual} of {check.needed}" for check in checks]
    assert all_said(shown.page, ".checks strong") == numbers
    done = [text == "Done" for text in all_said(shown.page, ".checks .muted")]
    assert done == [check.passed for check in checks]
