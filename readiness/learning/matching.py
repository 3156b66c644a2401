"""Which tutorials suit one seller, and why. Reasons are codes; sentences are made from them per language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from readiness.learning.catalogue import (
    COUNTRY_QUESTION,
    LANGUAGE_QUESTION,
    MARKETPLACE_QUESTION,
)
from readiness.learning.tutorial import Catalogue, Tutorial
from readiness.scoring.gaps import Gap
from readiness.scoring.model import Archetype, Matching, ScoringModel
from readiness.scoring.outcome import Outcome
from surveys.instrument.answers import picked_choices
from surveys.instrument.types import Answers

ENGLISH: Final = "en"
"""The language that stands in where a learning language has too little."""

ENOUGH: Final = 2
"""A question with this many tutorials in the learning language needs no English ones beside them."""

LEVEL_ORDER: Final[Mapping[Archetype, tuple[tuple[str, ...], ...]]] = {
    "agnostic": (("beginner", "mixed"), ("intermediate",), ("advanced",)),
    "aspirant": (("beginner", "intermediate", "mixed"), ("advanced",)),
    "adept": (("intermediate", "advanced", "mixed"), ("beginner",)),
}
"""Levels by archetype, best first. Judgement; it decides between tutorials of equal weight only."""

COST_ORDER: Final = {"free": 0, "part-paid": 1, "unknown": 1, "paid": 2}

SortKey: TypeAlias = tuple[tuple[int, int, int], int, int, int, bool, int, int, int, str]


class Code(StrEnum):
    """Why a tutorial was picked, or what to know about it. The subject of each stands behind it."""

    ON_PATH = "on_path"  # question: it is one of the steps up
    GAP = "gap"  # question: AI does not regularly help with this job
    TIME_SINK = "time_sink"  # function: it eats the seller's week
    BARRIER = "barrier"  # barrier: the tutorial suits it
    LEVEL = "level"  # level: one for this archetype ("mixed" suits everybody)
    IN_ENGLISH = "in_english"  # nothing: there is too little in the language asked for
    LANGUAGE_UNSURE = "language_unsure"  # language: thought, not known, to be offered in it


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, and what it is about: the id of a question, function or barrier, a level, a language."""

    code: Code
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A tutorial with the reasons it was picked."""

    tutorial: Tutorial
    reasons: tuple[Reason, ...]
    weight: int  # the sum of what its reasons weigh
    teaches_here: tuple[str, ...]  # the questions that earned it its place, most pressing first


@dataclass(frozen=True, slots=True)
class Needs:
    """What one seller needs to learn, and what steers the choice."""

    archetype: Archetype
    path: tuple[str, ...]  # questions in the steps to the next archetype, in the order of display
    gaps: tuple[Gap, ...]
    barriers: tuple[str, ...]  # those that steer, strongest first
    language: str
    country: str | None
    marketplaces: frozenset[str]  # none: not answered

    @property
    def questions(self) -> tuple[str, ...]:
        """Every question worth learning for, most pressing first."""
        return tuple(dict.fromkeys((*self.path, *(gap.question for gap in self.gaps))))

    def only(self, question: str) -> Needs:
        """Return the needs as far as one question goes."""
        return replace(
            self,
            path=tuple(q for q in self.path if q == question),
            gaps=tuple(gap for gap in self.gaps if gap.question == question),
        )

    def allows(self, tutorial: Tutorial) -> bool:
        """Tell whether the tutorial speaks of the seller's country and of a place where the seller sells."""
        here = not tutorial.countries or self.country is None or self.country in tutorial.countries
        sold = not self.marketplaces or tutorial.marketplace in (None, *self.marketplaces)
        return here and sold


def match_tutorials(
    catalogue: Catalogue,
    model: ScoringModel,
    outcome: Outcome,
    answers: Answers,
    language: str,
    done: Set[str] = frozenset(),
) -> tuple[Match, ...]:
    """Return the tutorials for one seller, best first: few in all, and few for one function.

    A tutorial earns its place by a question in the steps up or by a job that AI does not help with; a barrier
    alone never does. `language` counts when the seller did not say which one to learn in. `done` holds the
    ids of tutorials not to be shown again. Equal input gives equal output: popularity plays no part.
    """
    needs = needs_of(outcome, answers, language)
    ranked = _ranked(catalogue, model.matching, needs, done)
    return tuple(_spread(ranked, model))


def tutorials_for(
    question: str,
    catalogue: Catalogue,
    model: ScoringModel,
    outcome: Outcome,
    answers: Answers,
    language: str,
    done: Set[str] = frozenset(),
    most: int = 2,
) -> tuple[Match, ...]:
    """Return the `most` best tutorials for one question, judged by that question alone.

    A question that is neither in the steps up nor a gap has nothing to learn for, and gets none.
    """
    needs = needs_of(outcome, answers, language).only(question)
    return tuple(_ranked(catalogue, model.matching, needs, done)[:most])


def needs_of(outcome: Outcome, answers: Answers, language: str) -> Needs:
    """Read from result and answers what steers the choice of tutorials."""
    nearest = outcome.steps_up[0].raises if outcome.steps_up else ()
    return Needs(
        archetype=outcome.verdict.archetype,
        path=tuple(step.question for step in nearest),
        gaps=outcome.gaps,
        barriers=tuple(barrier.id for barrier in outcome.barriers if barrier.steers),
        language=next(iter(picked_choices(answers, LANGUAGE_QUESTION)), language),
        country=next(iter(picked_choices(answers, COUNTRY_QUESTION)), None),
        marketplaces=frozenset(picked_choices(answers, MARKETPLACE_QUESTION)),
    )


def _ranked(catalogue: Catalogue, weights: Matching, needs: Needs, done: Set[str]) -> list[Match]:
    """Return every match, best first."""
    usable = [t for t in catalogue.tutorials if t.id not in done and needs.allows(t)]
    thin = _thin_questions(usable, needs)
    matches = (_match(tutorial, weights, needs, thin) for tutorial in usable)
    return sorted((m for m in matches if m), key=lambda match: _sort_key(match, weights, needs))


def _thin_questions(usable: Iterable[Tutorial], needs: Needs) -> frozenset[str]:
    """Return the questions for which the learning language has too little, so that English stands in."""
    taught = Counter(q for t in usable if t.sure_of(needs.language) for q in t.teaches)
    return frozenset(q for q in needs.questions if taught[q] < ENOUGH)


def _match(tutorial: Tutorial, weights: Matching, needs: Needs, thin: frozenset[str]) -> Match | None:
    """Return the match, or None when nothing but a barrier or a level speaks for the tutorial."""
    own = needs.language in tutorial.languages
    if not own and ENGLISH not in tutorial.languages:
        return None
    here = tuple(q for q in needs.questions if q in tutorial.teaches and (own or q in thin))
    if not here:
        return None
    weighed = _weighed(tutorial, here, weights, needs)
    reasons = (*weighed, *_remarks(tutorial, needs))
    return Match(tutorial, reasons, sum(weighed.values()), here)


def _weighed(tutorial: Tutorial, here: tuple[str, ...], weights: Matching, needs: Needs) -> dict[Reason, int]:
    """Return the reasons that weigh, each once however many questions speak for it."""
    reasons: dict[Reason, int] = {}
    if on_path := [q for q in here if q in needs.path]:
        reasons[Reason(Code.ON_PATH, on_path[0])] = weights.on_path
    if gaps := sorted((g for g in needs.gaps if g.question in here), key=lambda gap: not gap.time_sink):
        reasons[Reason(Code.GAP, gaps[0].question)] = weights.gap_job
        if gaps[0].time_sink:
            reasons[Reason(Code.TIME_SINK, gaps[0].dimension)] = weights.time_sink
    for barrier in needs.barriers:
        if barrier in tutorial.suits:
            reasons[Reason(Code.BARRIER, barrier)] = weights.barrier_fit
    return reasons


def _remarks(tutorial: Tutorial, needs: Needs) -> Iterator[Reason]:
    """Yield what weighs nothing but is worth saying: level and language."""
    if _level_rank(tutorial, needs) == 0:
        yield Reason(Code.LEVEL, tutorial.level)
    if needs.language not in tutorial.languages:
        yield Reason(Code.IN_ENGLISH)
    elif not tutorial.sure_of(needs.language):
        yield Reason(Code.LANGUAGE_UNSURE, needs.language)


def _sort_key(match: Match, weights: Matching, needs: Needs) -> SortKey:
    """Return what orders matches; each part decides only where all before it are equal.

    What a barrier holds back, the learning language, weight; among equals the archetype's level, AI before
    groundwork, short before long, the more pointed (it teaches fewer things), minutes, and the id.
    """
    tutorial = match.tutorial
    return (
        _held_back(tutorial, weights, needs),
        _language_rank(tutorial, needs),
        -match.weight,
        _level_rank(tutorial, needs),
        not tutorial.about_ai,
        _length_rank(tutorial, weights),
        len(tutorial.teaches),
        tutorial.minutes or 0,
        tutorial.id,
    )


def _held_back(tutorial: Tutorial, weights: Matching, needs: Needs) -> tuple[int, int, int]:
    """Put last what a steering barrier speaks against: paid tools, long lessons, all but peer stories."""
    return (
        COST_ORDER[tutorial.cost] if "cost" in needs.barriers else 0,
        _length_rank(tutorial, weights) if "time" in needs.barriers else 0,
        int("change" in needs.barriers and not tutorial.peer),
    )


def _length_rank(tutorial: Tutorial, weights: Matching) -> int:
    """Rank short before unknown before long: most tutorials of unknown length are single pages."""
    if tutorial.minutes is None:
        return 1
    return 0 if tutorial.minutes <= weights.short_minutes else 2


def _language_rank(tutorial: Tutorial, needs: Needs) -> int:
    if needs.language not in tutorial.languages:
        return 2
    return 0 if tutorial.sure_of(needs.language) else 1


def _level_rank(tutorial: Tutorial, needs: Needs) -> int:
    order = LEVEL_ORDER[needs.archetype]
    return next(rank for rank, levels in enumerate(order) if tutorial.level in levels)


def _spread(ranked: Iterable[Match], model: ScoringModel) -> Iterator[Match]:
    """Yield the best, skipping those of a function (or enabler) that has had its share already."""
    shown: Counter[str] = Counter()
    for match in ranked:
        dimension = _dimension(match, model)
        if shown.total() < model.matching.show and shown[dimension] < model.matching.per_function:
            shown[dimension] += 1
            yield match


def _dimension(match: Match, model: ScoringModel) -> str:
    """Return the function of the first job that earned the match its place, without a job the first enabler."""
    questions = [model.question(q) for q in match.teaches_here]
    return next((q for q in questions if q.job), questions[0]).dimension
