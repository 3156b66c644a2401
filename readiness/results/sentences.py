"""Sentences made of the codes and figures that scoring and learning give. The only place where codes become words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from readiness.learning.matching import Code, Reason
from readiness.learning.tutorial import Tutorial
from readiness.scoring.confidence import Confidence
from readiness.scoring.verdict import Check, Verdict
from surveys.instrument.texts import Wording


class Named(NamedTuple):
    """A name, one plain sentence, and what it means."""

    name: str
    line: str
    meaning: str


def archetype_name(archetype: str) -> str:
    """Return an archetype's name."""
    return {
        "agnostic": gettext("AI Agnostic"),
        "aspirant": gettext("AI Aspirant"),
        "adept": gettext("AI Adept"),
    }[archetype]


def label(verdict: Verdict) -> Named:
    """Return what a verdict is called, in one plain sentence, and what it means."""
    line, meaning = {
        "agnostic": (
            gettext("Most of your shop runs by hand today. One small start will change that."),
            gettext("A good place to begin: you know your shop, and every step from here counts."),
        ),
        "ready_not_started": (
            gettext("You are ready. AI does no regular job in your shop yet."),
            gettext(
                "You know enough to begin. Let AI help with one job, for some of the work, and go on from there."
            ),
        ),
        "started_not_spread": (
            gettext("You have started. AI does not help with enough jobs yet."),
            gettext("What works for one job can work for the next. Choose one more job for AI."),
        ),
        "aspirant": (
            gettext("AI already does some of your work. The next gains come from using it in more jobs."),
            gettext("You use AI for real. Now carry it into the parts of your shop that still run by hand."),
        ),
        "adept": (
            gettext("AI is at work across most of your shop, and you keep it in check."),
            gettext("You can show others how it is done. Keep your checks, and look again in three months."),
        ),
    }[verdict.label]
    return Named(archetype_name(verdict.archetype), line, meaning)


def certainty(confidence: Confidence, archetype: str) -> Named:
    """Return the word for how sure a result is, and the sentence behind it."""
    other = archetype_name(confidence.other) if confidence.other else ""
    own = archetype_name(archetype)
    if confidence.word == "clear":
        meaning = gettext("On another day you would land in the same group at least 9 times in 10.")
        return Named(gettext("Clear"), meaning, "")
    if confidence.word == "likely":
        meaning = gettext("On another day you would most often land in the same group. Close to %(other)s.")
        return Named(gettext("Likely"), meaning % {"other": other}, "")
    meaning = gettext("A close call between %(own)s and %(other)s. One or two answers decide.")
    return Named(gettext("On the edge"), meaning % {"own": own, "other": other}, "")


def progress(check: Check) -> str:
    """Say how far one check is from being passed: "32 points to go"."""
    left = check.needed - check.actual
    if left <= 0:
        return gettext("Done")
    return {
        "points": ngettext("%(left)d point to go", "%(left)d points to go", left),
        "jobs": ngettext("%(left)d job to go", "%(left)d jobs to go", left),
        "functions": ngettext("%(left)d part to go", "%(left)d parts to go", left),
        "safety": ngettext("%(left)d safety habit to go", "%(left)d safety habits to go", left),
    }[check.name] % {"left": left}


def check_name(check: Check) -> str:
    """Say what one check asks for."""
    return {
        "points": gettext("Points that your answers earn"),
        "jobs": gettext("Jobs that AI regularly helps with"),
        "functions": gettext("Parts of the shop with AI at work"),
        "safety": gettext("Safety habits: you check AI's text, and protect buyers' data"),
    }[check.name]


def tight(check: Check) -> str:
    """Say which check hangs on a single unit."""
    short = check.actual < check.needed
    if check.name == "safety":
        return gettext("One safety habit decides.")
    if short:
        return {
            "points": gettext("You are one point short of %(name)s."),
            "jobs": gettext("You are one job short of %(name)s."),
            "functions": gettext("You are one part of the shop short of %(name)s."),
        }[check.name] % {"name": archetype_name(check.archetype)}
    return {
        "points": gettext("You have exactly the points that are needed. One more makes it clearer."),
        "jobs": gettext("Exactly as many jobs count as are needed. One more makes it clearer."),
        "functions": gettext("Exactly as many parts count as are needed. One more makes it clearer."),
    }[check.name]


def when(code: str) -> Named:
    """Return how soon a step can be done."""
    return {
        "today": Named(gettext("Today"), gettext("up to 15 minutes each"), ""),
        "week": Named(gettext("This week"), gettext("about an hour each"), ""),
        "month": Named(gettext("This month"), gettext("a little each day"), ""),
    }[code]


def barrier(id_: str) -> Named:
    """Return what holds a seller back, and an answer to it."""
    return {
        "cost": Named(
            gettext("Cost"),
            gettext(
                "Begin with tools that cost nothing: the AI buttons inside your selling app, and free chat tools."
            ),
            gettext("Pay only after a free trial showed you what it saves."),
        ),
        "time": Named(
            gettext("Time"),
            gettext("Take one job that you do every day and give it 15 minutes."),
            gettext("Keep what saves time, drop what does not."),
        ),
        "skills": Named(
            gettext("Know-how"),
            gettext("Copy a message that works, put in your own product, and fix the answer."),
            gettext("Save the message: next time it takes a minute."),
        ),
        "trust": Named(
            gettext("Worry about mistakes or privacy"),
            gettext("Check size, price and claims before buyers see anything that AI wrote."),
            gettext("Never paste buyers' names, phone numbers or addresses."),
        ),
        "change": Named(
            gettext("The way you work now"),
            gettext("Keep your way, and let one person try AI for one job for one week."),
            gettext("Then let that person show the others."),
        ),
        "value": Named(
            gettext("Doubt that it helps"),
            gettext("Try one job for 7 days. Count the minutes before and after."),
            gettext("Your own numbers tell you more than anybody's promise."),
        ),
        "data": Named(
            gettext("Records that are not ready"),
            gettext("Write the details of your 10 best products into one file."),
            gettext("AI works with what you can copy to it."),
        ),
    }[id_]


def points(earned: int, possible: int) -> str:
    """Say what an answer earned of what it could."""
    return gettext("%(earned)d of %(possible)d") % {"earned": earned, "possible": possible}


def reasons(why: Iterable[Reason], wording: Wording, names: Mapping[str, str]) -> list[str]:
    """Say why a tutorial was picked, one sentence a kind of reason. `names` are the languages' names."""
    about: dict[Code, list[str]] = {code: [r.subject for r in why if r.code is code] for code in Code}
    jobs = {code: [job_name(wording, q) for q in about[code]] for code in (Code.ON_PATH, Code.GAP)}
    said = {
        gettext("A next step for you: %s"): jobs[Code.ON_PATH],
        gettext("AI does not regularly help you with this: %s"): [
            j for j in jobs[Code.GAP] if j not in jobs[Code.ON_PATH]
        ],
        gettext("You said it eats your week: %s"): [wording.groups[part] for part in about[Code.TIME_SINK]],
        gettext("It suits what holds you back: %s"): [barrier(id_).name for id_ in about[Code.BARRIER]],
        gettext("It should be offered in %s; we could not check"): [
            names.get(language, language) for language in about[Code.LANGUAGE_UNSURE]
        ],
    }
    sentences = [sentence % ", ".join(words) for sentence, words in said.items() if words]
    return [
        *sentences,
        *(gettext("In English: we know too few in your language") for _ in about[Code.IN_ENGLISH]),
    ]


def job_name(wording: Wording, question: str) -> str:
    """Return the short name of a job, or of what another scored question is about."""
    words = wording.questions[question]
    return words.job or words.text


def level(code: str) -> str:
    """Return a tutorial's level in words."""
    return {
        "beginner": gettext("for beginners"),
        "intermediate": gettext("for some experience"),
        "advanced": gettext("for much experience"),
        "mixed": gettext("for all levels"),
    }[code]


def tutorial_facts(tutorial: Tutorial, names: Mapping[str, str]) -> list[str]:
    """Return the short facts under a tutorial: level, duration, price, languages, sign-in, whether we opened it."""
    facts = [
        level(tutorial.level),
        duration(tutorial.minutes),
        {
            "free": gettext("free"),
            "part-paid": gettext("free to follow, extras cost money"),
            "paid": gettext("paid"),
            "unknown": gettext("price not known"),
        }[tutorial.cost],
        ", ".join(names.get(language, language) for language in tutorial.languages),
        {
            "none": gettext("no sign-in"),
            "account": gettext("needs an account"),
            "mydigital-id": gettext("needs MyDigital ID"),
            "unknown": gettext("may need a sign-in"),
        }[tutorial.sign_in],
    ]
    if not tutorial.about_ai:
        facts.insert(0, gettext("groundwork, not about AI"))
    return facts if tutorial.opened_on else [*facts, gettext("link not checked by us")]


def duration(minutes: int | None) -> str:
    """Say how long a tutorial takes, as its maker or others report it."""
    if minutes is None:
        return gettext("length not known")
    if minutes < 90:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    hours = round(Fraction(minutes, 60))
    return ngettext("about %(n)d hour", "about %(n)d hours", hours) % {"n": hours}
