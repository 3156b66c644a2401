"""Openings of tutorials are counted by day, joined to nobody, and lead nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from readiness.learning.catalogue import catalogue
from readiness.models import TutorialOpening
from tests.results.sellers import result_page
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Visitor, attribute

pytestmark = pytest.mark.django_db

TUTORIAL: Final = catalogue().tutorials[0].id

ADDRESS: Final = f"/tutorials/{TUTORIAL}/opened/"


def counted() -> list[tuple[str, int]]:
    return list(TutorialOpening.objects.order_by("tutorial", "day").values_list("tutorial", "times"))


def test_openings_are_counted_by_tutorial_and_day(client: Client) -> None:
    today, other = timezone.localdate(), catalogue().tutorials[1].id
    TutorialOpening.objects.create(tutorial=TUTORIAL, day=today - timedelta(days=1), times=5)
    for address in (ADDRESS, f"/tutorials/{other}/opened/", ADDRESS):
        answer = client.post(address)
        assert (answer.status_code, answer.content, answer.cookies) == (204, b"", {})
        assert "Location" not in answer
    assert sorted(counted()) == sorted([(TUTORIAL, 5), (TUTORIAL, 2), (other, 1)])


def test_counting_asks_the_database_once(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.post(ADDRESS)
    with django_assert_max_num_queries(1):
        client.post(ADDRESS)


def test_a_count_is_joined_to_nobody(seller: Visitor) -> None:
    before = everything()
    seller.client.post(ADDRESS)
    changed = [table for table, rows in everything().items() if rows != before[table]]
    assert changed == [TutorialOpening._meta.db_table]
    assert {f.name for f in TutorialOpening._meta.get_fields()} == {"id", "tutorial", "day", "times"}


@pytest.mark.parametrize("tutorial", ["nothing-of-ours", "x" * 300, TUTORIAL.upper(), "1"])
def test_what_is_not_in_the_catalogue_is_not_found(client: Client, tutorial: str) -> None:
    assert client.post(f"/tutorials/{tutorial}/opened/").status_code == 404
    assert not counted()


@pytest.mark.parametrize("method", ["get", "head", "options", "put"])
@pytest.mark.parametrize("purpose", [{}, {"Sec-Purpose": "prefetch"}, {"Purpose": "prefetch"}])
def test_prefetching_and_scanning_count_nothing(client: Client, method: str, purpose: dict[str, str]) -> None:
    answer = getattr(client, method)(f"{ADDRESS}?next=https://example.org/", headers=purpose)
    assert answer.status_code == 405
    assert "Location" not in answer
    assert not counted()


def test_only_a_page_of_ours_counts(seller: Visitor) -> None:
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(ADDRESS).status_code == 403
    assert not counted()
    browser.cookies[COOKIE] = seller.code
    token = attribute(result_page(Visitor(browser)).query("input[name=csrfmiddlewaretoken]")[0], "value")
    assert browser.post(ADDRESS, {"csrfmiddlewaretoken": token}).status_code == 204
    assert counted() == [(TUTORIAL, 1)]


@pytest.mark.parametrize("sent", [{"url": "https://example.org/"}, {"next": "//example.org"}])
def test_it_leads_nowhere(client: Client, sent: dict[str, str]) -> None:
    answer = client.post(ADDRESS, sent, headers={"referer": "https://example.org/"})
    assert (answer.status_code, "Location" in answer, "Refresh" in answer) == (204, False, False)
