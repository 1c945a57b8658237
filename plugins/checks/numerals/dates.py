"""Dates as pages show them: 2026年6月18日, 6月, 2026年上半年, 7月18日至27日; whether one says what an ISO date says."""

from __future__ import annotations

import re

_YEAR, _MONTH, _DAY = r"(?:(?P<y>[0-9]{4})年)?", r"(?:(?P<m>[0-9]{1,2})月)?", r"(?:(?P<d>[0-9]{1,2})日)?"
_PART = r"(?P<part>上半年|下半年|[一二三四]季度)?"
_ONE = re.compile(rf"(?=[0-9上下一二三四]){_YEAR}{_MONTH}{_DAY}{_PART}")
SHOWN = re.compile(
    r"(?:[0-9]{4}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?|上半年|下半年|[一二三四]季度)?|[0-9]{1,2}月(?:[0-9]{1,2}日)?)"
    r"(?:至(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)?"
)
_PARTS = {"上半年": "H1", "下半年": "H2", **{f"{han}季度": f"Q{n}" for n, han in enumerate("一二三四", 1)}}
_STEM = re.compile(r"[/-]([0-9]{4}(?:-[0-9]{2})?)\.(?:html|csv)$")


AS_OF = re.compile(rf"(?:[，。]|除另注明外，)?(?:数据)?截至({SHOWN.pattern})$")
"""What ends a piece that says as of when its figures hold."""


def of_address(path: str) -> str:
    """The month or year that a page's address names; "" for none."""
    found = _STEM.search(path)
    return found[1] if found else ""


def agrees(text: str, date: str) -> bool:
    """Whether all that a written date says is so by the ISO date, or by both ends of an ISO span."""
    ends = date.split("/")
    told = text.split("至")
    return len(told) <= len(ends) and all(_one_agrees(word, end) for word, end in zip(told, ends, strict=False))


def _one_agrees(text: str, date: str) -> bool:
    match = _ONE.fullmatch(text)
    if match is None:
        return False
    year, *rest = date.removeprefix("--").split("-") if not date.startswith("--") else ["", *date[2:].split("-")]
    if len(year) == 2:  # 06-29: `datetime` of a day whose year nobody knows
        year, rest = "", [year, *rest]
    part = rest.pop() if rest and rest[-1][0] in "HQ" else ""
    known = {"y": year, "m": rest[0] if rest else "", "d": rest[1] if len(rest) > 1 else ""}
    return _PARTS.get(match["part"] or "", "") in {"", part} and all(
        match[name] is None or (value and int(match[name]) == int(value)) for name, value in known.items()
    )


def without(text: str, *dates: str) -> str:
    """A text less those of its dates that agree with one of these."""
    known = [date for date in dates if date]
    return SHOWN.sub(lambda match: "" if any(agrees(match[0], date) for date in known) else match[0], text)
