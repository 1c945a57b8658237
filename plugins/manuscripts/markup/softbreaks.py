"""A line of the source that ends between Han characters is joined to the next without a space.

Works on printed HTML: the characters around the break are looked for behind inline tags, so that a break beside bold
text is joined too. A digit counts as Han beside Han, or a figure broken across a line would be two.
"""

from __future__ import annotations

import re
from typing import Final

_HAN: Final = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_STOPS: Final = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_SHARED: Final = "“”‘’…—·"
_INLINE: Final = r"</?(?:a|strong|em|code|sup|sub|mark|u|del|ins|kbd|abbr|span|ruby|rt|rp)(?:\s[^>]*)?>"
_KEPT: Final = "\x02tag:\\d+\x03"

HAN: Final = re.compile(f"[{_HAN}]")
STOP: Final = re.compile(f"[{_STOPS}]")
WIDE: Final = re.compile(f"[{_HAN}{_STOPS}{_SHARED}0-9]")
BREAK: Final = re.compile(r"[ \t]*\n[ \t]*")
TAGS_BEHIND: Final = re.compile(f"(?:{_INLINE}|{_KEPT})*")
TAG_BEFORE: Final = re.compile(f"(?:{_INLINE}|{_KEPT})$")
CODE: Final = re.compile(r"<pre>.*?</pre>", re.DOTALL)


def joined(html: str) -> str:
    if "<pre>" not in html:
        return _joined(html)
    pieces, start = [], 0
    for code in CODE.finditer(html):
        pieces += [_joined(html[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*pieces, _joined(html[start:])])


def _joined(html: str) -> str:
    return BREAK.sub(_join, html) if "\n" in html else html


def _join(found: re.Match[str]) -> str:
    before, after = _before(found.string, found.start()), _after(found.string, found.end())
    if not before or not after:
        return found[0]
    if STOP.match(before) or STOP.match(after):
        return ""
    both = WIDE.match(before) and WIDE.match(after)
    return "" if both and (HAN.match(before) or HAN.match(after)) else found[0]


def _before(html: str, place: int) -> str:
    """The character of text in front of `place`, inline tags passed over; "" at the start of a block."""
    while place and html[place - 1] in ">\x03":
        start = html.rfind("<" if html[place - 1] == ">" else "\x02", 0, place)
        if start < 0 or not TAG_BEFORE.fullmatch(html[start:place]):
            return ""
        place = start
    return html[place - 1 : place]


def _after(html: str, place: int) -> str:
    tags = TAGS_BEHIND.match(html, place)
    place = tags.end() if tags else place
    following = html[place : place + 1]
    return "" if following == "<" else following
