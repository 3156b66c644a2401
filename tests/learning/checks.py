"""What must hold of any matcher: run on the real one, and on ones broken on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from readiness.learning.matching import Match, match_tutorials
from readiness.learning.tutorial import Catalogue, Tutorial
from readiness.scoring.outcome import Outcome
from surveys.instrument.types import Answers
from tests.learning.making import MODEL, ids, outcome, tutorial

Matcher: TypeAlias = Callable[..., tuple[Match, ...]]

FOUR: Final = (
    tutorial("paid", "CS1", cost="paid", minutes=5),
    tutorial("long", "LC1", minutes=40),
    tutorial("free", "PP1", minutes=10),
    tutorial("peer", "FB1", minutes=12, peer=True),
)
"""One of each, in four functions. With `FOUR_NEEDS`, the paid and the long one weigh most."""

ORDERS: Final = (
    ((), ["paid", "long", "free", "peer"]),
    (("cost",), ["long", "free", "peer", "paid"]),
    (("time",), ["paid", "free", "peer", "long"]),
    (("change",), ["peer", "paid", "long", "free"]),
    (("cost", "time"), ["free", "peer", "long", "paid"]),
    (("change", "cost"), ["peer", "long", "free", "paid"]),
    (("time", "change"), ["peer", "paid", "free", "long"]),
    (("skills", "trust"), ["paid", "long", "free", "peer"]),
)


def found(
    matcher: Matcher, tutorials: Iterable[Tutorial], result: Outcome, answers: Answers, **more: object
) -> list[str]:
    """Return the ids that a matcher picks, in order."""
    return ids(matcher(Catalogue(tuple(tutorials)), MODEL, result, answers, "en", **more))


def four_under(barriers: Sequence[str]) -> Outcome:
    """Return a result with the needs that `FOUR` answers."""
    return outcome(path=["CS1", "LC1"], gaps=["CS1", "LC1", "PP1", "FB1"], barriers=barriers)


def held_back(matcher: Matcher) -> None:
    """What a barrier speaks against comes last, whatever it weighs."""
    for barriers, order in ORDERS:
        assert found(matcher, FOUR, four_under(barriers), {}) == order


def unknown_length(matcher: Matcher) -> None:
    """Under time, short comes before unknown, and unknown before long."""
    lengths = [
        tutorial("a-long", "CS1", minutes=16),
        tutorial("b-unknown", "LC1"),
        tutorial("c", "PP1", minutes=15),
    ]
    result = outcome(gaps=["CS1", "LC1", "PP1"], barriers=["time"])
    assert found(matcher, lengths, result, {}) == ["c", "b-unknown", "a-long"]


def time_sinks(matcher: Matcher) -> None:
    """Among gaps, those in a function that eats the week come first."""
    two = [tutorial("a", "LC1"), tutorial("b", "CS1")]
    assert found(matcher, two, outcome(gaps=["LC1", "CS1"]), {}) == ["a", "b"]
    assert found(matcher, two, outcome(gaps=["LC1", "CS1"], time_sinks={"CS"}), {}) == ["b", "a"]


def barriers_need_more(matcher: Matcher) -> None:
    """A barrier orders what earned a place, and earns none itself."""
    suits = [
        tutorial("a-other", "DF1", suits=("cost",)),
        tutorial("b", "LC1"),
        tutorial("c", "CS1", suits=("cost",)),
    ]
    assert found(matcher, suits, outcome(gaps=["LC1", "CS1"], barriers=["cost"]), {}) == ["c", "b"]


def path_first(matcher: Matcher) -> None:
    """A tutorial on the way up outweighs one on a mere gap."""
    two = [tutorial("a-gap", "LC1"), tutorial("b-path", "SK3")]
    assert found(matcher, two, outcome(path=["SK3"], gaps=["LC1"]), {}) == ["b-path", "a-gap"]


def few(matcher: Matcher) -> None:
    """Two for a function, six in all."""
    many = [tutorial(f"{q.lower()}-{n}", q) for q in ("LC1", "PP1", "CS1", "FB1") for n in range(3)]
    shown = found(matcher, many, outcome(gaps=["LC1", "PP1", "CS1", "FB1"]), {})
    assert shown == ["cs1-0", "cs1-1", "fb1-0", "fb1-1", "lc1-0", "lc1-1"]


def done_is_done(matcher: Matcher) -> None:
    """What was done is not shown again, and makes room."""
    three = [tutorial(f"lc-{n}", "LC1") for n in range(3)]
    assert found(matcher, three, outcome(gaps=["LC1"]), {}, done={"lc-0"}) == ["lc-1", "lc-2"]


def own_language(matcher: Matcher) -> None:
    """English stands in only where the language has fewer than two, and behind them."""
    malay = [tutorial(f"malay-{n}", "CS1", languages={"ms": "reported"}) for n in range(2)]
    english, thai = tutorial("english", "CS1", "LC1"), tutorial("thai", "CS1", languages={"th": "reported"})
    result, seller = outcome(gaps=["CS1"]), {"P10": "ms"}
    assert found(matcher, [english, thai, *malay], result, seller) == ["malay-0", "malay-1"]
    assert found(matcher, [english, thai, malay[0]], result, seller) == ["malay-0", "english"]
    assert found(matcher, [english, thai], result, seller) == ["english"]
    short, long = tutorial("short", "CS1", minutes=5), [replace(one, minutes=40) for one in malay]
    assert found(matcher, [short, *long], outcome(gaps=["CS1"], barriers=["time"]), seller) == [
        "malay-0",
        "malay-1",
    ]


def own_market(matcher: Matcher) -> None:
    """What speaks of another country or another marketplace is left out, once both are known."""
    four = [
        tutorial("a-th", "CS1", countries=("TH",)),
        tutorial("b-my", "LC1", countries=("MY", "SG")),
        tutorial("c-lazada", "PP1", marketplace="lazada"),
        tutorial("d-shopee", "FB1", marketplace="shopee"),
    ]
    result = outcome(gaps=["CS1", "LC1", "PP1", "FB1"])
    assert found(matcher, four, result, {}) == ["a-th", "b-my", "c-lazada", "d-shopee"]
    assert found(matcher, four, result, {"P1": "MY", "P7": ["shopee", "shop"]}) == ["b-my", "d-shopee"]
    assert found(matcher, four, result, {"P1": "other", "P7": ["social"]}) == []


def level_decides(matcher: Matcher) -> None:
    """Among equals the level of the archetype comes first."""
    two = [tutorial("a-advanced", "CS1", level="advanced"), tutorial("b-beginner", "LC1")]
    assert found(matcher, two, outcome("agnostic", gaps=["CS1", "LC1"]), {}) == ["b-beginner", "a-advanced"]
    assert found(matcher, two, outcome("adept", gaps=["CS1", "LC1"]), {}) == ["a-advanced", "b-beginner"]


CHECKS: Final[tuple[Callable[[Matcher], None], ...]] = (
    held_back,
    unknown_length,
    time_sinks,
    barriers_need_more,
    path_first,
    few,
    done_is_done,
    own_language,
    own_market,
    level_decides,
)

REAL: Final[Matcher] = match_tutorials
