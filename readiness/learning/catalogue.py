"""Reads the tutorial catalogue, refusing every tutorial that a seller should not be sent to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from readiness.learning.addresses import fault_of
from readiness.learning.tutorial import SURE, UNSURE, Catalogue, Tutorial
from readiness.scoring import registry as models
from readiness.scoring.model import ScoringModel
from surveys.instrument import registry as instruments
from surveys.instrument.reading import Table, read_toml
from surveys.instrument.types import Instrument

FILE: Final = Path(__file__).parent / "catalogue.toml"

LANGUAGE_QUESTION: Final = "P10"
COUNTRY_QUESTION: Final = "P1"
MARKETPLACE_QUESTION: Final = "P7"

LEVELS: Final = ("beginner", "intermediate", "advanced", "mixed")
FORMS: Final = ("article", "course", "guide", "hub", "playlist", "prompts", "reading")
COSTS: Final = ("free", "part-paid", "paid", "unknown")
SIGN_INS: Final = ("none", "account", "mydigital-id", "unknown")

LONGEST_ID: Final = 80
"""As long as an id may be where openings are counted."""

_WORDS: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@cache
def catalogue() -> Catalogue:
    """Return the catalogue of this release, read against the newest scoring model."""
    model = models.newest()
    return load_catalogue(FILE, model, instruments.instrument(model.instrument))


def load_catalogue(path: Path, model: ScoringModel, instrument: Instrument) -> Catalogue:
    """Read the TOML file `path`; `model` knows questions and barriers, `instrument` languages and places.

    Raises:
        Refused: with file and key, when a tutorial is not one that a seller can be sent to.
    """
    root = read_toml(path)
    tutorials = tuple(_tutorial(table, model, instrument) for table in root.tables("tutorial"))
    root.done()
    _refuse_repeats(root, "id", (t.id for t in tutorials))
    _refuse_repeats(root, "address and title", (f"{t.url} {t.title}" for t in tutorials))
    return Catalogue(tutorials)


def _tutorial(table: Table, model: ScoringModel, instrument: Instrument) -> Tutorial:
    tutorial = Tutorial(
        id=_id(table),
        title=table.text("title"),
        title_language=_title_language(table, instrument.questions[LANGUAGE_QUESTION].choices),
        provider=table.text("provider"),
        url=_url(table),
        form=_one_of(table, "form", FORMS),
        languages=_languages(table, instrument.questions[LANGUAGE_QUESTION].choices),
        level=_one_of(table, "level", LEVELS),
        about_ai=_about_ai(table),
        teaches=_all_of(table, "teaches", [q.id for q in model.questions]),
        note=table.text("note"),
        suits=_all_of(table, "suits", model.barriers, ()),
        cost=_one_of(table, "cost", COSTS),
        sign_in=_one_of(table, "sign_in", SIGN_INS),
        minutes=_minutes(table),
        countries=_all_of(table, "countries", instrument.questions[COUNTRY_QUESTION].choices, ()),
        marketplace=_marketplace(table, instrument.questions[MARKETPLACE_QUESTION].choices),
        peer=table.yes("peer"),
        checkable=table.yes("checkable", default=True),
        reported_on=_day(table, "reported_on"),
        opened_on=_day(table, "opened_on"),
    )
    table.done()
    return tutorial


def _id(table: Table) -> str:
    id_ = table.text("id")
    if not _WORDS.fullmatch(id_) or len(id_) > LONGEST_ID:
        table.refuse("id", f"must be small letters and figures joined by '-', at most {LONGEST_ID} signs")
    return id_


def _url(table: Table) -> str:
    url = table.text("url")
    fault = fault_of(url)
    return table.refuse("url", fault) if fault else url


def _languages(table: Table, known: Collection[str]) -> dict[str, str]:
    languages = table.table("languages")
    names = languages.keys()
    if not names:
        table.refuse("languages", "must name at least one language")
    for name in names:
        if name not in known:
            languages.refuse(name, f"is not a language that sellers can ask for: {', '.join(known)}")
    return {name: _one_of(languages, name, (*SURE, *UNSURE)) for name in names}


def _title_language(table: Table, known: Collection[str]) -> str:
    named = table.optional_text("title_language")
    return "en" if named is None else _one_of(table, "title_language", known)


def _about_ai(table: Table) -> bool:
    """Read a yes or no that has no default: leaving it out would be a judgement that nobody made."""
    stated = "about_ai" in table.keys()  # noqa: SIM118 - a Table, not a dict
    return table.yes("about_ai") if stated else table.refuse("about_ai", "is missing")


def _minutes(table: Table) -> int | None:
    minutes = table.optional_whole("minutes")
    if minutes is not None and minutes < 1:
        table.refuse("minutes", "must be at least 1; leave it out when it is not known")
    return minutes


def _marketplace(table: Table, known: Collection[str]) -> str | None:
    named = table.optional_text("marketplace")
    return None if named is None else _one_of(table, "marketplace", known)


def _day(table: Table, key: str) -> date | None:
    written = table.optional_text(key)
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        table.refuse(key, f"{written!r} is not a day such as '2026-09-08'")


def _one_of(table: Table, key: str, known: Collection[str]) -> str:
    value = table.text(key)
    return value if value in known else table.refuse(key, f"is {value!r}, not one of {', '.join(known)}")


def _all_of(
    table: Table, key: str, known: Collection[str], default: tuple[str, ...] | None = None
) -> tuple[str, ...]:
    values = table.texts(key, default)
    for value in values:
        if value not in known:
            table.refuse(key, f"names {value!r}, which is not one of {', '.join(known)}")
    return values


def _refuse_repeats(root: Table, what: str, values: Iterable[str]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            root.refuse("tutorial", f"{times} tutorials have the {what} {value}")
