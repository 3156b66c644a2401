"""The ground the tests stand on holds."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.conftest import NetworkCut
from tests.postgres import NoPostgres, cluster, programs

ELSEWHERE = "192.0.2.1"  # an address that documentation may use and nobody has (RFC 5737)


def test_a_socket_to_another_machine_is_refused() -> None:
    with socket.socket() as wire, pytest.raises(NetworkCut):
        wire.connect((ELSEWHERE, 80))
    with socket.socket(type=socket.SOCK_DGRAM) as wire, pytest.raises(NetworkCut):
        wire.sendto(b"x", (ELSEWHERE, 53))


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(NetworkCut):
        urllib.request.urlopen("http://example.invalid/")


def test_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as wire:
        wire.connect(server.getsockname())


SKIPS = {
    "called": "import pytest\ndef test_a(): pytest.skip('no browser')\ndef test_b(): pass",
    "marked": "import pytest\n@pytest.mark.skip\ndef test_a(): pass\ndef test_b(): pass",
    "whole file": "import pytest\npytest.skip('no browser', allow_module_level=True)",
}


@pytest.mark.parametrize("text", SKIPS.values(), ids=SKIPS)
def test_a_skip_is_a_failure_on_ci(tmp_path: Path, text: str) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_skips.py").write_text(text)
    (tmp_path / "test_passes.py").write_text("def test_it(): pass")
    command = [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "no:cacheprovider", str(tmp_path)]
    for ci, failed in (("true", True), ("", False)):
        environment = os.environ | {"CI": ci}
        run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert (run.returncode != 0) == failed, run.stdout.decode()


def test_a_postgres_cluster_is_gone_afterwards() -> None:
    try:
        programs()
    except NoPostgres as reason:
        pytest.skip(str(reason))
    with cluster(durable=True) as url:
        host, port = "127.0.0.1", int(url.rsplit(":", 1)[1].split("/")[0])
        socket.create_connection((host, port)).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, port))
