"""A verdict, stored with everything that it depended on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from surveys.models import Response


class Archetype(models.TextChoices):
    """The three archetypes, lowest first. Names for people are made where sentences are made."""

    AGNOSTIC = "agnostic"
    ASPIRANT = "aspirant"
    ADEPT = "adept"


class Result(models.Model):
    """A response scored by one model version. Written once, never changed; a re-scoring is another row."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="results")
    instrument_version = models.CharField(max_length=20)
    model_version = models.CharField(max_length=20)
    scoring_digest = models.CharField(max_length=64)
    advice_digest = models.CharField(max_length=64)
    archetype = models.CharField(max_length=10, choices=Archetype.choices)
    rule = models.CharField(max_length=120)
    earned = models.PositiveSmallIntegerField()
    possible = models.PositiveSmallIntegerField()
    shown = (
        models.PositiveSmallIntegerField()
    )  # the score that people read: 100 x earned / possible, rounded down
    skipped = models.PositiveSmallIntegerField()
    certainty = models.CharField(max_length=10)  # clear, likely or close
    dimensions = models.JSONField()  # dimension -> [points, possible points]
    functions_at_work = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["response", "model_version"], name="one_result_per_model"),
            models.CheckConstraint(condition=Q(archetype__in=Archetype.values), name="known_archetype"),
            models.CheckConstraint(condition=Q(shown__lte=100), name="score_up_to_100"),
        ]
