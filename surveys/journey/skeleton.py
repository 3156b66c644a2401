"""Question pages, rendered once and filled in many times.

Only the ticks, the window, the draft and the form token differ between two sellers on the same page in the same
language. So the template is rendered once, with blanks in those places, and each request joins strings. Measured in
tests/benchmarks; a page through the template every time costs several times as much.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from django.template.loader import render_to_string
from django.utils.translation import override

from surveys.instrument import registry
from surveys.instrument.answers import picked_choices
from surveys.instrument.types import Answers
from surveys.instrument.walk import WalkedPage, flags_set, walk_with
from surveys.journey.question_page import Trouble, context

BLANK: Final = "\x00"
"""Stands on both sides of a blank's name. It cannot occur in a template or a published text."""

Pieces = tuple[str, ...]
"""Fixed text and blanks' names, taking turns."""

FILLED_PER_REQUEST: Final = ("csrf_token", "seen", "window", "draft", "origin")


def render(page: WalkedPage, answers: Answers, version: str, language: str, **filled: str) -> str:
    """Return a page without trouble as HTML. `filled` gives FILLED_PER_REQUEST; none of them needs escaping."""
    pieces = _pieces(version, page.id, flags_set(registry.instrument(version), answers), language)
    ticked = {f"{q.id}={c}": " checked" for q in page.questions for c in picked_choices(answers, q.id)}
    return _fill(pieces, {**ticked, **filled})


@lru_cache(maxsize=1024)
def _pieces(version: str, page_id: str, flags: frozenset[str], language: str) -> Pieces:
    walk = walk_with(registry.instrument(version), flags, {})
    page = walk.page(page_id)
    if page is None:
        raise LookupError(f"Nothing on page {page_id} applies.")
    with override(language):
        wording = registry.wording_or_source(version, language)
        blanks = context(walk, page, wording, lambda q, c: f"{BLANK}{q}={c}{BLANK}", Trouble())
        blanks |= {name: f"{BLANK}{name}{BLANK}" for name in FILLED_PER_REQUEST}
        return tuple(render_to_string("journey/page.html", blanks).split(BLANK))


def _fill(pieces: Pieces, values: Mapping[str, str]) -> str:
    return "".join(values.get(piece, "") if place % 2 else piece for place, piece in enumerate(pieces))
