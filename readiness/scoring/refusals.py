"""What no scoring model may be, looked at as a whole: wrong names, loose parts, shops it could not judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from readiness.scoring.model import ScoringModel
from surveys.instrument.reading import Table
from surveys.instrument.types import Instrument

LEAST_JOBS: Final = 8
LEAST_FUNCTIONS: Final = 4
"""With fewer a verdict would hang on one or two answers. Judgement: what the smallest shop has."""


def refuse_unfit(root: Table, file: str, model: ScoringModel, instrument: Instrument) -> None:
    """Refuse, through `root`, a model that does not hang together; `file` is its name without the ending.

    Raises:
        Refused: with file and key.
    """
    _refuse_wrong_names(root, file, model, instrument)
    _refuse_repeats(root, "dimension", (d.id for d in model.dimensions))
    _refuse_repeats(root, "question", (q.id for q in model.questions))
    _refuse_loose_parts(root, model)
    _refuse_scored_flags(root, model, instrument)
    _refuse_thin_shops(root, model, instrument)


def _refuse_wrong_names(root: Table, file: str, model: ScoringModel, instrument: Instrument) -> None:
    if model.version != file:
        root.refuse("version", f"is {model.version}, but the file is called {file}.toml")
    if model.changelog[0].version != model.version:
        root.refuse("change", f"must begin with version {model.version}")
    if (model.id, model.instrument) != (instrument.id, instrument.version):
        root.refuse("instrument", f"is {model.id}@{model.instrument}, not {instrument.name}")


def _refuse_repeats(root: Table, key: str, ids: Iterable[str]) -> None:
    for id_, times in Counter(ids).items():
        if times > 1:
            root.refuse(key, f"{id_} stands there {times} times")


def _refuse_loose_parts(root: Table, model: ScoringModel) -> None:
    """Refuse a dimension or a barrier that no question belongs to."""
    for dimension in model.dimensions:
        if all(q.dimension != dimension.id for q in model.questions):
            root.refuse("dimension", f"{dimension.id} has no question")
    for barrier in model.barriers:
        if all(q.barrier != barrier for q in model.questions):
            root.refuse("advice", f"no question speaks of the barrier {barrier}")


def _refuse_scored_flags(root: Table, model: ScoringModel, instrument: Instrument) -> None:
    """Refuse applicability that hangs on a scored answer: a better answer could then lower a result."""
    scored = {q.id for q in model.questions}
    for flag in instrument.flags:
        if flag.question in scored:
            root.refuse("question", f"{flag.question} is scored, but the flag {flag.id} hangs on it")


def _refuse_thin_shops(root: Table, model: ScoringModel, instrument: Instrument) -> None:
    """Refuse a model under which some shop keeps too little to judge.

    A flag only ever takes questions out, so of all combinations the one with every flag set keeps the least.
    """
    kept = [q for q in model.questions if q.job and not instrument.questions[q.id].not_applicable_if]
    functions = {q.dimension for q in kept}
    if len(kept) < LEAST_JOBS:
        root.refuse("question", f"a shop may be left with {len(kept)} jobs; {LEAST_JOBS} are needed")
    if len(functions) < LEAST_FUNCTIONS:
        root.refuse(
            "question", f"a shop may be left with {len(functions)} functions; {LEAST_FUNCTIONS} are needed"
        )
