"""TOML is read strictly, and a refusal names file and key."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from surveys.instrument.reading import Refused, Table, read_toml

CONTENT = """
word = "yes"
blank = " "
number = 7
share = "3/20"
on = true
words = ["a", "b"]
twice = ["a", "a"]
mixed = ["a", 1]
empty = []
numbers = [1, 2]
flags = [1, true]
[inner]
key = "value"
[[rows]]
id = "first"
[[rows]]
id = "second"
"""


@pytest.fixture
def table(tmp_path: Path) -> Table:
    file = tmp_path / "some.toml"
    file.write_text(CONTENT, encoding="utf-8")
    return read_toml(file)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda t: t.text("word"), "yes"),
        (lambda t: t.optional_text("word"), "yes"),
        (lambda t: t.optional_text("nothing"), None),
        (lambda t: t.whole("number"), 7),
        (lambda t: t.optional_whole("nothing"), None),
        (lambda t: t.yes("on"), True),
        (lambda t: t.yes("nothing"), False),
        (lambda t: t.yes("nothing", default=True), True),
        (lambda t: t.texts("words"), ("a", "b")),
        (lambda t: t.texts("nothing", ()), ()),
        (lambda t: t.wholes("numbers"), (1, 2)),
        (lambda t: t.share("share"), Fraction(3, 20)),
        (lambda t: t.table("inner").text("key"), "value"),
        (lambda t: t.optional_table("nothing").keys(), ()),
        (lambda t: [row.text("id") for row in t.tables("rows")], ["first", "second"]),
        (lambda t: t.table("inner").keys(), ("key",)),
    ],
)
def test_what_fits_is_read(table: Table, read: Callable[[Table], object], value: object) -> None:
    assert read(table) == value


@pytest.mark.parametrize(
    ("read", "sentence"),
    [
        (lambda t: t.text("nothing"), "some.toml: nothing: is missing"),
        (lambda t: t.text("number"), "some.toml: number: must be a text"),
        (lambda t: t.text("blank"), "some.toml: blank: must not be blank"),
        (lambda t: t.optional_text("blank"), "some.toml: blank: must not be blank"),
        (lambda t: t.whole("word"), "some.toml: word: must be a whole number"),
        (lambda t: t.whole("on"), "some.toml: on: must be a whole number, not true or false"),
        (lambda t: t.yes("number"), "some.toml: number: must be true or false"),
        (lambda t: t.texts("nothing"), "some.toml: nothing: is missing"),
        (lambda t: t.texts("word"), "some.toml: word: must be a list of texts"),
        (lambda t: t.texts("empty", ()), "some.toml: empty: must not be empty"),
        (lambda t: t.texts("mixed"), "some.toml: mixed: must hold texts only"),
        (lambda t: t.texts("twice"), "some.toml: twice: names something twice"),
        (lambda t: t.wholes("flags"), "some.toml: flags: must hold whole numbers"),
        (lambda t: t.share("word"), "some.toml: word: 'yes' is not a fraction such as '3/20'"),
        (lambda t: t.table("word"), "some.toml: word: must be a table"),
        (lambda t: t.table("inner").text("other"), "some.toml: inner.other: is missing"),
        (lambda t: t.tables("rows")[1].whole("id"), "some.toml: rows[2].id: must be a whole number"),
        (lambda t: t.tables("words"), "some.toml: words: must hold tables only"),
        (lambda t: t.table("inner").done(), "some.toml: inner.key: is not a key that belongs here"),
        (lambda t: t.refuse("word", "is wrong"), "some.toml: word: is wrong"),
    ],
)
def test_what_does_not_fit_is_refused(table: Table, read: Callable[[Table], object], sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(table)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("written", ["1/0", "3/2", "-1/5", "x", "1/2/3"])
def test_a_share_lies_between_0_and_1(written: str) -> None:
    with pytest.raises(Refused, match=r"^model\.toml: part: "):
        Table({"part": written}, "model.toml").share("part")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"id = \n", r"bad\.toml: .*line 1"),
        (b'id = "a"\nid = "b"\n', r"bad\.toml: .*line 2"),
        (b'id = "\xff"', r"bad\.toml: .*utf-8"),
        (b'id = "\x00"', r"bad\.toml: .*line 1"),
    ],
)
def test_what_is_not_toml_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    with pytest.raises(Refused, match=sentence):
        read_toml(file)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=f"^text.ms.toml: there is no such file in {tmp_path.name}$"):
        read_toml(tmp_path / "text.ms.toml")
