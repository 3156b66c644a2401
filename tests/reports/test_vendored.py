"""The library that draws is the one that the figures are written for."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

from django.contrib.staticfiles import finders
from plotly.offline import get_plotlyjs_version

VENDOR = Path(finders.find("vendor/vendor.toml") or "").parent
ENTRY = next(
    entry
    for entry in tomllib.loads((VENDOR / "vendor.toml").read_text(encoding="utf-8"))["file"]
    if entry["file"].startswith("plotly")
)


def test_python_and_browser_have_the_same_plotly() -> None:
    header = (VENDOR / ENTRY["file"]).read_text(encoding="utf-8")[:200]
    written = re.search(r"plotly\.js \(basic - minified\) v(\S+)", header)
    assert written
    assert written[1] == ENTRY["version"] == get_plotlyjs_version()


def test_the_library_is_untouched() -> None:
    assert hashlib.sha256((VENDOR / ENTRY["file"]).read_bytes()).hexdigest() == ENTRY["sha256"]


def test_the_library_offers_no_way_out() -> None:
    drawing = Path(finders.find("readiness/charts.js") or "").read_text(encoding="utf-8")
    for setting in ("showSendToCloud: false", 'plotlyServerURL: ""', "displayModeBar: false"):
        assert setting in drawing
