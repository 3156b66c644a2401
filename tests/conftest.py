"""What every test stands on: no network, a database in a file, nothing skipped where it counts."""

from __future__ import annotations

import ipaddress
import os
import sys
from collections.abc import Generator
from typing import Any, Final, TypeVar

import hypothesis
import pytest
from django.conf import settings

ON_CI: Final = os.environ.get("CI") == "true"

DATABASE_FIXTURES: Final = frozenset({"db", "transactional_db", "live_server", "django_db_setup"})

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

hypothesis.settings.register_profile("dev", deadline=None, print_blob=True)
hypothesis.settings.register_profile("ci", deadline=None, print_blob=True, max_examples=200)
hypothesis.settings.load_profile("ci" if ON_CI else "dev")


# ---- no network -------------------------------------------------------------------------------------------


class NetworkCut(Exception):
    """A test reached for another machine. No library takes this for an ordinary network error."""


def is_here(host: str) -> bool:
    """Tell whether a host name or address is this machine."""
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refuse_other_machines(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise NetworkCut before a socket goes to another machine. Hears every socket call of this process."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else ""  # a string is the path of a Unix socket
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0] or ""
    else:
        return
    host = host.decode() if isinstance(host, bytes) else str(host)
    if not is_here(host):
        raise NetworkCut(f"{event} {host}")


sys.addaudithook(refuse_other_machines)


# ---- what is collected ------------------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, and what touches the database: that runs a second time over PostgreSQL."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES & fixtures:
            item.add_marker("storage")
        if "chromium" in fixtures:
            item.add_marker("browser")


def not_skipped(report: Report) -> Report:
    """Turn a skip into a failure under continuous integration; an expected failure stays what it is."""
    if ON_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI=true forbids: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """See that no test is skipped under continuous integration."""
    return not_skipped((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """See that no file of tests is skipped under continuous integration."""
    return not_skipped((yield))


# ---- the database -----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep SQLite in a file, as in use: in memory, the live server's threads would share one connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
