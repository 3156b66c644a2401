"""How long answers are kept: the rules that the notice promises."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

DRAFT_DAYS: Final = 30
"""Days after the last save until a questionnaire that was not finished goes."""

RESULT_DAYS: Final = 365
"""Days after submission until a response goes, and its results with it."""


def outlived(now: datetime) -> Q:
    """Return the condition on responses that have outlived their time at `now`."""
    stale_draft = Q(submitted_at=None, saved_at__lt=now - timedelta(days=DRAFT_DAYS))
    return stale_draft | Q(submitted_at__lt=now - timedelta(days=RESULT_DAYS))
