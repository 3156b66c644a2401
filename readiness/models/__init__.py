"""The tables of judging, teaching and reporting."""

from readiness.models.publication import Publication
from readiness.models.result import Result
from readiness.models.tutorial_opening import TutorialOpening
from readiness.models.user import User

__all__ = ["Publication", "Result", "TutorialOpening", "User"]
