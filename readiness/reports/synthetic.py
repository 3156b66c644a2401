"""Made-up sellers for demonstrations: answers that hang together as those of real sellers would.

One trait, how far a seller has taken AI into the shop, drives every scored answer; how easily a function takes to AI
and chance do the rest. Strengths and levels are those of the simulation that the scoring model was checked with, in a
simple form: they make reports look alive and say nothing about real sellers.
"""

from __future__ import annotations

from bisect import bisect_right
from random import Random
from typing import Final

from readiness.scoring import registry
from readiness.scoring.model import ScoredQuestion, ScoringModel
from surveys.instrument.types import UNSURE, Answer, Instrument, Question

MEAN: Final = 0.12
SPREAD: Final = 1.22
"""The trait: normal, set so that about 15% come out as Adepts, the share reported for Malaysia."""

HARDER: Final = {"LC": -0.45, "MA": -0.20, "CS": 0.0, "FB": 0.15, "PP": 0.30, "FI": 0.45}
"""How much more of the trait it takes until AI helps in a function."""

FROM_NO_TO_MOST: Final = (0.0, 0.55, 1.45)
OF_FOUR: Final = (-1.0, -0.1, 0.9)
OF_THREE: Final = (-0.5, 0.7)
"""Where the next choice begins: of a job, of an enabler with four choices, of one with three."""

KINSHIP: Final = 0.7
"""How closely know-how and habits follow use: the correlation of the two traits."""

CLAIMED: Final = (-0.9, 0.0, 0.8, 1.6)
"""Where the next choice of a seller's own guess begins. People believe that they use more AI than they do."""

SKIPPED: Final = 0.02
NOT_KNOWN: Final = 0.03

TYPICAL: Final[dict[str, dict[str, int]]] = {
    "P1": {"MY": 70, "ID": 8, "PH": 7, "SG": 6, "TH": 5, "VN": 3, "other": 1},
    "P4": {"1": 45, "2-4": 35, "5-9": 12, "10-29": 5, "30-75": 2, "76+": 1},
    "P8": {"none": 4, "1-50": 38, "51-300": 30, "301-1000": 17, "1001-5000": 8, "5001+": 3},
    "P9": {"ads": 55, "social": 70, "stock": 80, "ship": 75},
}
"""Percent of shops, for the facts that decide which questions apply. Everything else is as likely as its neighbour."""


def answers(random: Random, instrument: Instrument) -> dict[str, Answer]:
    """Return one made-up seller's answers to every question; a few are skipped. Equal `random` gives equal answers."""
    model = registry.model_for(instrument.version)
    trait = random.gauss(MEAN, SPREAD)
    given = {
        **{question.id: _unscored(random, question) for question in instrument.questions.values()},
        **_scored(random, model, trait),
        "C0": instrument.questions["C0"].choices[bisect_right(CLAIMED, trait + random.gauss(0.4, 0.6))],
    }
    kept = {id_: _kept(random, instrument.questions[id_], answer) for id_, answer in given.items()}
    return {id_: answer for id_, answer in kept.items() if answer}


def _kept(random: Random, question: Question, answer: Answer) -> Answer | None:
    """Return the answer; sometimes "I don't know" where that is offered, sometimes none at all."""
    chance = random.random()
    if question.unsure and chance < NOT_KNOWN:
        return UNSURE
    return None if chance > 1 - SKIPPED and not question.required else answer


def _scored(random: Random, model: ScoringModel, trait: float) -> dict[str, Answer]:
    """Return the answers that the trait drives."""
    kin = MEAN + KINSHIP * (trait - MEAN) + (1 - KINSHIP**2) ** 0.5 * random.gauss(0, SPREAD)
    ease = {d.id: random.gauss(0, 0.6) - HARDER.get(d.id, 0.0) for d in model.dimensions}
    return {
        q.id: _level(q, (trait if q.job else kin) + ease[q.dimension] + random.gauss(0, 0.9))
        for q in model.questions
    }


def _level(question: ScoredQuestion, value: float) -> str:
    levels = FROM_NO_TO_MOST if question.job else OF_FOUR if question.top == len(OF_FOUR) else OF_THREE
    return question.choices[bisect_right(levels, value)]


def _unscored(random: Random, question: Question) -> Answer:
    weights = TYPICAL.get(question.id, {})
    if not question.several:
        return random.choices(
            question.choices, [weights.get(c, 0 if weights else 1) for c in question.choices]
        )[0]
    return _several(random, question, weights)


def _several(random: Random, question: Question, weights: dict[str, int]) -> list[str]:
    together = [choice for choice in question.choices if choice not in question.alone]
    picked = [choice for choice in together if random.randrange(100) < weights.get(choice, 30)]
    if question.most is not None and len(picked) > question.most:
        kept = random.sample(picked, question.most)
        picked = [choice for choice in picked if choice in kept]
    return picked or sorted(question.alone)
