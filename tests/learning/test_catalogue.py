"""The catalogue is read strictly: whatever is wrong is named with file and key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from readiness.learning.catalogue import load_catalogue
from readiness.learning.tutorial import Catalogue
from surveys.instrument.reading import Refused
from tests.learning.making import INSTRUMENT, MODEL, tutorial

LINES = {
    "id": '"first-prompts"',
    "title": '"First prompts"',
    "provider": '"Somebody"',
    "url": '"https://learn.example.com/first"',
    "form": '"course"',
    "languages": '{ ms = "reported", en = "assumed" }',
    "level": '"beginner"',
    "about_ai": "true",
    "teaches": '["SK3", "LC1"]',
    "cost": '"free"',
    "sign_in": '"none"',
    "note": '"Messages to copy."',
}

MORE = {
    "suits": '["cost", "skills"]',
    "minutes": "15",
    "countries": '["MY", "SG"]',
    "marketplace": '"lazada"',
    "peer": "true",
    "checkable": "false",
    "reported_on": '"2026-09-08"',
    "opened_on": '"2026-10-01"',
}

FAULTS = (
    ("id", '"First Prompts"', "tutorial[1].id: must be small letters"),
    ("id", f'"{"a" * 81}"', "tutorial[1].id: must be small letters"),
    ("title", '" "', "tutorial[1].title: must not be blank"),
    ("url", '"http://learn.example.com/"', "tutorial[1].url: must start with https://"),
    ("url", '"https://localhost/"', "tutorial[1].url: must name a public host"),
    ("form", '"film"', "tutorial[1].form: is 'film', not one of"),
    ("languages", "{}", "tutorial[1].languages: must name at least one"),
    ("languages", '{ es = "reported" }', "tutorial[1].languages.es: is not a language"),
    ("languages", '{ ms = "perhaps" }', "tutorial[1].languages.ms: is 'perhaps', not one of"),
    ("level", '"expert"', "tutorial[1].level: is 'expert', not one of"),
    ("about_ai", '"yes"', "tutorial[1].about_ai: must be true or false"),
    ("teaches", "[]", "tutorial[1].teaches: must not be empty"),
    ("teaches", '["LC9"]', "tutorial[1].teaches: names 'LC9'"),
    ("teaches", '["P1"]', "tutorial[1].teaches: names 'P1'"),
    ("teaches", '["LC1", "LC1"]', "tutorial[1].teaches: names something twice"),
    ("suits", '["fear"]', "tutorial[1].suits: names 'fear'"),
    ("cost", '"cheap"', "tutorial[1].cost: is 'cheap', not one of"),
    ("sign_in", '"maybe"', "tutorial[1].sign_in: is 'maybe', not one of"),
    ("minutes", "0", "tutorial[1].minutes: must be at least 1"),
    ("minutes", "1.5", "tutorial[1].minutes: must be a whole number"),
    ("countries", '["XX"]', "tutorial[1].countries: names 'XX'"),
    ("marketplace", '"ebay"', "tutorial[1].marketplace: is 'ebay', not one of"),
    ("opened_on", '"yesterday"', "tutorial[1].opened_on: 'yesterday' is not a day"),
    ("opened", '"never"', "tutorial[1].opened: is not a key that belongs here"),
)


def written(**lines: str) -> str:
    return "[[tutorial]]\n" + "".join(f"{key} = {value}\n" for key, value in {**LINES, **lines}.items())


def read(folder: Path, text: str) -> Catalogue:
    file = folder / "catalogue.toml"
    file.write_text(text, encoding="utf-8")
    return load_catalogue(file, MODEL, INSTRUMENT)


def test_every_field_is_read(tmp_path: Path) -> None:
    (found,) = read(tmp_path, written(**MORE)).tutorials
    assert (found.id, found.teaches, found.suits) == ("first-prompts", ("SK3", "LC1"), ("cost", "skills"))
    assert (found.minutes, found.countries, found.marketplace) == (15, ("MY", "SG"), "lazada")
    assert (found.peer, found.checkable, found.cost, found.sign_in) == (True, False, "free", "none")
    assert (found.reported_on, found.opened_on) == (date(2026, 9, 8), date(2026, 10, 1))
    assert (found.sure_of("ms"), found.sure_of("en"), found.sure_of("th")) == (True, False, False)


def test_what_is_left_out_claims_nothing(tmp_path: Path) -> None:
    (found,) = read(tmp_path, written()).tutorials
    assert (found.minutes, found.reported_on, found.opened_on, found.marketplace) == (None,) * 4
    assert (found.suits, found.countries, found.peer, found.checkable) == ((), (), False, True)


@pytest.mark.parametrize(("key", "value", "message"), FAULTS)
def test_a_fault_is_named_with_file_and_key(tmp_path: Path, key: str, value: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, written(**{key: value}))
    assert str(refused.value).startswith(f"catalogue.toml: {message}")


@pytest.mark.parametrize("key", LINES)
def test_no_line_may_be_missing(tmp_path: Path, key: str) -> None:
    text = "".join(line for line in written().splitlines(keepends=True) if not line.startswith(f"{key} ="))
    with pytest.raises(Refused, match=rf"tutorial\[1\]\.{key}: is missing"):
        read(tmp_path, text)


def test_two_tutorials_may_share_an_address_but_not_the_title_too(tmp_path: Path) -> None:
    second = written(id='"second"', title='"Another title"')
    assert len(read(tmp_path, written() + second).tutorials) == 2
    with pytest.raises(Refused, match="2 tutorials have the address and title"):
        read(tmp_path, written() + written(id='"second"'))


def test_an_id_belongs_to_one_tutorial(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="2 tutorials have the id first-prompts"):
        read(tmp_path, written() + written(title='"Another title"'))


def test_a_tutorial_is_found_by_its_id() -> None:
    first, second = tutorial("first", "LC1"), tutorial("second", "LC1", "SK1")
    catalogue = Catalogue((first, second))
    assert catalogue.find("second") is second
    assert catalogue.find("third") is None
    assert list(catalogue.teaching("SK1")) == [second]


def test_the_digest_knows_every_word_but_not_the_order() -> None:
    first, second = tutorial("first", "LC1"), tutorial("second", "LC1")
    digest = Catalogue((first, second)).digest
    assert Catalogue((second, first)).digest == digest
    assert Catalogue((first, replace(second, note="Another."))).digest != digest
    assert Catalogue((first, replace(second, opened_on=date(2026, 11, 1)))).digest != digest
