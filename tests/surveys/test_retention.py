"""What is kept goes when the notice says so: not a day before, not a day after."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from surveys import actions
from surveys.models import Response, Seller
from surveys.retention import DRAFT_DAYS, RESULT_DAYS

pytestmark = [pytest.mark.storage, pytest.mark.django_db]


def response(days: int, *, submitted: bool) -> Response:
    """Return a response last touched so many days (and a minute) ago."""
    _, made = actions.start(language="en", notice_version="1")
    then = timezone.now() - timedelta(days=days, minutes=1)
    Response.objects.filter(pk=made.pk).update(saved_at=then, submitted_at=then if submitted else None)
    return made


@pytest.mark.parametrize(
    ("days", "submitted", "kept"),
    [
        (DRAFT_DAYS - 1, False, True),
        (DRAFT_DAYS, False, False),
        (DRAFT_DAYS, True, True),
        (RESULT_DAYS - 1, True, True),
        (RESULT_DAYS, True, False),
    ],
)
def test_when_a_response_goes(days: int, *, submitted: bool, kept: bool) -> None:
    made = response(days, submitted=submitted)
    assert actions.purge(timezone.now()) == (0 if kept else 1)
    assert Response.objects.filter(pk=made.pk).exists() == kept
    assert Seller.objects.exists() == kept


def test_a_seller_with_a_newer_attempt_stays() -> None:
    old = response(RESULT_DAYS, submitted=True)
    newer = actions.start_again(old.seller, language="en", notice_version="1")
    assert actions.purge(timezone.now()) == 1
    assert list(Response.objects.all()) == [newer]


def test_a_dry_run_deletes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    response(DRAFT_DAYS, submitted=False)
    call_command("purge", "--dry-run")
    assert capsys.readouterr().out == "Would delete 1 responses.\n"
    assert Response.objects.count() == 1
    call_command("purge")
    call_command("purge")
    assert capsys.readouterr().out == "Deleted 1 responses.\nDeleted 0 responses.\n"
