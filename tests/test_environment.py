"""A mistyped or missing variable stops the start instead of meaning something else."""

from __future__ import annotations

import os
import runpy
import secrets
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from threading import Barrier
from typing import Any, Final

import pytest
from django.core.exceptions import ImproperlyConfigured

from readiness.environment import SPOKEN_KEYS, Environment, key_of_this_machine

ROOT: Final = Path(__file__).parent.parent
KEY: Final = (
    "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ"  # the same in every process: it names tests
)

PRODUCTION: Final = {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "CODE_KEY": KEY,
    "ALLOWED_HOSTS": "readiness.example.org",
    "DATABASE_URL": "sqlite:////tmp/readiness-never-opened.sqlite3",
    "CONTACT_EMAIL": "privacy@example.org",
}


def start(monkeypatch: pytest.MonkeyPatch, variables: Mapping[str, str]) -> dict[str, Any]:
    """Read the settings file anew, as a process with these variables does."""
    for name in (*PRODUCTION, "DJANGO_ENV", "SSL_REDIRECT", "BEHIND_PROXY", "CSRF_TRUSTED_ORIGINS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "readiness" / "settings.py"))


# ---- the readers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "read", "value"),
    [
        ({"X": " a "}, lambda e: e.text("X"), "a"),
        ({}, lambda e: e.text("X", "b"), "b"),
        ({"X": " "}, lambda e: e.text("X", "b"), "b"),
        ({"X": "a, b,,c ,"}, lambda e: e.texts("X"), ["a", "b", "c"]),
        ({}, lambda e: e.texts("X", ""), []),
        ({"X": " "}, lambda e: e.texts("X", ""), []),
        ({}, lambda e: e.texts("X", "a,b"), ["a", "b"]),
        *(({"X": yes}, lambda e: e.yes("X", default=False), True) for yes in ("true", "True", "1", " TRUE ")),
        *(({"X": no}, lambda e: e.yes("X", default=True), False) for no in ("false", "False", "0")),
        ({}, lambda e: e.yes("X", default=True), True),
        ({"X": ""}, lambda e: e.yes("X", default=True), True),
        ({"X": "007"}, lambda e: e.whole("X", 1), 7),
        ({}, lambda e: e.whole("X", 1), 1),
        ({"X": KEY}, lambda e: e.secret("X", "unused"), KEY),
        ({"DJANGO_ENV": "dev"}, lambda e: e.secret("X", KEY), KEY),
    ],
)
def test_good_variables(
    variables: dict[str, str], read: Callable[[Environment], object], value: object
) -> None:
    assert read(Environment(variables)) == value


@pytest.mark.parametrize(
    ("value", "read", "why"),
    [
        (None, lambda e: e.text("X"), "X is not set"),
        (" ", lambda e: e.text("X"), "X is not set"),
        (None, lambda e: e.texts("X"), "X is not set"),
        (" ", lambda e: e.texts("X"), "X is not set"),
        *(
            (v, lambda e: e.yes("X", default=True), "X must be true or false")
            for v in ("yes", "on", "2", "ture")
        ),
        *(
            (v, lambda e: e.whole("X", 1), "X must be a whole number")
            for v in ("-1", "1.5", "1_000", "²", "٣", "one", "0x10")
        ),
        (None, lambda e: e.secret("X", KEY), "X is not set"),
        ("a" * 50, lambda e: e.secret("X", ""), "X must be 50 or more random characters"),
        (KEY[:49], lambda e: e.secret("X", ""), "X must be 50 or more random characters"),
        (f"django-insecure-{KEY}", lambda e: e.secret("X", ""), "X must be 50 or more random characters"),
        *((key, lambda e: e.secret("X", ""), "X is the example") for key in SPOKEN_KEYS),
    ],
)
def test_bad_variables_are_refused_by_name(
    value: str | None, read: Callable[[Environment], object], why: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=why) as refusal:
        read(Environment({} if value is None else {"X": value}))
    assert len(value or "") < 20 or str(value) not in str(refusal.value), "a secret is not printed"


@pytest.mark.parametrize("value", ["", "Dev", "DEV", " dev", "dev ", "development", "true", "1", "prod"])
def test_anything_but_exactly_dev_is_production(value: str) -> None:
    assert not Environment({"DJANGO_ENV": value}).is_development
    assert Environment({"DJANGO_ENV": "dev"}).is_development
    assert not Environment({}).is_development


def test_a_developers_key_is_made_once_and_for_the_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "code-key"
    key = key_of_this_machine(file)
    assert len(key) >= 50
    assert key_of_this_machine(file) == key
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert key_of_this_machine(tmp_path / "other") != key


@pytest.mark.parametrize("time", range(5))
def test_two_first_starts_at_once_take_the_same_key(tmp_path: Path, time: int) -> None:
    gate = Barrier(4)

    def start_first() -> str:
        gate.wait(timeout=30)
        return key_of_this_machine(tmp_path / "data" / "code-key")

    with ThreadPoolExecutor(4) as pool:
        keys = {first.result() for first in [pool.submit(start_first) for _ in range(4)]}
    assert keys == {(tmp_path / "data" / "code-key").read_text()}
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["code-key"]


# ---- what starts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("present", list(product([True, False], repeat=len(PRODUCTION))))
def test_only_a_complete_production_environment_starts(
    monkeypatch: pytest.MonkeyPatch, present: tuple[bool, ...]
) -> None:
    variables = {name: PRODUCTION[name] for name, there in zip(PRODUCTION, present, strict=True) if there}
    if all(present):
        assert start(monkeypatch, variables)["DEBUG"] is False
        return
    with pytest.raises(ImproperlyConfigured) as refusal:
        start(monkeypatch, variables)
    assert str(refusal.value).split()[0] in set(PRODUCTION) - set(variables)


@pytest.mark.parametrize("name", ["SECRET_KEY", "CODE_KEY"])
@pytest.mark.parametrize("environment", ["dev", ""])
def test_a_short_key_starts_nowhere(monkeypatch: pytest.MonkeyPatch, name: str, environment: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=f"^{name} must be 50"):
        start(monkeypatch, {**PRODUCTION, name: "short", "DJANGO_ENV": environment})


def test_production_serves_over_https_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = start(monkeypatch, PRODUCTION)
    cookies = [settings[f"{kind}_COOKIE_NAME"] for kind in ("SESSION", "CSRF", "SELLER")]
    assert cookies == ["__Host-staff", "__Host-csrf", "__Host-seller"]
    for name in ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_COOKIES"):
        assert settings[name] is True
    assert settings["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert "SECURE_PROXY_SSL_HEADER" not in settings
    assert "SECURE_PROXY_SSL_HEADER" in start(monkeypatch, {**PRODUCTION, "BEHIND_PROXY": "true"})


def test_a_developer_needs_no_variable_and_gets_a_new_secret_at_each_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = (start(monkeypatch, {"DJANGO_ENV": "dev"}) for _ in range(2))
    assert one["DEBUG"] is True
    assert one["SECRET_KEY"] != two["SECRET_KEY"]
    assert one["CODE_KEY"] == two["CODE_KEY"] != one["SECRET_KEY"]


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", *arguments]
    environment = {"PATH": os.environ["PATH"], **variables}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_a_complete_production_environment_passes_the_deployment_check() -> None:
    checked = manage("check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)
    assert checked.returncode == 0, checked.stderr


def test_an_incomplete_one_says_what_is_missing() -> None:
    checked = manage("check", **{**PRODUCTION, "CODE_KEY": ""})
    assert checked.returncode != 0
    assert "CODE_KEY is not set" in checked.stderr
