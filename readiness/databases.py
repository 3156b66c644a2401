"""Database settings under which an answer that was called saved stays saved."""

from __future__ import annotations

import sqlite3
from typing import Any

import environ

Settings = dict[str, Any]


def database(url: str) -> Settings:
    """Return Django's settings for one DATABASE_URL, with the options that make it durable."""
    settings: Settings = environ.Env.db_url_config(url)
    settings["ATOMIC_REQUESTS"] = False
    settings["CONN_MAX_AGE"] = None  # SQLite would write its log back after each request otherwise
    settings["CONN_HEALTH_CHECKS"] = True
    options = settings.setdefault("OPTIONS", {})
    options.update(sqlite_options() if settings["ENGINE"].endswith("sqlite3") else postgresql_options())
    return settings


def sqlite_options(library: tuple[int, int, int] = sqlite3.sqlite_version_info) -> Settings:
    """Return connection options for SQLite.

    IMMEDIATE: a transaction that reads and then writes takes the write lock at once; DEFERRED loses most of the
    writes that meet. FULL: the answer is on disk before the page says so. (trusted_schema stays on: Django checks its
    JSON columns with JSON_VALID, which SQLite 3.40 refuses to run otherwise.)
    """
    journal = "WAL" if write_ahead_log_is_safe(library) else "DELETE"
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }


def write_ahead_log_is_safe(library: tuple[int, int, int]) -> bool:
    """Tell whether this SQLite has the repair of the WAL-reset fault (3.51.3, 3.50.7, 3.44.6 and later)."""
    return library >= (3, 51, 3) or (3, 50, 7) <= library < (3, 51, 0) or (3, 44, 6) <= library < (3, 45, 0)


def postgresql_options() -> Settings:
    """Return connection options for PostgreSQL: nothing hangs for longer than a seller would wait."""
    return {"options": "-c statement_timeout=10s -c idle_in_transaction_session_timeout=30s"}
