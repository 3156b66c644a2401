"""Who gets what on which staff page, and what a login gives away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from readiness.models import User
from readiness.reports.urls import urlpatterns
from tests.reports.filling import PASSWORD
from tests.surveys.database import everything

OVERVIEW, LOGIN, LOGOUT = "reports:overview", "reports:login", "reports:logout"
ASK: Any = ("/staff/login/?next=/staff/", 302)
TO_LOGIN: Any = ("/staff/login/", 302)

TABLE: dict[tuple[str, str], dict[str, Any]] = {
    (OVERVIEW, "GET"): {"anonymous": ASK, "not staff": 404, "switched off": ASK, "staff": 200},
    (OVERVIEW, "HEAD"): {"anonymous": ASK, "not staff": 404, "switched off": ASK, "staff": 200},
    (OVERVIEW, "POST"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 405),
    (OVERVIEW, "DELETE"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 405),
    (LOGIN, "GET"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 200),
    (LOGIN, "HEAD"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 200),
    (LOGIN, "POST"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 200),
    (LOGIN, "PUT"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 405),
    (LOGOUT, "GET"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), 405),
    (LOGOUT, "POST"): dict.fromkeys(("anonymous", "not staff", "switched off", "staff"), TO_LOGIN),
}

CASES = [(name, method, who, got) for (name, method), row in TABLE.items() for who, got in row.items()]


@pytest.mark.parametrize(("name", "method", "who", "got"), CASES)
def test_visitor_page_method(
    come_as: Callable[[str], Client], name: str, method: str, who: str, got: Any
) -> None:
    answer = come_as(who).generic(method, reverse(name))
    assert (answer.status_code if isinstance(got, int) else (answer.headers["Location"], 302)) == got


def test_the_table_has_every_page() -> None:
    assert {f"reports:{pattern.name}" for pattern in urlpatterns} == {name for name, _ in TABLE}


def test_where_no_page_stands_reads_like_any_other_missing_page(come_as: Callable[[str], Client]) -> None:
    visitor = come_as("not staff")
    assert visitor.get(reverse(OVERVIEW)).content == visitor.get("/no-such-page/").content


@pytest.mark.parametrize("name", [OVERVIEW, LOGIN])
def test_showing_a_page_writes_nothing_but_the_session(staff_client: Client, name: str) -> None:
    before = everything()
    staff_client.get(reverse(name))
    after = everything()
    assert {table for table in after if after[table] != before[table]} <= {Session._meta.db_table}


@pytest.mark.django_db
def test_a_stranger_leaves_no_session() -> None:
    client = Client()
    client.get(reverse(LOGIN))
    client.post(reverse(LOGIN), {"username": "mei", "password": "wrong"})
    assert not Session.objects.exists()


# ---- logging in -------------------------------------------------------------------------------------------


def log_in(client: Client, username: str, password: str, **more: str) -> Any:
    return client.post(reverse(LOGIN), {"username": username, "password": password, **more})


def test_staff_log_in_and_get_a_fresh_session(staff: User, client: Client) -> None:
    planted = client.session
    planted["planted"] = True
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(planted.session_key)
    answer = log_in(client, "mei", PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse(OVERVIEW))
    assert client.session[SESSION_KEY] == str(staff.pk)
    assert client.session.session_key != planted.session_key
    assert not Session.objects.filter(pk=planted.session_key).exists()


@pytest.mark.parametrize(
    ("username", "password", "change"),
    [
        ("mei", "wrong", {}),
        ("nobody", PASSWORD, {}),
        ("mei", PASSWORD, {"is_staff": False}),
        ("mei", PASSWORD, {"is_active": False}),
        ("MEI", PASSWORD, {}),
    ],
)
def test_every_refusal_reads_the_same(
    staff: User, client: Client, username: str, password: str, change: dict[str, bool]
) -> None:
    User.objects.update(**{"is_active": True, **change})
    page = log_in(client, username, password)
    assert page.context["form"].errors == {"__all__": [page.context["form"].error_messages["invalid_login"]]}
    assert "This name and password do not go together." in page.content.decode()
    assert SESSION_KEY not in client.session


@pytest.mark.parametrize("username", ["", "mei\x00", "x" * 300, "\udcff".encode("utf-8", "replace").decode()])
def test_hostile_names_are_form_errors(staff: User, client: Client, username: str) -> None:
    page = log_in(client, username, PASSWORD)
    assert page.status_code == 200
    assert page.context["form"].errors


@pytest.mark.parametrize(
    ("target", "lands"),
    [
        ("/staff/?x=1", "/staff/?x=1"),
        ("https://evil.example/", "/staff/"),
        ("//evil.example/", "/staff/"),
        ("javascript:alert(1)", "/staff/"),
        ("/\\evil.example", "/staff/"),
    ],
)
def test_login_leads_to_this_site_alone(staff: User, client: Client, target: str, lands: str) -> None:
    assert log_in(client, "mei", PASSWORD, next=target).headers["Location"] == lands


def test_logging_out_ends_the_session_and_empties_the_cache(staff_client: Client) -> None:
    key = staff_client.session.session_key
    answer = staff_client.post(reverse(LOGOUT))
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert not Session.objects.filter(pk=key).exists()
    assert staff_client.get(reverse(OVERVIEW)).status_code == 302


def test_a_login_needs_a_token_of_ours(staff: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert log_in(strict, "mei", PASSWORD).status_code == 403
