"""The catalogue that sellers meet: no gap, function or group is left without help, and nothing is claimed falsely."""

from __future__ import annotations

from typing import Final, get_args

import pytest

from readiness.learning.catalogue import catalogue
from readiness.learning.matching import match_tutorials, tutorials_for
from readiness.learning.tutorial import Tutorial
from readiness.scoring.model import Archetype
from readiness.scoring.outcome import evaluate
from surveys.instrument.types import Answer
from tests.learning.making import EVERYTHING, INSTRUMENT, JOBS, MODEL, outcome

REGION: Final = {"MY", "ID", "PH", "SG", "TH", "VN"}
SUITED: Final[dict[Archetype, set[str]]] = {
    "agnostic": {"beginner", "mixed"},
    "aspirant": {"beginner", "intermediate", "mixed"},
    "adept": {"intermediate", "advanced", "mixed"},
}


def for_anybody() -> list[Tutorial]:
    """What can be given to everybody in the region who learns in English, wherever they sell."""
    return [
        t
        for t in catalogue().tutorials
        if "en" in t.languages and not t.marketplace and (not t.countries or set(t.countries) >= REGION)
    ]


@pytest.mark.parametrize("question", [q.id for q in MODEL.questions])
def test_every_question_has_two_tutorials_for_anybody(question: str) -> None:
    assert sum(question in t.teaches for t in for_anybody()) >= 2


@pytest.mark.parametrize("archetype", get_args(Archetype))
@pytest.mark.parametrize("function", MODEL.functions)
def test_every_group_has_two_tutorials_of_its_level_per_function(function: str, archetype: Archetype) -> None:
    jobs = {q.id for q in MODEL.questions if q.dimension == function}
    suited = [t for t in for_anybody() if jobs & set(t.teaches) and t.level in SUITED[archetype]]
    assert len(suited) >= 2


@pytest.mark.parametrize("language", INSTRUMENT.questions["P10"].choices)
@pytest.mark.parametrize("question", JOBS)
def test_every_gap_gets_two_links_in_every_language(question: str, language: str) -> None:
    result = outcome(gaps=[question])
    shop: dict[str, Answer] = {"P1": "MY", "P7": ["social"], "P10": language}
    found = tutorials_for(question, catalogue(), MODEL, result, shop, "en")
    assert len(found) == 2
    assert all(match.teaches_here == (question,) for match in found)


@pytest.mark.parametrize("place", [0, -2])
def test_a_whole_result_gets_a_full_list(place: int) -> None:
    answers: dict[str, Answer] = {
        **EVERYTHING,
        **{q.id: q.choices[place] for q in MODEL.questions},
        "LC2": "no",
    }
    result = evaluate(INSTRUMENT, MODEL, answers)
    found = match_tutorials(catalogue(), MODEL, result, answers, "en")
    assert len(found) >= 2
    assert all(match.teaches_here for match in found)


def test_a_general_list_teaches_no_job() -> None:
    hubs = [t for t in catalogue().tutorials if t.form == "hub"]
    assert {q for t in hubs for q in t.teaches} <= {"SK2", "PC2"}


def test_nobody_claims_to_have_opened_a_link() -> None:
    """The makers could open none. Whoever opens one and writes the day down changes this test with it."""
    assert not [t.id for t in catalogue().tutorials if t.opened_on]


def test_a_seller_in_malaysia_is_not_sent_abroad() -> None:
    """What another country's platform wrote is for that country, whatever language a seller learns in."""
    result = outcome(gaps=JOBS)
    for language in INSTRUMENT.questions["P10"].choices:
        found = match_tutorials(catalogue(), MODEL, result, {"P1": "MY", "P10": language}, "en")
        assert all(not m.tutorial.countries or "MY" in m.tutorial.countries for m in found)
        assert all({language, "en"} & set(m.tutorial.languages) for m in found)
