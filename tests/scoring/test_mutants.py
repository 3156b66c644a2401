"""Scorers broken on purpose: each one edit away from the real one, each caught by a named check.

That tutorials with a price are held back under the barrier "cost" is checked where tutorials are matched.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

import readiness.scoring
from tests.scoring.checks import PROPERTIES, RUNS, hold
from tests.scoring.scorer import REAL, Scorer

SOURCE: Final = Path(readiness.scoring.__file__).parent


@dataclass(frozen=True)
class Mutant:
    """One edit: `old` becomes `new` in `file`, and `check` must notice."""

    what: str
    file: str
    old: str
    new: str
    check: str


MUTANTS: Final = (
    Mutant(
        "not applicable counts as possible points",
        "score.py",
        "possible = sum(e.question.possible for e in sheet.entries)",
        "possible = 100",
        "additive",
    ),
    Mutant(
        "safety blocks at the second-lowest choice",
        "verdict.py",
        "sum(level > 0 for level in habits)",
        "sum(level != 1 for level in habits)",
        "boundary_walk",
    ),
    Mutant("flags are ignored", "sheet.py", "& flags}", "& frozenset()}", "recomputed"),
    Mutant(
        "a function with full points is not at work",
        "score.py",
        "share.numerator * possible\n",
        "share.numerator * possible and points < possible\n",
        "extremes",
    ),
    Mutant(
        "a skip drops the question",
        "sheet.py",
        "for q in model.questions if q.id not in out),\n        not_app",
        "for q in model.questions if q.id not in out and q.id in answers),\n        not_app",
        "skipped_counts_lowest",
    ),
    Mutant(
        "steps compare effort before steps",
        "steps.py",
        "(steps * self.room + _effort(entry, level)) * self.room",
        "(steps + _effort(entry, level) * self.room) * self.room",
        "brute_force",
    ),
    Mutant(
        "steps use locked questions",
        "loader.py",
        "if actionable else 0",
        "if actionable or not actionable else 0",
        "limits_are_kept",
    ),
    Mutant("the retest ignores safety", "confidence.py", "if level == 0)", "if level < 0)", "monte_carlo"),
    Mutant(
        "the retest moves down only",
        "confidence.py",
        "entry.level < entry.question.top",
        "False",
        "monte_carlo",
    ),
    Mutant("the shown score is rounded", "score.py", "int(self.exact)", "round(self.exact)", "shown_agrees"),
    Mutant(
        "needed numbers are rounded to nearest",
        "verdict.py",
        "from math import ceil\n",
        "\nceil = round\n",
        "boundary_walk",
    ),
    Mutant(
        "the digest holds what can't change a result",
        "digest.py",
        '"dimension": q.dimension,',
        '"dimension": q.dimension, "effort": q.effort,',
        "digests_hold_what_counts",
    ),
    Mutant(
        "a check must be passed by more than is needed",
        "verdict.py",
        "self.actual >= self.needed",
        "self.actual > self.needed",
        "boundary_walk",
    ),
    Mutant(
        "half the points are not enough",
        "score.py",
        "points >= share.numerator",
        "points > share.numerator",
        "recomputed",
    ),
    Mutant(
        "provisional from three skipped",
        "score.py",
        "len(skipped) > model.rules.most_skipped",
        "len(skipped) >= model.rules.most_skipped",
        "boundary_walk",
    ),
    Mutant(
        "skips are made up for by the other answers",
        "score.py",
        "possible = sum(e.question.possible for e in sheet.entries)\n    return Score(",
        "possible = sum(e.question.possible for e in sheet.entries if not e.skipped)\n    return Score(",
        "skipped_counts_lowest",
    ),
    Mutant(
        "an unsure answer is taken for the highest",
        "sheet.py",
        "return Entry(question, 0, None)",
        "return Entry(question, question.top if answer else 0, None)",
        "skipped_counts_lowest",
    ),
    Mutant(
        "effort of the wrong step",
        "steps.py",
        "effort[entry.level : level]",
        "effort[entry.level + 1 : level + 1]",
        "brute_force",
    ),
    Mutant(
        "time sinks don't break ties",
        "steps.py",
        "in self.time_sinks else steps",
        "in () else steps",
        "brute_force",
    ),
    Mutant(
        "steps go past what may be asked",
        "loader.py",
        "asked.choices.index(highest) if",
        "len(asked.choices) - 1 if",
        "limits_are_kept",
    ),
    Mutant(
        "functions that don't apply are counted",
        "score.py",
        "for d, entries in pairs if entries)",
        "for d, entries in pairs)",
        "extremes",
    ),
    Mutant(
        "steps to Adept leave safety as it is",
        "steps.py",
        "lowest=1 if must else 0",
        "lowest=0",
        "steps_are_valid",
    ),
)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scorer]:
    """A copy of the scoring package under another name, not imported yet."""
    name = "scoring_copy"
    shutil.copytree(SOURCE, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (tmp_path / name).glob("*.py"):
        file.write_text(file.read_text(encoding="utf-8").replace("readiness.scoring", name), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield Scorer(name)
    for module in [module for module in sys.modules if module.partition(".")[0] == name]:
        del sys.modules[module]


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.what)
def test_a_broken_scorer_is_caught(mutant: Mutant, copy: Scorer, tmp_path: Path) -> None:
    file = tmp_path / copy.package / mutant.file
    source = file.read_text(encoding="utf-8")
    assert mutant.old in source, "the edit no longer fits the source"
    file.write_text(source.replace(mutant.old, mutant.new, 1), encoding="utf-8")
    with pytest.raises(AssertionError):
        hold(mutant.check, copy)


@pytest.mark.parametrize("check", sorted({mutant.check for mutant in MUTANTS} - set(RUNS)))
def test_the_real_scorer_passes_the_same_shops(check: str) -> None:
    hold(check, REAL)


def test_an_unbroken_copy_passes(copy: Scorer) -> None:
    for check in PROPERTIES:
        hold(check, copy)
