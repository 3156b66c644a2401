"""Writes a result as JSON-ready values. Fractions are exact texts ("2900/93"); levels count from 0."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from fractions import Fraction

from readiness.learning.matching import Match
from readiness.scoring.confidence import Confidence
from readiness.scoring.digest import advice_digest, scoring_digest
from readiness.scoring.model import ARCHETYPES, ScoringModel
from readiness.scoring.outcome import Outcome
from readiness.scoring.score import Score
from readiness.scoring.steps import Raise, StepsUp
from readiness.scoring.verdict import Check, Verdict
from surveys.instrument.types import Instrument


def as_json(
    instrument: Instrument, model: ScoringModel, outcome: Outcome, matches: Iterable[Match]
) -> dict[str, object]:
    """Return one result: where it comes from, its whole arithmetic, the verdict, and what to do next."""
    return {
        "instrument": instrument.name,
        "model": _model(instrument, model),
        **_score(outcome.score),
        **_verdict(outcome.verdict),
        "confidence": _confidence(outcome.confidence),
        "steps_up": [_steps_up(way) for way in outcome.steps_up],
        "gaps": [asdict(gap) for gap in outcome.gaps],
        "barriers": [
            {**asdict(barrier), "questions": list(barrier.questions)} for barrier in outcome.barriers
        ],
        "tutorials": [_tutorial(match) for match in matches],
    }


def _model(instrument: Instrument, model: ScoringModel) -> dict[str, object]:
    return {
        "name": model.name,
        "provisional": model.provisional,
        "set_by": model.set_by,
        "digests": {"scoring": scoring_digest(instrument, model), "advice": advice_digest(model)},
    }


def _score(score: Score) -> dict[str, object]:
    return {
        "not_applicable": list(score.not_applicable),
        "questions": {
            q.question: {
                "points": q.points,
                "possible": q.possible,
                "contribution": str(q.contribution),
                "choice": q.choice,
                "level": q.level,
                "skipped": q.skipped,
            }
            for q in score.questions
        },
        "dimensions": {
            d.dimension: {"kind": d.kind, "points": d.points, "possible": d.possible, "at_work": d.at_work}
            for d in score.dimensions
        },
        "earned": score.earned,
        "possible": score.possible,
        "score": _exact_and_shown(score.exact),
        "upper": _exact_and_shown(score.upper),
        "skipped": list(score.skipped),
        "provisional": score.provisional,
        "functions": len(score.functions),
        "functions_at_work": list(score.functions_at_work),
        "jobs": len(score.jobs),
        "regular_jobs": list(score.regular_jobs),
    }


def _exact_and_shown(value: Fraction) -> dict[str, object]:
    return {"exact": str(value), "shown": int(value)}


def _verdict(verdict: Verdict) -> dict[str, object]:
    checks = {a: [c for c in verdict.checks if c.archetype == a] for a in ARCHETYPES[1:]}
    return {
        "needed": {a: {c.name: c.needed for c in some if c.name != "safety"} for a, some in checks.items()},
        "actual": {a: {c.name: c.actual for c in some if c.name != "safety"} for a, some in checks.items()},
        "checks": {a: {c.name: c.passed for c in some} for a, some in checks.items()},
        "tight": [_check(check) for check in verdict.tight],
        "verdict": verdict.archetype,
        "label": verdict.label,
        "rule": verdict.rule,
        "stopped_by": list(verdict.stopped_by),
    }


def _check(check: Check) -> dict[str, object]:
    return {
        "archetype": check.archetype,
        "check": check.name,
        "needed": check.needed,
        "actual": check.actual,
    }


def _confidence(confidence: Confidence) -> dict[str, object]:
    """Return the chances to six decimals, and exactly."""
    exact: dict[str, Fraction] = {a: getattr(confidence, a) for a in ARCHETYPES}
    return {
        **{archetype: float(round(chance, 6)) for archetype, chance in exact.items()},
        "word": confidence.word,
        "other": confidence.other,
        "exact": {archetype: str(chance) for archetype, chance in exact.items()},
    }


def _steps_up(way: StepsUp) -> dict[str, object]:
    return {
        "target": way.target,
        "steps": way.steps,
        "effort": way.effort,
        "questions": len(way.raises),
        "changes": [_change(raised) for raised in way.raises],
    }


def _change(raised: Raise) -> dict[str, object]:
    return {
        "question": raised.question,
        "from": raised.from_level,
        "to": raised.to_level,
        "effort": raised.effort,
        "from_choice": raised.from_choice,
        "to_choice": raised.to_choice,
        "points": raised.points,
        "when": raised.when,
        "answer_first": raised.answer_first,
    }


def _tutorial(match: Match) -> dict[str, object]:
    tutorial = match.tutorial
    return {
        "id": tutorial.id,
        "title": tutorial.title,
        "provider": tutorial.provider,
        "url": tutorial.url,
        "minutes": tutorial.minutes,
        "cost": tutorial.cost,
        "languages": dict(tutorial.languages),
        "sign_in": tutorial.sign_in,
        "weight": match.weight,
        "reasons": [{"code": str(reason.code), "subject": reason.subject} for reason in match.reasons],
    }
