"""Earlier results stay readable, each with what changed since the one before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from readiness.models import Result
from readiness.results.history import history, results_of
from tests.results.sellers import again, all_said, result_page, said, within
from tests.scoring.shops import Case
from tests.surveys.journey.visitor import Visitor, attribute


def changed(visitor: Visitor) -> list[str]:
    rows = result_page(visitor).query("section[aria-labelledby=before] tbody tr")
    return [said(within(row, "td")[-1]) for row in rows]


def test_a_first_result_has_no_history(seller: Visitor) -> None:
    assert not result_page(seller).query("#before")


@pytest.mark.parametrize(
    ("answers", "change"),
    [
        ({}, "nothing"),
        ({"CS1": "some", "CS2": "tried"}, "Customer service +3"),
        ({"LC1": "no"}, "Listings and content \N{MINUS SIGN}3"),
        ({"CS1": "some", "LC1": "no", "RU1": "as-it-is"}, None),
    ],
)
def test_what_changed_is_told_by_function(
    seller: Visitor, result: Result, aina: Case, answers: dict[str, str], change: str | None
) -> None:
    newer = again(result, {**aina.answers, **answers})
    moved = {d: newer.dimensions[d][0] - result.dimensions[d][0] for d in newer.dimensions}
    newest, first = changed(seller)
    assert first == "first result"
    assert newest.count(",") == max(0, sum(map(bool, moved.values())) - 1)
    assert change in (None, newest)


def test_results_by_another_model_are_not_compared(seller: Visitor, result: Result, aina: Case) -> None:
    again(result, {**aina.answers, "CS1": "most"})
    again(result, {**aina.answers, "CS1": "no"})
    Result.objects.filter(pk=result.pk).update(model_version="0.9.0")
    not_compared = "scored by another version: not comparable"
    assert changed(seller)[1:] == [not_compared, "first result"]
    assert changed(seller)[0].startswith("Customer service \N{MINUS SIGN}")


def test_every_attempt_is_listed_newest_first_and_leads_to_its_page(
    seller: Visitor, result: Result, aina: Case
) -> None:
    again(result, {**aina.answers, "CS1": "most"})
    Result.objects.filter(pk=result.pk).update(created_at=datetime(2026, 1, 31, 20, tzinfo=UTC))
    rows = result_page(seller).query("section[aria-labelledby=before] tbody tr")
    assert [attribute(within(row, "a")[0], "href") for row in rows] == ["/result/2/", "/result/1/"]
    assert said(rows[1]) == "Feb. 1, 2026AI Aspirant31first result"  # midnight has passed in Kuala Lumpur
    assert "earlier result" not in " ".join(all_said(result_page(seller), ".notice"))
    earlier = result_page(seller, 1)
    assert all_said(earlier, ".score-number") == ["31"]
    assert all_said(earlier, ".notice a")[0] == "See the newest"


def test_a_rescored_attempt_shows_the_newer_model_first(result: Result) -> None:
    older = Result.objects.get(pk=result.pk)
    older.pk, older.model_version = None, "0.9.0"
    older.save(force_insert=True)
    Result.objects.filter(pk=older.pk).update(created_at=datetime(2026, 1, 31, 20, tzinfo=UTC))
    found = results_of(result.response.seller)
    assert found == [result, older]
    assert [(past.attempt, past.comparable) for past in history(found, "en")] == [(1, False), (1, False)]
