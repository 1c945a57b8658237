"""From judged blocks to articles: where each begins, what of it goes on elsewhere, its parts with their roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from . import escaping, notes
from .bylines import byline
from .dates import day_of
from .furniture import BACK, JUMP, kinds, reason
from .joining import SURE, Group, grouped
from .mastheads import Start, starts
from .naming import SUBTITLE, named
from .rules.role_list import BULLET, NUMBER, number
from .rules.role_source import SOURCE
from .sheet import Block, Sheet
from .types import Article, Dropped, Join, Line, Part, Plan, Role, Source

ROLES: Final[dict[str, Role]] = {
    "body": "paragraph",
    "head": "heading",
    "caption": "caption",
    "verse": "verse",
    "item": "list",
    "quotation": "quotation",
    "row": "table",
    "picture": "picture",
    "footnote": "footnote",
}
DROPPED: Final = {
    "jump": "转版提示", "end": "文末标记", "date": "发布日期", "label": "来源等字样", "staff": "编校人员",
    "count": "阅读数", "tool": "网页的按钮",
}  # fmt: skip
COLUMN: Final = 3
"""So many stories below one head are a column."""
DATELINE_DROPPED: Final = "讯头（不进正文，日期可填入 date）"


def planned(source: Source, sheet: Sheet) -> Plan:
    """What is to become of a source."""
    builder = _Builder(source, sheet)
    return builder.plan()


class _Builder:
    def __init__(self, source: Source, sheet: Sheet) -> None:
        self.sheet = sheet
        self.plan_ = Plan(source, [], list(source.dropped))
        self.repeated = _repeated(sheet.blocks)
        self.day = source.date

    def plan(self) -> Plan:
        begins = starts(self.sheet)
        bounds = [start.at for start in begins] + [len(self.sheet.blocks)]
        stretches = [self.sheet.blocks[bounds[n] : bounds[n + 1]] for n in range(len(begins))]
        _carry_back(stretches)
        for start, blocks in zip(begins, stretches, strict=True):
            self._article(start, blocks)
        _without_column_head(self.plan_)
        notes.settle(self.plan_.articles)
        return self.plan_

    def _article(self, start: Start, blocks: list[Block]) -> None:
        article = Article(reasons=start.reasons, year=self.plan_.source.year)
        heads = _heads(blocks)
        known = named(heads, self.repeated)
        titles = {id(name.block): name for name in known}
        for group in grouped(self.sheet, blocks):
            block = group.blocks[0]
            if id(block) in titles:
                name = titles[id(block)]
                part = _part(group, name.role)
                part.reasons = [name.reason, *block.reasons()]
                part.doubts += [name.doubt] if name.doubt else []
                _unadorn(part, self.plan_)
                article.parts.append(part)
            else:
                self._add(article, group)
        if any(part.role not in ("title", "kicker") for part in article.parts) or article.parts:
            self._one_source(article)
            article.date = self.day
            self.plan_.articles.append(_settled(article))

    def _add(self, article: Article, group: Group) -> None:
        block = group.blocks[0]
        if block.role == "dateline":
            self._dateline(article, block)
        elif block.role == "furniture":
            self._drop(block, block.kind if block.kind in ("jump", "end") else "")
        elif block.role == "date":
            self._drop(block, "date")
        elif block.role == "byline":
            self._byline(article, block)
        elif block.role == "source":
            self._source(article, block)
        elif block.role in ("row", "item", "verse") and _goes_with(article, block):
            _append(article.parts[-1], block, self.plan_)
        else:
            if (
                block.role == "caption"
                and _credit_only(block)
                and article.parts
                and article.parts[-1].role == "caption"
            ):
                article.parts[-1].add(block.first, Join(" ", 9, "摄影者署名"))
                return
            part = _part(group, ROLES[block.role])
            if part.role == "list":
                _unmark(part, self.plan_)
            if part.role in ("heading", "caption") and part.first.text:
                _unadorn(part, self.plan_)
            if part.role == "caption" and _captions(article, part):
                return
            article.parts.append(part)

    def _dateline(self, article: Article, block: Block) -> None:
        """本报济南7月1日讯 is the paper's word, not the hub's: it goes, and is listed."""
        self.plan_.dropped.append(Dropped(block.first.spans, DATELINE_DROPPED))
        article.dateline = article.dateline or block.text

    def _drop(self, block: Block, kind: str) -> None:
        why = DROPPED.get(kind) or (block.kind in DROPPED and DROPPED[block.kind]) or _why(block)
        self.day = self.day or day_of(block.text)
        for line in block.lines:
            self.plan_.dropped.append(Dropped(line.spans, why))

    def _byline(self, article: Article, block: Block) -> None:
        """Names go to the front matter, reporters first; what is around them is dropped."""
        for line in block.lines:
            said = byline(line.text)
            names = list(said.names) if said else []
            at = 0
            for name in sorted(names, key=lambda name: name.start):
                self._label(line, at, name.start)
                part = Part("reporter", [line.cut(name.start, name.end)], reasons=["署名里的人名"])
                part.score = 2 if name.first else 1
                article.parts.append(part)
                at = name.end
            self._label(line, at, len(line.text))

    def _one_source(self, article: Article) -> None:
        """Where several are named, the one that the copy itself calls its source."""
        sources = article.of("source")
        best = max(sources, key=lambda part: part.score, default=None)
        for part in sources:
            if part is not best:
                article.parts.remove(part)
                self.plan_.dropped.append(Dropped(tuple(part.spans), "另一处来源"))

    def _label(self, line: Line, start: int, end: int) -> None:
        label = line.cut(start, end)
        if label.text:
            self.plan_.dropped.append(Dropped(label.spans, "署名里人名以外的字"))

    def _source(self, article: Article, block: Block) -> None:
        line = block.first
        found = SOURCE.fullmatch(line.text)
        start, end = found.span("name") if found else (0, len(line.text))
        self._label(line, 0, start)
        part = Part(
            "source", [line.cut(start, end)], reasons=block.reasons(), score=1 if block.kind == "account" else 2
        )
        article.parts.append(part)
        self._label(line, end, len(line.text))


def _without_column_head(plan: Plan) -> None:
    """Above several short stories stands the name of their column: 简讯, 一句话新闻. It is no kicker of the first."""
    if len(plan.articles) < COLUMN:
        return
    kickers = plan.articles[0].of("kicker")
    if len(kickers) == 1 and len(kickers[0].text) <= 8 and not any(one.of("kicker") for one in plan.articles[1:]):
        plan.articles[0].parts.remove(kickers[0])
        plan.dropped.append(Dropped(tuple(kickers[0].spans), "几篇短稿合用的栏目名"))


def _why(block: Block) -> str:
    """What a rule said of a block that is dropped, else what its pieces are."""
    return next(iter(block.reasons()), "") or reason(kinds(block.text) or ["page"])


def _heads(blocks: list[Block]) -> list[Block]:
    """The headings in front of the first body text; a section's own heading behind the headline is none of them."""
    found: list[Block] = []
    titled = any(block.kind == "title" for block in blocks)
    signed = False
    for block in blocks:
        if block.role == "head":
            passed = titled and any(one.kind == "title" for one in found)
            own = block.first.parent == "head" or block.kind in ("subtitle", "title") or SUBTITLE.match(block.text)
            if (passed or (signed and _heads_behind(blocks, block) < 2)) and not own:
                break
            found.append(block)
        elif block.role not in ("byline", "source", "furniture", "date", "picture", "caption", "dateline"):
            break
        signed = signed or (block.role == "byline" and bool(found))
    return found


def _heads_behind(blocks: list[Block], block: Block) -> int:
    """How many headings stand from a block on, one behind the other."""
    at = next(n for n, one in enumerate(blocks) if one is block)
    return next((n for n, one in enumerate(blocks[at:]) if one.role != "head"), len(blocks) - at)


def _repeated(blocks: list[Block]) -> frozenset[str]:
    counted = Counter(block.text for block in blocks if block.role == "head")
    return frozenset(text for text, count in counted.items() if count > 1)


def _part(group: Group, role: Role) -> Part:
    """A group of blocks as one part, with the joins within them and between."""
    part = Part(role, [])
    joins: list[Join] = []
    for n, block in enumerate(group.blocks):
        if n:
            joins.append(group.joins[n - 1])
        part.lines += block.lines
        joins += block.joins
        part.doubts += block.doubts
    part.joins = joins
    part.reasons = group.blocks[0].reasons()
    part.score = group.blocks[0].margin
    for join in joins:
        if join.score < SURE and role == "paragraph":
            part.doubts.append(f"两处接成一段（{join.reason}），请核对接得对不对")
    return part


def _goes_with(article: Article, block: Block) -> bool:
    """Whether a row, an item or a verse belongs to the part in front of it."""
    if not article.parts or article.parts[-1].role != ROLES[block.role]:
        return False
    last = article.parts[-1].last
    if block.role == "verse":
        return block.first.gap == 0
    if block.role == "row":
        return block.first.parent == last.parent
    if block.kind != "list":
        one = number(block.text)
        return one is None or one[1] > 1
    again = block.first.ordered == 1 and block.first.level <= last.level
    return bool(block.first.ordered) == bool(last.ordered) and not again


def _append(part: Part, block: Block, plan: Plan) -> None:
    for line in block.lines:
        part.add(line, Join("\n", 9, "同一组"))
    if part.role == "list":
        _unmark(part, plan)


def _unmark(part: Part, plan: Plan) -> None:
    """A bullet or a plain number becomes the list's own; （1） and ① stay in the text."""
    line = part.last
    if line.kind == "list":
        return
    found, numbered = BULLET.match(line.text), number(line.text)
    if numbered and numbered[0] == "dot" and numbered[1] == len(part.lines):
        found = NUMBER.match(line.text)
        part.lines[-1] = replace(line, ordered=numbered[1])
    elif numbered:
        return
    if found and found.end() < len(line.text):
        plan.dropped.append(Dropped(line.cut(0, found.end()).spans, "项目符号和序号（改为列表）"))
        part.lines[-1] = part.lines[-1].cut(found.end(), len(line.text))


ORNAMENT: Final = re.compile(r"^[■□◆◇●○▲△▼▽★☆►▶◀◄▍▎※◎↑↓←→☆]+\s*(?=\S)")


def _unadorn(part: Part, plan: Plan) -> None:
    """The mark in front of a heading or a caption."""
    line = part.first
    if found := ORNAMENT.match(line.text):
        plan.dropped.append(Dropped(line.cut(0, found.end()).spans, "标题、图片说明前的记号"))
        part.lines[0] = line.cut(found.end(), len(line.text))


def _captions(article: Article, caption: Part) -> bool:
    """Puts a caption below the picture in front of it, if that came along and has none; else it goes to the front."""
    last = article.parts[-1] if article.parts else None
    if last is None or last.role != "picture" or len(last.lines) > 1:
        return False
    if not (last.first.picture and last.first.picture.data) or not escaping.title(caption.text):
        return False
    last.doubts += caption.doubts
    for line in caption.lines:
        last.add(line, Join("", 9, "图片说明"))
    return True


def _credit_only(block: Block) -> bool:
    said = byline(block.text)
    return said is not None and said.photo


def _carry_back(stretches: list[list[Block]]) -> None:
    """What begins behind 上接第1版 belongs to the article that ended in 下转第3版."""
    for n, blocks in enumerate(stretches):
        at = next((i for i, block in enumerate(blocks) if _is_back(block)), -1)
        if at < 0:
            continue
        home = next((m for m in range(n, -1, -1) if any(_is_on(block) for block in stretches[m])), -1)
        if home < 0 or home == n:
            continue
        moved = blocks[at:]
        del blocks[at:]
        stretches[home] += moved


def _is_back(block: Block) -> bool:
    return block.role == "furniture" and bool(JUMP.search(block.text)) and bool(BACK.search(block.text))


def _is_on(block: Block) -> bool:
    return block.role == "furniture" and bool(JUMP.search(block.text)) and not BACK.search(block.text)


def _settled(article: Article) -> Article:
    """What shows only when all parts are there: paragraphs that end in mid-sentence."""
    for part in article.parts:
        if part.role == "paragraph" and re.search(r"[\w，、,“（]$", part.text) and len(part.text) > 24:
            part.doubts.append("这一段没有说完，后面可能缺字")
    return article


def paragraphs(article: Article) -> Iterator[Part]:
    return (part for part in article.parts if part.role == "paragraph")
