"""The words of the tutorial catalogue as types: what there is to learn from, and how sure we are of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from surveys.instrument.digest import fingerprint

SURE: Final = ("reported", "apparent")
"""A language is known: a source states it, or title and address show it."""

UNSURE: Final = ("assumed", "unverified")
"""A language is only thought to be there."""


@dataclass(frozen=True, slots=True)
class Tutorial:
    """One thing to learn from. The head of `catalogue.toml` says what each field means."""

    id: str
    title: str
    provider: str
    url: str
    form: str
    languages: Mapping[str, str]  # language -> how it is known: one of SURE or UNSURE
    level: str
    about_ai: bool
    teaches: tuple[str, ...]  # ids of scored questions
    note: str
    suits: tuple[str, ...] = ()  # barriers
    cost: str = "unknown"
    sign_in: str = "unknown"
    minutes: int | None = None
    countries: tuple[str, ...] = ()  # none: of use anywhere
    marketplace: str | None = None  # None: of use wherever one sells
    title_language: str = "en"
    peer: bool = False
    checkable: bool = True
    reported_on: date | None = None  # somebody else saw the link alive
    opened_on: date | None = None  # one of us opened it; None: nobody has

    def sure_of(self, language: str) -> bool:
        """Tell whether it is known, not only thought, to be offered in `language`."""
        return self.languages.get(language) in SURE


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every tutorial, in the order of the file."""

    tutorials: tuple[Tutorial, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 (hex) of everything that the tutorials say; their order does not matter."""
        return fingerprint([_plain(asdict(t)) for t in sorted(self.tutorials, key=lambda t: t.id)])

    def find(self, id_: str) -> Tutorial | None:
        """Return the tutorial `id_`, or None when there is none."""
        return next((tutorial for tutorial in self.tutorials if tutorial.id == id_), None)

    def teaching(self, question: str) -> Iterable[Tutorial]:
        """Return the tutorials that help with one question, in the order of the file."""
        return (tutorial for tutorial in self.tutorials if question in tutorial.teaches)


def _plain(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in fields.items()}
