"""The app that judges, teaches and reports."""

from __future__ import annotations

from django.apps import AppConfig

from readiness.learning.catalogue import catalogue
from readiness.scoring import registry


class ReadinessConfig(AppConfig):
    """Refuses to start over a published scoring model that changed."""

    name = "readiness"

    def ready(self) -> None:
        """Compare the published model with its lock, and read the tutorial catalogue once."""
        registry.check_lock()
        catalogue()
