"""What is kept of a seller: a hash to be found by, and the attempts at the questionnaire."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from surveys.instrument import registry
from surveys.instrument.types import Answers, Instrument
from surveys.instrument.walk import Walk, walk


class Seller(models.Model):
    """Somebody who answers. No account, no name: whoever holds the code is the seller."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code_hash = models.CharField(max_length=64, unique=True)
    notice_version = models.CharField(max_length=20)
    notice_language = models.CharField(max_length=10)
    consented_at = models.DateTimeField(auto_now_add=True)


class ResponseQuerySet(models.QuerySet["Response"]):
    """The words in which responses are asked for."""

    def drafts(self) -> ResponseQuerySet:
        """Responses that can still be answered."""
        return self.filter(submitted_at=None)

    def submitted(self) -> ResponseQuerySet:
        """Responses that are closed."""
        return self.exclude(submitted_at=None)

    def of_code(self, code_hash: str) -> ResponseQuerySet:
        """Responses of the seller who holds a code, newest attempt first."""
        return self.filter(seller__code_hash=code_hash).select_related("seller").order_by("-attempt")


class Response(models.Model):
    """One attempt of one seller: a draft, then submitted. Pinned to the questionnaire version it began with."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="responses")
    attempt = models.PositiveSmallIntegerField()
    instrument_version = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    answers = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)  # question -> [revision, window]
    page_times = models.JSONField(default=dict)  # page -> seconds after start
    revision = models.PositiveIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now_add=True)
    submitted_at = models.DateTimeField(null=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seller", "attempt"], name="one_response_per_attempt"),
            models.UniqueConstraint(
                fields=["seller"], condition=Q(submitted_at=None), name="one_draft_per_seller"
            ),
        ]
        indexes = [models.Index(fields=["submitted_at"], name="response_submitted_at")]

    @property
    def instrument(self) -> Instrument:
        """The questionnaire this response was begun with."""
        return registry.instrument(self.instrument_version)

    @property
    def tag(self) -> str:
        """A name by which a page says whose answers it was opened for. Opens nothing, tells nothing."""
        return f"{self.seller_id.hex[:12]}{self.attempt}"

    def walk(self, answers: Answers | None = None) -> Walk:
        """Return the way through the questionnaire, by the stored answers or by `answers`."""
        return walk(self.instrument, self.answers if answers is None else answers)
