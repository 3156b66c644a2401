"""Words for the codes and values of a published model. What a question asks stands with the questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from django.utils.translation import gettext


class Named(NamedTuple):
    """What a value of the model is called, and where it comes from."""

    name: str
    why: str = ""


def archetype_name(archetype: str) -> str:
    """Return an archetype's name."""
    return {
        "agnostic": gettext("AI Agnostic"),
        "aspirant": gettext("AI Aspirant"),
        "adept": gettext("AI Adept"),
    }[archetype]


def rules() -> Mapping[str, Named]:
    """Return the names of all rules, and how each value was set."""
    sheet = gettext(
        "We wrote down what a shop that only just belongs would answer, added it up, and rounded to fives."
    )
    judgement = gettext("Our judgement.")
    return {
        "aspirant_points": Named(gettext("Points for AI Aspirant, out of 100"), sheet),
        "aspirant_jobs": Named(
            gettext("Jobs that AI regularly helps with, for AI Aspirant"),
            gettext("Our judgement: who knows much but uses nothing is not there yet."),
        ),
        "adept_points": Named(gettext("Points for AI Adept, out of 100"), sheet),
        "adept_functions": Named(
            gettext("Parts of the shop with AI at work, for AI Adept"),
            gettext("Our judgement: you can check it by counting."),
        ),
        "adept_not_lowest": Named(
            gettext("Questions where AI Adept must not have the lowest answer"),
            gettext("Our judgement: an Adept must not put buyers at risk."),
        ),
        "at_work": Named(
            gettext("Share of its points from which a part has AI at work"),
            gettext("Our judgement: easy to say and to check."),
        ),
        "regular_from": Named(
            gettext("Answer from which AI regularly helps with a job"),
            gettext("Our judgement: the big step is from trying to using."),
        ),
        "most_skipped": Named(
            gettext("Skipped answers; with more, a result is provisional"),
            gettext("Our judgement: more could hide too many points."),
        ),
        "retest": Named(
            gettext("Chance that an answer is one lower on another day; the same for one higher"),
            gettext("Tried on made-up sellers only. To be set again when real sellers answer twice."),
        ),
        "clear_from": Named(gettext("Chance of the same group from which a result is clear"), judgement),
        "likely_from": Named(gettext("Chance of the same group from which a result is likely"), judgement),
    }


def advice() -> Mapping[str, str]:
    """Return the names of the weights that order gaps and barriers."""
    return {
        "gap_time_sink": gettext("Added to a gap in a part that eats your week"),
        "barrier_picked": gettext("Strength of a barrier that you name"),
        "barrier_answer": gettext("Strength from each lowest answer that speaks of it"),
        "barrier_answers_most": gettext("The most strength from such answers"),
        "barriers_steering": gettext("So many of the strongest barriers steer your tutorials"),
    }


def matching() -> Mapping[str, str]:
    """Return the names of the weights and limits of tutorial matching."""
    return {
        "on_path": gettext("A tutorial teaches one of your steps up"),
        "gap_job": gettext("It teaches a job that AI does not regularly help with"),
        "time_sink": gettext("That job is in a part that eats your week"),
        "barrier_fit": gettext("It suits a barrier that steers, each"),
        "per_function": gettext("At most so many tutorials for one part of the shop"),
        "show": gettext("At most so many tutorials in all"),
        "short_minutes": gettext("Up to so many minutes a tutorial is short"),
    }


def check_name(check: str) -> str:
    """Say what one check asks for."""
    return {
        "points": gettext("Points that your answers earn"),
        "jobs": gettext("Jobs that AI regularly helps with"),
        "functions": gettext("Parts of the shop with AI at work"),
        "safety": gettext("Safety habits that are kept"),
    }[check]


def certainty(word: str) -> str:
    """Return the word for how sure a result is."""
    return {"clear": gettext("Clear"), "likely": gettext("Likely"), "close": gettext("On the edge")}[word]


def share(part: Fraction) -> str:
    """Return a share in words: "half", "3 in 20"."""
    if part == Fraction(1, 2):
        return gettext("half")
    return gettext("%(part)d in %(whole)d") % {"part": part.numerator, "whole": part.denominator}


def chance(exact: Fraction) -> str:
    """Return a chance in words, rounded to the nearest of 100 but never to "never" or "always"."""
    rounded = round(100 * exact)
    if rounded == 0 < exact:
        return gettext("less than 1 in 100")
    if rounded == 100 > 100 * exact:
        return gettext("more than 99 in 100")
    return gettext("%(part)d in %(whole)d") % {"part": rounded, "whole": 100}


def picked(choice: str, *, present: bool) -> str:
    """Say that a choice is picked, or is not."""
    text = gettext("You pick “%(choice)s”") if present else gettext("You do not pick “%(choice)s”")
    return text % {"choice": choice}


def left_out(choice: str, *, present: bool) -> str:
    """Say that a question is left out when a choice is picked, or is not."""
    if present:
        return gettext("Left out if you pick “%(choice)s”.") % {"choice": choice}
    return gettext("Left out if you do not pick “%(choice)s”.") % {"choice": choice}


def set_by(code: str) -> str:
    """Say who set the cut-offs."""
    return {"makers": gettext("The makers of this site set the cut-offs, at a desk.")}[code]


def review(status: str) -> str:
    """Say how far the texts of a language were reviewed."""
    return {
        "source": gettext("the language it was written in"),
        "machine-drafted": gettext("drafted by a machine, not reviewed yet"),
        "reviewed": gettext("reviewed by people"),
    }[status]


def change_kind(code: str) -> str:
    """Say what kind of change a version is."""
    return {
        "major": gettext("new questions or meanings"),
        "minor": gettext("new points or rules"),
        "patch": gettext("small corrections"),
    }[code]


def change_reason(code: str) -> str:
    """Say why a version was published."""
    return {"first-edition": gettext("The first published version.")}[code]


def change_effect(code: str) -> str:
    """Say what a version does to earlier results."""
    return {"none": gettext("It changes no earlier result.")}[code]
