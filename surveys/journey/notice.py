"""The privacy notice's version, recorded with each consent."""

from __future__ import annotations

from typing import Final

NOTICE_VERSION: Final = "2026-11-25"
"""Changes whenever `templates/journey/notice.html` changes its meaning."""
