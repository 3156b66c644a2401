"""Only plain https addresses of public hosts become links."""

from __future__ import annotations

import pytest

from readiness.learning.addresses import fault_of

GOOD = (
    "https://www.canva.com",
    "https://aiur.ai.gov.my/",
    "https://adornedbycrystal.com/?p=1543",
    "https://www.life-global.org/course/390-customer-experience-(cx)-for-business-success",
    "https://deo.shopeemobile.com/a/%5BMY%5D%20Webchat%20User%20Guide.pdf",
    "https://example.xn--p1ai/#part",
)

BAD = {
    "http://www.canva.com": "https",
    "javascript:alert(1)": "https",
    "//www.canva.com/": "https",
    "HTTPS://www.canva.com/": "https",
    "": "plain signs",
    "https://www.canva.com/a b": "plain signs",
    "https://www.canva.com/\t": "plain signs",
    "https://www.canva.com\n": "plain signs",
    "https://www.canva.com/\x00": "plain signs",
    "https://www.canva.com\\@evil.example.com/": "plain signs",
    "https://www.cаnva.com/": "plain signs",  # a Cyrillic letter
    "https://www.canva.com@evil.com/": "host alone",
    "https://user:word@canva.com/": "host alone",
    "https://www.canva.com:8443/": "host alone",
    "https://[::1]/": "host alone",
    "https://[": "not a web address",
    "https:///path": "public host",
    "https://localhost/": "public host",
    "https://shop/": "public host",
    "https://printer.local/": "public host",
    "https://app.internal/": "public host",
    "https://127.0.0.1/": "public host",
    "https://2130706433/": "public host",
    "https://0x7f.0.0.1/": "public host",
    "https://WWW.canva.com/": "public host",
    "https://-a.com/": "public host",
    "https://a..com/": "public host",
    "https://canva.com./": "public host",
    "https://%77ww.canva.com/": "public host",
}


@pytest.mark.parametrize("url", GOOD)
def test_a_plain_public_address_has_no_fault(url: str) -> None:
    assert fault_of(url) is None


@pytest.mark.parametrize(("url", "why"), BAD.items())
def test_any_other_address_is_refused(url: str, why: str) -> None:
    assert why in (fault_of(url) or "")
