"""The database settings keep what was called saved."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from django.db import connection

from readiness.databases import database, sqlite_options, write_ahead_log_is_safe


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 44, 9), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_the_write_ahead_log_is_used_where_its_fault_is_mended(
    version: tuple[int, int, int], safe: bool
) -> None:
    assert write_ahead_log_is_safe(version) is safe
    journal = "WAL" if safe else "DELETE"
    assert f"journal_mode={journal};" in sqlite_options(version)["init_command"]


@pytest.mark.parametrize(
    ("url", "engine", "name"),
    [
        ("sqlite:////srv/site.sqlite3", "django.db.backends.sqlite3", "/srv/site.sqlite3"),
        ("postgres://u:p@db.example.org:5433/site", "django.db.backends.postgresql", "site"),
        ("postgresql://u:p@db.example.org/site", "django.db.backends.postgresql", "site"),
    ],
)
def test_one_address_sets_everything(url: str, engine: str, name: str) -> None:
    settings = database(url)
    assert (settings["ENGINE"], settings["NAME"]) == (engine, name)
    assert settings["ATOMIC_REQUESTS"] is False
    assert settings["CONN_MAX_AGE"] is None
    assert settings["CONN_HEALTH_CHECKS"] is True


def test_sqlite_takes_the_write_lock_before_it_reads() -> None:
    options = database("sqlite:////srv/site.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] >= 10


def test_options_of_the_address_are_kept() -> None:
    options = database("postgres://u:p@db.example.org/site?sslmode=verify-full")["OPTIONS"]
    assert options["sslmode"] == "verify-full"
    assert "statement_timeout" in options["options"]


def test_a_connection_checks_what_it_stores(tmp_path: Path) -> None:
    """The columns of answers are checked to be JSON: the connection's own options must allow that check."""
    with sqlite3.connect(tmp_path / "x.sqlite3") as plain:
        plain.executescript(sqlite_options()["init_command"])
        plain.execute("CREATE TABLE t (answers TEXT CHECK (json_valid(answers)))")
        plain.execute("INSERT INTO t VALUES ('{}')")
        with pytest.raises(sqlite3.IntegrityError):
            plain.execute("INSERT INTO t VALUES ('{')")
    plain.close()


@pytest.mark.django_db
def test_the_options_reach_the_connection() -> None:
    asked: dict[str, dict[str, object]] = {
        "sqlite": {"PRAGMA synchronous": 2, "PRAGMA foreign_keys": 1},
        "postgresql": {"SHOW statement_timeout": "10s", "SHOW idle_in_transaction_session_timeout": "30s"},
    }
    with connection.cursor() as cursor:
        for question, answer in asked[connection.vendor].items():
            cursor.execute(question)
            assert cursor.fetchone()[0] == answer
