"""Strict reading of TOML: whatever is wrong is refused with the file and the key that is wrong.

A `Table` remembers where it stands, which keys were asked for, and refuses the ones nobody asked for, so that
a mistyped key can never be overlooked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Final, NoReturn, TypeVar

T = TypeVar("T")

_MISSING: Final = object()


class Refused(ValueError):
    """A published file is not what it must be. The message names file, key and fault."""


class Table:
    """One TOML table: typed readers by key, each refusing what does not fit."""

    def __init__(self, content: Mapping[str, object], file: str, path: str = "") -> None:
        self._content = content
        self._file = file
        self._path = path
        self._unread = set(content)

    def where(self, key: str) -> str:
        """Return file and key as a reader looks them up: `structure.toml: question[3].choices`."""
        return f"{self._file}: {self._path}{key}"

    def refuse(self, key: str, why: str) -> NoReturn:
        """Raise Refused for `key`; `why` completes the sentence."""
        raise Refused(f"{self.where(key)}: {why}")

    def keys(self) -> tuple[str, ...]:
        """Return every key of the table, in the order of the file."""
        return tuple(self._content)

    def text(self, key: str) -> str:
        """Return the text at `key`; refuse one that is missing or blank."""
        value = self._take(key, str, "a text")
        return value if value.strip() else self.refuse(key, "must not be blank")

    def optional_text(self, key: str) -> str | None:
        """Return the text at `key`, or None when there is none."""
        return self.text(key) if key in self._content else None

    def whole(self, key: str) -> int:
        """Return the whole number at `key`."""
        value = self._take(key, int, "a whole number")
        return (
            self.refuse(key, "must be a whole number, not true or false")
            if value is True or value is False
            else value
        )

    def optional_whole(self, key: str) -> int | None:
        """Return the whole number at `key`, or None when there is none."""
        return self.whole(key) if key in self._content else None

    def yes(self, key: str, *, default: bool | None = False) -> bool:
        """Return true or false at `key`, or `default` when there is none; with None the key must be there."""
        if default is not None and key not in self._content:
            return default
        return self._take(key, bool, "true or false")

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return the list of texts at `key`; refuse repeats. Without `default` the key must be there."""
        if default is not None and key not in self._content:
            return default
        values = self._list(key, str, "texts")
        return values if len(set(values)) == len(values) else self.refuse(key, "names something twice")

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return the list of whole numbers at `key`."""
        values = self._list(key, int, "whole numbers")
        return self.refuse(key, "must hold whole numbers") if any(type(v) is bool for v in values) else values

    def share(self, key: str) -> Fraction:
        """Return a share between 0 and 1, written as text such as "3/20", exactly."""
        written = self.text(key)
        try:
            share = Fraction(written)
        except (ValueError, ZeroDivisionError):
            self.refuse(key, f"{written!r} is not a fraction such as '3/20'")
        return share if 0 <= share <= 1 else self.refuse(key, f"{written} is not between 0 and 1")

    def table(self, key: str) -> Table:
        """Return the table at `key`."""
        content = self._take(key, dict, "a table")
        return Table(content, self._file, f"{self._path}{key}.")

    def optional_table(self, key: str) -> Table:
        """Return the table at `key`; an empty one when there is none."""
        return self.table(key) if key in self._content else Table({}, self._file, f"{self._path}{key}.")

    def tables(self, key: str) -> list[Table]:
        """Return the tables of `[[key]]`, at least one, each remembering its place from 1."""
        contents = self._list(key, dict, "tables")
        return [Table(c, self._file, f"{self._path}{key}[{n}].") for n, c in enumerate(contents, start=1)]

    def done(self) -> None:
        """Refuse the first key that nobody read."""
        if self._unread:
            self.refuse(min(self._unread), "is not a key that belongs here")

    def _take(self, key: str, kind: type[T], called: str) -> T:
        self._unread.discard(key)
        value = self._content.get(key, _MISSING)
        if value is _MISSING:
            self.refuse(key, "is missing")
        return value if isinstance(value, kind) else self.refuse(key, f"must be {called}")

    def _list(self, key: str, kind: type[T], called: str) -> tuple[T, ...]:
        values = self._take(key, list, f"a list of {called}")
        if not values:
            self.refuse(key, "must not be empty")
        return tuple(
            v if isinstance(v, kind) else self.refuse(key, f"must hold {called} only") for v in values
        )


def read_toml(path: Path) -> Table:
    """Return the root table of a TOML file.

    Raises:
        Refused: the file is missing, is not UTF-8, or is not TOML (with line and column).
    """
    try:
        return Table(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except FileNotFoundError:
        raise Refused(f"{path.name}: there is no such file in {path.parent.name}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise Refused(f"{path.name}: {fault}") from None
