"""What holds of every seller and every shelf of tutorials."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.learning.catalogue import COSTS, LEVELS, catalogue
from readiness.learning.matching import Code, Match, match_tutorials, tutorials_for
from readiness.learning.tutorial import Catalogue, Tutorial
from readiness.scoring.outcome import Outcome, evaluate
from surveys.instrument.types import Answer
from tests.learning.making import EVERYTHING, INSTRUMENT, MODEL, tutorial

Shop = dict[str, Answer]

M: Final = MODEL.matching
QUESTIONS: Final = tuple(q.id for q in MODEL.questions)
LANGUAGES: Final = INSTRUMENT.questions["P10"].choices


@st.composite
def shops(draw: st.DrawFn) -> Shop:
    """Any shop: half-filled answers, any profile, low answers more often than high ones."""
    answers: Shop = {**EVERYTHING, "P4": draw(st.sampled_from(["1", "2-4"]))}
    answers["P8"] = draw(st.sampled_from(["none", "1-50"]))
    answers["P9"] = draw(st.lists(st.sampled_from(["ads", "social", "stock", "ship"]), unique=True)) or [
        "none"
    ]
    for question in MODEL.questions:
        if level := draw(st.sampled_from([None, 0, 0, 1, 2, 2, -1])):
            answers[question.id] = question.choices[min(level, question.top)]
    for id_, most in (("B1", 2), ("T1", 2), ("P7", 3), ("P10", 1), ("P1", 1)):
        asked = INSTRUMENT.questions[id_]
        choices = [choice for choice in asked.choices if choice not in asked.alone]
        if picked := draw(st.lists(st.sampled_from(choices), unique=True, max_size=most)):
            answers[id_] = picked if asked.several else picked[0]
    return answers


@st.composite
def shelves(draw: st.DrawFn) -> Catalogue:
    """Any shelf of made-up tutorials."""
    return Catalogue(tuple(_any_tutorial(draw, n) for n in range(draw(st.integers(0, 25)))))


def _any_tutorial(draw: st.DrawFn, number: int) -> Tutorial:
    def some(choices: tuple[str, ...], least: int, most: int) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(choices), unique=True, min_size=least, max_size=most)))

    return tutorial(
        f"t-{number}",
        *some(QUESTIONS, 1, 4),
        languages=dict.fromkeys(some(LANGUAGES, 1, 3), draw(st.sampled_from(["reported", "assumed"]))),
        level=draw(st.sampled_from(LEVELS)),
        suits=some(MODEL.barriers, 0, 3),
        cost=draw(st.sampled_from(COSTS)),
        minutes=draw(st.sampled_from([None, 5, 15, 16, 300])),
        countries=some(("MY", "TH", "VN"), 0, 2),
        marketplace=draw(st.sampled_from([None, None, "lazada", "shopee"])),
        peer=draw(st.booleans()),
    )


ANY_SHELF: Final = shelves() | st.just(catalogue())


def matched(
    shelf: Catalogue, shop: Shop, done: frozenset[str] = frozenset()
) -> tuple[Outcome, tuple[Match, ...]]:
    result = evaluate(INSTRUMENT, MODEL, shop)
    return result, match_tutorials(shelf, MODEL, result, shop, "en", done)


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops())
def test_a_reason_for_every_tutorial_and_a_need_behind_it(shelf: Catalogue, shop: Shop) -> None:
    result, found = matched(shelf, shop)
    path = {r.question for way in result.steps_up[:1] for r in way.raises}
    needs = path | {gap.question for gap in result.gaps}
    for match in found:
        assert {Code.ON_PATH, Code.GAP} & {reason.code for reason in match.reasons}
        assert match.teaches_here
        assert set(match.teaches_here) <= needs & set(match.tutorial.teaches)
        assert not set(match.teaches_here) & set(result.score.not_applicable)


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops())
def test_weights_are_those_of_the_model(shelf: Catalogue, shop: Shop) -> None:
    weights = {
        Code.ON_PATH: M.on_path,
        Code.GAP: M.gap_job,
        Code.TIME_SINK: M.time_sink,
        Code.BARRIER: M.barrier_fit,
    }
    result, found = matched(shelf, shop)
    steering = {barrier.id for barrier in result.barriers if barrier.steers}
    for match in found:
        assert match.weight == sum(weights.get(reason.code, 0) for reason in match.reasons)
        assert {r.subject for r in match.reasons if r.code == Code.BARRIER} <= steering


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops())
def test_paid_last_long_last_peers_first(shelf: Catalogue, shop: Shop) -> None:
    result, found = matched(shelf, shop)
    steering = {barrier.id for barrier in result.barriers if barrier.steers}
    for before, after in pairwise(match.tutorial for match in found):
        if "cost" in steering:
            assert before.cost != "paid" or after.cost == "paid"
        elif "time" in steering:
            assert not is_long(before) or is_long(after)
        elif "change" in steering:
            assert before.peer or not after.peer


def is_long(one: Tutorial) -> bool:
    return one.minutes is not None and one.minutes > M.short_minutes


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops())
def test_the_order_of_the_shelf_and_of_the_answers_changes_nothing(shelf: Catalogue, shop: Shop) -> None:
    turned = Catalogue(tuple(reversed(shelf.tutorials)))
    assert matched(shelf, shop) == matched(turned, dict(reversed(shop.items())))


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops(), data=st.data())
def test_never_again_what_is_done(shelf: Catalogue, shop: Shop, data: st.DataObject) -> None:
    _, before = matched(shelf, shop)
    done = data.draw(st.sets(st.sampled_from([m.tutorial.id for m in before]))) if before else set()
    _, after = matched(shelf, shop, frozenset(done))
    assert not done & {match.tutorial.id for match in after}


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops())
def test_few_in_all_and_few_for_a_function(shelf: Catalogue, shop: Shop) -> None:
    _, found = matched(shelf, shop)
    jobs = [[q for q in match.teaches_here if MODEL.question(q).job] for match in found]
    functions = Counter(MODEL.question(one[0]).dimension for one in jobs if one)
    assert len(found) <= M.show
    assert max(functions.values(), default=0) <= M.per_function
    assert len({match.tutorial.id for match in found}) == len(found)


@settings(max_examples=60)
@given(shelf=ANY_SHELF, shop=shops())
def test_every_tutorial_can_be_read_and_used_by_the_seller(shelf: Catalogue, shop: Shop) -> None:
    _, found = matched(shelf, shop)
    language, country, sold = shop.get("P10", "en"), shop.get("P1"), shop.get("P7")
    for match in found:
        one = match.tutorial
        assert language in one.languages or "en" in one.languages
        assert (Code.IN_ENGLISH in {r.code for r in match.reasons}) == (language not in one.languages)
        assert country is None or not one.countries or country in one.countries
        assert not sold or one.marketplace is None or one.marketplace in sold


@settings(max_examples=60)
@given(shop=shops())
def test_every_gap_has_two_links(shop: Shop) -> None:
    """A shop in the region, whatever it sells where; elsewhere two as well, as they speak of no country."""
    result = evaluate(INSTRUMENT, MODEL, shop)
    for gap in result.gaps:
        found = tutorials_for(gap.question, catalogue(), MODEL, result, shop, "en")
        assert len(found) == 2
        assert all(match.teaches_here == (gap.question,) for match in found)
