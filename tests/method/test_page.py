"""The method page says all that the published files hold, and asks the database for nothing."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import pytest
from django.conf import settings
from django.test import Client
from justhtml import JustHTML

from readiness.learning.catalogue import catalogue
from readiness.method import rules
from readiness.method.published import Published
from readiness.method.questions import question_text
from readiness.scoring import registry as models
from surveys.instrument import registry as instruments

STYLESHEET: Final = Path(settings.BASE_DIR) / "readiness/static/readiness/site.css"

Cells = Callable[[str], list[list[str]]]


def attribute(node: Any, name: str) -> str:
    """Return an attribute that the node has."""
    return str(node.attrs[name])


def test_it_asks_the_database_for_nothing() -> None:
    # Without the db fixture pytest-django refuses every query, whatever cookies come along.
    client = Client()
    client.cookies.load({settings.SELLER_COOKIE_NAME: "x", settings.SESSION_COOKIE_NAME: "x"})
    for path in ("", "model.json", "example.json", "recompute.py", f"{models.versions()[0]}/"):
        assert client.get(f"/method/{path}").status_code == 200


def test_every_choice_stands_with_its_points_and_effort(found: Published, cells: Cells) -> None:
    rows = iter(row for row in cells("#questions details table tbody"))
    for question in found.model.questions:
        words = found.wording.questions[question.id]
        head = next(rows)[0]
        assert head.startswith(f"{question.id} · {words.text}")
        asked = found.instrument.questions[question.id]
        assert head.count("Left out if") == len(asked.not_applicable_if)
        for level, choice in enumerate(question.choices):
            effort = str(question.effort[level]) if level < question.reach else "–"
            assert next(rows) == [words.choices[choice], str(question.points[level]), effort]
    assert next(rows, None) is None


def test_every_question_without_points_stands_with_its_choices(found: Published, text: str) -> None:
    scored = {question.id for question in found.model.questions}
    rest = [id_ for id_ in found.instrument.questions if id_ not in scored]
    assert len(rest) + len(scored) == len(found.instrument.questions)
    for id_ in rest:
        choices = "; ".join(found.wording.questions[id_].choices.values())
        assert f"{id_} · {question_text(found, id_)} {choices}" in text


def test_every_dimension_stands_with_its_points(found: Published, page: JustHTML) -> None:
    folds = [" ".join(fold.to_text().split()) for fold in page.query("#questions details summary")]
    for dimension in found.model.dimensions:
        possible = sum(q.possible for q in found.model.questions if q.dimension == dimension.id)
        assert f"{found.wording.groups[dimension.id]}: {possible} points" in folds


def test_every_cut_off_stands_with_its_value(found: Published, cells: Cells) -> None:
    shown = {row[0]: row[1] for row in cells("#cut-offs tbody")}
    for row in rules.cut_offs(found):
        assert shown[f"{row.name} {row.why}"] == row.value
    assert len(rules.cut_offs(found)) == len(asdict(found.model.rules))


@pytest.mark.parametrize(
    "sentence",
    [
        "65 or more",
        "25 or more",
        "AI at work in at least 4 in 5 parts of your shop",
        "AI regularly helps with at least 1 in 6 of your jobs",
        "when it earns at least half of its points",
        "Not the lowest answer to RU1, RU2",
        "moves one down with a chance of 3 in 20",
        "With more than 3 skipped answers",
        "the chance of your own group is 9 in 10 or more",
        "AV1, AV2 are never a step",
        "RS1 goes no further than “15 minutes to 1 hour”",
    ],
)
def test_the_rule_is_said_in_words(sentence: str, text: str) -> None:
    assert sentence in text


def test_every_weight_stands_with_its_value(found: Published, cells: Cells) -> None:
    shown = cells("#advice table")
    values = asdict(found.model.advice) | asdict(found.model.matching)
    weights = rules.weights(found)
    assert [row.value for row in weights] == [str(v) for v in values.values() if isinstance(v, int)]
    assert all([row.name, row.value] in shown for row in weights)


def test_every_barrier_names_the_answers_that_speak_of_it(found: Published, text: str) -> None:
    for barrier in found.model.barriers:
        speaking = ", ".join(q.id for q in found.model.questions if q.barrier == barrier)
        name = found.wording.questions[found.model.advice.barriers].choices[barrier]
        assert f"{name}: {speaking}" in text


def test_every_fact_that_leaves_questions_out_is_listed(found: Published, cells: Cells) -> None:
    shown = cells("#left-out table")
    for flag in found.instrument.flags:
        out = [q.id for q in found.instrument.questions.values() if flag.id in q.not_applicable_if]
        points = sum(q.possible for q in found.model.questions if q.id in out)
        row = next(r for r in shown if r[1] == ", ".join(out))
        assert found.wording.questions[flag.question].choices[flag.choice] in row[0]
        assert row[2] == str(points)


def test_versions_fingerprints_and_review_are_told(found: Published, text: str) -> None:
    instrument = found.instrument.version
    digests = models.digests()[found.model.version] | instruments.digests()[instrument]
    for digest in (*digests.values(), catalogue().digest):
        assert digest in text
    assert "English : the language it was written in" in text
    assert "The first published version. It changes no earlier result." in text


def test_it_says_what_is_not_known_yet(text: str) -> None:
    assert "Provisional. The makers of this site set the cut-offs" in text
    assert "Do not use it for credit, fees, ranking" in text
    assert "%" not in text, "no figure from a simulation may pass for one about sellers"
    assert "this page gives no figure from it" in text


def test_markup_is_sound(html: str, page: JustHTML) -> None:
    assert len(page.query("h1")) == 1
    ids = [attribute(node, "id") for node in page.query("[id]")]
    assert len(ids) == len(set(ids))
    contents = [attribute(link, "href") for link in page.query("main nav a")]
    assert {f"#{id_}" for id_ in ids} >= set(contents) > set()
    assert "style=" not in html
    assert "<script" not in html
    assert "http" not in html


def test_it_is_light(html: str) -> None:
    sizes = [len(gzip.compress(content)) for content in (html.encode(), STYLESHEET.read_bytes())]
    assert sum(sizes) <= 20_000
    assert sizes[0] <= 13_000


def test_search_engines_may_list_the_newest_version_alone() -> None:
    newest = Client().get("/method/")
    older = Client().get(f"/method/{models.versions()[0]}/")
    assert newest.headers["X-Robots-Tag"] == "index, follow"
    assert b'name="robots"' not in newest.content
    assert older.headers["X-Robots-Tag"].startswith("noindex")
    assert newest.headers["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("path", ["/method/9.9.9/", "/method/x/model.json", "/method/9.9.9/example.json"])
def test_an_unknown_version_is_not_found(path: str) -> None:
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("path", ["", "model.json", "example.json", "recompute.py"])
def test_nothing_can_be_sent_to_it(path: str) -> None:
    assert Client().post(f"/method/{path}").status_code == 405
