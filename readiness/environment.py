"""Strict readers of environment variables: a mistyped value stops the start instead of meaning something else."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY: Final = 50
"""Characters a secret key needs at least: the length Django's own deployment check asks for (security.W009)."""

SPOKEN_KEYS: Final = frozenset({"change-me-to-fifty-or-more-random-characters-please-0000"})
"""Keys that stand in this repository as examples and therefore protect nothing."""


class Environment:
    """The environment variables of one process, read strictly."""

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self._variables = variables

    @property
    def is_development(self) -> bool:
        """Tell whether this is a developer's machine. Anything but exactly `dev` is production."""
        return self._variables.get("DJANGO_ENV") == "dev"

    def text(self, name: str, default: str | None = None) -> str:
        """Return the variable; without a default it must be set and not blank."""
        value = self._variables.get(name, "").strip() or default
        if value is None:
            raise ImproperlyConfigured(
                f"{name} is not set. Set it, or set DJANGO_ENV=dev on your own machine."
            )
        return value

    def texts(self, name: str, default: str | None = None) -> list[str]:
        """Return a comma-separated variable as a list without blanks; without a default it must be set."""
        value = self._variables.get(name, "") if default == "" else self.text(name, default)
        return [part.strip() for part in value.split(",") if part.strip()]

    def yes(self, name: str, *, default: bool) -> bool:
        """Return true or false; anything but true, false, 1, 0 is refused."""
        value = self._variables.get(name, "").strip().lower() or str(default).lower()
        if value not in ("true", "1", "false", "0"):
            raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}.")
        return value in ("true", "1")

    def whole(self, name: str, default: int) -> int:
        """Return a whole number of 0 or more."""
        value = self._variables.get(name, "").strip() or str(default)
        if not (value.isascii() and value.isdigit()):
            raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
        return int(value)

    def secret(self, name: str, development: str) -> str:
        """Return a secret key: at least SHORTEST_KEY characters and not one that everybody can read.

        On a developer's machine `development` is used when the variable is not set.
        """
        value = self.text(name, development if self.is_development else None)
        if len(value) < SHORTEST_KEY or len(set(value)) < 5 or value.startswith("django-insecure-"):
            raise ImproperlyConfigured(f"{name} must be {SHORTEST_KEY} or more random characters.")
        if value in SPOKEN_KEYS:
            raise ImproperlyConfigured(f"{name} is the example from the documentation. Make one of your own.")
        return value


def key_of_this_machine(file: Path) -> str:
    """Return a developer's own key, made and kept (mode 0600) at the first start.

    Sellers' links are hashed with it: were it new at each start, yesterday's links would open nothing.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        _make_key(file)
    return file.read_text(encoding="ascii")


def _make_key(file: Path) -> None:
    """Write a key under a name of its own, then give it its place: whoever reads finds a whole key, or none."""
    handle, draft = mkstemp(dir=file.parent)  # readable by its owner alone
    with os.fdopen(handle, "w", encoding="ascii") as written:
        written.write(secrets.token_urlsafe(SHORTEST_KEY))
    with suppress(FileExistsError):  # another first start was quicker: its key is everybody's
        os.link(draft, file)
    Path(draft).unlink()
