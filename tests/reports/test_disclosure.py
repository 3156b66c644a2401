"""Rule 10-5: what leaves `protect`, for small tables by hand and for any table at all."""

from __future__ import annotations

import copy
import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.reports import disclosure
from readiness.reports.disclosure import MOST, SMALLEST, STEP, Protected, Row, Shown, protect

FEW = Row("a", Shown.FEW)
MANY = Row("a", Shown.MOST)

tables = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2000), min_size=1).flatmap(
    lambda counts: st.tuples(st.just(counts), st.integers(max(counts.values()), sum(counts.values()) + 500))
)


@pytest.mark.parametrize(
    ("count", "total", "row"),
    [
        (0, 10, FEW),
        (9, 10, FEW),
        (9, 5000, FEW),
        (10, 12, MANY),  # both are read as 10
        (10, 13, Row("a", Shown.NUMBER, 10, 67)),
        (12, 40, Row("a", Shown.NUMBER, 10, 25)),
        (13, 40, Row("a", Shown.NUMBER, 15, 38)),  # 37.5
        (42, 100, Row("a", Shown.NUMBER, 40, 40)),
        (43, 101, Row("a", Shown.NUMBER, 45, 45)),
        (90, 101, MANY),
        (87, 100, Row("a", Shown.NUMBER, 85, 85)),
        (88, 100, MANY),
        (100, 100, MANY),
        (10, 10000, Row("a", Shown.NUMBER, 10, 0)),
    ],
)
def test_one_row(count: int, total: int, row: Row) -> None:
    assert protect({"a": count}, total).rows == (row,)


@pytest.mark.parametrize(
    ("total", "shown"), [(0, None), (9, None), (10, 10), (12, 10), (13, 15), (1998, 2000)]
)
def test_the_total_follows_the_rule_too(total: int, shown: int | None) -> None:
    assert protect({}, total).total == shown


@pytest.mark.parametrize("total", [0, 1, 9])
def test_a_table_about_too_few_has_no_rows(total: int) -> None:
    assert protect({"a": total, "b": 0}, total).rows == ()


@pytest.mark.parametrize(("counts", "total"), [({"a": 11}, 10), ({"a": -1}, 10), ({"a": 3}, 2)])
def test_counts_that_are_no_part_of_the_total_are_refused(counts: dict[str, int], total: int) -> None:
    with pytest.raises(ValueError, match="part of the total"):
        protect(counts, total)


@given(tables)
def test_every_number_is_rounded_or_made_of_rounded_ones(table: tuple[dict[str, int], int]) -> None:
    counts, total = table
    made = protect(counts, total)
    if made.total is None:
        assert total < SMALLEST
        return
    assert made.total >= SMALLEST
    assert made.total % STEP == 0
    for row in made.rows:
        if row.count is not None and row.percent is not None:
            assert row.count >= SMALLEST
            assert row.count % STEP == 0
            assert row.percent < MOST
            assert abs(row.percent - 100 * row.count / made.total) <= 0.5


@given(tables)
def test_a_row_says_why_it_has_no_number(table: tuple[dict[str, int], int]) -> None:
    counts, total = table
    for row in protect(counts, total).rows:
        assert (row.shown is Shown.FEW) == (counts[row.key] < SMALLEST)
        assert (row.shown is Shown.NUMBER) == (row.count is not None) == (row.percent is not None)


@given(tables, st.data())
def test_counts_that_round_alike_look_alike(table: tuple[dict[str, int], int], data: st.DataObject) -> None:
    counts, total = table
    key = data.draw(st.sampled_from(sorted(counts)))
    centre = (counts[key] + 2) // 5 * 5
    alike = range(SMALLEST) if counts[key] < SMALLEST else range(max(SMALLEST, centre - 2), centre + 3)
    other = counts | {key: data.draw(st.sampled_from([n for n in alike if n <= total]))}
    assert protect(other, total) == protect(counts, total)


def test_the_order_of_rows_is_kept() -> None:
    assert [row.key for row in protect({"c": 10, "a": 20, "b": 30}, 60).rows] == ["c", "a", "b"]


def test_nobody_else_makes_a_protected_table() -> None:
    made = protect({"a": 20}, 60)
    with pytest.raises(TypeError, match="Only protect"):
        Protected(7, (Row("a", Shown.NUMBER, 7, 100),), object())
    with pytest.raises(ValueError, match="must be specified"):
        dataclasses.replace(made, total=7)  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.total = 7  # type: ignore[misc]
    assert copy.deepcopy(made) == made


def test_with_the_rule_off_these_tests_would_see_small_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "SMALLEST", 0)
    monkeypatch.setattr(disclosure, "STEP", 1)
    assert protect({"a": 3}, 7).rows == (Row("a", Shown.NUMBER, 3, 43),)
