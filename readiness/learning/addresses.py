"""Which web addresses a seller may be sent to."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_PRINTABLE: Final = re.compile(r"[!-~]+")
_LABEL: Final = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST: Final = re.compile(rf"(?:{_LABEL}\.)+(?P<last>[a-z]{{2,63}}|xn--[a-z0-9-]{{1,59}})")

RESERVED: Final = frozenset({"example", "internal", "invalid", "local", "localhost", "test"})
"""Last parts of host names that are nobody's on the public web (RFC 2606, RFC 6762; "internal" by ICANN)."""


def fault_of(url: str) -> str | None:
    """Return why `url` must not be shown as a link, or None when it may be.

    An address must be https and name a public host: nothing that two readers could take for two places (user
    names, ports, backslashes, signs outside ASCII), and no address of a machine near the reader.
    """
    if not _PRINTABLE.fullmatch(url) or "\\" in url:
        return "may hold plain signs only: no spaces, backslashes, control signs or letters beyond ASCII"
    if not url.startswith("https://"):
        return "must start with https://"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "is not a web address"
    if "@" in parts.netloc or ":" in parts.netloc:
        return "must name a host alone: no user name, password or port"
    host = _HOST.fullmatch(parts.netloc)
    if host is None or host["last"] in RESERVED:
        return "must name a public host in small letters, such as www.canva.com"
    return None
