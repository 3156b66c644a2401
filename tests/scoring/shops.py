"""Made-up shops to score: the worked cases, random ones, and every profile there is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random
from typing import Any, Final

from hypothesis import strategies as st

from surveys.instrument.types import UNSURE, Answer
from tests.scoring.scorer import INSTRUMENT, REAL

Shop = dict[str, Answer]

SCORED: Final = {q.id: INSTRUMENT.questions[q.id].choices for q in REAL.model.questions}
TASKS: Final = ("ads", "social", "stock", "ship")


@dataclass(frozen=True)
class Case:
    """One worked case: the answers of a shop, and what must come out."""

    id: str
    answers: Mapping[str, Answer]
    expected: Mapping[str, Any]


def worked_cases() -> list[Case]:
    """Return every case in `cases/`."""
    files = sorted((Path(__file__).parent / "cases").glob("*.toml"))
    read = [(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in files]
    return [Case(name, {**case["profile"], **case["answers"]}, case["expected"]) for name, case in read]


def profile(*, solo: bool, orders: bool, tasks: tuple[str, ...]) -> Shop:
    """Return the profile answers that applicability hangs on."""
    return {
        "P4": "1" if solo else "2-4",
        "P8": "51-300" if orders else "none",
        "P9": list(tasks) or ["none"],
    }


EVERYTHING: Final = profile(solo=False, orders=True, tasks=TASKS)
"""A shop to which every question applies."""


def every_profile() -> Iterator[Shop]:
    """Yield the 64 profiles that differ in what applies."""
    for solo, orders, *kept in product((False, True), repeat=6):
        tasks = tuple(task for task, here in zip(TASKS, kept, strict=True) if here)
        yield profile(solo=solo, orders=orders, tasks=tasks)


def at(level: int, shop: Shop) -> Shop:
    """Return `shop` with every scored question at one level; -1 is the highest."""
    return {**shop, **{q: choices[level] for q, choices in SCORED.items()}}


def level_of(shop: Mapping[str, Answer], question: str) -> int:
    """Return the level of an answer, 0 when it was skipped."""
    answer = shop.get(question)
    return SCORED[question].index(answer) if isinstance(answer, str) and answer != UNSURE else 0


def raised(shop: Shop, question: str, by: int = 1) -> Shop | None:
    """Return `shop` with one answer moved by so many levels; None past the ends."""
    level = level_of(shop, question) + by
    return {**shop, question: SCORED[question][level]} if 0 <= level < len(SCORED[question]) else None


def random_shop(random: Random, skips: float = 0.0) -> Shop:
    """Return a shop with random applicability and answers; mixes beginners with busy users."""
    tasks = tuple(task for task in TASKS if random.random() < 0.6)
    shop = profile(solo=random.random() < 0.5, orders=random.random() < 0.8, tasks=tasks)
    busy = random.random()
    for question, choices in SCORED.items():
        if random.random() < skips:
            if UNSURE in INSTRUMENT.questions[question].accepted and random.random() < 0.5:
                shop[question] = UNSURE
        else:
            level = random.choice((2, 2, 3, 3) if random.random() < busy else (0, 0, 1, 2))
            shop[question] = choices[min(level, len(choices) - 1)]
    return shop


def random_shops(seed: int, count: int, skips: float = 0.0) -> Iterator[Shop]:
    """Yield `count` random shops, always the same ones for a seed."""
    random = Random(seed)
    for _ in range(count):
        yield random_shop(random, skips)


def _answer(question: str) -> st.SearchStrategy[str | None]:
    return st.sampled_from([None, *INSTRUMENT.questions[question].accepted])


def shops() -> st.SearchStrategy[Shop]:
    """Any shop: any profile, any answers, skipped and unsure ones among them."""
    facts = st.builds(
        profile,
        solo=st.booleans(),
        orders=st.booleans(),
        tasks=st.lists(st.sampled_from(TASKS), unique=True).map(tuple),
    )
    answers = st.fixed_dictionaries({question: _answer(question) for question in SCORED})
    return st.builds(lambda f, a: {**f, **{q: c for q, c in a.items() if c is not None}}, facts, answers)
