"""Submitting closes a response and stores its result: both or neither, once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from readiness.models import Result
from readiness.results import actions
from readiness.scoring import registry
from surveys import actions as surveys
from surveys.instrument.types import Answer
from surveys.models import Response
from tests.results.sellers import all_said, answering, submitted
from tests.scoring.scorer import REAL
from tests.scoring.shops import Case, Shop, random_shops, worked_cases
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Reply, Visitor, attribute, has, read

pytestmark = pytest.mark.django_db


def press(visitor: Visitor) -> Reply:
    return visitor.client.post(reverse("results:submit"))


@pytest.fixture
def ready(aina: Case) -> tuple[Visitor, Response]:
    """Aina at the check page."""
    return answering(aina.answers)


# ---- it works ---------------------------------------------------------------------------------------------


def test_it_leads_to_the_result_and_the_browser_remembers_on(ready: tuple[Visitor, Response]) -> None:
    visitor, response = ready
    code = visitor.code
    answer = press(visitor)
    assert (answer.status_code, answer["Location"]) == (302, reverse("results:result"))
    assert answer["Cache-Control"] == "no-store, private"
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (code, True, "Lax")
    assert cookie["max-age"] >= 30 * 24 * 3600
    response.refresh_from_db()
    assert response.submitted_at is not None


def test_submitting_again_gives_the_same_result(ready: tuple[Visitor, Response]) -> None:
    visitor, response = ready
    press(visitor)
    before = everything()
    assert press(visitor)["Location"] == reverse("results:result")
    assert actions.submit(Response.objects.get(pk=response.pk)) == Result.objects.get()
    assert everything() == before


def test_it_asks_the_database_little(
    ready: tuple[Visitor, Response], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(5):  # look up, begin, close, store, commit
        press(ready[0])
    with django_assert_max_num_queries(2):
        press(ready[0])


@pytest.mark.parametrize("case", worked_cases(), ids=lambda case: case.id)
def test_what_is_stored_is_what_the_case_states(case: Case) -> None:
    stored = Result.objects.get(pk=submitted(case.answers)[1].pk)
    stated = case.expected
    assert (stored.archetype, stored.rule) == (stated["verdict"], stated["rule"])
    assert (stored.earned, stored.possible, stored.shown) == (
        stated["earned"],
        stated["possible"],
        stated["shown"],
    )
    assert stored.skipped == len(stated.get("skipped", []))
    assert stored.certainty == stated["confidence"]["word"]
    assert stored.functions_at_work == stated["functions_at_work"]
    assert stored.dimensions == stated.get("dimensions", stored.dimensions)


@pytest.mark.parametrize("shop", list(random_shops(seed=11, count=8, skips=0.2)))
def test_what_is_stored_is_a_fresh_evaluation(shop: Shop) -> None:
    stored = Result.objects.get(pk=submitted(shop)[1].pk)
    score, verdict = REAL.sums(shop)
    assert (stored.archetype, stored.rule) == (verdict.archetype, verdict.rule)
    assert (stored.earned, stored.possible, stored.shown) == (score.earned, score.possible, score.shown)
    assert stored.skipped == len(score.skipped)
    assert stored.dimensions == {d.dimension: [d.points, d.possible] for d in score.dimensions}
    assert stored.functions_at_work == list(score.functions_at_work)


def test_a_result_names_all_that_it_depended_on(result: Result) -> None:
    digests = registry.digests()[result.model_version]
    assert (result.instrument_version, result.model_version) == ("1.0.0", "1.0.0")
    assert (result.scoring_digest, result.advice_digest) == (digests["scoring"], digests["advice"])
    result.full_clean()


# ---- it refuses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("left_out", [("P4",), ("P8",), ("P9",), ("P4", "P8", "P9")])
def test_without_a_needed_answer_nothing_is_closed(aina: Case, left_out: tuple[str, ...]) -> None:
    visitor, _ = answering({q: a for q, a in aina.answers.items() if q not in left_out})
    before = everything()
    answer = press(visitor)
    page = read(answer)
    assert answer.status_code == 422
    assert page.query("title")[0].to_text().startswith("Error:")
    assert has(page.query("#error-summary")[0], "autofocus")
    links = [attribute(link, "href") for link in page.query("#error-summary a")]
    assert links == [reverse("journey:page", args=["start"]) + f"?from=check#{q}" for q in left_out]
    assert all(len(page.query(f"#{q}")) == 1 for q in left_out)
    assert everything() == before


def test_an_empty_draft_is_refused_with_its_questions(db: None) -> None:
    visitor, response = answering({})
    assert press(visitor).status_code == 422
    with pytest.raises(actions.Incomplete) as refused:
        actions.submit(response)
    assert [question.id for question in refused.value.questions] == ["P4", "P8", "P9"]


def test_whoever_carries_no_code_is_lost() -> None:
    before = everything()
    answer = press(Visitor())
    assert answer.status_code == 403
    assert all_said(read(answer), "h1")
    assert everything() == before


@pytest.mark.parametrize("method", ["get", "head", "put", "delete"])
def test_only_a_form_submits(ready: tuple[Visitor, Response], method: str) -> None:
    assert getattr(ready[0].client, method)(reverse("results:submit")).status_code == 405
    assert not Result.objects.exists()


def test_another_site_cannot_submit(ready: tuple[Visitor, Response]) -> None:
    stranger = Visitor(Client(enforce_csrf_checks=True))
    stranger.client.cookies[COOKIE] = ready[0].code
    assert press(stranger).status_code == 403
    assert not Result.objects.exists()


# ---- meanwhile --------------------------------------------------------------------------------------------


def test_a_response_that_was_deleted_meanwhile_is_closed(ready: tuple[Visitor, Response]) -> None:
    visitor, response = ready
    surveys.withdraw(response.seller)
    with pytest.raises(surveys.Closed):
        actions.submit(response)
    assert press(visitor).status_code == 403
    assert not Result.objects.exists()


def test_an_answer_that_came_in_between_is_scored(ready: tuple[Visitor, Response]) -> None:
    late = Response.objects.get(pk=ready[1].pk)
    surveys.save(ready[1], {"LC1": "most"}, surveys.Window("other", 9))
    assert actions.submit(late).earned == 30
    assert late.answers["LC1"] == "most"


def test_a_needed_answer_that_was_taken_back_in_between_refuses(ready: tuple[Visitor, Response]) -> None:
    late = Response.objects.get(pk=ready[1].pk)
    surveys.save(ready[1], {"P4": None}, surveys.Window("other", 9))
    with pytest.raises(actions.Incomplete):
        actions.submit(late)
    assert not Response.objects.submitted().exists()


def test_whoever_was_submitted_by_another_request_gets_its_result(ready: tuple[Visitor, Response]) -> None:
    late = Response.objects.get(pk=ready[1].pk)
    first = actions.submit(ready[1])
    assert actions.submit(late) == first
    assert Result.objects.count() == 1


def test_a_result_that_cannot_be_stored_leaves_the_response_open(
    ready: tuple[Visitor, Response], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    before = everything()
    monkeypatch.setattr(Result, "save", full)
    with pytest.raises(OSError, match="no space"):
        actions.submit(ready[1])
    assert everything() == before


@pytest.mark.parametrize("given", [{"LC1": "most"}, {"P4": None}])
def test_nothing_changes_after_submission(result: Result, given: dict[str, Answer | None]) -> None:
    before = everything()
    with pytest.raises(surveys.Closed):
        surveys.save(result.response, given, surveys.Window("late", 99))
    assert everything() == before


def test_a_check_page_of_an_earlier_attempt_submits_no_later_one(ready: tuple[Visitor, Response]) -> None:
    visitor, response = ready
    page = read(visitor.client.get(reverse("journey:check")))
    form = {attribute(i, "name"): attribute(i, "value") for i in page.query("form[action='/submit/'] input")}
    press(visitor)
    next_one = surveys.start_again(response.seller, language="en", notice_version="1")
    surveys.save(next_one, {"P4": "1", "P8": "none", "P9": ["none"]}, surveys.Window("again", 0))
    visitor.client.post(reverse("results:submit"), form)
    assert Response.objects.get(pk=next_one.pk).submitted_at is None
