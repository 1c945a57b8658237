"""Written dates: where one ends, what it is in ISO, and whether it dates an event.

An event's date is a calendar date at which the text says that something happened or held (5月22日公示, 截至7月底,
2026年上半年). A bare day, clock time, a span of months or years, a year that names a document (2026年度, 2025年预算) or
that something is compared with (较2020年) are read, so that no figure is found in them, and yield no event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.numerals import han_value
from plugins.zhtext.types import Precision
from plugins.zhtext.years import Years, heads

_N = "[0-9０-９]"
_MONTH = r"(?:1[0-2]|0?[1-9]|１[０-２]|０?[１-９]|十[一二]?|[一二三四五六七八九])"
_DAY = (
    rf"(?:[12]{_N}|3[01]|0?[1-9]|[１２][０-９]|３[０１]|０?[１-９]|"
    r"三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_CLOCK = (
    rf"(?:\s?{_N}{{1,2}}时(?![辰间代候段期长速])(?:{_N}{{1,2}}分(?:{_N}{{1,2}}秒)?|许|整)?|"
    rf"\s?{_N}{{1,2}}[:：]{_N}{{2}}(?:[:：]{_N}{{2}})?)"
)
_OF_DAY = "(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚)?"
_HAN_CLOCK = rf"{_OF_DAY}(?:零|二?十[一二三四五六七八九]?|[一二两三四五六七八九])时(?![辰间代候段期长速])(?:许|整)?"
_POINTS = rf"{_OF_DAY}(?:{_N}{{1,2}}|十[一二]?|[一两三四五六七八九])点(?:半|整|钟|许|{_N}{{1,2}}分)?"
_TO = "[-—–~～－至到]"
_YEAR = rf"(?:[12１２]{_N}{{3}}|[一二][〇○零一二三四五六七八九]{{3}})"
_DATE = re.compile(
    rf"(?:(?P<year>{_YEAR})\s?年)?"
    rf"(?:(?P<month>{_MONTH})\s?月(?P<fen>份)?"
    rf"(?:(?P<day>{_DAY})(?:\s?[日号](?P<clock>{_OF_DAY}{_CLOCK}|{_HAN_CLOCK}|{_POINTS})?(?:{_TO}{_CLOCK})?)?"
    rf"(?:(?:{_TO}|日[至到])(?:(?P<year2>{_YEAR})\s?年)?(?:(?P<month2>{_MONTH})月)?(?P<day2>{_DAY})[日号](?P<clock2>{_CLOCK})?)?)?)?"
)
# How every written date goes on behind its first numeral. Most numbers are turned away by this.
_NUMERAL = r"[0-9０-９〇○零一二三四五六七八九十]"
GOES_ON = rf"(?:{_NUMERAL}{{0,3}}+(?:\s?[年月日时点:：]|{_TO}|、{_NUMERAL}{{1,2}}月)|{_NUMERAL}{{3}}[./．])"
_SPAN = re.compile(
    rf"{_YEAR}(?:年|学年)?{_TO}{_YEAR}(?:年|[学财赛][年季])|{_YEAR}年\s?{_MONTH}月?{_TO}(?:{_YEAR}年)?{_MONTH}月|"
    rf"{_MONTH}月?(?:份)?{_TO}{_MONTH}月(?!{_DAY}日)份?|{_MONTH}、{_MONTH}月(?:份)?(?!{_DAY}日)|"
    rf"{_N}{{1,2}}日?{_TO}{_N}{{1,2}}日"
)
_BARE = re.compile(
    rf"{_DAY}日{_CLOCK}?(?:{_TO}{_CLOCK})?|{_CLOCK}(?:\s?{_TO}{_CLOCK})?|{_N}{{1,2}}点(?=[半整钟许多左]|{_N}{{1,2}}分|$|[，。,、；])(?:半|整|钟|{_N}{{1,2}}分)?"
)
_DASHED = re.compile(rf"({_YEAR})[-./．](0?[1-9]|1[0-2])[-./．](0?[1-9]|[12][0-9]|3[01])(?![0-9%])({_CLOCK})?")
_PART = re.compile(r"上半年|下半年|(?:第?([一二三四1-4])季度)|[初末底]|年[中初末底]")
_FIRST_MONTHS = re.compile(
    rf"前[一二三四五六七八九十0-9]{{1,2}}个?(?:季度|月)|[一二三1-3]{_TO}[二三四2-4]季度"
)  # a span of months
_MONTH_PART = re.compile(r"[上中下]旬|[初末底中](?![央心国下])")
_MONTHS_OF: Final = re.compile(rf"({_YEAR})年\s?(?={_MONTH}月)")
_WORDS: Final = sections("dates")
_PLAIN: Final = Prefixes(_WORDS["plain"])
_TELLS: Final = Prefixes(_WORDS["tells"])
_EDITION: Final = re.compile(r"第[0-9一二三四五六七八九十]{1,4}[期号辑]")  # 2026年第38期
_NUMBERED: Final = re.compile(rf"[^，。；：\n]{{0,16}}{_EDITION.pattern}")  # 2026年上半年村务公开第2期
_RECKONED: Final = re.compile(r"[^，。；\n]{0,14}算起")  # 从1970年“东方红一号”算起
_STATES: Final = frozenset("起底前后初中末以有达共获至到")  # behind a year they go on to a statement
_NOUN_PHRASE: Final = 20  # so far from a year may the noun be that it modifies
_COMPARED: Final = Suffixes(_WORDS["compared"])
_UNDATED: Final = Prefixes(_WORDS["undated"])
_ASCII = str.maketrans("０１２３４５６７８９〇○零一二三四五六七八九", "0123456789000123456789")
_RECORD = re.compile(
    r"[^，。；\n]{0,8}?以来(?:的?历史|的?同期|的?最|的?首|的?第|的?新)"
)  # 1961年以来最多: what a record is measured by
_CLAUSE_END = "，。；,;！？!?\n、：:）)"
_RECORDS: Final = ("极值", "历史极值", "纪录", "同期")  # 破8月极值
_THAT_DAY: Final = frozenset(
    ("今天", "昨天", "明天", "前天", "后天", "今日", "昨日", "明日", "当天", "当日", "今晚", "昨晚", "明晚", "今晨")
)
_STRETCH: Final = re.compile("(?:[0-9一二两三四五六七八九十][天周]|期间)[（(]$")  # 未来10天（3月26日至4月4日）
_STAMP_BEFORE = re.compile(r"(?:时间|日期|发布|更新|来源)[:：\s]\s?$")
_STAMP_AFTER = re.compile(r"\s*(?:[0-9]{1,2}[:：][0-9]{2}|来源|发布时间|字号)")


@dataclass(slots=True)
class Dated:
    """A date as written; `date` is "" when it dates no event, `year` is the year that later dates may lean on."""

    start: int
    end: int
    date: str = ""
    precision: Precision = "day"
    year: int | None = None


def read_date(text: str, start: int, years: Years) -> Dated | None:
    """The date that starts at `start`; `years` knows the year of one that gives none."""
    match = _DASHED.match(text, start)
    if match is not None:
        return _dashed(text, match)
    match = _SPAN.match(text, start)
    if match is not None and not _continues(text, match.end()):
        return Dated(start, match.end(), year=_last_year(match[0]))
    match = _DATE.match(text, start)
    if match is not None and match.end() > start:
        return _calendar(text, match, years)
    match = _BARE.match(text, start)
    if match is not None and not _counts(text, match):
        month = years.month_of(start)
        day = _number(match[0].partition("日")[0]) if month and "日" in match[0] else 0
        return Dated(start, match.end(), f"{month}-{day:02}" if day else "")
    return None


def _last_year(span: str) -> int | None:
    """2025 of 2025年1月至6月; a span of years lends none to what follows."""
    years = _MONTHS_OF.findall(span)
    return int(years[-1].translate(_ASCII)) if years else None


def _continues(text: str, end: int) -> bool:
    """7日内 and 3-5日内 are time limits, no dates."""
    return text.startswith(("内", "以内", "之内", "以上"), end)


def _counts(text: str, match: re.Match[str]) -> bool:
    """A stretch of days (7日内, 公示7日) rather than a day."""
    written = match[0]
    if not written.endswith("日"):
        return False
    before = text[max(0, match.start() - 3) : match.start()]
    return _continues(text, match.end()) or before.endswith(
        ("公示", "为期", "历时", "提前", "限期", "连续", "超过", "少于", "需", "满")
    )


def _dashed(text: str, match: re.Match[str]) -> Dated:
    year = int(match[1].translate(_ASCII))
    if (
        match[4]
        or _STAMP_AFTER.match(text, match.end())
        or _STAMP_BEFORE.search(text, max(0, match.start() - 8), match.start())
        or _stands_alone(text, match.start(), match.end())
    ):
        return Dated(match.start(), match.end(), year=year)
    return Dated(match.start(), match.end(), f"{year}-{int(match[2]):02}-{int(match[3]):02}", "day", year)


def _number(written: str) -> int:
    if written.isdigit():
        return int(written.translate(_ASCII))
    worth = han_value(written)
    return int(worth[0]) if worth else 0


def _calendar(text: str, match: re.Match[str], years: Years) -> Dated | None:
    own = int(match["year"].translate(_ASCII)) if match["year"] else None
    if match["month"] is None:
        return _year_only(text, match.start(), match.end(), own or 0)
    end = _own_end(text, match)
    if match["month"][0] in "一二三四五六七八九十" and own is None and match["day"] is None and not match["fen"]:
        return (
            Dated(match.start(), end)
            if text[end : end + 1] in ("", "，", "。", "；", ",", "的")
            else Dated(match.start(), match.end("month") + 1)
        )
    year = own or years.of(match.start())
    prefix = f"{year}-" if year else "--"
    found = Dated(match.start(), end, year=own)
    if end == match.end() and match["day"] is not None and text[end - 1] not in "月份":
        found.date = _days(match, prefix)
    else:
        found.date = f"{prefix}{_number(match['month']):02}"
        found.precision = "month"
        part = _MONTH_PART.match(text, end)
        found.end = part.end() if part else end
    if _dates_nothing(text, found):
        found.date = ""
    return found


def _own_end(text: str, match: re.Match[str]) -> int:
    """Gives back a numeral behind 月 that turned out to be no day: 3月2000人."""
    if match["day"] is None or text[match.end("day") : match.end("day") + 1] in tuple("日号") or match["day2"]:
        return match.end()
    return match.start("day")


def _days(match: re.Match[str], prefix: str) -> str:
    first = f"{prefix}{_number(match['month']):02}-{_number(match['day']):02}"
    if match["day2"] is None:
        return first
    month = _number(match["month2"] or match["month"])
    if match["year2"]:
        prefix = f"{match['year2'].translate(_ASCII)}-"
    return f"{first}/{prefix}{month:02}-{_number(match['day2']):02}"


def _dates_nothing(text: str, found: Dated) -> bool:
    """A caption's time in brackets, a publication stamp, 前2月, 每年3月, 较5月底."""
    start, end = found.start, found.end
    before = text[start - 1 : start]
    if before in ("(", "（") and text[end : end + 1] in (")", "）", "-", "—", "至", "《"):
        told = text[start - 3 : start - 1] in _THAT_DAY or _STRETCH.search(text, max(0, start - 3), start)
        return not told
    if found.precision == "month" and text.startswith(_RECORDS, end):
        return True
    if before in ("较", "比") or (before == "前" and found.precision == "month"):
        return True
    return text[max(0, start - 2) : start] in ("每年", "历年", "往年") or _is_stamp(text, found)


def _is_stamp(text: str, found: Dated) -> bool:
    """When the text came out, or a picture was taken."""
    start, end = found.start, found.end
    if text.startswith(("摄", "拍摄"), end) or _stands_alone(text, start, end):
        return True
    if (
        found.year is not None
        and (":" in text[start:end] or "：" in text[start:end])
        and not _goes_on(text, start, end)
    ):
        return True
    return bool(_STAMP_AFTER.match(text, end)) and text[max(0, start - 24) : start].rpartition("\n")[2].strip() == ""


def _goes_on(text: str, start: int, end: int) -> bool:
    """2026年5月7日上午9:30，听证会召开: a sentence, and no stamp."""
    return text[end : end + 1] in ("，", ",") or "午" in text[start:end]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """A date that fills its line: under a heading it says when the text came out."""
    _, line, indent = text[max(0, start - 4) : start].rpartition("\n")
    return bool(line) and not indent.strip(" \u3000(（") and text[end : end + 3].lstrip(" \u3000)）")[:1] in ("", "\n")


def _year_only(text: str, start: int, end: int, year: int) -> Dated:
    if (months := _FIRST_MONTHS.match(text, end)) is not None:
        return Dated(start, months.end(), year=year)
    part = _PART.match(text, end)
    if part is not None and not _compared(text, start, part.end()):
        return _part_of_year(text, start, part, year)
    compared = _compared(text, start, end) or _RECORD.match(text, end)
    undated = _UNDATED.at(text, end)
    if compared or part or undated in ("来", "的", "同期"):
        return Dated(start, end)
    if undated or _names_document(text, end) or heads(text, start):
        return Dated(start, end + (1 if undated == "度" else 0), year=year)
    return Dated(start, end, str(year), "year", year)


def _compared(text: str, start: int, end: int) -> bool:
    """较2020年, 是2020年的1.5倍, 从1970年算起; but 目标是2026年底前 dates something."""
    if text[start - 1 : start] in ("从", "自") and _RECKONED.match(text, end):
        return True
    word = _COMPARED.at(text, start)
    return bool(word) and (word not in ("是", "为", "与", "同") or text[end : end + 1] in ("的", "相", "持"))


def _part_of_year(text: str, start: int, part: re.Match[str], year: int) -> Dated:
    word = part[0]
    if _NUMBERED.match(text, part.end()):
        return Dated(start, part.end(), year=year)
    if word in ("上半年", "下半年"):
        return Dated(start, part.end(), f"{year}-H{1 if word[0] == '上' else 2}", "half", year)
    if part[1]:
        quarter = "一二三四".find(part[1]) + 1 or int(part[1])
        return Dated(start, part.end(), f"{year}-Q{quarter}", "quarter", year)
    return Dated(start, part.end(), str(year), "year", year)


def _names_document(text: str, end: int) -> bool:
    """2022年浑南区…清单, 2025年预算: a noun of documents before the clause says anything; or a year in a headline."""
    if _EDITION.match(text, end):
        return True
    if text[end : end + 1] in _STATES:
        return False
    place = end
    while place < len(text) and place - end < _NOUN_PHRASE and text[place] not in _CLAUSE_END:
        if _PLAIN.at(text, place):
            return True
        if _TELLS.at(text, place):
            return False
        place += 1
    return False
