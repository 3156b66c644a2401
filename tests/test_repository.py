"""What holds for every file of the repository."""

from __future__ import annotations

import hashlib
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parent.parent
VENDOR: Final = Path("readiness/static/vendor")
PRODUCT: Final = ("readiness/", "surveys/", "templates/")
LISTS: Final = ("tools", "run", "test")


def tracked() -> list[str]:
    """Return the paths that git keeps, or would keep at the next `git add`."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    return [path for path in listed if (ROOT / path).is_file()]


FILES: Final = tracked()
OWN: Final = [path for path in FILES if not path.startswith(str(VENDOR))]
PICTURES: Final = (".png", ".ico", ".mo")
PRODUCT_FILES: Final = [path for path in OWN if path.startswith(PRODUCT) and not path.endswith(PICTURES)]
TEMPLATES: Final = [
    path for path in FILES if path.startswith("templates/") and path.endswith((".html", ".svg"))
]


def text_of(path: str) -> str:
    """Return a file's text; a picture's bytes as they may be read."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def places(pattern: str, paths: list[str]) -> list[str]:
    """Return `path: the found text` for each place in these files where the pattern is found."""
    wanted = re.compile(pattern, re.IGNORECASE)
    return [f"{path}: {found[0]}" for path in paths for found in wanted.finditer(text_of(path))]


# ---- requirements -----------------------------------------------------------------------------------------


def requirements(name: str) -> dict[str, str]:
    """Return what one compiled list pins: name -> version. Every requirement must carry a hash."""
    pins = {}
    for entry in re.sub(r"\\\n", "", text_of(f"requirements/{name}.txt")).splitlines():
        if entry.lstrip().startswith("#"):
            continue
        pinned = re.fullmatch(r"([a-z0-9.-]+)==(\S+)(?: ;[^-]*)?(?:\s+--hash=sha256:[0-9a-f]{64})+", entry)
        assert pinned, f"{name}.txt: not pinned and hashed: {entry[:80]}"
        pins[pinned[1]] = pinned[2]
    return pins


@pytest.mark.parametrize("name", LISTS)
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    assert requirements(name)


@pytest.mark.parametrize("name", LISTS)
def test_requirements_name_no_place(name: str) -> None:
    for kind in ("in", "txt"):
        assert not places(r"^\s*-(?!r run\.in|-hash)\S*|\w+://\S*| @ \S*", [f"requirements/{name}.{kind}"])


def test_tests_run_what_is_served() -> None:
    served, tested = requirements("run"), requirements("test")
    assert {name: tested.get(name) for name in served} == served


def test_django_has_its_latest_known_repairs() -> None:
    version = tuple(int(part) for part in requirements("run")["django"].split("."))
    assert (5, 2, 19) <= version < (5, 3)


# ---- what no file holds -----------------------------------------------------------------------------------


def test_lock_files_of_other_tools_are_not_kept() -> None:
    assert not [path for path in FILES if Path(path).name in ("uv.lock", "package-lock.json", ".env")]


def test_no_file_names_a_package_registry() -> None:
    assert not places(r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|jsdelivr|unpkg)\.\w+", FILES)
    assert not places(r"--(?:extra-)?index(?:-url)?[ =]|--find[-]links|--trusted[-]host", OWN)


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert not places(r"(?<![\w.:/-])/(?:work|root|home|Users)/[\w.-]+", OWN)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\|\s*safe(?:seq)?\b",
        r"autoescape\s+off",
        r"\bmark_safe\b|\bSafeString\b",
        r"unsafe-(?:inline|eval)",
        r"\bcsrf_exempt\b",
        r"\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\beval\(",
    ],
)
def test_product_has_no_way_around_its_guards(pattern: str) -> None:
    assert not places(pattern, PRODUCT_FILES)


# ---- templates --------------------------------------------------------------------------------------------

MESSAGES: Final = r"{%\s*(comment|blocktrans(?:late)?)\b.*?{%\s*end\1\s*%}"
CLASSES: Final = r"{%\s*block \w+_class\s*%}[\w -]*{%\s*endblock\b.*?%}"  # stands inside class="..."
CODE: Final = r"{%.*?%}|{{.*?}}|{#.*?#}|<!--.*?-->|<!doctype[^>]*>"
TYPED: Final = r"<code\b.*?</code>|\b[\w-]+\.(?:py|json|csv)\b|\bJSON\b|\bCSV\b"  # the same in every language
SPOKEN: Final = r"""\b(?:alt|title|placeholder|label|aria-label|aria-description|value|content)="([^"]*)\""""
SILENT: Final = r"<meta[^>]*>|<(?:input|button|option)[^>]*>"
TAG: Final = r"""<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>"""


def markup(template: str) -> str:
    """Return a template's HTML without messages, code and comments."""
    kept = re.sub(f"{MESSAGES}|{CLASSES}", "", template, flags=re.DOTALL)
    return re.sub(CODE, "", kept, flags=re.DOTALL | re.IGNORECASE)


def bare_words(template: str) -> list[str]:
    """Return the words that a person would see or hear without them passing through a message call."""
    html = re.sub(TYPED, "", markup(template), flags=re.DOTALL)
    heard = " ".join(re.findall(SPOKEN, re.sub(SILENT, "", html)))
    seen = re.sub(r"&#?\w+;", "", re.sub(TAG, "", html))
    return re.findall(r"[^\W\d_]+", f"{seen} {heard}")


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>{% translate 'Hello' %}</p>", []),
        ("{% blocktranslate trimmed with n=3 %}Hello <b>{{ n }}</b>{% endblocktranslate %}", []),
        ('<a href="{% url \'x\' %}" class="big">{{ name }} &rarr; 12%</a>', []),
        ("{# a note #}{% comment %}more{% endcomment %}<!-- and more --><!doctype html>", []),
        ('<pre><code class="x">python3 recompute.py</code></pre><a>model.json</a>', []),
        ("{% block main_class %}page wide{% endblock %}", []),
        ("<p>Hello</p>", ["Hello"]),
        ('<img alt="A shop">', ["A", "shop"]),
        ("<p>{% if x %}yes{% endif %}</p>", ["yes"]),
        ("<p data-x='a > b'>über</p>", ["über"]),
    ],
)
def test_the_detector_of_bare_words(template: str, words: list[str]) -> None:
    assert bare_words(template) == words


@pytest.mark.parametrize("path", TEMPLATES)
def test_every_word_of_a_template_is_a_message(path: str) -> None:
    assert not bare_words(text_of(path))


@pytest.mark.parametrize("path", TEMPLATES)
def test_templates_hold_no_inline_style_or_script(path: str) -> None:
    html = markup(text_of(path))
    assert not re.findall(
        r"<[^>]*\s(?:style|on[a-z]+)\s*=|<style\b|<script(?![^>]*\bsrc=)|javascript:", html, re.IGNORECASE
    )


# ---- files of others that a browser loads -----------------------------------------------------------------


def vendored() -> list[dict[str, Any]]:
    """Return the entries of vendor.toml; its format is described in the README beside it."""
    entries: list[dict[str, Any]] = tomllib.loads(text_of(f"{VENDOR}/vendor.toml"))["file"]
    return entries


def test_every_vendored_file_is_accounted_for() -> None:
    named = {entry[key] for entry in vendored() for key in ("file", "licence_file")}
    present = {path.name for path in (ROOT / VENDOR).iterdir()}
    assert present == named | {"vendor.toml", "README.md"}


def test_vendored_files_are_what_was_published() -> None:
    for entry in vendored():
        assert entry["name"], entry
        assert entry["version"], entry
        assert entry["licence"], entry
        assert (ROOT / VENDOR / entry["licence_file"]).stat().st_size > 200, entry["file"]
        assert hashlib.sha256((ROOT / VENDOR / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


# ---- settings ---------------------------------------------------------------------------------------------


def test_every_setting_is_written_down() -> None:
    read = set(re.findall(r"""\benv\.\w+\(\s*"([A-Z_]+)\"""", text_of("readiness/settings.py"))) | {
        "DJANGO_ENV"
    }
    assert len(read) > 5
    example = set(re.findall(r"^#?\s?([A-Z_]+)=", text_of(".env.example"), re.MULTILINE))
    assert example == read
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", text_of("README.md"), re.MULTILINE)) == read
