"""What this database saw published, against what the files say now: a changed version refuses to serve."""

from __future__ import annotations

from typing import NamedTuple

from readiness.learning.catalogue import catalogue
from readiness.models import Publication
from readiness.scoring import registry as models
from surveys.instrument import registry as instruments


class Part(NamedTuple):
    """One published part: what it is, and its digest."""

    kind: str
    version: str
    part: str


class ChangedAfterPublication(Exception):
    """A published file is not what this database recorded when it was published."""


def published() -> dict[Part, str]:
    """Return the digest of every published part, computed from the files."""
    shelves = {"questionnaire": instruments.digests(), "model": models.digests()}
    return {
        Part(kind, version, part): digest
        for kind, versions in shelves.items()
        for version, parts in versions.items()
        for part, digest in parts.items()
    }


def record() -> list[Part]:
    """Record what is published and not recorded yet; return the new parts.

    Raises:
        ChangedAfterPublication: a recorded part changed.
    """
    refuse_changes()
    known = {Part(*row) for row in Publication.objects.values_list("kind", "version", "part")}
    new = {part: digest for part, digest in published().items() if part not in known}
    rows = [Publication(**part._asdict(), digest=digest) for part, digest in new.items()]
    Publication.objects.bulk_create(rows, ignore_conflicts=True)
    return list(new)


def refuse_changes() -> None:
    """Compare every recorded digest with the files.

    Raises:
        ChangedAfterPublication: with the part, and what to do.
    """
    now = published()
    for row in Publication.objects.all():
        part = Part(row.kind, row.version, row.part)
        if now.get(part) != row.digest:
            raise ChangedAfterPublication(
                f"{part.kind} {part.version} ({part.part}) changed after it was published. Answers and results depend "
                "on it. Bring the file back as it was, and publish the change as a new version."
            )


def count_tutorials() -> int:
    """Return how many tutorials the catalogue holds; reading it refuses a catalogue with a fault."""
    return len(catalogue().tutorials)
