"""Made-up tutorials and results to match: each test names only what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace
from typing import Any, Final

from readiness.learning.matching import Match, match_tutorials
from readiness.learning.tutorial import Catalogue, Tutorial
from readiness.scoring import registry as models
from readiness.scoring.gaps import Barrier, Gap
from readiness.scoring.model import Archetype
from readiness.scoring.outcome import Outcome, evaluate
from readiness.scoring.steps import Raise, StepsUp
from surveys.instrument import registry as instruments
from surveys.instrument.types import Answers

MODEL: Final = models.newest()
INSTRUMENT: Final = instruments.instrument(MODEL.instrument)
JOBS: Final = tuple(q.id for q in MODEL.questions if q.job)
EVERYTHING: Final[Answers] = {"P4": "2-4", "P8": "51-300", "P9": ["ads", "social", "stock", "ship"]}
NOTHING_SAID: Final = evaluate(INSTRUMENT, MODEL, EVERYTHING)


def tutorial(id_: str, *teaches: str, **fields: Any) -> Tutorial:
    """Return a free English article for beginners that teaches `teaches`, but for what `fields` say."""
    plain: dict[str, Any] = {
        "title": id_,
        "provider": "Somebody",
        "url": f"https://learn.example.com/{id_}",
        "form": "article",
        "languages": {"en": "reported"},
        "level": "beginner",
        "about_ai": True,
        "note": "Made up.",
        "cost": "free",
        "sign_in": "none",
    }
    return Tutorial(id=id_, teaches=teaches, **{**plain, **fields})


def outcome(
    archetype: Archetype = "agnostic",
    path: Iterable[str] = (),
    gaps: Iterable[str] = (),
    time_sinks: Set[str] = frozenset(),
    barriers: Iterable[str] = (),
    *,
    weak: Iterable[str] = (),
) -> Outcome:
    """Return a result with these steps up and gaps, these barriers that steer, and `weak` ones that do not."""
    raises = tuple(_raise(question) for question in path)
    return replace(
        NOTHING_SAID,
        verdict=replace(NOTHING_SAID.verdict, archetype=archetype),
        steps_up=(StepsUp("adept", raises),) if raises else (),
        gaps=tuple(_gap(question, time_sinks) for question in gaps),
        barriers=(
            *(Barrier(b, 2, picked=True, questions=(), steers=True) for b in barriers),
            *(Barrier(b, 1, picked=False, questions=(), steers=False) for b in weak),
        ),
    )


def matches(
    tutorials: Iterable[Tutorial],
    result: Outcome,
    answers: Answers | None = None,
    language: str = "en",
    done: Set[str] = frozenset(),
) -> tuple[Match, ...]:
    """Match made-up tutorials."""
    return match_tutorials(Catalogue(tuple(tutorials)), MODEL, result, answers or {}, language, done)


def ids(found: Iterable[Match]) -> list[str]:
    """Return the ids of the tutorials, in order."""
    return [match.tutorial.id for match in found]


def _gap(question: str, time_sinks: Set[str]) -> Gap:
    dimension = MODEL.question(question).dimension
    return Gap(question, dimension, level=0, missing=4, time_sink=dimension in time_sinks, weight=4)


def _raise(question: str) -> Raise:
    scored = MODEL.question(question)
    return Raise(
        question, scored.dimension, 0, 1, scored.choices[0], scored.choices[1], 1, 1, answer_first=False
    )
