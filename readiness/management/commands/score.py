"""`manage.py score FILE`: a document in, one JSON result out. Needs no database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, Final, NoReturn

from django.core.management.base import BaseCommand, CommandError

from readiness.assessment import BadDocument, assess

LARGEST: Final = 256 * 1024
"""Bytes. The longest honest document is about 3 kB."""

BAD_INPUT: Final = 2


class Command(BaseCommand):
    """Score one document. Bad input: one line on standard error, exit code 2."""

    help = 'Scores {"instrument": ..., "profile": {...}, "answers": {...}} and prints the result as JSON.'
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the name of the file."""
        parser.add_argument("file", metavar="FILE", help="a JSON file, or - for standard input")

    def handle(self, **options: Any) -> None:
        """Print the result of the document in FILE."""
        try:
            result = assess(_parsed(_read(options["file"])))
        except BadDocument as fault:
            raise CommandError(str(fault), returncode=BAD_INPUT) from None
        self.stdout.write(json.dumps(result, indent=1))


def _read(file: str) -> bytes:
    """Return the bytes of the file, or of standard input; refuse too many without reading them all."""
    try:
        if file == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with Path(file).open("rb") as stream:
                content = stream.read(LARGEST + 1)
    except (OSError, ValueError) as fault:
        raise BadDocument(f"{file!r} can't be read: {getattr(fault, 'strerror', None) or fault}.") from None
    if len(content) > LARGEST:
        raise BadDocument(
            f"The document is larger than {LARGEST // 1024} kB; give one seller's answers only."
        )
    return content


def _parsed(content: bytes) -> dict[str, object]:
    """Return the JSON object in `content`, refusing what JSON readers disagree about."""
    try:
        document = json.loads(
            content.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant
        )
    except UnicodeDecodeError as fault:
        raise BadDocument(f"The document is not UTF-8 at byte {fault.start}; save it as UTF-8.") from None
    except RecursionError:
        raise BadDocument("The document is nested too deeply; answers are texts, numbers or lists.") from None
    except json.JSONDecodeError as fault:
        place = f"line {fault.lineno}, column {fault.colno}"
        raise BadDocument(f"The document is not JSON: {fault.msg} at {place}.") from None
    except BadDocument:
        raise
    except ValueError:
        raise BadDocument("The document holds a number too long to read; a place counts from 0.") from None
    if not isinstance(document, dict):
        raise BadDocument("The document must be an object that holds profile and answers.")
    return document


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    content = dict(pairs)
    if len(content) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise BadDocument(f"{twice[:40]!r} stands twice in one object; give it once.")
    return content


def _constant(name: str) -> NoReturn:
    raise BadDocument(f"{name} is not JSON; an answer is a choice id, a place from 0, or null.")
