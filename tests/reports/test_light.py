"""Sellers' workers never pay for staff: nothing heavy is imported before a staff page is asked for."""

from __future__ import annotations

import subprocess
import sys

SERVE_A_SELLER = """
import sys, django
django.setup()
import readiness.urls, readiness.wsgi, readiness.reports.urls
print([name for name in ("pandas", "numpy", "plotly") if name in sys.modules])
"""

SERVE_STAFF = SERVE_A_SELLER.replace(
    "import readiness.urls", "import readiness.reports.overview, readiness.urls"
)


def loaded(program: str) -> str:
    """Return what a fresh Python loaded."""
    environment = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DJANGO_ENV": "dev"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_serving_sellers_loads_neither_pandas_nor_plotly() -> None:
    assert loaded(SERVE_A_SELLER) == "[]"


def test_the_measure_would_see_them() -> None:
    assert loaded(SERVE_STAFF) == "['pandas', 'numpy', 'plotly']"
