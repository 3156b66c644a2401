"""Delete what was kept as long as the notice promises, and no longer."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from surveys import actions
from surveys.models import Response
from surveys.retention import DRAFT_DAYS, RESULT_DAYS, outlived


class Command(BaseCommand):
    """Meant for a daily timer. Running it twice does no more than running it once."""

    help = f"Delete drafts {DRAFT_DAYS} days after the last save, and results after {RESULT_DAYS} days."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer a look before the leap."""
        parser.add_argument(
            "--dry-run", action="store_true", help="say how many would go, and delete nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        """Print how many responses went, or would go."""
        now = timezone.now()
        if options["dry_run"]:
            self.stdout.write(f"Would delete {Response.objects.filter(outlived(now)).count()} responses.")
        else:
            self.stdout.write(f"Deleted {actions.purge(now)} responses.")
