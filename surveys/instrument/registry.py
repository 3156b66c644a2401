"""The shelf of published questionnaires: find one by version, its wording by language, and its lock."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from surveys.instrument.digest import structure_digest, text_digest
from surveys.instrument.loader import load_instrument
from surveys.instrument.reading import Refused, read_toml
from surveys.instrument.texts import Wording, load_wording
from surveys.instrument.types import Instrument

PUBLISHED: Final = Path(__file__).parent / "published"


class UnknownVersion(LookupError):
    """No questionnaire was published under that version."""


@cache
def versions() -> tuple[str, ...]:
    """Return every published version, oldest first."""
    return tuple(sorted((f.parent.name for f in PUBLISHED.glob("*/structure.toml")), key=_numbers))


@cache
def instrument(version: str) -> Instrument:
    """Return a published questionnaire.

    Raises:
        UnknownVersion: nothing was published under `version`.
    """
    if version not in versions():
        raise UnknownVersion(
            f"There is no questionnaire version {version!r}. Published: {', '.join(versions())}."
        )
    return load_instrument(PUBLISHED / version)


def newest() -> Instrument:
    """Return the questionnaire that a seller who starts today is asked."""
    return instrument(versions()[-1])


@cache
def languages(version: str) -> tuple[str, ...]:
    """Return the languages a version can be asked in, the source language first."""
    found = sorted(f.name.split(".")[1] for f in (PUBLISHED / version).glob("text.*.toml"))
    return tuple(sorted(found, key=lambda language: wording(version, language).status != "source"))


@cache
def wording(version: str, language: str) -> Wording:
    """Return the texts of a published version; `language` must be one of `languages(version)`."""
    return load_wording(PUBLISHED / version, language, instrument(version))


def wording_or_source(version: str, language: str) -> Wording:
    """Return the texts in `language`, in the source language where there are none."""
    known = languages(version)
    return wording(version, language if language in known else known[0])


def digests() -> dict[str, dict[str, str]]:
    """Return version -> what was published -> digest, computed from the files as they are now."""
    return {
        version: {
            "structure": structure_digest(instrument(version)),
            **{lang: text_digest(wording(version, lang)) for lang in languages(version)},
        }
        for version in versions()
    }


def check_lock(lock_file: Path = PUBLISHED / "lock.toml") -> None:
    """Compare the published files with the lock beside them.

    Raises:
        Refused: a published file changed, or one was published without being recorded.
    """
    root = read_toml(lock_file)
    for version, found in digests().items():
        recorded = root.table(version)
        for part, digest in found.items():
            if recorded.text(part) != digest:
                raise Refused(
                    f"Questionnaire {version} ({part}) is not what was published: the lock says "
                    f"{recorded.text(part)[:12]}, the files say {digest[:12]}. "
                    f"Publish a change as a new version."
                )
        recorded.done()
    root.done()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
