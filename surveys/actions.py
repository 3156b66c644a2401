"""The only writer of sellers and responses. Each verb is durable when it returns.

How two windows meet: every saved answer remembers the revision it was saved at and the window that saved it. A window
that sends an answer says at which revision it was opened (`seen`). Its answer is refused only when somebody else's
window changed the same question since then to something different; everything else merges without a question asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.codes import code_hash, new_code
from surveys.instrument import registry
from surveys.instrument.types import Answer
from surveys.models import Response, Seller
from surveys.retention import outlived

TRIES: Final = 20
"""How often a save is tried again when another save of the same response got in between."""


class Closed(Exception):
    """The response was submitted or deleted: it takes no more answers."""


class Deleted(Closed):
    """The response is not there any more."""


@dataclass(frozen=True, slots=True)
class Window:
    """One opened page of one browser: its random name, and the revision it was shown."""

    name: str
    seen: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of the answers that were sent."""

    revision: int
    conflicts: Mapping[str, Answer | None] = field(default_factory=dict)  # question -> what is stored instead


def start(*, language: str, notice_version: str) -> tuple[str, Response]:
    """Open a first response for a new seller.

    Returns the seller's code, which is stored nowhere, and the empty draft.
    """
    code = new_code()
    with transaction.atomic():
        seller = Seller.objects.create(
            code_hash=code_hash(code), notice_version=notice_version, notice_language=language
        )
        response = _draft(seller, attempt=1, language=language)
    return code, response


def start_again(seller: Seller, *, language: str, notice_version: str) -> Response:
    """Open the next attempt of a seller who agreed to the notice; the open draft when there is one.

    Raises:
        Deleted: the seller was deleted meanwhile.
    """
    newest = seller.responses.order_by("-attempt").first()
    if newest is not None and newest.submitted_at is None:
        return newest
    try:
        with transaction.atomic():
            _record_consent(seller, language, notice_version)
            return _draft(seller, attempt=newest.attempt + 1 if newest else 1, language=language)
    except IntegrityError:  # another window was quicker: to begin, or to delete everything
        draft = seller.responses.filter(submitted_at=None).first()
        if draft is None:
            raise Deleted from None
        return draft


def save(response: Response, given: Mapping[str, Answer | None], window: Window) -> Saved:
    """Store the answers that a window sends; None takes an answer back. Sending twice changes nothing.

    `response` is brought up to date with what is stored afterwards.

    Raises:
        Closed: the response was submitted or deleted in the meantime.
    """
    for _ in range(TRIES):
        conflicts = _conflicts(response, given, window)
        news = {q: a for q, a in given.items() if q not in conflicts and a != response.answers.get(q)}
        if (not news and response.submitted_at is None) or _store(response, news, window):
            return Saved(response.revision, conflicts)
        catch_up(response)
        if response.submitted_at is not None:
            raise Closed
    raise TimeoutError(f"A response was being saved by others {TRIES} times in a row.")


def close(response: Response) -> bool:
    """Submit a response. Returns False when it had been submitted before: only the first call closes it."""
    now = timezone.now()
    open_row = Response.objects.drafts().filter(pk=response.pk, revision=response.revision)
    if not open_row.update(submitted_at=now):
        return False
    response.submitted_at = now
    return True


def withdraw(seller: Seller) -> None:
    """Delete a seller and everything that hangs on them, at once and for good."""
    with transaction.atomic():
        # Locked first: whoever begins again or submits at this moment is done before, or finds nothing.
        list(Seller.objects.select_for_update().filter(pk=seller.pk))
        list(Response.objects.select_for_update().filter(seller=seller))
        seller.delete()


def purge(now: datetime) -> int:
    """Delete the responses that have outlived their time, and sellers who have none left; return how many responses."""
    with transaction.atomic():
        going = Response.objects.select_for_update().filter(outlived(now))
        rows = dict(going.values_list("pk", "seller"))
        Response.objects.filter(pk__in=rows).delete()
        Seller.objects.filter(pk__in=rows.values(), responses=None).delete()
    return len(rows)


def catch_up(response: Response) -> None:
    """Read again what is stored.

    Raises:
        Deleted: nothing is stored any more.
    """
    try:
        response.refresh_from_db(fields=["answers", "changes", "page_times", "revision", "submitted_at"])
    except Response.DoesNotExist:
        raise Deleted from None


def _record_consent(seller: Seller, language: str, notice_version: str) -> None:
    """Record the notice that was agreed to, where it is another one than before."""
    Seller.objects.filter(pk=seller.pk).exclude(notice_version=notice_version).update(
        notice_version=notice_version, notice_language=language, consented_at=timezone.now()
    )


def _draft(seller: Seller, *, attempt: int, language: str) -> Response:
    return Response.objects.create(
        seller=seller, attempt=attempt, instrument_version=registry.newest().version, language=language
    )


def _conflicts(
    response: Response, given: Mapping[str, Answer | None], window: Window
) -> dict[str, Answer | None]:
    """Return the questions that another window changed, to something else, after this one was opened."""
    found: dict[str, Answer | None] = {}
    for question, answer in given.items():
        revision, name = response.changes.get(question, (0, ""))
        if answer != response.answers.get(question) and revision > window.seen and name != window.name:
            found[question] = response.answers.get(question)
    return found


def _store(response: Response, news: Mapping[str, Answer | None], window: Window) -> bool:
    """Write the next revision, unless another save of this response came first."""
    revision = response.revision + 1
    merged: dict[str, Any] = {**response.answers, **news}
    written = {
        "answers": {q: a for q, a in merged.items() if a is not None},
        "changes": {**response.changes, **{q: [revision, window.name] for q in news}},
        "page_times": {**response.page_times, **_page_times(response, news)},
        "revision": revision,
        "saved_at": timezone.now(),
    }
    if not Response.objects.drafts().filter(pk=response.pk, revision=response.revision).update(**written):
        return False
    for name, value in written.items():
        setattr(response, name, value)
    return True


def _page_times(response: Response, news: Mapping[str, Answer | None]) -> dict[str, int]:
    """Return page id -> whole seconds after the start, for the pages that were just answered."""
    seconds = max(0, int((timezone.now() - response.started_at).total_seconds()))
    return {
        page.id: seconds for page in response.instrument.pages if not news.keys().isdisjoint(page.questions)
    }
