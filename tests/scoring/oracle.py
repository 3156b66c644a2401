"""The rule of version 1.0.0 stated a second time, from the published files alone. It shares no code with the scorer.

Shares are compared as fractions, halves by doubling, the numbers of the rule are written out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from surveys.instrument.types import Answer

ROOT: Final = Path(__file__).parents[2]
ORDER: Final = ("agnostic", "aspirant", "adept")


@dataclass(frozen=True)
class Line:
    """One question that applies: its function (none for an enabler), its points by level, and its level."""

    id: str
    function: str | None
    points: Sequence[int]
    level: int


def _toml(path: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


MODEL: Final = _toml("readiness/scoring/published/1.0.0.toml")
STRUCTURE: Final = _toml("surveys/instrument/published/1.0.0/structure.toml")
ASKED: Final = {q["id"]: q for q in STRUCTURE["question"]}
FUNCTIONS: Final = {d["id"] for d in MODEL["dimension"] if d["kind"] == "function"}


def lines(answers: Mapping[str, Answer]) -> list[Line]:
    """Return the questions that apply to a shop."""
    gone = {f["id"] for f in STRUCTURE["flag"] if (f["choice"] in _picked(answers, f)) == f["present"]}
    return [
        _line(q, answers.get(q["id"]))
        for q in MODEL["question"]
        if not gone & set(ASKED[q["id"]].get("not_applicable_if", []))
    ]


def _picked(answers: Mapping[str, Answer], flag: Mapping[str, Any]) -> Sequence[str]:
    answer = answers.get(flag["question"], [])
    return [answer] if isinstance(answer, str) else answer


def _line(question: Mapping[str, Any], answer: Answer | None) -> Line:
    choices = ASKED[question["id"]]["choices"]
    function = question["dimension"] if question["dimension"] in FUNCTIONS else None
    points = [question["points"][choice] for choice in choices]
    return Line(question["id"], function, points, choices.index(answer) if answer in choices else 0)


def archetype(shop: Iterable[Line]) -> str:
    """Return the archetype of one shop."""
    earned = possible = jobs = regular = 0
    safe = True
    functions: dict[str, list[int]] = {}
    for line in shop:
        points, most = line.points[line.level], line.points[-1]
        earned, possible = earned + points, possible + most
        if line.id in ("RU1", "RU2") and line.level == 0:
            safe = False
        if line.function:
            jobs, regular = jobs + 1, regular + (line.level >= 2)
            part = functions.setdefault(line.function, [0, 0])
            part[0], part[1] = part[0] + points, part[1] + most
    working = sum(2 * points >= most for points, most in functions.values())
    if 100 * earned >= 65 * possible and 5 * working >= 4 * len(functions) and safe:
        return "adept"
    return "aspirant" if 100 * earned >= 25 * possible and 6 * regular >= jobs else "agnostic"


def distances(shop: Iterable[Line]) -> dict[str, int]:
    """Return how far a shop is above (or below) what each check needs, and its lowest safety level."""
    shop = list(shop)
    earned = sum(line.points[line.level] for line in shop)
    possible = sum(line.points[-1] for line in shop)
    jobs = [line for line in shop if line.function]
    parts = {f: [line for line in jobs if line.function == f] for f in {line.function for line in jobs}}
    working = sum(
        2 * sum(line.points[line.level] for line in part) >= sum(line.points[-1] for line in part)
        for part in parts.values()
    )
    return {
        "aspirant points": earned - _up(Fraction(25 * possible, 100)),
        "adept points": earned - _up(Fraction(65 * possible, 100)),
        "jobs": sum(line.level >= 2 for line in jobs) - _up(Fraction(len(jobs), 6)),
        "functions": working - _up(Fraction(4 * len(parts), 5)),
        "safety": min(line.level for line in shop if line.id in ("RU1", "RU2")),
    }


def _up(share: Fraction) -> int:
    return -(-share.numerator // share.denominator)
