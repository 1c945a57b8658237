"""What an address in a link or image may be, and which file under content/ it means. Pure string work, no disk.

An address is judged as a browser would read it: entities decoded, white space dropped, percent-escapes seen through.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

IMAGE_NAME: Final = re.compile(r"images/[^\\]+\.(?:jpe?g|png|webp|gif|avif)", re.IGNORECASE)
OUTSIDE_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
SCRIPT_SCHEMES: Final = frozenset({"javascript", "data", "vbscript", "blob"})
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSEEN: Final = re.compile("[\0- \x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_NOT_IN_URLS: Final = re.compile(r'[\0- "<>\\^`{|}\x7f]')


class Address(NamedTuple):
    """A judged address: `fault` is "" when it may stand."""

    fault: str
    scheme: str = ""
    target: str = ""  # path under content/
    fragment: str = ""
    printed: str = ""


def judge_link(written: str, path: str) -> Address:
    """The address of a link in the manuscript `path`."""
    plain = html.unescape(written).strip()
    if not plain:
        return Address("link-empty")
    if found := _scheme(plain):
        return _outside(found, plain)
    if plain.startswith("#"):
        fragment = unquote(plain[1:])
        return Address("", "", path, fragment, f"#{fragment}") if fragment else Address("link-empty")
    place, _, fragment = plain.partition("#")
    return _inside(unquote(place), unquote(fragment), path)


def _inside(place: str, fragment: str, path: str) -> Address:
    if "\\" in place:
        return Address("link-backslash")
    if place.startswith("/"):
        return _image(place[1:], "link-absolute") if not place.startswith("//") else Address("link-absolute")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), place))
    if target.startswith(".."):
        return Address("link-outside")
    if not target.endswith(".md") or not target.isprintable():
        return _image(_bare(place, path), "link-kind")
    printed = f"hub:{target}#{fragment}" if fragment else f"hub:{target}"
    return Address("", "", target, fragment, printed)


def judge_image(written: str, path: str) -> Address:
    """The address of a picture; whatever way leads there, it is a path in images/ under content/."""
    plain = html.unescape(written).strip()
    scheme = _scheme(plain)
    if scheme in SCRIPT_SCHEMES:
        return Address("url-script", scheme)
    if scheme or plain.startswith("//"):
        return Address("image-external", scheme)
    place = unquote(plain)
    if "\\" in place:
        return Address("link-backslash")
    if _climbs(place, path):
        return Address("link-outside")
    return _image(_bare(place, path), "image-kind")


def _bare(place: str, path: str) -> str:
    """Without its way up: the editor may write the way from the article, from content/ or from the site's root."""
    inner = re.sub(r"^(\./|\.\./)+", "", place)
    return inner.removeprefix("/") if not _climbs(place, path) else place


def _climbs(place: str, path: str) -> bool:
    """Whether a relative place lies outside content/."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), place.lstrip("/"))).startswith("..")


def _image(place: str, otherwise: str) -> Address:
    if not IMAGE_NAME.fullmatch(place) or posixpath.normpath(place) != place or not place.isprintable():
        return Address(otherwise)
    return Address("", "", place, "", f"hub:{place}")


def _scheme(plain: str) -> str:
    found = _SCHEME.match(_UNSEEN.sub("", plain))
    return found[1].lower() if found else ""


def _outside(scheme: str, plain: str) -> Address:
    if scheme in SCRIPT_SCHEMES:
        return Address("url-script", scheme)
    if scheme not in OUTSIDE_SCHEMES:
        return Address("link-outside" if scheme == "file" else "url-scheme", scheme)
    if not _well_formed(scheme, plain):
        return Address("link-malformed", scheme)
    printed = _NOT_IN_URLS.sub(lambda match: f"%{ord(match[0]):02X}", plain)
    return Address("", scheme, printed=printed)


def _well_formed(scheme: str, plain: str) -> bool:
    if not _SCHEME.match(plain):  # hidden characters in the scheme itself
        return False
    if scheme not in ("http", "https"):
        return bool(re.fullmatch(r"[^\s:/?#\[\]@]+(@[^\s:/?#\[\]@]+)?(\?\S*)?", plain.partition(":")[2]))
    try:
        parts = urlsplit(plain)
        return bool(re.fullmatch(r"[\w.-]+", parts.hostname or "")) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return False
