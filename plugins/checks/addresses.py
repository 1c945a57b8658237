"""Addresses as a built page writes them: an `href` in, what it points at out.

The site may live in a folder of its host (`https://host/hub`), and its canonical addresses, feeds and sitemap
may be absolute: both are led back to a site path. Follows RFC 3986 for relative references.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urljoin, urlsplit

WEB = frozenset({"http", "https"})
INNER = "hub-site"  # a host that no address can have, to resolve relative references against


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: a site path with its fragment, or somewhere else."""

    path: str  # "/articles/x.html"; "" when it leaves the site
    fragment: str
    outside: str  # the host that is asked, "" for the site itself or no host at all (mailto:, data:)
    stray: bool = False  # on our host, but not under the site's own folder


class Addresses:
    """Resolves addresses for a site published at `site_url` (empty: unknown, at the root of its host)."""

    def __init__(self, site_url: str = "") -> None:
        parts = urlsplit(site_url)
        self.host = parts.netloc.lower()
        self.base = parts.path.rstrip("/")
        self._resolve = lru_cache(maxsize=4096)(self._resolved)

    def resolve(self, page: str, written: str) -> Target:
        """`written` as found on the page at site path `page`. What begins at the root is the same on every page."""
        return self._resolve("/" if written.startswith("/") else page, written)

    def _resolved(self, page: str, written: str) -> Target:
        try:
            parts = urlsplit(urljoin(f"https://{INNER}{self.base}{page}", written.strip()))
        except ValueError:  # an address such as http://[ that no browser would follow either
            return Target("", "", written)
        if parts.scheme not in WEB:
            return Target("", "", "")
        if parts.netloc.lower() not in {INNER, self.host}:
            return Target("", "", parts.netloc.lower())
        path = unquote(parts.path) or "/"
        inside = path == self.base or path.startswith(self.base + "/")
        own = path[len(self.base) :] or "/"
        return Target(own if inside else path, unquote(parts.fragment), "", stray=not inside)


def file_of(path: str) -> str:
    """The file that a server sends for a site path: a folder's address is that of its index page."""
    return path + "index.html" if path.endswith("/") else path
