"""Made-up sellers: real answers, repeatable, and spread over the archetypes as planned."""

from __future__ import annotations

from collections import Counter
from random import Random

from readiness.reports.synthetic import answers
from readiness.scoring import registry as models
from readiness.scoring.score import score
from readiness.scoring.sheet import read_sheet
from readiness.scoring.verdict import verdict
from surveys.instrument import registry
from surveys.instrument.answers import picked_choices, read_answer

INSTRUMENT = registry.newest()
CROWD = [answers(Random(number), INSTRUMENT) for number in range(600)]


def test_equal_seeds_make_equal_sellers() -> None:
    assert answers(Random(7), INSTRUMENT) == CROWD[7] != CROWD[8]


def test_every_answer_is_one_that_the_question_accepts() -> None:
    for told in CROWD:
        for id_, answer in told.items():
            assert read_answer(INSTRUMENT.questions[id_], picked_choices(told, id_)) == answer


def test_every_seller_can_submit_and_some_skip() -> None:
    required = {question.id for question in INSTRUMENT.questions.values() if question.required}
    assert all(required <= told.keys() for told in CROWD)
    assert any(told.keys() < INSTRUMENT.questions.keys() for told in CROWD)


def test_every_choice_is_given_by_somebody() -> None:
    given = {(id_, choice) for told in CROWD for id_ in told for choice in picked_choices(told, id_)}
    missing = {(q.id, c) for q in INSTRUMENT.questions.values() for c in q.accepted} - given
    assert not missing


def test_about_fifteen_percent_are_adepts() -> None:
    model = models.model_for(INSTRUMENT.version)
    found = Counter(
        verdict(model, score(model, read_sheet(INSTRUMENT, model, told))).archetype for told in CROWD
    )
    assert 0.10 < found["adept"] / len(CROWD) < 0.20
    assert 0.30 < found["agnostic"] / len(CROWD) < 0.50
