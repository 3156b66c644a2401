"""What must hold of every correct scorer. Each check takes a scorer, so that broken copies can be held against it.

A *property* looks at one shop; a *run* makes its own shops. The rule itself stands a second time in `oracle`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any, Final

from readiness.scoring.model import ARCHETYPES, ScoredQuestion, ScoringModel
from readiness.scoring.publication import published_document
from readiness.scoring.recompute import recompute
from readiness.scoring.steps import StepsUp
from surveys.instrument.types import UNSURE
from tests.scoring import oracle
from tests.scoring.scorer import INSTRUMENT, REAL, Scorer
from tests.scoring.shops import (
    EVERYTHING,
    SCORED,
    TASKS,
    Shop,
    at,
    every_profile,
    level_of,
    raised,
    random_shop,
    random_shops,
    worked_cases,
)

TASK_QUESTIONS: Final = {"ads": "MA2", "social": "MA1", "stock": "FI1", "ship": "FI2"}


# ---------------------------------------------------------------- properties of one shop


def additive(scorer: Scorer, shop: Shop) -> None:
    """Contributions add up to the score, dimensions to the points; the score stays within 0 and 100."""
    score, _ = scorer.sums(shop)
    assert 0 <= score.exact <= 100
    assert sum(q.contribution for q in score.questions) == score.exact
    assert sum(d.points for d in score.dimensions) == sum(q.points for q in score.questions) == score.earned
    assert sum(d.possible for d in score.dimensions) == sum(q.possible for q in score.questions)
    assert sum(q.possible for q in score.questions) == score.possible


def shown_agrees(scorer: Scorer, shop: Shop) -> None:
    """The shown score reaches a cut-off exactly when the score does."""
    score, _ = scorer.sums(shop)
    for cut in range(101):
        assert (score.shown >= cut) == (score.exact >= cut)
        assert (score.shown_upper >= cut) == (score.upper >= cut)


def monotone(scorer: Scorer, shop: Shop) -> None:
    """One answer one level higher never lowers score, archetype, functions at work or regular jobs."""
    score, verdict = scorer.sums(shop)
    for question in SCORED:
        better = raised(shop, question)
        if better is None:
            continue
        above, reached = scorer.sums(better)
        assert above.exact >= score.exact
        assert set(above.functions_at_work) >= set(score.functions_at_work)
        assert set(above.regular_jobs) >= set(score.regular_jobs)
        assert ARCHETYPES.index(reached.archetype) >= ARCHETYPES.index(verdict.archetype)


def not_applicable_never_hurts(scorer: Scorer, shop: Shop) -> None:
    """Where the questions taken out stood at the lowest, score and archetype do not fall."""
    for gone, facts in _facts_lost():
        with_lowest = {**EVERYTHING, **_scored(shop), **{q: SCORED[q][0] for q in gone}}
        before, verdict = scorer.sums(with_lowest)
        after, reached = scorer.sums({**with_lowest, **facts})
        assert set(after.not_applicable) == set(gone)
        assert after.exact >= before.exact
        assert ARCHETYPES.index(reached.archetype) >= ARCHETYPES.index(verdict.archetype)


def _facts_lost() -> list[tuple[list[str], Shop]]:
    tasks: list[tuple[list[str], Shop]] = [
        ([question], {"P9": [t for t in TASKS if t != task]}) for task, question in TASK_QUESTIONS.items()
    ]
    return [(["PC1"], {"P4": "1"}), (["MA3", "CS2", "CS3"], {"P8": "none"}), *tasks]


def _scored(shop: Shop) -> Shop:
    return {question: answer for question, answer in shop.items() if question in SCORED}


def irrelevant_changes_nothing(scorer: Scorer, shop: Shop) -> None:
    """Answers that do not apply, unscored questions and other profile facts change no result."""
    outcome = scorer.evaluate(shop)
    gone = {q: SCORED[q][-1] for q in outcome.score.not_applicable}
    told: Shop = {"C0": "most", "E1": ["chat"], "P1": "VN", "P5": "1-2", "P7": ["shopee"], "P10": "th"}
    again = scorer.evaluate({**shop, **gone, **told})
    assert again == outcome


def order_changes_nothing(scorer: Scorer, shop: Shop) -> None:
    """The order of questions, dimensions and answers changes no result; steps stay as few and as light."""
    model = scorer.model
    turned = replace(model, questions=model.questions[::-1], dimensions=model.dimensions[::-1])
    here, there = scorer.evaluate(shop), scorer.evaluate(dict(reversed(shop.items())), turned)
    assert here.score.exact == there.score.exact
    assert here.verdict == there.verdict
    assert here.confidence == there.confidence
    assert [(w.steps, w.effort) for w in here.steps_up] == [(w.steps, w.effort) for w in there.steps_up]


def skipped_counts_lowest(scorer: Scorer, shop: Shop) -> None:
    """A skip scores as the lowest choice, the upper end is attained, and answering never lowers anything."""
    score, verdict = scorer.sums(shop)
    lowest = {**shop, **{q: SCORED[q][0] for q in score.skipped}}
    plain, same = scorer.sums(lowest)
    assert (plain.earned, plain.possible, plain.skipped) == (score.earned, score.possible, ())
    assert same.archetype == verdict.archetype
    highest, reached = scorer.sums({**shop, **{q: SCORED[q][-1] for q in score.skipped}})
    assert highest.exact == score.upper >= score.exact
    assert ARCHETYPES.index(reached.archetype) >= ARCHETYPES.index(verdict.archetype)
    silent = {question for question in SCORED if shop.get(question) in (None, UNSURE)}
    assert set(score.skipped) == silent - set(score.not_applicable)
    assert score.provisional == (len(score.skipped) > 3)


def recomputed(scorer: Scorer, shop: Shop) -> None:
    """The public script, and the rule stated a second time, come to the same result."""
    score, verdict = scorer.sums(shop)
    case = {"profile": {}, "answers": shop}
    assert recompute(DOCUMENT, case) == (score.earned, score.possible, score.shown, verdict.archetype)
    assert oracle.archetype(oracle.lines(shop)) == verdict.archetype


DOCUMENT: Final[dict[str, Any]] = published_document(INSTRUMENT, REAL.model)


def certain_without_retest(scorer: Scorer, shop: Shop) -> None:
    """The chances add up to 1; if no answer ever moves, the archetype has all of it."""
    outcome = scorer.evaluate(shop)
    own = outcome.confidence
    assert own.agnostic + own.aspirant + own.adept == 1
    assert own.own == getattr(own, outcome.verdict.archetype)
    fixed = replace(scorer.model, rules=replace(scorer.model.rules, retest=Fraction(0)))
    assert scorer.evaluate(shop, fixed).confidence.own == 1


def steps_are_valid(scorer: Scorer, shop: Shop) -> None:
    """Steps reach their target, and each one is needed."""
    outcome = scorer.evaluate(shop)
    missing = ARCHETYPES[ARCHETYPES.index(outcome.verdict.archetype) + 1 :]
    assert tuple(way.target for way in outcome.steps_up) == missing
    for way in outcome.steps_up:
        assert _reaches(scorer, shop, way)
        for number, step in enumerate(way.raises):
            lower = replace(step, to_level=step.to_level - 1)
            assert not _reaches(scorer, shop, replace(way, raises=_instead(way, number, lower)))


def _instead(way: StepsUp, number: int, step: Any) -> Any:
    return (*way.raises[:number], step, *way.raises[number + 1 :])


def _reaches(scorer: Scorer, shop: Shop, way: StepsUp) -> bool:
    after = {**shop, **{r.question: SCORED[r.question][r.to_level] for r in way.raises}}
    _, verdict = scorer.sums(after)
    return ARCHETYPES.index(verdict.archetype) >= ARCHETYPES.index(way.target)


# ---------------------------------------------------------------- runs


def extremes(scorer: Scorer) -> None:
    """All lowest is 0 and Agnostic, all highest 100 and Adept, for every profile; each keeps 8 jobs in 4 parts."""
    for shop in every_profile():
        score, verdict = scorer.sums(at(0, shop))
        assert score.exact == 0
        assert score.functions_at_work == ()
        assert verdict.archetype == "agnostic"
        score, verdict = scorer.sums(at(-1, shop))
        assert score.exact == 100
        assert len(score.functions_at_work) == len(score.functions)
        assert verdict.archetype == "adept"
        assert len(score.jobs) >= 8
        assert len(score.functions) >= 4


def boundary_walk(scorer: Scorer, starts: int = 300) -> None:
    """On walks that cross every cut, the archetype is the oracle's before every move."""
    random, hit = Random(7), set[tuple[str, int]]()
    for _ in range(starts):
        shop = random_shop(random, skips=0.05)
        goal = random.choice(("aspirant points", "adept points"))
        for _ in range(12):
            lines = oracle.lines(shop)
            away = oracle.distances(lines)
            hit |= {(check, gap) for check, gap in away.items() if gap in (-1, 0, 1)}
            score, verdict = scorer.sums(shop)
            hit.add(("skipped", len(score.skipped)))
            assert verdict.archetype == oracle.archetype(lines)
            assert score.provisional == (len(score.skipped) > 3)
            line = random.choice(lines)
            shop = raised(shop, line.id, by=1 if away[goal] < 0 else -1) or shop
    checks = ("aspirant points", "adept points", "jobs", "functions")
    wanted = {*product(checks, (-1, 0)), ("safety", 0), ("safety", 1), ("skipped", 3), ("skipped", 4)}
    assert wanted <= hit, f"the walks never stood at {wanted - hit}"


def monte_carlo(scorer: Scorer, draws: int = 3000) -> None:
    """On borderline cases the exact chances are those of drawn answers, judged by the oracle."""
    random, looked_at = Random(11), 0
    for case in worked_cases():
        chances = scorer.evaluate(case.answers).confidence
        expected = case.expected["confidence"]
        if max(expected.get(name, 0) for name in ARCHETYPES) > 0.88:
            continue
        looked_at += 1
        lines = oracle.lines(case.answers)
        drawn = [oracle.archetype(_another_day(line, random) for line in lines) for _ in range(draws)]
        for name in ARCHETYPES:
            assert abs(drawn.count(name) / draws - getattr(chances, name)) < 0.035
    assert looked_at >= 8


def _another_day(line: oracle.Line, random: Random) -> oracle.Line:
    roll = random.random()
    move = -1 if roll < 0.15 else 1 if roll >= 0.85 else 0
    level = min(max(line.level + move, 0), len(line.points) - 1)
    return oracle.Line(line.id, line.function, line.points, level)


def brute_force(scorer: Scorer, starts: int = 250) -> None:
    """On small questionnaires the steps are those found by trying every combination, ties included."""
    random, ways = Random(5), 0
    for _ in range(starts):
        model, shop = _small_model(scorer, random), random_shop(random)
        shop |= {**EVERYTHING, "T1": random.sample(model.functions, k=2)}
        _shorten(shop, model)
        outcome = scorer.evaluate(shop, model)
        found = {w.target: {r.question: r.to_level for r in w.raises} for w in outcome.steps_up}
        for target in ARCHETYPES[1 + ARCHETYPES.index(outcome.verdict.archetype) :]:
            assert found.get(target) == _tried(model, shop, target)
            ways += target in found
    assert ways > starts / 2


def limits_are_kept(scorer: Scorer) -> None:
    """Steps never ask what must not be asked, even where that would be the lightest way by far."""
    model = scorer.model
    tempting = ("AV1", "AV2", "RS1")
    light = (
        replace(q, effort=tuple(1 if q.id in tempting else 3 for _ in q.effort)) for q in model.questions
    )
    model = replace(model, questions=tuple(light))
    asked = set()
    for shop in random_shops(13, 40):
        for way in scorer.evaluate(shop, model).steps_up:
            asked |= {(r.question, r.to_level) for r in way.raises if r.question in tempting}
    assert {("RS1", 2)} <= asked <= {("RS1", 1), ("RS1", 2)}


def _small_model(scorer: Scorer, random: Random) -> ScoringModel:
    """Return a model of 7 questions, some with fewer choices, of uneven effort."""
    model = scorer.model
    jobs = random.sample([q for q in model.questions if q.job], 4)
    enablers = random.sample([q for q in model.questions if not q.job], 3)
    kept = [_small(q, random) for q in model.questions if q in (*jobs, *enablers)]
    return replace(model, questions=tuple(kept))


def _small(question: ScoredQuestion, random: Random) -> ScoredQuestion:
    size = len(question.points) if question.job else random.randint(2, len(question.points))
    return replace(
        question,
        choices=question.choices[:size],
        points=question.points[:size],
        effort=tuple(random.randint(1, 3) for _ in range(size - 1)),
        reach=min(question.reach, size - 1),
    )


def _shorten(shop: Shop, model: ScoringModel) -> None:
    """Move answers that a small model does not know to its highest choice."""
    for question in model.questions:
        if shop[question.id] not in question.choices:
            shop[question.id] = question.choices[-1]


def _tried(model: ScoringModel, shop: Shop, target: str) -> Mapping[str, int] | None:
    """Try every combination of raises; return the new levels of the best one, None if none reaches `target`."""
    start = [level_of(shop, q.id) for q in model.questions]
    ranges = [range(now, max(now, q.reach) + 1) for q, now in zip(model.questions, start, strict=True)]
    best = min(
        (levels for levels in product(*ranges) if _is(model, levels, target)),
        key=lambda levels: _criteria(model, shop, start, levels),
        default=None,
    )
    if best is None:
        return None
    changed = zip(model.questions, start, best, strict=True)
    return {q.id: level for q, now, level in changed if level > now}


def _is(model: ScoringModel, levels: tuple[int, ...], target: str) -> bool:
    lines = (
        oracle.Line(q.id, q.dimension if q.job else None, q.points, level)
        for q, level in zip(model.questions, levels, strict=True)
    )
    return oracle.ORDER.index(oracle.archetype(lines)) >= oracle.ORDER.index(target)


def _criteria(
    model: ScoringModel, shop: Shop, start: list[int], levels: tuple[int, ...]
) -> tuple[int, int, int, list[int]]:
    steps = [level - now for now, level in zip(start, levels, strict=True)]
    walked = zip(model.questions, start, levels, strict=True)
    effort = sum(sum(q.effort[now:level]) for q, now, level in walked)
    sinks = sum(n for q, n in zip(model.questions, steps, strict=True) if q.dimension in shop["T1"])
    return sum(steps), effort, -sinks, [-level for level in levels]


def digests_hold_what_counts(scorer: Scorer) -> None:
    """The scoring digest changes with points and rules, and with nothing that can't change a result."""
    model = scorer.model
    first, *others = model.questions
    digest = scorer.scoring_digest(model)
    rules = replace(model.rules, aspirant_points=26)
    assert scorer.scoring_digest(replace(model, rules=rules)) != digest
    points = replace(first, points=(0, 1, 2, 4))
    assert scorer.scoring_digest(replace(model, questions=(points, *others))) != digest
    advice = replace(first, effort=(3, 3, 3), reach=1)
    for same in (
        replace(model, questions=model.questions[::-1], dimensions=model.dimensions[::-1]),
        replace(model, questions=(advice, *others)),
        replace(model, version="1.0.1", set_by="panel", changelog=()),
    ):
        assert scorer.scoring_digest(same) == digest


PROPERTIES: Final[dict[str, Callable[[Scorer, Shop], None]]] = {
    check.__name__: check
    for check in (
        additive,
        shown_agrees,
        monotone,
        not_applicable_never_hurts,
        irrelevant_changes_nothing,
        order_changes_nothing,
        skipped_counts_lowest,
        recomputed,
        certain_without_retest,
        steps_are_valid,
    )
}

RUNS: Final[dict[str, Callable[[Scorer], None]]] = {
    check.__name__: check
    for check in (
        extremes,
        boundary_walk,
        monte_carlo,
        brute_force,
        limits_are_kept,
        digests_hold_what_counts,
    )
}


def hold(name: str, scorer: Scorer, seed: int = 3) -> None:
    """Run one check by its name; a property on the same 40 random shops every time."""
    if name in RUNS:
        RUNS[name](scorer)
        return
    for shop in random_shops(seed, 40, skips=0.05):
        PROPERTIES[name](scorer, shop)
