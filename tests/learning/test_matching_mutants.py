"""Matchers broken on purpose: each one edit away from the real one, each caught by a named check."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import pytest

from readiness.learning import matching
from tests.learning.checks import CHECKS, Matcher

SOURCE: Final = Path(matching.__file__).read_text(encoding="utf-8")


@dataclass(frozen=True)
class Mutant:
    """One edit: `old` becomes `new`, and `check` must notice."""

    what: str
    old: str
    new: str
    check: str


MUTANTS: Final = (
    Mutant("paid is not held back", 'if "cost" in needs.barriers', "if False", "held_back"),
    Mutant("long is not held back", 'if "time" in needs.barriers', "if False", "held_back"),
    Mutant("peers do not come first", 'int("change" in needs.barriers and', "int(False and", "held_back"),
    Mutant("every barrier holds back paid", 'if "cost" in needs.barriers else 0', "", "held_back"),
    Mutant(
        "weight goes before what is held back", "_held_back(tutorial, weights, needs),", "0,", "held_back"
    ),
    Mutant("exactly short is long", "<= weights.short_minutes", "< weights.short_minutes", "unknown_length"),
    Mutant("time sinks ignored", "= weights.time_sink", "= 0", "time_sinks"),
    Mutant("a barrier earns a place", "    if not here:\n        return None\n", "", "barriers_need_more"),
    Mutant("barriers weigh nothing", "= weights.barrier_fit", "= 0", "barriers_need_more"),
    Mutant("the path weighs nothing", "= weights.on_path", "= 0", "path_first"),
    Mutant("light ones first", "-match.weight", "match.weight", "path_first"),
    Mutant("three for a function", "< model.matching.per_function", "<= model.matching.per_function", "few"),
    Mutant("seven in all", "< model.matching.show", "<= model.matching.show", "few"),
    Mutant("done is shown again", "t.id not in done and", "", "done_is_done"),
    Mutant("English beside enough", "(own or q in thin)", "True", "own_language"),
    Mutant(
        "English first",
        "    return 0 if tutorial.sure_of(needs.language) else 1",
        "    return 3",
        "own_language",
    ),
    Mutant("any language will do", "not own and ENGLISH not in tutorial.languages", "False", "own_language"),
    Mutant("any country will do", "return here and sold", "return sold", "own_market"),
    Mutant("any marketplace will do", "return here and sold", "return here", "own_market"),
    Mutant("levels ignored", "_level_rank(tutorial, needs),\n", "0,\n", "level_decides"),
)


@pytest.fixture
def broken(tmp_path: Path, mutant: Mutant) -> Iterator[Matcher]:
    """The matcher with one edit."""
    assert SOURCE.count(mutant.old) == 1, "the edit must still fit the source, in one place"
    file = tmp_path / "broken_matching.py"
    file.write_text(SOURCE.replace(mutant.old, mutant.new), encoding="utf-8")
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module  # dataclasses look their module up
    try:
        spec.loader.exec_module(module)
        yield cast("Matcher", module.match_tutorials)
    finally:
        del sys.modules[file.stem]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.what)
def test_a_broken_matcher_is_caught(broken: Matcher, mutant: Mutant) -> None:
    check = next(check for check in CHECKS if check.__name__ == mutant.check)
    with pytest.raises((AssertionError, IndexError)):  # the second: a place earned by no question at all
        check(broken)
