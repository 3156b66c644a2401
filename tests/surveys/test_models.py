"""What the database itself refuses, and the words in which responses are asked for."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from surveys import actions
from surveys.codes import code_hash
from surveys.instrument import registry
from surveys.models import Response, Seller
from tests.surveys.answering import EVERYTHING, complete

pytestmark = pytest.mark.django_db


def new(seller: Seller, attempt: int) -> Response:
    return Response.objects.create(seller=seller, attempt=attempt, instrument_version="1.0.0", language="en")


def test_the_database_refuses_a_second_draft_a_second_attempt_and_a_second_holder_of_a_code() -> None:
    code, draft = actions.start(language="en", notice_version="1")
    with pytest.raises(IntegrityError), transaction.atomic():
        new(draft.seller, attempt=2)
    actions.close(draft)
    with pytest.raises(IntegrityError), transaction.atomic():
        new(draft.seller, attempt=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seller.objects.create(code_hash=code_hash(code), notice_version="1", notice_language="en")


def test_drafts_and_submitted_ones_are_told_apart() -> None:
    draft, closed = (actions.start(language="en", notice_version="1")[1] for _ in range(2))
    actions.close(closed)
    assert list(Response.objects.drafts()) == [draft]
    assert list(Response.objects.submitted()) == [closed]


def test_a_code_finds_its_own_responses_newest_first() -> None:
    code, first = actions.start(language="en", notice_version="1")
    actions.start(language="en", notice_version="1")
    actions.close(first)
    second = actions.start_again(first.seller, language="en", notice_version="1")
    assert list(Response.objects.of_code(code_hash(code))) == [second, first]
    assert not Response.objects.of_code(code_hash("0" * 27)).exists()
    assert not Response.objects.of_code(code).exists(), "the code itself is stored nowhere"


def test_a_seller_cannot_be_told_from_the_order_of_arrival() -> None:
    keys = [actions.start(language="en", notice_version="1")[1].seller_id for _ in range(5)]
    assert len({key.version for key in keys}) == 1
    assert keys[0].version == 4


def test_a_response_is_pinned_to_its_version() -> None:
    response = actions.start(language="en", notice_version="1")[1]
    assert response.instrument is registry.newest()
    response.instrument_version = "9.9.9"
    with pytest.raises(registry.UnknownVersion):
        response.walk()


def test_a_response_walks_by_its_stored_answers_or_by_others() -> None:
    response = actions.start(language="en", notice_version="1")[1]
    response.answers = complete(EVERYTHING)
    assert response.walk().first_open() is None
    assert response.walk({}).progress() == (0, 43)
