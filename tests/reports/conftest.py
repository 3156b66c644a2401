"""People who come to the staff pages, and responses to count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from readiness.models import User
from tests.reports.filling import PASSWORD


@pytest.fixture
def staff(db: None) -> User:
    """A member of staff."""
    return User.objects.create_user("mei", password=PASSWORD, is_staff=True)


@pytest.fixture
def staff_client(client: Client, staff: User) -> Client:
    """A browser in which a member of staff is logged in."""
    client.force_login(staff)
    return client


@pytest.fixture
def come_as(staff: User) -> Callable[[str], Client]:
    """Return a function that gives the browser of a kind of visitor."""

    def visitor(kind: str) -> Client:
        client = Client()
        if kind != "anonymous":
            client.force_login(staff)
        User.objects.update(is_staff=kind != "not staff", is_active=kind != "switched off")
        return client

    return visitor
