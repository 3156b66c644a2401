"""A structure that sellers could stumble over is refused in a sentence that names file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.instrument.loader import load_instrument
from surveys.instrument.reading import Refused

SOUND = """
id = "short"
version = "2.0.0"
[[flag]]
id = "no_ads"
question = "P1"
choice = "ads"
present = false
[[page]]
id = "facts"
questions = ["P1"]
[[page]]
id = "use"
questions = ["MA1", "B1"]
[[question]]
id = "P1"
choices = ["ads", "none"]
profile = true
several = true
alone = ["none"]
[[question]]
id = "MA1"
choices = ["no", "most"]
unsure = true
not_applicable_if = ["no_ads"]
[[question]]
id = "B1"
choices = ["cost", "time"]
several = true
most = 1
"""


def load(folder: Path, text: str) -> None:
    (folder / "2.0.0").mkdir()
    (folder / "2.0.0" / "structure.toml").write_text(text, encoding="utf-8")
    load_instrument(folder / "2.0.0")


def test_the_sound_one_loads(tmp_path: Path) -> None:
    load(tmp_path, SOUND)


@pytest.mark.parametrize(
    ("sound", "broken", "sentence"),
    [
        ('version = "2.0.0"', 'version = "2.0.1"', "version: is 2.0.1, but the folder is called 2.0.0"),
        ('id = "short"', "", "id: is missing"),
        ('id = "short"', 'id = "short"\nname = "x"', "name: is not a key that belongs here"),
        ('id = "MA1"', 'id = "ma1"', "question[2].id: 'ma1' must be capitals and a number, such as LC1"),
        ('id = "MA1"', 'id = "MA"', "question[2].id: 'MA' must be capitals and a number, such as LC1"),
        ('["no", "most"]', '["no"]', "question[2].choices: must hold at least two choices"),
        ('["no", "most"]', '["no", "no"]', "question[2].choices: names something twice"),
        ('["no", "most"]', "[0, 1]", "question[2].choices: must hold texts only"),
        (
            '["no", "most"]',
            '["no", "a b"]',
            "question[2].choices: 'a b' must be made of letters, digits, - and +",
        ),
        (
            '["no", "most"]',
            '["no", "<b>"]',
            "question[2].choices: '<b>' must be made of letters, digits, - and +",
        ),
        (
            '["no", "most"]',
            '["no", "unsure"]',
            "question[2].choices: 'unsure' is kept for 'I don't know': write unsure = true",
        ),
        ("unsure = true", "unsur = true", "question[2].unsur: is not a key that belongs here"),
        ("unsure = true", 'unsure = "yes"', "question[2].unsure: must be true or false"),
        ('alone = ["none"]', 'alone = ["no"]', "question[1].alone: names something that is not a choice"),
        (
            "several = true\nmost = 1",
            "most = 1",
            "question[3].several: must be true where 'most' or 'alone' is used",
        ),
        ("present = false", "", "flag[1].present: is missing"),
        ("most = 1", "most = 0", "question[3].most: must lie between 1 and the number of choices"),
        ("most = 1", "most = 3", "question[3].most: must lie between 1 and the number of choices"),
        ("most = 1", "unsure = true", "question[3].unsure: does not go with several"),
        ('id = "use"', 'id = "use+"', "page[2].id: 'use+' must be made of letters, digits and -"),
        (
            "profile = true\n",
            'profile = true\nnot_applicable_if = ["no_ads"]\n',
            "flag: no_ads hangs on P1, which is not asked of every shop",
        ),
        ("most = 1", "most = true", "question[3].most: must be a whole number, not true or false"),
        ('id = "B1"', 'id = "MA1"', "question: MA1 stands there 2 times"),
        ('["MA1", "B1"]', '["MA1"]', "question: B1 is on no page"),
        ('["MA1", "B1"]', '["MA1", "B1", "B2"]', "page: B2 is not a question"),
        ('["MA1", "B1"]', '["MA1", "B1", "P1"]', "page: P1 stands there 2 times"),
        ('["MA1", "B1"]', '["MA1", "B1", "B1"]', "page[2].questions: names something twice"),
        ('id = "use"', 'id = "facts"', "page: facts stands there 2 times"),
        ('id = "use"', 'id = "a/b"', "page[2].id: 'a/b' must be made of letters, digits and -"),
        ('["no_ads"]', '["no_add"]', "question: MA1 names the flag no_add, which does not exist"),
        ('question = "P1"', 'question = "B1"', "flag: no_ads must hang on a profile question, not B1"),
        ('question = "P1"', 'question = "P9"', "flag: no_ads must hang on a profile question, not P9"),
        ('choice = "ads"', 'choice = "bid"', "flag: no_ads names bid, which is not a choice of P1"),
        ('["P1"]', '["P1", "MA1"]', "page: MA1 stands there 2 times"),
        (
            '["P1"]\n[[page]]\nid = "use"\nquestions = ["MA1", "B1"]',
            '["P1", "MA1", "B1"]',
            "question: MA1 must stand on a later page than P1",
        ),
    ],
)
def test_a_broken_one_is_refused(tmp_path: Path, sound: str, broken: str, sentence: str) -> None:
    assert SOUND.count(sound) == 1
    with pytest.raises(Refused) as refusal:
        load(tmp_path, SOUND.replace(sound, broken))
    assert str(refusal.value) == f"structure.toml: {sentence}"


@pytest.mark.parametrize("part", ["page", "question"])
def test_a_questionnaire_without_any_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(Refused, match=f"^structure.toml: {part}: is missing$"):
        load(tmp_path, SOUND.replace(f"[[{part}]]", f"[[{part}s]]"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^structure\.toml: there is no such file"):
        load_instrument(tmp_path)
