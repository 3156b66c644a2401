"""python recompute.py model.json case.json: a result from {"profile": {}, "answers": {}} without the site."""

import json
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any


def recompute(model: dict[str, Any], case: dict[str, Any]) -> tuple[int, int, int, str]:
    """Return the points earned, the points possible, the score rounded down, and the archetype."""
    rules, given = model["rules"], {**case["profile"], **case["answers"]}
    picks = {question: a if isinstance(a, list) else [a] for question, a in given.items()}
    flags = {f["id"] for f in model["flags"] if (f["choice"] in picks.get(f["question"], ())) == f["present"]}
    asked = [q for q in model["questions"] if flags.isdisjoint(q["not_applicable_if"])]
    level = {q["id"]: place(q["choices"], given.get(q["id"])) for q in asked}
    points = {q["id"]: (q["points"][level[q["id"]]], q["points"][-1]) for q in asked}
    earned, possible = map(sum, zip(*points.values(), strict=True))
    functions = [d["id"] for d in model["dimensions"] if d["kind"] == "function"]
    parts = [part for f in functions if (part := [q["id"] for q in asked if q["dimension"] == f])]
    shares = [Fraction(*map(sum, zip(*(points[q] for q in part), strict=True))) for part in parts]
    working = [share >= Fraction(rules["at_work"]) for share in shares]
    regular = [level[q] >= rules["regular_from"] for part in parts for q in part]
    score, safe = Fraction(100 * earned, possible), all(level.get(q, 1) for q in rules["adept_not_lowest"])
    spread = Fraction(sum(working), len(working)) >= Fraction(rules["adept_functions"])
    started = Fraction(sum(regular), len(regular)) >= Fraction(rules["aspirant_jobs"])
    adept = score >= rules["adept_points"] and spread and safe
    aspirant = score >= rules["aspirant_points"] and started
    return earned, possible, int(score), "adept" if adept else "aspirant" if aspirant else "agnostic"


def place(choices: list[str], answer: str | int | None) -> int:
    """Return the place of an answer among the choices; skipped, or not sure, counts as the lowest."""
    return answer if isinstance(answer, int) else choices.index(answer) if answer in choices else 0


if __name__ == "__main__":
    documents = (json.loads(Path(path).read_text(encoding="utf-8")) for path in sys.argv[1:3])
    print(*recompute(*documents))  # noqa: T201 - it is a program
