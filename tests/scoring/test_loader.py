"""What a scoring model may not be: one sentence each, with file and key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from readiness.scoring.loader import load_model
from readiness.scoring.registry import PUBLISHED
from surveys.instrument.reading import Refused
from surveys.instrument.types import Flag, Instrument, Question
from tests.scoring.scorer import INSTRUMENT, REAL

SOURCE: Final = (PUBLISHED / "1.0.0.toml").read_text(encoding="utf-8")
LC1: Final = (
    'id = "LC1"\ndimension = "LC"\npoints = { no = 0, tried = 1, some = 3, most = 4 }\neffort = [1, 2, 2]\n'
)
HEAD: Final = LC1.partition("points")[0]


def broken(tmp_path: Path, old: str, new: str) -> Path:
    """Write the published model with one edit."""
    assert old in SOURCE
    path = tmp_path / "1.0.0.toml"
    path.write_text(SOURCE.replace(old, new, 1), encoding="utf-8")
    return path


def with_points(points: str) -> str:
    """Return the first question with other points."""
    return f"{HEAD}points = {{ {points} }}\neffort = [1, 2, 2]\n"


def test_the_published_model_is_read() -> None:
    model = load_model(PUBLISHED / "1.0.0.toml", INSTRUMENT)
    assert (model.name, model.provisional, model.set_by) == ("seller-air@1.0.0", True, "makers")
    assert sum(q.possible for q in model.questions) == 100
    assert sum(q.possible for q in model.questions if q.job) == 60
    assert model.functions == ("LC", "PP", "MA", "CS", "FI", "FB")
    assert [q.job for q in model.questions] == [True] * 15 + [False] * 14


def test_jobs_come_first_wherever_they_stand(tmp_path: Path) -> None:
    moved = SOURCE.replace(f"[[question]]\n{LC1}", "", 1) + f"\n[[question]]\n{LC1}"
    path = tmp_path / "1.0.0.toml"
    path.write_text(moved, encoding="utf-8")
    ids = [q.id for q in load_model(path, INSTRUMENT).questions]
    assert ids.index("FB2") < ids.index("LC1") < ids.index("SK1")


POINTS = "question[1].points"
REFUSED = [
    (
        LC1,
        with_points("no = 0, tried = 3, some = 3, most = 4"),
        f"{POINTS}: must rise from each choice to the next",
    ),
    (
        LC1,
        with_points("no = 0, tried = 3, some = 1, most = 4"),
        f"{POINTS}: must rise from each choice to the next",
    ),
    (LC1, with_points("no = 1, tried = 2, some = 3, most = 4"), f"{POINTS}: must begin with 0 at no"),
    (LC1, with_points("no = 0, tried = 1, most = 4"), f"{POINTS}: must name exactly the choices of LC1"),
    (
        LC1,
        with_points("no = 0, tried = 1, some = 3, often = 4"),
        f"{POINTS}: must name exactly the choices of LC1",
    ),
    (LC1, with_points("no = 0, tried = 1, some = 3, most = 4.5"), f"{POINTS}.most: must be a whole number"),
    (LC1, LC1.replace("[1, 2, 2]", "[1, 2]"), "question[1].effort: must hold 3 numbers, one for each step"),
    (LC1, LC1.replace("[1, 2, 2]", "[1, 2, 4]"), "question[1].effort: must hold 1, 2 or 3 only"),
    (LC1, LC1.replace("LC1", "LC9"), "question[1].id: LC9 is not a question of seller-air@1.0.0"),
    (LC1, LC1.replace("LC1", "P4"), "question[1].id: P4 can't be scored"),
    (LC1, LC1.replace("LC1", "E1"), "question[1].id: E1 can't be scored"),
    (LC1, LC1.replace('"LC"', '"XX"'), "question[1].dimension: XX is not a dimension"),
    (LC1, LC1.replace("LC1", "LC2"), "question: LC2 stands there 2 times"),
    (LC1, LC1 + 'barrier = "fear"\n', "question[1].barrier: fear is not a barrier"),
    (LC1, LC1 + 'highest_asked = "often"\n', "question[1].highest_asked: often is not a choice of LC1"),
    (LC1, LC1 + "colour = 1\n", "question[1].colour: is not a key that belongs here"),
    (
        'id = "PP"\nkind = "function"',
        'id = "LC"\nkind = "function"',
        "question[4].dimension: PP is not a dimension",
    ),
    (
        'id = "LC"\nkind = "function"',
        'id = "LC"\nkind = "part"',
        "dimension[1].kind: must be function or enabler",
    ),
    (
        '[[dimension]]\nid = "SK"',
        '[[dimension]]\nid = "ZZ"\nkind = "enabler"\n\n[[dimension]]\nid = "SK"',
        "dimension: ZZ has no question",
    ),
    (
        '[[dimension]]\nid = "SK"',
        '[[dimension]]\nid = "RU"\nkind = "enabler"\n\n[[dimension]]\nid = "SK"',
        "dimension: RU stands there 2 times",
    ),
    ("aspirant_points = 25", "aspirant_points = 65", "rules.adept_points: must be above aspirant_points"),
    ("adept_points = 65", "adept_points = 101", "rules.adept_points: must be above aspirant_points"),
    ('aspirant_jobs = "1/6"', 'aspirant_jobs = "7/6"', "rules.aspirant_jobs: 7/6 is not between 0 and 1"),
    ('at_work = "1/2"', 'at_work = "-1/2"', "rules.at_work: -1/2 is not between 0 and 1"),
    ('at_work = "1/2"', 'at_work = "half"', "rules.at_work: 'half' is not a fraction"),
    ('retest = "3/20"', 'retest = "11/20"', "rules.retest: must not be above 1/2"),
    ('likely_from = "7/10"', 'likely_from = "19/20"', "rules.likely_from: must not be above clear_from"),
    ("most_skipped = 3", "most_skipped = -1", "rules.most_skipped: must not be negative"),
    (
        'regular_from = "some"',
        'regular_from = "often"',
        "rules.regular_from: often is not a choice of every job",
    ),
    ('["RU1", "RU2"]', '["RU1", "LC1"]', "rules.adept_not_lowest: LC1 is not an enabler question"),
    ('"value", "data"]', '"value"]', "advice.barriers: must be the choices of B1"),
    (
        'barriers_question = "B1"',
        'barriers_question = "B9"',
        "advice.barriers_question: B9 is not a question",
    ),
    (
        'time_sinks_question = "T1"',
        'time_sinks_question = "E1"',
        "advice.time_sinks_question: the choices of E1 must be the functions",
    ),
    ("show = 6 ", "", "matching.show: is missing"),
    (
        'version = "1.0.0"\ninstrument',
        'version = "1.0.1"\ninstrument',
        "version: is 1.0.1, but the file is called",
    ),
    (
        '[[change]]\nversion = "1.0.0"',
        '[[change]]\nversion = "0.9.0"',
        "change: must begin with version 1.0.0",
    ),
    ('instrument = "1.0.0"', 'instrument = "2.0.0"', "instrument: is seller-air@2.0.0, not seller-air@1.0.0"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), REFUSED, ids=[sentence for _, _, sentence in REFUSED])
def test_refused(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(Refused, match=re.escape(f"1.0.0.toml: {sentence}")):
        load_model(broken(tmp_path, old, new), INSTRUMENT)


def test_a_barrier_that_no_question_speaks_of(tmp_path: Path) -> None:
    path = broken(tmp_path, 'barrier = "cost"\n', "")
    with pytest.raises(Refused, match="advice: no question speaks of the barrier cost"):
        load_model(path, INSTRUMENT)


def asking(changed: Mapping[str, Question], *flags: Flag) -> Instrument:
    """Return the questionnaire with some questions changed, and more flags."""
    return replace(
        INSTRUMENT, questions={**INSTRUMENT.questions, **changed}, flags=(*INSTRUMENT.flags, *flags)
    )


def taken_out(*ids: str) -> dict[str, Question]:
    """Return questions that some flag takes out."""
    return {id_: replace(INSTRUMENT.questions[id_], not_applicable_if=frozenset({"solo"})) for id_ in ids}


def always_asked(*ids: str) -> dict[str, Question]:
    """Return questions that no flag takes out."""
    return {id_: replace(INSTRUMENT.questions[id_], not_applicable_if=frozenset()) for id_ in ids}


@pytest.mark.parametrize(
    ("instrument", "sentence"),
    [
        (asking(taken_out("LC1")), "question: a shop may be left with 7 jobs; 8 are needed"),
        (
            asking(taken_out("FB1", "FB2", "CS1") | always_asked("MA1", "MA2", "MA3")),
            "question: a shop may be left with 3 functions; 4 are needed",
        ),
        (
            asking({}, Flag("busy", "LC1", "most", present=True)),
            "question: LC1 is scored, but the flag busy hangs on it",
        ),
    ],
)
def test_a_questionnaire_it_can_not_score(instrument: Instrument, sentence: str) -> None:
    with pytest.raises(Refused, match=re.escape(sentence)):
        load_model(PUBLISHED / "1.0.0.toml", instrument)


def test_a_model_is_cheap_to_remember_by() -> None:
    assert REAL.model is REAL.part("registry").newest()
    assert hash(REAL.model) != hash(replace(REAL.model))
