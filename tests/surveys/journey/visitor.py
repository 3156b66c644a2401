"""A seller with a browser that runs no script: opens pages, fills in their forms, presses their buttons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from justhtml import Element, JustHTML

from surveys.codes import read_code
from surveys.instrument.types import Answer
from surveys.models import Response

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse

    Reply: TypeAlias = _MonkeyPatchedWSGIResponse  # the name django-stubs gives it
else:
    Reply = HttpResponse

Fields = dict[str, list[str]]

COOKIE: Final = "seller"


def page_url(page_id: str) -> str:
    return reverse("journey:page", args=[page_id])


class Page:
    """A page as a browser reads it."""

    def __init__(self, html: str) -> None:
        """Parse as strictly as can be: the first fault in the markup raises."""
        self._document = JustHTML(html, strict=True, sanitize=False)

    def query(self, selector: str) -> list[Element]:
        """Return the elements that a CSS selector finds, in order."""
        return [element for element in self._document.query(selector) if isinstance(element, Element)]


def read(answer: Reply) -> Page:
    return Page(answer.content.decode())


def attribute(element: Element, name: str) -> str:
    return (element.attrs or {}).get(name) or ""


def has(element: Element, name: str) -> bool:
    return name in (element.attrs or {})


def controls(page: Page, form: str = "form") -> Fields:
    """Return what a form of the page would send as it stands: the buttons left aside."""
    found: Fields = {}
    for control in page.query(f"{form} input"):
        if attribute(control, "type") in ("radio", "checkbox") and not has(control, "checked"):
            continue
        found.setdefault(attribute(control, "name"), []).append(attribute(control, "value"))
    return found


def as_fields(answers: Mapping[str, Answer | None]) -> Fields:
    """Return what a form sends for answers; None for one that was emptied."""
    return {q: [a] if isinstance(a, str) else list(a or ()) for q, a in answers.items()}


@dataclass(slots=True)
class Visitor:
    """One browser. `window` keeps the forms that were opened, by page."""

    client: Client = field(default_factory=Client)

    def begin(self, **sent: str) -> Reply:
        return self.client.post(reverse("journey:begin"), sent or {"agree": "yes"})

    @property
    def code(self) -> str:
        code = read_code(self.client.cookies[COOKIE].value)
        assert code is not None
        return code

    @property
    def response(self) -> Response:
        """The newest response that is stored. Tests with two sellers look theirs up."""
        return Response.objects.latest("pk")

    def form(self, page_id: str, query: str = "") -> Fields:
        """Open a page and return its form as it is shown."""
        answer = self.client.get(page_url(page_id) + query)
        assert answer.status_code == 200
        return controls(read(answer), "#questions")

    def send(self, page_id: str, form: Fields, answers: Mapping[str, Answer | None], go: str = "on") -> Reply:
        """Press a button of a page that was opened before."""
        return self.client.post(page_url(page_id), {**form, **as_fields(answers), "go": go})

    def answer(self, page_id: str, answers: Mapping[str, Answer | None], go: str = "on") -> Reply:
        """Open a page, pick answers and press a button."""
        return self.send(page_id, self.form(page_id), answers, go)

    def tap(self, form: Fields, answers: Mapping[str, Answer | None], **more: Any) -> Reply:
        """Save single answers in the background, as the script does."""
        hidden = {name: values for name, values in form.items() if name[:1].islower()}
        sent = {**hidden, **as_fields(answers), "question": list(answers), **more}
        return self.client.post(reverse("journey:save"), sent)
