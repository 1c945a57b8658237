"""What a page carries inside itself: a hash as a browser computes it, a drawing as an address."""

from __future__ import annotations

from urllib.parse import unquote

from markupsafe import escape

from plugins.press.embedding import hash_source, svg_address


def test_a_hash_is_what_a_policy_names() -> None:
    # The example of the standard, CSP Level 3, section 8.3.
    assert hash_source("alert('Hello, world.');") == "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="


def test_a_drawing_is_an_address() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#a00" d=\'M0 0h32v32H0z\'/><title>党 100%</title></svg>'
    address = svg_address(svg.encode())
    assert address.startswith("data:image/svg+xml,%3Csvg")
    assert unquote(address.partition(",")[2]) == svg
    assert address == str(escape(address))
    assert " " not in address
