"""Which tutorials are picked, in which order, and for which reasons."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readiness.learning.matching import Code, Reason, tutorials_for
from readiness.learning.tutorial import Catalogue
from readiness.scoring.model import Archetype
from tests.learning.checks import CHECKS, REAL, Matcher
from tests.learning.making import MODEL, ids, matches, outcome, tutorial

M = MODEL.matching

CHAT = outcome(path=["CS1"], gaps=["CS1"], time_sinks={"CS"}, barriers=["cost", "time"])


def test_reasons_and_weight_add_up() -> None:
    (match,) = matches([tutorial("chat", "CS1", suits=("cost", "time", "data"))], CHAT)
    assert match.reasons == (
        Reason(Code.ON_PATH, "CS1"),
        Reason(Code.GAP, "CS1"),
        Reason(Code.TIME_SINK, "CS"),
        Reason(Code.BARRIER, "cost"),
        Reason(Code.BARRIER, "time"),
        Reason(Code.LEVEL, "beginner"),
    )
    assert match.weight == M.on_path + M.gap_job + M.time_sink + 2 * M.barrier_fit == 14


@pytest.mark.parametrize(
    ("teaches", "weight"),
    [
        (("SK3",), M.on_path),
        (("LC1",), M.gap_job),
        (("CS2",), M.gap_job + M.time_sink),
        (("PP1",), M.on_path + M.gap_job),
        (("SK3", "PP1"), M.on_path + M.gap_job),
        (("LC1", "CS2"), M.gap_job + M.time_sink),
        (("SK3", "PP1", "LC1", "CS2"), M.on_path + M.gap_job + M.time_sink),
    ],
)
def test_each_reason_weighs_once(teaches: tuple[str, ...], weight: int) -> None:
    result = outcome(path=["SK3", "PP1"], gaps=["LC1", "CS2", "PP1"], time_sinks={"CS"})
    assert [match.weight for match in matches([tutorial("one", *teaches)], result)] == [weight]


def test_what_earned_the_place_stands_most_pressing_first() -> None:
    result = outcome(path=["SK3", "PP1"], gaps=["CS2", "PP1", "LC1"])
    (match,) = matches([tutorial("many", "LC1", "PP1", "CS2", "SK3", "DF1")], result)
    assert match.teaches_here == ("SK3", "PP1", "CS2", "LC1")


@pytest.mark.parametrize("teaches", ["DF1", "LC1"])
def test_a_barrier_alone_earns_no_place(teaches: str) -> None:
    result = outcome(path=["SK3"], gaps=["CS1"], barriers=["cost"])
    assert matches([tutorial("free", teaches, suits=("cost",))], result) == ()


def test_no_need_no_tutorial() -> None:
    assert matches([tutorial("one", "LC1")], outcome("adept")) == ()


def test_a_barrier_that_does_not_steer_counts_for_nothing() -> None:
    paid = tutorial("a-paid", "CS1", cost="paid", suits=("cost",))
    found = matches([paid, tutorial("b-free", "CS1")], outcome(gaps=["CS1"], weak=["cost"]))
    assert ids(found) == ["a-paid", "b-free"]
    assert {match.weight for match in found} == {M.gap_job}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_order_and_choice(check: Callable[[Matcher], None]) -> None:
    check(REAL)


@pytest.mark.parametrize(
    ("archetype", "levels"),
    [
        ("agnostic", {"beginner", "mixed"}),
        ("aspirant", {"beginner", "intermediate", "mixed"}),
        ("adept", {"intermediate", "advanced", "mixed"}),
    ],
)
def test_a_level_is_a_reason_where_it_fits(archetype: Archetype, levels: set[str]) -> None:
    every = [
        tutorial(level, "CS1", level=level) for level in ("beginner", "intermediate", "advanced", "mixed")
    ]
    picked = [matches([one], outcome(archetype, gaps=["CS1"]))[0] for one in every]
    assert {r.subject for m in picked for r in m.reasons if r.code == Code.LEVEL} == levels


@pytest.mark.parametrize(
    ("languages", "remark"),
    [
        ({"ms": "reported"}, None),
        ({"ms": "apparent", "en": "reported"}, None),
        ({"ms": "assumed"}, Reason(Code.LANGUAGE_UNSURE, "ms")),
        ({"ms": "unverified", "en": "reported"}, Reason(Code.LANGUAGE_UNSURE, "ms")),
        ({"en": "reported"}, Reason(Code.IN_ENGLISH)),
    ],
)
def test_a_language_that_is_not_sure_is_said(languages: dict[str, str], remark: Reason | None) -> None:
    (match,) = matches([tutorial("one", "CS1", languages=languages)], outcome(gaps=["CS1"]), {"P10": "ms"})
    said = [r for r in match.reasons if r.code in (Code.IN_ENGLISH, Code.LANGUAGE_UNSURE)]
    assert said == ([remark] if remark else [])


@pytest.mark.parametrize(("answers", "shown"), [({}, ["malay"]), ({"P10": "th"}, ["thai"])])
def test_the_learning_language_goes_before_that_of_the_page(
    answers: dict[str, str], shown: list[str]
) -> None:
    two = [
        tutorial("malay", "CS1", languages={"ms": "reported"}),
        tutorial("thai", "CS1", languages={"th": "reported"}),
    ]
    assert ids(matches(two, outcome(gaps=["CS1"]), answers, "ms")) == shown


def test_among_equals_ai_short_and_pointed_come_first() -> None:
    five = [
        tutorial("a-groundwork", "CS1", about_ai=False),
        tutorial("b-long", "LC1", minutes=60),
        tutorial("c-broad", "PP1", "DF1"),
        tutorial("d-plain", "FB1"),
        tutorial("e-short", "FI1", minutes=10),
    ]
    result = outcome(gaps=["CS1", "LC1", "PP1", "FB1", "FI1"])
    assert ids(matches(five, result)) == ["e-short", "d-plain", "c-broad", "b-long", "a-groundwork"]


def test_a_job_decides_the_function_that_a_tutorial_counts_for() -> None:
    result = outcome(path=["SK3", "CS1"], gaps=["CS1"])
    three = [tutorial(f"prompts-{n}", "SK3", "CS1") for n in range(3)]
    assert ids(matches([*three, tutorial("lesson", "SK3")], result)) == ["prompts-0", "prompts-1", "lesson"]


def test_the_links_of_one_gap_are_judged_by_that_gap_alone() -> None:
    result = outcome(path=["SK3"], gaps=["CS1", "LC1"], barriers=["cost"])
    shelf = Catalogue(
        (
            tutorial("a-both", "SK3", "CS1", "LC1"),
            tutorial("b-chat", "CS1"),
            tutorial("c-chat-free", "CS1", suits=("cost",)),
            tutorial("d-listing", "LC1", suits=("cost",)),
        )
    )
    found = tutorials_for("CS1", shelf, MODEL, result, {}, "en")
    assert ids(found) == ["c-chat-free", "b-chat"]
    assert {match.teaches_here for match in found} == {("CS1",)}
    assert ids(tutorials_for("CS1", shelf, MODEL, result, {}, "en", done={"b-chat"}, most=3))[-1] == "a-both"
    assert tutorials_for("PP1", shelf, MODEL, result, {}, "en") == ()
