"""The app that asks and keeps."""

from __future__ import annotations

from django.apps import AppConfig

from surveys.instrument import registry


class SurveysConfig(AppConfig):
    """Refuses to start over a published questionnaire that changed."""

    name = "surveys"

    def ready(self) -> None:
        """Compare the published files with their lock."""
        registry.check_lock()
