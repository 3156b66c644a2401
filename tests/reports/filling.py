"""Fill the database with responses and results, without the questionnaire."""

from __future__ import annotations

from typing import Final

from django.utils import timezone

from readiness.models import Result
from surveys.codes import code_hash, new_code
from surveys.models import Response, Seller

PASSWORD: Final = "a long one, and only for tests"


def drafts(number: int, notice: str = "1") -> list[Response]:
    """Add sellers who began and did not finish."""
    sellers = [
        Seller(code_hash=code_hash(new_code()), notice_version=notice, notice_language="en")
        for _ in range(number)
    ]
    Seller.objects.bulk_create(sellers)
    return Response.objects.bulk_create(
        Response(seller=seller, attempt=1, instrument_version="1.0.0", language="en") for seller in sellers
    )


def finished(archetype: str, number: int, notice: str = "1") -> list[Response]:
    """Add sellers who finished and were found to be `archetype`."""
    responses = drafts(number, notice)
    Response.objects.filter(pk__in=[r.pk for r in responses]).update(submitted_at=timezone.now())
    Result.objects.bulk_create(result(response, archetype) for response in responses)
    return responses


def result(response: Response, archetype: str, model: str = "1.0.0") -> Result:
    """Return a result, not stored yet."""
    return Result(
        response=response,
        instrument_version="1.0.0",
        model_version=model,
        archetype=archetype,
        earned=50,
        possible=100,
        shown=50,
        skipped=0,
        certainty="clear",
        dimensions={},
        functions_at_work=[],
    )
