"""A published version that changed after this database saw it refuses to serve."""

from __future__ import annotations

import importlib
import sys

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from readiness import publications
from readiness.learning.catalogue import catalogue
from readiness.models import Publication
from readiness.publications import ChangedAfterPublication, Part

pytestmark = pytest.mark.django_db

PARTS = sorted(publications.published())


def change(part: Part) -> None:
    Publication.objects.filter(**part._asdict()).update(digest="0" * 64)


@pytest.fixture
def recorded() -> None:
    publications.record()


def test_everything_that_is_published_is_recorded() -> None:
    assert sorted(publications.record()) == PARTS
    rows = Publication.objects.values_list("kind", "version", "part", "digest")
    assert {Part(*row[:3]): row[3] for row in rows} == publications.published()
    kinds = {(part.kind, part.part) for part in PARTS}
    assert {
        ("questionnaire", "structure"),
        ("questionnaire", "en"),
        ("model", "scoring"),
        ("model", "advice"),
    } <= kinds


def test_recording_again_changes_nothing(recorded: None) -> None:
    before = list(Publication.objects.order_by("pk").values())
    assert publications.record() == []
    assert list(Publication.objects.order_by("pk").values()) == before


def test_what_is_new_is_added_to_what_is_there(recorded: None) -> None:
    Publication.objects.filter(part="advice").delete()
    assert [part.part for part in publications.record()] == ["advice"]
    publications.refuse_changes()


def test_what_was_never_recorded_is_no_change() -> None:
    publications.refuse_changes()


@pytest.mark.parametrize("part", PARTS, ids=lambda part: "-".join(part))
def test_a_change_refuses_and_names_its_part(recorded: None, part: Part) -> None:
    change(part)
    named = rf"{part.kind} {part.version} \({part.part}\) changed after it was published"
    for door in (publications.refuse_changes, publications.record):
        with pytest.raises(ChangedAfterPublication, match=named):
            door()
    assert Publication.objects.get(**part._asdict()).digest == "0" * 64


def test_a_version_that_was_taken_away_refuses(recorded: None) -> None:
    Publication.objects.create(kind="model", version="0.9.0", part="scoring", digest="1" * 64)
    with pytest.raises(ChangedAfterPublication, match=r"model 0\.9\.0 \(scoring\)"):
        publications.refuse_changes()


def test_publish_tells_what_is_new_and_may_run_at_every_start(capsys: pytest.CaptureFixture[str]) -> None:
    tutorials = f"The catalogue holds {len(catalogue().tutorials)} tutorials.\n"
    call_command("publish")
    told = capsys.readouterr().out
    assert all(f"Published {part.kind} {part.version} ({part.part})\n" in told for part in PARTS)
    assert told.endswith(tutorials)
    call_command("publish")
    assert capsys.readouterr().out == tutorials


def test_publish_refuses_a_change_with_exit_code_1(recorded: None) -> None:
    change(PARTS[0])
    with pytest.raises(CommandError, match="Bring the file back as it was") as refused:
        call_command("publish")
    assert refused.value.returncode == 1


def serve(monkeypatch: pytest.MonkeyPatch) -> object:
    """Import the entry point of web servers as at a start; what Django sets up once is set up already."""
    monkeypatch.setattr("django.core.wsgi.django.setup", lambda **_: None)
    monkeypatch.delitem(sys.modules, "readiness.wsgi", raising=False)
    return importlib.import_module("readiness.wsgi").application


def test_a_web_server_starts_over_what_was_published(recorded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert callable(serve(monkeypatch))


def test_a_web_server_refuses_a_change(recorded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    change(PARTS[0])
    with pytest.raises(ChangedAfterPublication):
        serve(monkeypatch)


def test_a_web_server_starts_while_the_database_is_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away() -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(publications, "refuse_changes", away)
    assert callable(serve(monkeypatch))
    assert "were not compared: connection refused" in caplog.text
