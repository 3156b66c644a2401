"""A private PostgreSQL that lives as long as one command.

    python -m tests.postgres [--durable] -- COMMAND...

starts a new cluster from the system's own PostgreSQL in a temporary folder, runs COMMAND with DATABASE_URL
pointing to it, stops and deletes it whatever happened, and exits as COMMAND did. The server listens on
127.0.0.1 alone and trusts whoever comes from there, so it must hold made-up data only.
"""

from __future__ import annotations

import argparse
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FAST: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""Only for a cluster that is thrown away: with these a power cut would ruin it."""

PATIENCE: Final = 30.0
"""Seconds a new server may take until it answers, or to stop."""


class NoPostgres(RuntimeError):
    """There is no PostgreSQL server on this machine, or it would not start."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cluster lives, and as whom its programs run."""

    programs: Path
    folder: Path
    account: Mapping[str, Any]

    def command(self, program: str, *arguments: object) -> list[str]:
        """Return the command line of one of PostgreSQL's programs."""
        return [str(self.programs / program), *map(str, arguments)]


def programs() -> Path:
    """Return the folder of the newest installed PostgreSQL; raise NoPostgres where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    if found is None:
        raise NoPostgres("PostgreSQL's server is not installed (Debian: postgresql).")
    return Path(found).parent


def account() -> dict[str, Any]:
    """Return as whom to start PostgreSQL, which refuses to run as root: in the words of subprocess."""
    if os.geteuid() != 0:
        return {}
    for entry in pwd.getpwall():
        if entry.pw_name in ("postgres", "nobody"):
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise NoPostgres("PostgreSQL refuses to run as root, and there is no user postgres or nobody.")


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[str]:
    """Run a new, empty cluster and give its DATABASE_URL.

    durable keeps PostgreSQL's promises about the disk (fsync and the rest); without it tests run faster.
    Raises NoPostgres when there is no server or it does not start.
    """
    with ExitStack() as afterwards:
        folder = Path(tempfile.mkdtemp(prefix="readiness-postgres-"))
        afterwards.callback(shutil.rmtree, folder)
        place = Place(programs(), folder, account())
        initialise(place)
        port = start(place, () if durable else FAST, afterwards)
        yield f"postgres://postgres@127.0.0.1:{port}/postgres"


def initialise(place: Place) -> None:
    """Create the cluster's files: UTF-8, byte order, everybody on this machine trusted."""
    if place.account:
        os.chown(place.folder, place.account["user"], place.account["group"])
    data = ("--pgdata", place.folder / "data", "--no-sync", "--encoding", "UTF8", "--locale", "C.UTF-8")
    command = place.command("initdb", *data, "--username", "postgres", "--auth", "trust")
    made = subprocess.run(
        command, cwd=place.folder, capture_output=True, text=True, check=False, **place.account
    )
    if made.returncode != 0:
        raise NoPostgres(made.stderr)


def start(place: Place, settings: Sequence[str], afterwards: ExitStack, tries: int = 3) -> int:
    """Start the server and return its port. Somebody may take the port first: then try another."""
    for _ in range(tries):
        port = free_port()
        server = launch(place, (*settings, f"port={port}"))
        afterwards.callback(stop, server)
        if answers(place, server, port):
            return port
    raise NoPostgres((place.folder / "log").read_text(errors="replace"))


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(place: Place, settings: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the server in a process group of its own, so that Ctrl-C reaches the tests and not the server."""
    settings = ("listen_addresses=127.0.0.1", f"unix_socket_directories={place.folder}", *settings)
    options = [word for setting in settings for word in ("-c", setting)]
    command = place.command("postgres", "-D", place.folder / "data", *options)
    with (place.folder / "log").open("ab") as log:
        return subprocess.Popen(
            command, cwd=place.folder, stdout=log, stderr=log, start_new_session=True, **place.account
        )


def answers(place: Place, server: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until the server accepts connections; False when it ended or PATIENCE ran out."""
    command = place.command("pg_isready", "--quiet", "--host", "127.0.0.1", "--port", port)
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        if subprocess.run(command, check=False).returncode == 0:
            return True
        time.sleep(0.1)
    return False


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server at once: nothing in it is kept (SIGQUIT is PostgreSQL's immediate shutdown)."""
    server.send_signal(signal.SIGQUIT)  # does nothing when it has ended
    try:
        server.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main(arguments: Sequence[str]) -> int:
    """Run the command of the command line with a new cluster and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.postgres", description=__doc__)
    parser.add_argument("--durable", action="store_true", help="keep fsync on, as in production")
    parser.add_argument("command", nargs="+", help="what to run")
    options = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # an exit that cleans up
    try:
        with cluster(durable=options.durable) as url:
            environment = os.environ | {"DATABASE_URL": url}
            return subprocess.run(options.command, env=environment, check=False).returncode
    except NoPostgres as reason:
        print(f"Not run over PostgreSQL: {reason}", file=sys.stderr)
        return int(os.environ.get("CI") == "true")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
