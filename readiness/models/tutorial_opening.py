"""How often tutorials are opened: a number a day, joined to nobody."""

from __future__ import annotations

from django.db import models


class TutorialOpening(models.Model):
    """Openings of one tutorial on one day."""

    tutorial = models.CharField(max_length=80)
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tutorial", "day"], name="one_count_per_day")]
