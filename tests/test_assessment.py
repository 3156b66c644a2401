"""A document in, a result out: every form of answer, and every way to get it wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from readiness.assessment import BadDocument, assess
from tests.scoring.shops import SCORED, Case, level_of, worked_cases

CASES: Final = worked_cases()
SHOP: Final[dict[str, object]] = {"P4": "2-4", "P8": "51-300", "P9": ["ads", "social", "stock", "ship"]}


def result(
    answers: Mapping[str, object], profile: Mapping[str, object] = SHOP, **more: object
) -> dict[str, Any]:
    """Assess one document."""
    return assess({"profile": profile, "answers": answers, **more})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_worked_cases(case: Case) -> None:
    found, expected = result(case.answers, profile={}), case.expected
    for key in ("not_applicable", "skipped", "earned", "possible", "functions", "functions_at_work", "jobs"):
        assert found[key] == expected[key]
    for key in ("regular_jobs", "needed", "checks", "verdict", "label", "rule", "provisional"):
        assert found[key] == expected[key]
    assert found["score"] == {"exact": expected["score"], "shown": expected["shown"]}
    assert json.loads(json.dumps(found)) == found


def test_positions_are_the_same_as_ids() -> None:
    for case in CASES:
        profile = {q: case.answers[q] for q in ("P4", "P8", "P9")}
        named = {q: answer for q, answer in case.answers.items() if q in SCORED}
        places = {q: level_of(case.answers, q) for q in named}
        assert result(places, profile) == result(named, profile)


def test_every_part_of_a_result() -> None:
    found = result({"LC1": "some", "SK1": 2, "T1": ["LC"], "B1": ["cost"]}, instrument="1.0.0")
    assert found["instrument"] == "seller-air@1.0.0"
    assert set(found["model"]["digests"]) == {"scoring", "advice"}
    assert found["questions"]["LC1"] == {
        "points": 3,
        "possible": 4,
        "contribution": "3",
        "choice": "some",
        "level": 2,
        "skipped": False,
    }
    assert found["questions"]["LC2"]["skipped"] is True
    assert found["dimensions"]["LC"] == {"kind": "function", "points": 3, "possible": 12, "at_work": False}
    assert (found["score"]["shown"], found["upper"]["shown"], found["provisional"]) == (5, 98, True)
    assert found["gaps"][0]["question"] == "LC2"
    assert found["barriers"][0] == {
        "id": "cost",
        "strength": 3,
        "picked": True,
        "questions": ["RS2"],
        "steers": True,
    }


def test_chances_are_rounded_and_exact() -> None:
    jobs = dict.fromkeys(("LC1", "LC2", "LC3"), "some")
    confidence = result({**jobs, "SK1": 3, "SK2": 3, "SK3": 3, "DF1": 3, "DF2": 3})["confidence"]
    exact = {name: Fraction(text) for name, text in confidence["exact"].items()}
    assert sum(exact.values()) == 1
    for name, chance in exact.items():
        assert confidence[name] == float(round(chance, 6))


def test_every_tutorial_says_why() -> None:
    tutorials = result({"LC1": "no"}, profile={**SHOP, "P10": "ms"})["tutorials"]
    assert tutorials
    for tutorial in tutorials:
        assert {"id", "title", "url", "minutes", "cost", "languages", "sign_in", "reasons"} <= set(tutorial)
        assert tutorial["reasons"]
        assert tutorial["url"].startswith("https://")


@pytest.mark.parametrize("instrument", [None, "1.0.0", "seller-air@1.0.0", "seller-air"])
def test_names_of_the_questionnaire(instrument: str | None) -> None:
    assert result({}, instrument=instrument) == result({})


@pytest.mark.parametrize(
    ("profile", "answers"),
    [
        ({}, {**SHOP, "LC1": 2}),
        ({**SHOP, "LC1": "some"}, {}),
        (None, {**SHOP, "LC1": "some"}),
        ({**SHOP, "LC1": 2}, {"LC2": None, "T1": [], "C0": 0}),
        ({"P4": 1, "P8": 2, "P9": [0, "social", 2, 3]}, {"LC1": 2}),
    ],
)
def test_forms_of_the_same_answers(profile: Mapping[str, object], answers: Mapping[str, object]) -> None:
    assert result(answers, profile) == result({"LC1": "some"})


def test_an_empty_p9_means_none_of_these() -> None:
    found = result({}, {**SHOP, "P9": []})
    assert found == result({}, {**SHOP, "P9": ["none"]})
    assert found["not_applicable"] == ["MA1", "MA2", "FI1", "FI2"]


def test_what_does_not_apply_is_ignored() -> None:
    alone = {**SHOP, "P4": "1"}
    assert result({"PC1": "old-way"}, alone) == result({}, alone)


def test_notes_may_stand_beside() -> None:
    assert result({}, id="a", about="b", expected={}) == result({})


HUGE = 10**5000
REFUSED: list[tuple[object, str]] = [
    ([], "The document must be an object that holds profile and answers."),
    ({"profile": SHOP}, "answers: is missing; write it as an object of question ids and answers."),
    ({"profile": SHOP, "answers": []}, "answers: must be an object of question ids and answers."),
    ({"profile": "P4", "answers": {}}, "profile: must be an object of question ids and answers."),
    ({"profile": SHOP, "answers": {}, "anwsers": {}}, "'anwsers' does not belong here; a document holds"),
    ({"answers": {1: "some"}, "profile": SHOP}, "answers: every question id must be a text."),
    ({"answers": {}}, "P4: must be answered, because it decides what applies to the shop; use 1, 2-4"),
    ({"answers": {"P4": "1", "P8": None, "P9": []}}, "P8: must be answered"),
    ({"answers": {"P4": "1", "P8": "none"}}, "P9: must be answered"),
    (
        {"answers": {}, "instrument": "2.0.0"},
        "instrument: there is no questionnaire '2.0.0'; use seller-air@1.0.0.",
    ),
    (
        {"answers": {}, "instrument": "buyer-air@1.0.0"},
        "instrument: there is no questionnaire 'buyer-air@1.0.0'",
    ),
    ({"answers": {}, "instrument": 1.0}, "instrument: must be a text such as seller-air@1.0.0, or null"),
    ({"answers": {"LC9": "some"}}, "answers: 'LC9' is no question of seller-air@1.0.0; check its id."),
    (
        {"answers": {"LC1": "often"}},
        "answers.LC1: 'often' is not one of its choices; use no, tried, some, most, unsure",
    ),
    ({"answers": {"LC1": "saved-prompts"}}, "answers.LC1: 'saved-prompts' is not one of its choices"),
    ({"answers": {"LC1": True}}, "answers.LC1: True is not one of its choices"),
    (
        {"answers": {"LC1": 4}},
        "answers.LC1: 4 is not one of its choices; use no, tried, some, most, unsure, or 0 to 3.",
    ),
    ({"answers": {"LC1": -1}}, "answers.LC1: -1 is not one of its choices"),
    ({"answers": {"LC1": HUGE}}, "answers.LC1: a value of type int is not one of its choices"),
    ({"answers": {"LC1": 2.0}}, "answers.LC1: a value of type float is not one of its choices"),
    ({"answers": {"LC1": float("nan")}}, "answers.LC1: a value of type float is not one of its choices"),
    ({"answers": {"LC1": ["some"]}}, "answers.LC1: a value of type list is not one of its choices"),
    ({"answers": {"LC1": {}}}, "answers.LC1: a value of type dict is not one of its choices"),
    ({"answers": {"LC1": "so\nme\0"}}, r"answers.LC1: 'so\nme\x00' is not one of its choices"),
    ({"answers": {"SK1": "unsure"}}, "answers.SK1: 'unsure' is not one of its choices"),
    (
        {"answers": {"P9": "ads"}},
        "answers.P9: takes several choices; write a list of ads, social, stock, ship, none.",
    ),
    ({"answers": {"P9": ["ads", 0]}}, "answers.P9: names a choice twice; name each one once."),
    ({"answers": {"P9": ["ads", "none"]}}, "answers.P9: none can't be given together with another choice."),
    ({"answers": {"P9": ["LC"]}}, "answers.P9: 'LC' is not one of its choices"),
    ({"answers": {"T1": ["LC", "PP", "MA"]}}, "answers.T1: takes at most 2 choices."),
    ({"profile": SHOP, "answers": {"P4": "1"}}, "P4: stands in profile and in answers; give it once."),
    ({"answers": {"x" * 10000: 1}}, "answers: 'xxxxxxxxxxxxxxxxx...xxxxxxxxxxxxxxxxxx' is no question"),
]


@pytest.mark.parametrize(("document", "sentence"), REFUSED, ids=[sentence[:60] for _, sentence in REFUSED])
def test_refused_with_one_sentence(document: Mapping[str, object], sentence: str) -> None:
    with pytest.raises(BadDocument) as refusal:
        assess(document)
    assert str(refusal.value).startswith(sentence)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


def test_it_needs_no_django_and_no_pandas() -> None:
    script = (
        "import sys; from readiness.assessment import assess; "
        "assess({'answers': {'P4': 0, 'P8': 0, 'P9': []}}); "
        "print([m for m in ('django', 'pandas', 'plotly', 'sqlite3') if m in sys.modules])"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"
