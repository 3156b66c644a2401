"""Record what is published in this database."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from readiness import publications


class Command(BaseCommand):
    """Safe to run at every start: what is recorded already stays as it is."""

    help = "Record the digests of the published questionnaire and model, and read the tutorial catalogue."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Print what is new; refuse (exit 1) when a published file changed."""
        try:
            new = publications.record()
        except publications.ChangedAfterPublication as fault:
            raise CommandError(str(fault)) from fault
        for part in new:
            self.stdout.write(f"Published {part.kind} {part.version} ({part.part})")
        self.stdout.write(f"The catalogue holds {publications.count_tutorials()} tutorials.")
