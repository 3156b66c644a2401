"""`manage.py demo`: fill a database of its own with made-up sellers, and make a staff login to look at them."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from readiness.environment import Environment
from readiness.models import Result, User
from readiness.reports.counts import SYNTHETIC, holds_real, synthetic_sellers
from readiness.reports.synthetic import answers
from readiness.results.actions import submit
from surveys.actions import Window, save, start
from surveys.models import Response, Seller

LOGIN: Final = "staff"

SPAN: Final = timedelta(weeks=6)
"""The made-up sellers came by within this time before now."""

LEFT: Final = 0.18
"""Share of the sellers who leave before the end."""


class Command(BaseCommand):
    """Add made-up sellers up to a wanted number, and print a new staff login."""

    help = "Fills a developer's database with made-up sellers, clearly marked, and prints a staff login."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take how many sellers, and the seed: equal seeds make equal sellers."""
        parser.add_argument("--sellers", type=int, default=300, help="how many there shall be (default 300)")
        parser.add_argument("--seed", type=int, default=1, help="another number makes other sellers")

    def handle(self, **options: Any) -> None:
        """Bring the made-up sellers up to the wanted number. A second run adds nothing."""
        environment = Environment()
        present, wanted = synthetic_sellers(), options["sellers"]
        refuse_real_sellers(environment, present)
        add_sellers(range(present, wanted), options["seed"])
        address = f"http://127.0.0.1:{environment.whole('PORT', 8000)}{reverse('reports:overview')}"
        self.stdout.write(
            f"\nMade-up sellers: {max(present, wanted)}, {max(0, wanted - present)} of them new."
        )
        self.stdout.write(f"Staff pages:     {address}")
        self.stdout.write(f"Name:            {LOGIN}")
        self.stdout.write(f"Password:        {renew_login()}   (a new one at each run)\n\n")


def refuse_real_sellers(environment: Environment, present: int) -> None:
    """Raise CommandError unless this is a developer's database that is empty, or filled by an earlier run.

    Where made-up sellers are already, a developer may have tried the questionnaire beside them.
    """
    if not environment.is_development:
        raise CommandError("Made-up sellers belong on a developer's machine: this is not DJANGO_ENV=dev.")
    if not present and holds_real():
        raise CommandError(
            "Real sellers are in this database. Give made-up ones a DATABASE_URL of their own."
        )


def add_sellers(numbers: Iterable[int], seed: int) -> None:
    """Let made-up sellers answer and submit through the same verbs as everybody, all of them or none.

    One transaction for all: a transaction for each page of each seller would wait thousands of times for the disk.
    """
    now = timezone.now()
    with transaction.atomic():
        for number in numbers:
            add_seller(Random(f"{seed}:{number}"), now)  # noqa: S311 - no secret, and must be repeatable


def add_seller(random: Random, now: datetime) -> None:
    """Let one made-up seller come by at some time before `now`, and perhaps finish."""
    _code, response = start(language="en", notice_version=SYNTHETIC)
    told = answers(random, response.instrument)
    pages = response.walk(told).pages
    finishes = random.random() >= LEFT
    times: dict[str, int] = {}
    for page in pages if finishes else pages[: random.randrange(len(pages))]:
        given = {q.id: told[q.id] for q in page.questions if q.id in page.answered}
        save(response, given, Window(SYNTHETIC, response.revision))
        times[page.id] = max(times.values(), default=0) + round(15 + random.lognormvariate(3.6, 0.5))
    if finishes:
        submit(response)
    _date_back(response, now - random.uniform(0.001, 1) * SPAN, times)


def renew_login() -> str:
    """Make the demo's staff account, or give it a new password. Returns the password, stored nowhere."""
    password = secrets.token_urlsafe(12)
    user, _ = User.objects.get_or_create(username=LOGIN)
    user.is_staff = user.is_active = True
    user.set_password(password)
    user.save()
    return password


def _date_back(response: Response, started: datetime, page_times: dict[str, int]) -> None:
    """Move what just happened to where it would have happened."""
    saved = started + timedelta(seconds=max(page_times.values(), default=0))
    submitted = saved if response.submitted_at else None
    Seller.objects.filter(pk=response.seller_id).update(consented_at=started)
    Response.objects.filter(pk=response.pk).update(
        started_at=started, saved_at=saved, submitted_at=submitted, page_times=page_times
    )
    Result.objects.filter(response=response).update(created_at=saved)
