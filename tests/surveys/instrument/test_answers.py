"""Only choices of the question itself are an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.instrument.answers import Fault, NotAnAnswer, is_skipped, picked_choices, read_answer
from surveys.instrument.types import Answer, Answers, Question
from tests.surveys.answering import INSTRUMENT, any_answer

ONE = Question("X1", ("no", "some", "most"), unsure=True)
FIRM = Question("X2", ("no", "some"))
SEVERAL = Question("X3", ("ads", "stock", "ship", "none"), several=True, alone=frozenset({"none"}))
TWO = Question("X4", ("a", "b", "c", "none"), several=True, most=2, alone=frozenset({"none"}))


@pytest.mark.parametrize(
    ("question", "picked", "answer"),
    [
        (ONE, [], None),
        (ONE, ["most"], "most"),
        (ONE, ["unsure"], "unsure"),
        (SEVERAL, [], None),
        (SEVERAL, ["ship", "ads"], ["ads", "ship"]),
        (SEVERAL, ["ads", "ads"], ["ads"]),
        (SEVERAL, ["none"], ["none"]),
        (TWO, ["c", "a"], ["a", "c"]),
        (TWO, ["c", "a", "c"], ["a", "c"]),
    ],
)
def test_an_answer_is_read(question: Question, picked: list[str], answer: Answer | None) -> None:
    assert read_answer(question, picked) == answer


@pytest.mark.parametrize(
    ("question", "picked", "fault"),
    [
        (ONE, ["ads"], Fault.UNKNOWN_CHOICE),
        (ONE, [""], Fault.UNKNOWN_CHOICE),
        (ONE, ["Most"], Fault.UNKNOWN_CHOICE),
        (ONE, ["most "], Fault.UNKNOWN_CHOICE),
        (ONE, ["most\x00"], Fault.UNKNOWN_CHOICE),
        (ONE, ["no", "x"], Fault.UNKNOWN_CHOICE),
        (ONE, ["no", "most"], Fault.TWO_VALUES),
        (ONE, ["no", "no"], Fault.TWO_VALUES),
        (FIRM, ["unsure"], Fault.UNKNOWN_CHOICE),
        (SEVERAL, ["ads", "x"], Fault.UNKNOWN_CHOICE),
        (SEVERAL, ["unsure"], Fault.UNKNOWN_CHOICE),
        (SEVERAL, ["ads", "none"], Fault.ALONE),
        (TWO, ["a", "b", "c"], Fault.TOO_MANY),
        (TWO, ["a", "b", "none"], Fault.ALONE),
    ],
)
def test_what_is_not_an_answer_is_refused_with_its_fault(
    question: Question, picked: list[str], fault: Fault
) -> None:
    with pytest.raises(NotAnAnswer) as caught:
        read_answer(question, picked)
    assert (caught.value.question, caught.value.fault) == (question, fault)


@given(st.data(), st.sampled_from(list(INSTRUMENT.questions.values())))
def test_an_answer_reads_back_as_itself_in_any_order(data: st.DataObject, question: Question) -> None:
    answer = data.draw(any_answer(question))
    picked = data.draw(st.permutations(picked_choices({question.id: answer}, question.id)))
    assert read_answer(question, picked) == answer


@given(st.sampled_from(list(INSTRUMENT.questions.values())), st.lists(st.text(max_size=8), max_size=4))
def test_nothing_but_choices_comes_through(question: Question, picked: list[str]) -> None:
    try:
        answer = read_answer(question, picked)
    except NotAnAnswer:
        return
    assert set(picked_choices({"X": answer} if answer else {}, "X")) <= set(question.accepted)


@pytest.mark.parametrize(
    ("answers", "picked", "skipped"),
    [
        ({}, (), True),
        ({"X1": []}, (), True),
        ({"X1": "no"}, ("no",), False),
        ({"X1": "unsure"}, ("unsure",), True),
        ({"X1": ["a", "b"]}, ("a", "b"), False),
        ({"X2": "no"}, (), True),
    ],
)
def test_what_counts_as_skipped(answers: Answers, picked: tuple[str, ...], skipped: bool) -> None:
    assert picked_choices(answers, "X1") == picked
    assert is_skipped(answers, "X1") is skipped
