"""The writes of results: submitting a response, counting an opened tutorial."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from readiness.models import Result, TutorialOpening
from readiness.scoring import registry
from readiness.scoring.outcome import Outcome, evaluate
from surveys import actions as surveys
from surveys.instrument.types import Question
from surveys.models import Response


class Incomplete(Exception):
    """The response cannot be submitted: `questions` need an answer first."""

    def __init__(self, questions: tuple[Question, ...]) -> None:
        super().__init__(", ".join(question.id for question in questions))
        self.questions = questions


def submit(response: Response) -> Result:
    """Close a response and store its result, both or neither. Submitting again returns the same result.

    Raises:
        Incomplete: an answer that applicability depends on is missing.
        surveys.actions.Deleted: the response was deleted meanwhile.
    """
    while response.submitted_at is None:
        if refusing := response.walk().refusing():
            raise Incomplete(refusing)
        new = _result(response)  # scored before the transaction: nobody waits for arithmetic
        with transaction.atomic():
            if surveys.close(response):
                new.save(force_insert=True)
                return new
        surveys.catch_up(response)
    return newest_result(response)


def newest_result(response: Response) -> Result:
    """Return the result of a submitted response by the newest model that scored it."""
    return response.results.order_by("-created_at", "-pk")[0]


def count_opening(tutorial: str) -> None:
    """Add one to today's openings of a tutorial."""
    row = {"tutorial": tutorial, "day": timezone.localdate()}
    if TutorialOpening.objects.filter(**row).update(times=F("times") + 1):
        return
    try:
        with transaction.atomic():
            TutorialOpening.objects.create(**row, times=1)
    except IntegrityError:  # somebody else opened the day
        TutorialOpening.objects.filter(**row).update(times=F("times") + 1)


def _result(response: Response) -> Result:
    model = registry.model_for(response.instrument_version)
    digests = registry.digests()[model.version]
    return Result(
        response=response,
        instrument_version=response.instrument_version,
        model_version=model.version,
        scoring_digest=digests["scoring"],
        advice_digest=digests["advice"],
        **_summary(evaluate(response.instrument, model, response.answers)),
    )


def _summary(outcome: Outcome) -> dict[str, object]:
    """Return the columns that reports and the list of earlier results read."""
    score = outcome.score
    return {
        "archetype": outcome.verdict.archetype,
        "rule": outcome.verdict.rule,
        "earned": score.earned,
        "possible": score.possible,
        "shown": score.shown,
        "skipped": len(score.skipped),
        "certainty": outcome.confidence.word,
        "dimensions": {d.dimension: [d.points, d.possible] for d in score.dimensions},
        "functions_at_work": [d.dimension for d in score.dimensions if d.at_work],
    }
