"""What a page carries inside itself instead of asking for it: a script, by its hash in the policy, and the icon.

Each saves a request before the first paint. See docs/decisions/0023-content-policy.md.
"""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import quote


def hash_source(text: str) -> str:
    """An inline script or style as a content security policy names it: `sha256-…`."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def svg_address(data: bytes) -> str:
    """An SVG drawing as a `data:` address."""
    return "data:image/svg+xml," + quote(data.decode().strip(), safe="!$()*+,-./:;=?@_~")
