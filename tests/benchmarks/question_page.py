"""What a question page costs: filled in from its skeleton, and through the template every time.

Run with `python -m tests.benchmarks.question_page`; it prints figures and never fails on a slow day. The whole request
goes through every middleware, over a database in memory; "fixed" is a page of five bytes through the same middleware.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Final

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
os.environ["DATABASE_URL"] = "sqlite://:memory:"

import django

django.setup()

from django.core.management import call_command
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client
from django.urls import path

from readiness import urls
from surveys.actions import Window, save
from surveys.instrument import registry
from surveys.journey import skeleton
from surveys.journey.question_page import Trouble, context, ticks_for
from surveys.models import Response

ROUNDS: Final = 300
PAGE: Final = "know-how"


def fixed(request: HttpRequest) -> HttpResponse:
    """Answer five bytes."""
    return HttpResponse(b"fixed")


def microseconds(doing: Callable[[], object]) -> float:
    """Return the median time of one call."""
    times = []
    for _ in range(ROUNDS):
        before = perf_counter()
        doing()
        times.append(perf_counter() - before)
    return median(times) * 1e6


def main() -> None:
    """Print one line a way, with its ratio to the fixed page or to the skeleton."""
    urls.urlpatterns.append(path("fixed/", fixed))
    call_command("migrate", verbosity=0)
    client = Client(headers={"host": "localhost"})
    client.post("/begin/", {"agree": "yes"})
    response = Response.objects.get()
    save(response, {"SK1": "simple-questions", "DF1": "weekly-sheet"}, Window("a", 0))
    walk = response.walk()
    page = walk.page(PAGE)
    assert page is not None
    version, wording = response.instrument_version, registry.wording("1.0.0", "en")
    filled = dict.fromkeys(skeleton.FILLED_PER_REQUEST, "x")

    def through_template() -> str:
        shown = context(walk, page, wording, ticks_for(response.answers), Trouble())
        return render_to_string("journey/page.html", {**shown, **filled})

    quick = microseconds(lambda: skeleton.render(page, response.answers, version, "en", **filled))
    slow = microseconds(through_template)
    print(f"page from its skeleton   {quick:8.0f} us")
    print(f"page through the template{slow:8.0f} us   {slow / quick:.1f} times the skeleton")
    floor = microseconds(lambda: client.get("/fixed/"))
    whole = microseconds(lambda: client.get(f"/questions/{PAGE}/"))
    print(f"whole request, fixed     {floor:8.0f} us")
    print(
        f"whole request, questions {whole:8.0f} us   {floor / whole:.2f} of the fixed page's requests per second"
    )


if __name__ == "__main__":
    main()
