"""The way through the questionnaire without any script."""

from __future__ import annotations

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from surveys.actions import Window, save
from surveys.instrument.types import Answer, Page
from surveys.instrument.walk import walk
from surveys.journey.identity import COOKIE_AGE
from tests.surveys.answering import EVERYTHING, INSTRUMENT, SMALLEST, complete
from tests.surveys.database import everything
from tests.surveys.journey.visitor import COOKIE, Visitor, attribute, controls, has, page_url, read

CHECK = "/check/"
LISTINGS: dict[str, Answer | None] = {
    "LC1": "no",
    "LC2": "some",
    "LC3": "unsure",
    "PP1": "most",
    "PP2": "tried",
}


def on_page(page_id: str, answers: dict[str, Answer]) -> dict[str, Answer | None]:
    """Return those of a shop's answers that its page shows."""
    page = walk(INSTRUMENT, answers).page(page_id)
    return {question.id: answers[question.id] for question in page.questions} if page else {}


@pytest.mark.parametrize("profile", [EVERYTHING, SMALLEST])
def test_from_the_first_page_to_the_check(seller: Visitor, profile: dict[str, Answer]) -> None:
    answers = complete(profile)
    way = [page.id for page in walk(INSTRUMENT, answers).pages]
    for page_id, following in zip(way, [*map(page_url, way[1:]), CHECK], strict=True):
        answer = seller.answer(page_id, on_page(page_id, answers))
        assert (answer.status_code, answer["Location"]) == (302, following)
    shown = {q: a for page_id in way for q, a in on_page(page_id, answers).items()}
    assert seller.response.answers == shown
    assert "Not answered" not in seller.client.get(CHECK).content.decode()


def test_back_leads_page_by_page_to_the_start(seller: Visitor) -> None:
    way = [page.id for page in INSTRUMENT.pages]
    for page_id, before in zip(way, ["/", *map(page_url, way)], strict=False):
        back = read(seller.client.get(page_url(page_id))).query("a.back")[0]
        assert attribute(back, "href") == before
    assert attribute(read(seller.client.get(CHECK)).query("a.back")[0], "href") == page_url(way[-1])


@pytest.mark.parametrize("page", INSTRUMENT.pages, ids=lambda page: page.id)
def test_nothing_is_picked_beforehand_and_opening_writes_nothing(seller: Visitor, page: Page) -> None:
    before = everything()
    assert not read(seller.client.get(page_url(page.id))).query("[checked]")
    assert seller.client.head(page_url(page.id)).status_code == 200
    assert everything() == before


def test_what_was_saved_is_picked_when_the_page_is_opened_again(seller: Visitor) -> None:
    seller.answer("listings", LISTINGS)
    shown = seller.form("listings")
    assert {q: a for q, a in shown.items() if q in LISTINGS} == {q: [a] for q, a in LISTINGS.items()}


def test_from_the_check_and_back(seller: Visitor) -> None:
    seller.answer("listings", LISTINGS)
    change = [attribute(a, "href") for a in read(seller.client.get(CHECK)).query(".change a")]
    assert "/questions/listings/?from=check#LC1" in change
    form = seller.form("listings", "?from=check")
    answer = seller.send("listings", form, {"LC1": "most"})
    assert (answer.status_code, answer["Location"]) == (302, CHECK)
    assert seller.response.answers["LC1"] == "most"


def test_the_way_back_to_the_check_outlives_a_mistake(seller: Visitor) -> None:
    form = seller.form("listings", "?from=check")
    again = controls(read(seller.send("listings", form, {})), "#questions")
    assert seller.send("listings", again, LISTINGS)["Location"] == CHECK


@pytest.mark.parametrize("origin", ["", "https://example.org/", "//example.org", "check2", "\x00"])
def test_where_it_came_from_is_check_or_nothing(seller: Visitor, origin: str) -> None:
    form = seller.form("listings") | {"from": [origin]}
    assert seller.send("listings", form, LISTINGS)["Location"] == page_url("buyers")


def test_a_missing_answer_is_pointed_out_and_the_others_are_saved(seller: Visitor) -> None:
    answer = seller.answer("listings", {"LC1": "some", "PP2": "no"})
    page = read(answer)
    assert answer.status_code == 422
    assert seller.response.answers == {"LC1": "some", "PP2": "no"}
    links = page.query("#error-summary a")
    assert [attribute(link, "href") for link in links] == ["#LC2-no", "#LC3-no", "#PP1-no"]
    assert all(page.query(attribute(link, "href")) for link in links)
    assert links[0].to_text().strip() == "make or fix your product photos or videos?"
    assert attribute(page.query("fieldset#LC2")[0], "aria-describedby") == "LC2-error"
    assert "Pick an answer" in page.query("#LC2-error")[0].to_text()
    assert not page.query("#LC1-error")
    assert {attribute(tick, "id") for tick in page.query("[checked]")} == {"LC1-some", "PP2-no"}


def test_answers_may_be_left_out_for_now(seller: Visitor) -> None:
    first = seller.answer("listings", {"LC1": "some"})
    assert "Go on without these" in first.content.decode()
    again = seller.send("listings", controls(read(first), "#questions"), {}, go="skip")
    assert (again.status_code, again["Location"]) == (302, page_url("buyers"))
    assert seller.response.answers == {"LC1": "some"}


def test_what_must_be_answered_is_named_on_the_check(seller: Visitor) -> None:
    assert seller.answer("start", {"C0": "none"}, go="skip").status_code == 302
    check = read(seller.client.get(CHECK))
    wanted = [attribute(a, "href") for a in check.query(".notice-warn a")]
    assert wanted == [f"/questions/start/?from=check#{q}" for q in ("P4", "P8", "P9")]


def test_the_valid_part_is_saved_when_another_answer_is_wrong(seller: Visitor) -> None:
    answer = seller.answer(
        "safety", {"RU1": "as-it-is", "RU2": "rule", "T1": ["LC", "PP", "MA"], "B1": ["cost", "none"]}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert seller.response.answers == {"RU1": "as-it-is", "RU2": "rule"}
    assert "Pick up to 2 answers." in text
    assert "does not go with another answer" in text


def test_a_wrong_pick_is_shown_as_it_was_left(seller: Visitor) -> None:
    seller.answer("safety", {"T1": ["FB"]}, go="skip")
    page = read(seller.answer("safety", {"T1": ["LC", "PP", "MA"]}))
    assert {attribute(tick, "value") for tick in page.query("#T1 [checked]")} == {"LC", "PP", "MA"}
    assert seller.response.answers == {"T1": ["FB"]}


def test_boxes_can_be_emptied(seller: Visitor) -> None:
    seller.answer("safety", {"T1": ["LC"], "B1": ["cost"]}, go="skip")
    seller.answer("safety", {"T1": []}, go="skip")
    assert seller.response.answers == {"B1": ["cost"]}


@pytest.mark.parametrize("profile", [EVERYTHING, SMALLEST])
def test_what_does_not_apply_is_not_shown_and_not_asked_for(
    seller: Visitor, profile: dict[str, Answer]
) -> None:
    save(seller.response, profile, Window("a", 0))
    shown = {question.id for page in walk(INSTRUMENT, profile).pages for question in page.questions}
    pages = [seller.client.get(page_url(page.id)) for page in INSTRUMENT.pages]
    assert {attribute(f, "id") for page in pages for f in read(page).query("fieldset")} == shown


def test_an_answer_outlives_the_time_in_which_it_does_not_apply(seller: Visitor) -> None:
    seller.answer("buyers", {"MA2": "most"}, go="skip")
    for does in (["none"], ["ads"]):
        seller.answer("start", {"P9": does}, go="skip")
        assert seller.response.answers["MA2"] == "most"


def test_saving_a_page_makes_the_browser_carry_the_code_for_longer(seller: Visitor) -> None:
    cookie = seller.answer("listings", {"LC1": "some"}, go="skip").cookies[COOKIE]
    assert (cookie.value, cookie["max-age"]) == (seller.code, COOKIE_AGE)


# ---- two windows ------------------------------------------------------------------------------------------


def test_two_windows_on_one_question_show_both_answers(seller: Visitor) -> None:
    here, there = seller.form("listings"), seller.form("listings")
    seller.send("listings", there, LISTINGS)
    answer = seller.send("listings", here, {**LISTINGS, "LC1": "most"})
    page, text = read(answer), answer.content.decode()
    assert answer.status_code == 409
    assert "Another window saved: No<" in text
    assert attribute(page.query("#LC1 [checked]")[0], "value") == "most"
    link = page.query("#conflict a")[0]
    assert page.query(attribute(link, "href"))
    assert has(page.query("#conflict")[0], "autofocus")
    assert seller.response.answers == LISTINGS


def test_boxes_that_were_emptied_here_stay_empty_beside_what_was_saved_there(seller: Visitor) -> None:
    here, there = seller.form("safety"), seller.form("safety")
    seller.send("safety", there, {"T1": ["LC"]}, go="skip")
    answer = seller.send("safety", here, {"T1": []}, go="skip")
    assert answer.status_code == 409
    assert not read(answer).query("#T1 [checked]")
    assert "Another window saved: Listings and content" in answer.content.decode()
    assert seller.response.answers == {"T1": ["LC"]}


@pytest.mark.parametrize("mine", ["most", "no"])
def test_a_conflict_is_settled_by_sending_the_page_again(seller: Visitor, mine: str) -> None:
    here, there = seller.form("listings"), seller.form("listings")
    seller.send("listings", there, LISTINGS)
    conflict = seller.send("listings", here, {**LISTINGS, "LC1": "most"})
    answer = seller.send("listings", controls(read(conflict), "#questions"), {"LC1": mine})
    assert answer.status_code == 302
    assert seller.response.answers == {**LISTINGS, "LC1": mine}


def test_two_windows_on_different_questions_merge(seller: Visitor) -> None:
    here, there = seller.form("listings"), seller.form("listings")
    seller.send("listings", there, {"LC1": "some"}, go="skip")
    assert seller.send("listings", here, {"LC2": "most"}, go="skip").status_code == 302
    assert seller.response.answers == {"LC1": "some", "LC2": "most"}


def test_sending_a_page_twice_changes_nothing(seller: Visitor) -> None:
    form = seller.form("listings")
    seller.send("listings", form, LISTINGS)
    before = everything()
    assert seller.send("listings", form, LISTINGS)["Location"] == page_url("buyers")
    assert everything() == before


# ---- what it costs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", INSTRUMENT.pages, ids=lambda page: page.id)
def test_queries_of_a_page(
    seller: Visitor, page: Page, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        form = seller.form(page.id)
    with django_assert_max_num_queries(4):
        seller.send(page.id, form, on_page(page.id, complete(EVERYTHING)))
    with django_assert_max_num_queries(4):
        seller.send(page.id, form, {})
    with django_assert_max_num_queries(3):
        assert seller.client.get(reverse("journey:check")).status_code == 200
