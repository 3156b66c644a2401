"""Words that are missing, blank or for nothing are refused in a sentence that names file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveys.instrument.reading import Refused
from surveys.instrument.texts import Wording, load_wording
from surveys.instrument.types import Instrument, Page, Question

INSTRUMENT = Instrument(
    id="short",
    version="1",
    pages=(Page("use", ("LC1", "B1")),),
    questions={"LC1": Question("LC1", ("no", "most"), unsure=True), "B1": Question("B1", ("cost", "time"))},
    flags=(),
)

SOUND = """
language = "en"
status = "source"
[lead]
use = "In the last 30 days, did AI help..."
[choices.plain]
no = "No"
most = "Yes"
[group]
LC = "Listings"
[page.use]
title = "Your work"
[question.LC1]
lead = "use"
text = "write titles?"
job = "titles"
same_choices_as = "plain"
[question.LC1.choices]
most = "Yes, most of them"
[question.B1]
text = "What stops you?"
[question.B1.choices]
cost = "It costs too much"
time = "No time"
"""


def load(folder: Path, text: str, language: str = "en") -> Wording:
    (folder / f"text.{language}.toml").write_text(text, encoding="utf-8")
    return load_wording(folder, language, INSTRUMENT)


def test_own_choices_stand_over_shared_ones_in_the_order_of_the_questionnaire(tmp_path: Path) -> None:
    words = load(tmp_path, SOUND).questions["LC1"]
    assert list(words.choices.items()) == [("no", "No"), ("most", "Yes, most of them")]
    assert (words.lead, words.hint, words.job) == ("In the last 30 days, did AI help...", "", "titles")


@pytest.mark.parametrize(
    ("sound", "broken", "sentence"),
    [
        ('language = "en"', 'language = "ms"', "language: is ms, but the file is called text.en.toml"),
        ('"source"', '"good"', "status: must be source, machine-drafted or reviewed"),
        ('title = "Your work"', "", "page.use.title: is missing"),
        ('title = "Your work"', 'title = " "', "page.use.title: must not be blank"),
        ('title = "Your work"', 'title = "x"\nlead = "y"', "page.use.lead: is not a key that belongs here"),
        ("[page.use]", "[page.other]", "page.use: is missing"),
        ("[page.use]", '[page.old]\ntitle = "x"\n[page.use]', "page.old: is not a key that belongs here"),
        ("[question.B1]\n", "[question.B2]\n", "question.B1.text: is missing"),
        ("[group]", '[question.X1]\ntext = "x"\n[group]', "question.X1: is not a key that belongs here"),
        ("[group]", "[groups]", "group: is missing"),
        ('text = "write titles?"', 'text = ""', "question.LC1.text: must not be blank"),
        ('text = "write titles?"', "text = 3", "question.LC1.text: must be a text"),
        ('job = "titles"', 'jobb = "titles"', "question.LC1.jobb: is not a key that belongs here"),
        ('lead = "use"', 'lead = "us"', "question.LC1.lead: names us, which stands nowhere above"),
        (
            'same_choices_as = "plain"',
            'same_choices_as = "plane"',
            "question.LC1.same_choices_as: names plane, which stands nowhere above",
        ),
        ('time = "No time"', "", "question.B1.choices: has no text for time"),
        ('time = "No time"', 'time = ""', "question.B1.choices.time: must not be blank"),
        (
            'time = "No time"',
            'time = "No time"\ntrust = "x"',
            "question.B1.choices: has a text for trust, which is not a choice of B1",
        ),
        (
            'most = "Yes, most',
            'unsure = "x"\nmost = "Yes, most',
            "question.LC1.choices: has a text for unsure, which is not a choice of LC1",
        ),
    ],
)
def test_broken_words_are_refused(tmp_path: Path, sound: str, broken: str, sentence: str) -> None:
    assert SOUND.count(sound) == 1
    with pytest.raises(Refused) as refusal:
        load(tmp_path, SOUND.replace(sound, broken))
    assert str(refusal.value) == f"text.en.toml: {sentence}"


def test_another_language_needs_a_file_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^text\.ms\.toml: language: is en"):
        load(tmp_path, SOUND, language="ms")
