"""What was published, as this database saw it first."""

from __future__ import annotations

from django.db import models


class Publication(models.Model):
    """The digest of one published part, recorded once. A file that differs later refuses to serve."""

    kind = models.CharField(max_length=20)  # "questionnaire" or "model"
    version = models.CharField(max_length=20)
    part = models.CharField(max_length=20)  # "structure", a language, "scoring" or "advice"
    digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "version", "part"], name="one_digest_per_part"),
        ]
