"""The accountant: reads what was written again, as the house reads manuscripts, and holds it against the source.

Three things are proved of every source, or it is refused: each character that is no white space stands in exactly one
part or is listed as dropped; every part, as it is read out of the written file, is the very text of its places in the
source; and the body keeps the source's order, except for what the report lists as moved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from plugins.manuscripts.compiling import compile_manuscript
from plugins.manuscripts.faults import Fault, ManuscriptError
from plugins.manuscripts.frontmatter import parse
from plugins.manuscripts.markup import convert
from plugins.manuscripts.reader import Source as Written
from plugins.manuscripts.reader import read

from .refusal import ImportRefusedError
from .types import FRONT, Article, Part, Plan, Span

PATH: Final = "articles/{name}.md"
OPEN: Final = frozenset({"unsettled", "image-alt", "body-empty", "footnote-undefined", "factbox-inside"})
"""Faults of a written body that are the editor's to settle."""
FILLED: Final = {"title": "题", "date": "2026-01-01", "column": "栏", "topics": "题"}


@dataclass(slots=True)
class Account:
    """The sum of a source; it holds, or there is no account."""

    characters: int  # of the source, white space left out
    kept: list[int]  # in each manuscript
    dropped: int
    moved: list[str]  # parts that stand elsewhere than in the source's order


def audited(plan: Plan, written: Sequence[tuple[str, str]]) -> Account:
    """The account of a source and the manuscripts (name, text) made of it, one for each article."""
    source = plan.source
    _every_character_once(plan)
    _witnessed(plan)
    moved: list[str] = []
    for article, (name, text) in zip(plan.articles, written, strict=True):
        _same(plan, article, name, text)
        _compiles(plan, name, text)
        moved += _moved(article)
    return Account(
        characters=_solid(source.text),
        kept=[sum(_count(plan, part.spans) for part in article.parts) for article in plan.articles],
        dropped=sum(_count(plan, dropped.spans) for dropped in plan.dropped),
        moved=moved,
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


def _solid(text: str) -> int:
    return len(squeezed(text))


def _count(plan: Plan, spans: Iterable[Span]) -> int:
    return _solid(plan.source.slice(list(spans)))


def _refuse(plan: Plan, what: str) -> ImportRefusedError:
    return ImportRefusedError("sum", name=plan.source.name, what=what)


def _every_character_once(plan: Plan) -> None:
    """No character in two places, none in none."""
    text = plan.source.text
    times = bytearray(len(text))
    for spans in _places(plan):
        for start, end in spans:
            for n in range(start, end):
                times[n] = min(times[n] + 1, 2)
    for n, char in enumerate(text):
        if char.isspace():
            continue
        if times[n] != 1:
            about = text[max(0, n - 8) : n + 8].replace("\n", " ")
            raise _refuse(plan, f"第 {n + 1} 个字符“{char}”（{about}）{'没有着落' if not times[n] else '用了两次'}")


def _places(plan: Plan) -> Iterable[Sequence[Span]]:
    for article in plan.articles:
        for part in article.parts:
            yield part.spans
    for dropped in plan.dropped:
        yield dropped.spans


def _witnessed(plan: Plan) -> None:
    """The reader took in all of the file: a second way of reading it finds no other characters."""
    source = plan.source
    if source.witness is None:
        return
    seen, told = Counter(squeezed(source.witness)), Counter(squeezed(source.text))
    if seen != told:
        odd = "".join((seen - told) or (told - seen))[:20]
        raise _refuse(plan, f"读出的字与文件里的不一样，差在“{odd}”")


def _same(plan: Plan, article: Article, name: str, text: str) -> None:
    """What the written file says is what the source says at the places of its parts."""
    said = read(PATH.format(name=name), text.encode())
    if isinstance(said, Fault):
        raise _refused_body(plan, [said])
    values = parse(said).values or {}
    for role, wanted in _front(plan, article):
        found = values.get(role) or ""
        shown = "".join(squeezed(item) for item in ([found] if isinstance(found, str) else found))
        if shown != wanted:
            raise _refuse(plan, f"{name}.md 的 {role} 与原文不同（“{wanted[:12]}”写成“{shown[:12]}”）")
    _same_body(plan, article, name, said)


def _front(plan: Plan, article: Article) -> Iterable[tuple[str, str]]:
    names = {"reporter": "source_reporters", "caption": "captions"}
    for role in sorted(FRONT):
        parts = article.of(role)
        if role == "reporter":
            parts = sorted(parts, key=lambda part: -part.score)
        yield names.get(role, role), "".join(squeezed(plan.source.slice(part.spans)) for part in parts)


def _same_body(plan: Plan, article: Article, name: str, said: Written) -> None:
    body = convert(said.path, said.body)
    found = [squeezed(body.plain.text[block.start : block.end]) for block in body.plain.blocks]
    wanted = [text for part in _read_order(article) for text in _blocks(plan, part) if text]
    if found == wanted:
        return
    for n, (one, other) in enumerate(zip([*found, ""], [*wanted, ""], strict=False)):
        if one != other:
            raise _refuse(plan, f"{name}.md 正文第 {n + 1} 段与原文不同（“{other[:16]}”写成“{one[:16]}”）")
    raise _refuse(plan, f"{name}.md 正文的段数与原文不同")


def _read_order(article: Article) -> list[Part]:
    """The body's parts as a page has them: footnotes behind all else, in the order in which they are referred to."""
    parts = list(article.body)
    return [part for part in parts if part.role != "footnote"] + [part for part in parts if part.role == "footnote"]


def _blocks(plan: Plan, part: Part) -> Iterable[str]:
    """The blocks of plain text that a part becomes."""
    slice_ = plan.source.slice
    if part.role == "table":
        for line in part.lines:
            yield from (squeezed(slice_(spans)) for spans in line.cells)
    elif part.role in ("list", "quotation"):
        texts = part.text.split("\n") if part.role == "quotation" else [line.text for line in part.lines]
        yield from map(squeezed, texts)
    elif part.role != "picture" or part.spans:
        yield squeezed(slice_(part.spans))


def _compiles(plan: Plan, name: str, text: str) -> None:
    """The manuscript builds, once the editor has filled in what is empty and settled what is noted."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    for n in range(1, end):
        field, colon, value = lines[n].partition(":")
        if colon and not value and field in FILLED:
            lines[n] = f"{field}: {FILLED[field]}"
    try:
        compile_manuscript(PATH.format(name=name), "\n".join(lines).encode())
    except ManuscriptError as error:
        if odd := [fault for fault in error.faults if fault.code not in OPEN]:
            raise _refused_body(plan, odd) from error


def _refused_body(plan: Plan, faults: Sequence[Fault]) -> ImportRefusedError:
    return ImportRefusedError("body", name=plan.source.name, what="；".join(fault.message for fault in faults[:3]))


def _moved(article: Article) -> list[str]:
    """Parts of the body that stand behind what they stood in front of."""
    moved, furthest = [], -1
    for part in article.body:
        start = min((span[0] for span in part.spans), default=furthest)
        if start < furthest:
            moved.append(part.text)
        furthest = max(furthest, start)
    return moved


def values_of(text: str) -> dict[str, Any]:
    """The front matter of a written manuscript."""
    said = read(PATH.format(name="-"), text.encode())
    return {} if isinstance(said, Fault) else parse(said).values or {}
