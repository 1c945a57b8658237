"""The lines of a head named: series, kicker (引题), headline, subtitle (副题).

Type tells where it is known: the largest is the headline. Otherwise place and words: a kicker stands above, a subtitle
below; 系列报道之五 is a series; ——记… and …见闻 are subtitles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from .sheet import Block
from .types import Role
from .words import words

SERIES: Final = re.compile(
    rf"(?:{words('series')})(?:[之①-⑳（(]|$|[·—\-：:])|系列(?:报道|评论)?(?:之|[①-⑳（(])|(?:之[一二三四五六七八九十]{{1,3}}|[①-⑳]|[（(][一二三四五六七八九十0-9]{{1,2}}[）)])$|^[【〖「].{{2,20}}[】〗」]$"
)
SUBTITLE: Final = re.compile(
    r"^[—─―-]{1,2}|^(?:对话|访|专访|写在|记|致|献给)|(?:见闻|纪实|纪事|侧记|综述|述评|观察|调查|扫描|掠影|札记|记事|启示|探访|访谈|走笔|小记|一瞥|追记|回眸|巡礼|速写|记录|工作法|发布会实录|解读|之[路道歌])$"
)
QUANTITY: Final = re.compile(r"[0-9]{2,}[余多]?[万亿]?[名个件次起项家人元%]|[0-9]+年")
WHO: Final = re.compile(r"[\u3400-\u9fff“”]{1,7}(?:省|市|县|区|镇|乡|村|街道|社区|局|委|院|校|公司)")
OFFICIAL: Final = re.compile(rf"^关于.{{4,60}}的?(?:{words('documents')})$")
LABEL: Final = re.compile(r"^.{1,7}$")


@dataclass(slots=True)
class Named:
    block: Block
    role: Role
    reason: str
    doubt: str = ""


def named(heads: list[Block], repeated: frozenset[str]) -> list[Named]:
    """The head's lines with their roles, in order."""
    found: list[Named] = []
    rest = list(heads)
    while len(rest) > 1 and (series := _series(rest, repeated)) is not None:
        found.append(Named(series, "series", "系列名的字样"))
        rest.remove(series)
    if whole := _titles(rest):
        places = [rest.index(name.block) for name in whole]
        found += [Named(block, "kicker", "在标题之上") for block in rest[: places[0]]]
        found += whole
        found += [Named(block, "subtitle", "在标题之下") for block in rest[places[-1] + 1 :]]
    else:
        found += _by_type(rest) or _by_place(rest, serial=bool(found))
    return sorted(found, key=lambda name: heads.index(name.block))


def _titles(rest: list[Block]) -> list[Named]:
    """A headline on several lines: its parts in one style, or 某某委员会 above 关于……的通知."""
    titles = [block for block in rest if block.kind == "title"]
    if len(titles) > 1:
        return [Named(block, "title", "原稿的标题样式") for block in titles]
    for upper, lower in pairwise(rest):
        if OFFICIAL.match(lower.text) and upper.width <= 40 and not re.search("[，：]", upper.text):
            return [Named(upper, "title", "公文标题的发文机关"), Named(lower, "title", "公文标题")]
    return []


def _series(rest: list[Block], repeated: frozenset[str]) -> Block | None:
    for block in (rest[0], rest[-1]):
        if block.first.kind not in ("title",) and (SERIES.search(block.text) or block.text in repeated):
            return block
    return None


def _by_type(rest: list[Block]) -> list[Named]:
    """By size, or by the rank that the format gives; nothing where both are alike."""
    ranks = [
        (-block.first.level if block.kind in ("heading", "title") else -9, block.first.size + 0.5 * block.first.bold)
        for block in rest
    ]
    if len(rest) < 2 or len(set(ranks)) < 2:
        return []
    best = max(range(len(rest)), key=lambda n: (ranks[n][0], ranks[n][1]) if ranks[n][0] > -9 else (-9, ranks[n][1]))
    roles: list[Role] = ["kicker" if n < best else "title" if n == best else "subtitle" for n in range(len(rest))]
    reason = "字号或样式最大的是标题，之上是引题，之下是副题"
    return [Named(block, role, reason) for block, role in zip(rest, roles, strict=True)]


def _by_place(rest: list[Block], *, serial: bool) -> list[Named]:
    if not rest:
        return []
    if len(rest) == 1:
        return [Named(rest[0], "title", "只有一行标题")]
    if len(rest) == 2:
        return _of_two(*rest, serial=serial)
    dash = next((n for n, block in enumerate(rest) if n and SUBTITLE.match(block.text)), 0)
    at = dash - 1 if dash else 1
    if len(rest) > 3 and not dash:
        at = len(rest) - 2
    doubt = "" if len(rest) == 3 else "标题有四行以上，哪一行是标题请核对"
    roles: list[Role] = ["kicker" if n < at else "title" if n == at else "subtitle" for n in range(len(rest))]
    return [
        Named(block, role, "按行的次序", doubt if role == "title" else "")
        for block, role in zip(rest, roles, strict=True)
    ]


def _of_two(upper: Block, lower: Block, *, serial: bool) -> list[Named]:
    """Kicker and headline, or headline and subtitle."""
    below = 2.0 if SUBTITLE.search(lower.text) else 0.0
    below += 1.0 if re.match(r"“[^”]*”$", upper.text) else 0.0
    below -= 1.0 if SUBTITLE.search(upper.text) else 0.0
    below += 1.2 if QUANTITY.search(lower.text) and not QUANTITY.search(upper.text) else 0.0
    below += 0.7 if lower.width > upper.width * 1.8 and upper.width > 6 else 0.0
    told = WHO.match(lower.text) and not WHO.search(upper.text) and lower.width > upper.width
    below += 1.4 if told and not serial else 0.0
    above = 1.0 if upper.width >= lower.width or LABEL.match(upper.text) else 0.3
    above += 0.7 if re.search("[，, 　]", upper.text) else 0.0
    if below > above:
        doubt = "" if below - above > 0.5 else "两行标题，上一行当作标题，下一行当作副题"
        return [Named(upper, "title", "下一行是副题的说法", doubt), Named(lower, "subtitle", "在标题之下")]
    doubt = "" if above - below > 0.5 else "两行标题，上一行当作引题，下一行当作标题"
    return [Named(upper, "kicker", "在标题之上"), Named(lower, "title", "引题之下的一行", doubt)]
