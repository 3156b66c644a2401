"""`manage.py demo`: made-up sellers through the real verbs, clearly marked, never among real ones."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from readiness.models import Result, User
from readiness.reports.counts import SYNTHETIC
from surveys import actions
from surveys.models import Response, Seller
from tests.surveys.database import everything

pytestmark = pytest.mark.django_db

Captured = pytest.CaptureFixture[str]


def demo(capsys: Captured, sellers: int = 20, seed: int = 1) -> str:
    """Run the command and return what it printed."""
    call_command("demo", sellers=sellers, seed=seed)
    return capsys.readouterr().out


def password(printed: str) -> str:
    found = re.search(r"^Password: +(\S+) ", printed, re.MULTILINE)
    assert found
    return found[1]


def told() -> list[tuple[str, dict[str, object]]]:
    """Return everybody's language and answers, in the order they came."""
    return list(Response.objects.order_by("pk").values_list("language", "answers"))


def test_sellers_are_marked_and_some_leave_before_the_end(capsys: Captured) -> None:
    demo(capsys, sellers=30)
    assert Seller.objects.filter(notice_version=SYNTHETIC).count() == Seller.objects.count() == 30
    assert Response.objects.drafts().exists()
    assert Result.objects.count() == Response.objects.submitted().count() > 15
    assert len(set(Result.objects.values_list("archetype", flat=True))) > 1


def test_sellers_came_over_the_past_weeks(capsys: Captured) -> None:
    demo(capsys)
    now = timezone.now()
    for response in Response.objects.submitted():
        assert now - timedelta(weeks=7) < response.started_at < response.saved_at < now
        assert response.submitted_at == response.saved_at == response.results.get().created_at
        times = [response.page_times[page.id] for page in response.walk().pages]
        assert times == sorted(times)
    days = {started.date() for started in Response.objects.values_list("started_at", flat=True)}
    assert len(days) > 8


def test_a_second_run_adds_nothing_and_a_larger_one_adds_the_rest(capsys: Captured) -> None:
    demo(capsys, sellers=5)
    first = told()
    assert "5, 0 of them new" in demo(capsys, sellers=5)
    assert told() == first
    assert "8, 3 of them new" in demo(capsys, sellers=8)
    assert told()[:5] == first
    assert "8, 0 of them new" in demo(capsys, sellers=2)


def test_a_seed_decides_the_answers(capsys: Captured) -> None:
    demo(capsys, sellers=6, seed=1)
    first = told()
    Seller.objects.all().delete()
    demo(capsys, sellers=6, seed=1)
    again = told()
    Seller.objects.all().delete()
    demo(capsys, sellers=6, seed=2)
    assert first == again != told()


def test_the_login_works_and_changes_at_each_run(capsys: Captured, client: Client) -> None:
    old, new = password(demo(capsys, 0)), password(demo(capsys, 0))
    assert authenticate(username="staff", password=old) is None
    assert client.login(username="staff", password=new)
    assert User.objects.get().is_staff
    assert not User.objects.get().is_superuser
    assert client.get("/staff/").status_code == 200


@pytest.mark.parametrize(("port", "printed"), [(None, "8000"), ("9123", "9123")])
def test_the_address_is_printed(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, port: str | None, printed: str
) -> None:
    monkeypatch.delenv("PORT", raising=False)
    if port:
        monkeypatch.setenv("PORT", port)
    assert f"http://127.0.0.1:{printed}/staff/\n" in demo(capsys, 0)


def test_it_keeps_away_from_real_sellers(capsys: Captured) -> None:
    actions.start(language="en", notice_version="1")
    before = everything()
    with pytest.raises(CommandError, match="Real sellers are in this database"):
        demo(capsys)
    assert everything() == before


@pytest.mark.parametrize("environment", ["", "production", "DEV"])
def test_it_runs_on_developers_machines_alone(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, environment: str
) -> None:
    monkeypatch.setenv("DJANGO_ENV", environment)
    before = everything()
    with pytest.raises(CommandError, match="developer's machine"):
        demo(capsys)
    assert everything() == before


def test_trying_the_demo_by_hand_does_not_lock_it(capsys: Captured) -> None:
    demo(capsys, sellers=2)
    actions.start(language="en", notice_version="1")
    assert "3, 1 of them new" in demo(capsys, sellers=3)


def test_a_run_that_breaks_off_leaves_no_seller(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_response: Response) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("readiness.management.commands.demo.submit", broken)
    with pytest.raises(KeyboardInterrupt):
        demo(capsys)
    assert not Seller.objects.exists()
