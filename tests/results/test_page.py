"""The result page says what the model found: the verdict first, how sure it is, and the shop as a picture."""

from __future__ import annotations

import re
from typing import Final

import pytest

from readiness.results.sentences import barrier
from tests.results.sellers import Shown, all_said, result_page, said, submitted, within
from tests.scoring.scorer import REAL
from tests.scoring.shops import EVERYTHING, Shop, at
from tests.surveys.journey.visitor import Page, attribute

NAMES: Final = {"agnostic": "AI Agnostic", "aspirant": "AI Aspirant", "adept": "AI Adept"}

SENTENCES: Final = {
    "agnostic": "Most of your shop runs by hand today.",
    "ready_not_started": "You are ready.",
    "started_not_spread": "You have started.",
    "aspirant": "AI already does some of your work.",
    "adept": "AI is at work across most of your shop",
}
CERTAINTY: Final = {"clear": "Clear", "likely": "Likely", "close": "On the edge"}

STATES: Final = {
    "at work": "AI at work",
    "some": "a start is made",
    "none": "by hand",
    "absent": "not in your shop",
}
BARS: Final = {"at work": "fn-at-work", "some": "fn-some", "none": "fn-none", "absent": "fn-na"}

STARTED: Final = {True: "some", False: "none"}

UNKIND: Final = re.compile(
    r"\b(fail\w*|behind|poor\w*|weak\w*|worst|bad\w*|lazy|lag\w*|wrong|shame\w*)\b", re.IGNORECASE
)


def section(page: Page, name: str) -> str:
    """Return the text of the section that is headed by the id `name`."""
    return " ".join(all_said(page, f"section[aria-labelledby={name}]"))


# ---- the verdict ------------------------------------------------------------------------------------------


def test_the_archetype_comes_first_in_one_plain_sentence(shown: Shown) -> None:
    archetype, label = shown.case.expected["verdict"], shown.case.expected["label"]
    banner = shown.page.query("main > section")[0]
    assert attribute(banner, "class") == f"banner banner-{archetype}"
    assert all_said(shown.page, "h1") == [NAMES[archetype]]
    assert all_said(shown.page, ".banner .lead")[0].startswith(SENTENCES[label])
    assert [name for name in NAMES.values() if name in said(banner)] == [NAMES[archetype]]
    assert shown.page.query("title")[0].to_text().startswith(NAMES[archetype])


def test_nobody_is_shamed(shown: Shown) -> None:
    own = " ".join(section(shown.page, name) for name in ("score", "shop", "barriers", "yours"))
    assert not UNKIND.findall(all_said(shown.page, ".banner")[0] + own)


KNOWS_HOW: Final = at(-1, EVERYTHING) | {job.id: "no" for job in REAL.model.questions if job.job}

LABELS: Final[dict[str, Shop]] = {
    "agnostic": at(0, EVERYTHING),
    "ready_not_started": KNOWS_HOW,
    "started_not_spread": KNOWS_HOW | {"LC1": "some"},
    "aspirant": at(2, EVERYTHING) | {"RU1": "as-it-is", "RU2": "paste-in"},
    "adept": at(-1, EVERYTHING),
}


@pytest.mark.parametrize("label", SENTENCES)
def test_every_label_has_its_page(db: None, label: str) -> None:
    visitor, result = submitted(LABELS[label])
    assert REAL.sums(LABELS[label])[1].label == label
    page = result_page(visitor)
    assert all_said(page, ".banner .lead")[0].startswith(SENTENCES[label])
    assert all_said(page, "h1") == [NAMES[result.archetype]]


# ---- the score --------------------------------------------------------------------------------------------


def test_the_score_has_a_range_when_answers_were_skipped(shown: Shown) -> None:
    stated, text = shown.case.expected, section(shown.page, "score")
    assert all_said(shown.page, ".score-number") == [str(stated["shown"])]
    skipped = len(stated["skipped"])
    upper = stated.get("shown_if_skipped_were_highest")
    assert (f"up to {upper} if you answer the" in text) == bool(skipped)
    assert ("up to" in text) == bool(skipped)
    picture = attribute(shown.page.query("svg.meter")[0], "aria-label")
    start = f"{stated['shown']} of 100, between {stated['shown']} and {upper}." if skipped else None
    assert picture.startswith(start or f"{stated['shown']} of 100. AI Aspirant starts at 25, AI Adept at 65.")


def test_one_skipped_answer_is_spoken_of_as_one(db: None) -> None:
    visitor, _ = submitted({q: a for q, a in at(0, EVERYTHING).items() if q != "LC1"})
    assert "up to 4 if you answer the one you skipped" in section(result_page(visitor), "score")


def test_a_provisional_score_says_so(shown: Shown) -> None:
    skipped = len(shown.case.expected["skipped"])
    notice = f"Provisional: you skipped {skipped} questions, and each counts as its lowest answer."
    assert (notice in section(shown.page, "score")) == shown.case.expected["provisional"]


def test_it_says_how_sure_it_is(shown: Shown) -> None:
    word = shown.case.expected["confidence"]["word"]
    assert all_said(shown.page, ".certainty .tag") == [CERTAINTY[word]]
    sentence = all_said(shown.page, ".certainty span")[1]
    others = {name for name in NAMES.values() if name in sentence}
    assert len(others) == {"clear": 0, "likely": 1, "close": 2}[word]
    assert "set by the makers and still to be checked" in section(shown.page, "score")


def test_what_decides_is_told_only_where_it_is_undecided(shown: Shown) -> None:
    lines = all_said(shown.page, "section[aria-labelledby=score] .plain-list li")
    undecided = shown.case.expected["confidence"]["word"] != "clear"
    assert len(lines) == len(shown.outcome.verdict.tight) * undecided


# ---- the shop ---------------------------------------------------------------------------------------------


def state(shown: Shown, function: str) -> str:
    points = {d.dimension: d.points for d in shown.outcome.score.dimensions}
    if function not in points:
        return "absent"
    return (
        "at work" if function in shown.case.expected["functions_at_work"] else STARTED[points[function] > 0]
    )


def test_every_function_is_drawn_and_said(shown: Shown) -> None:
    states = [state(shown, function) for function in REAL.model.functions]
    assert all_said(shown.page, "svg.shop .fn-says") == [STATES[one] for one in states]
    bars = [attribute(within(row, "rect")[-1], "class") for row in shown.page.query("svg.shop g")]
    assert bars == [BARS[one] for one in states]
    spoken = attribute(shown.page.query("svg.shop")[0], "aria-label")
    names = all_said(shown.page, "svg.shop .fn-label")
    assert all(f"{name}: {STATES[one]}" in spoken for name, one in zip(names, states, strict=True))
    working, functions = states.count("at work"), shown.case.expected["functions"]
    assert f"AI is at work in {working} of {functions} parts of your shop" in section(shown.page, "shop")


@pytest.mark.parametrize(("guess", "words"), [("half", "About half"), (None, "Not answered")])
def test_the_own_guess_stands_beside_what_was_found(db: None, guess: str | None, words: str) -> None:
    answers = {**at(0, EVERYTHING), **({"C0": guess} if guess else {})}
    found = all_said(result_page(submitted(answers)[0]), ".versus dd")
    assert found == [words, "AI is at work in 0 of 6 parts of your shop"]


def test_a_barrier_is_answered_if_it_steers(shown: Shown) -> None:
    steering = [barrier(b.id) for b in shown.outcome.barriers if b.steers]
    assert all_said(shown.page, "section[aria-labelledby=barriers] h3") == [words.name for words in steering]
    answers = all_said(shown.page, "section[aria-labelledby=barriers] p")
    assert answers == [f"{words.line} {words.meaning}" for words in steering]
