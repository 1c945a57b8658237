"""The import's course: sources opened, read, laid out, written, audited, and only then put in their places."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from plugins.manuscripts.compiling import compile_manuscript
from plugins.manuscripts.faults import ManuscriptError

from . import writing
from .accounting import FILLED, Account, audited
from .layout import plan
from .opening import Raw, opened
from .picturing import with_pictures
from .placing import place
from .proposals import Desk, desk, labelled, proposed
from .readers import read
from .refusal import ImportRefusedError
from .reports import digest_of, imported_in, report
from .tree import tree
from .types import Article, Plan
from .writing import Picturing, Proposal

EDITORS: Final = {"date": "张贴日期", "column": "栏目", "topics": "专题", "title": "标题"}
Ask = Callable[[str], str]


@dataclass(slots=True)
class Written:
    """A manuscript made of a source: its name and text, its pictures, what an editor has to give."""

    name: str
    text: str
    proposal: Proposal
    needed: list[str]
    pictures: dict[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class Outcome:
    """What became of one source."""

    plan: Plan
    account: Account
    written: list[Written]

    def files(self) -> dict[str, bytes]:
        """Everything that is to be placed, by path."""
        names = [one.name for one in self.written]
        found: dict[str, bytes] = {}
        for n, one in enumerate(self.written):
            found[f"{one.name}.md"] = one.text.encode()
            said = report(self.plan, n, names, self.account, one.proposal, one.needed)
            found[f"{one.name}.report.json"] = (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
            found |= one.pictures
        return found


@dataclass(frozen=True, slots=True)
class Wish:
    """The command's options."""

    out: Path | None = None
    content: Path | None = None
    dry_run: bool = False
    ask: Ask | None = None


def run(paths: Iterable[Path], wish: Wish) -> Iterator[str]:
    """Imports what stands at `paths`; gives what to print. A source is placed whole, or it is refused and nothing of
    it is placed; those before it stay."""
    if wish.out is None and not wish.dry_run:
        raise ImportRefusedError("no-out")
    course = _Course(wish, desk(wish.content, wish.out), imported_in(wish.out))
    refused: list[ImportRefusedError] = []
    count = 0
    for raw in opened(paths):
        count += 1
        try:
            if isinstance(raw, ImportRefusedError):
                raise raw
            yield from course.one(raw)
        except ImportRefusedError as error:
            refused.append(error)
            if count > 1 or len(refused) < count:
                yield f"没有导入：{error}"
    yield from course.sum()
    if count == 1 and refused:
        raise refused[0]
    if refused:
        names = "、".join(error.about for error in refused[:5])
        raise ImportRefusedError("some", count=len(refused), names=names + ("等" if len(refused) > 5 else ""))


class _Course:
    """One run over several sources."""

    def __init__(self, wish: Wish, at: Desk, known: dict[str, str]) -> None:
        self.wish, self.at, self.known, self.done = wish, at, known, 0

    def one(self, raw: Raw) -> Iterator[str]:
        wish, made = self.wish, plan_of(raw)
        digest = digest_of(made.source)
        if wish.out is not None and digest in self.known and not wish.dry_run:
            raise ImportRefusedError("imported", name=raw.name, path=wish.out / self.known[digest])
        if wish.ask is not None:
            from .asking import settle

            settle(made, wish.ask)
        if wish.dry_run:
            yield from tree(made)
        outcome = written(made, self.at)
        if wish.out is not None and not wish.dry_run:
            place(wish.out, outcome.files())
            self.known[digest] = f"{outcome.written[0].name}.md"
            self.done += len(outcome.written)
            yield from _told(outcome, wish.out)

    def sum(self) -> Iterator[str]:
        if self.done:
            yield f"共写出 {self.done} 篇。"


def plan_of(raw: Raw) -> Plan:
    source = read(raw.kind, raw.name, raw.data)
    with_pictures(source, raw.beside)
    if not source.text.strip() and not any(line.picture for line in source.lines):
        raise ImportRefusedError("empty", name=raw.name)
    made = plan(source)
    if not made.articles:
        raise ImportRefusedError("no-text", name=raw.name)
    return made


def written(made: Plan, at: Desk) -> Outcome:
    """The manuscripts of a plan, audited."""
    manuscripts = [_written(made, article, at) for article in made.articles]
    account = audited(made, [(one.name, one.text) for one in manuscripts])
    return Outcome(made, account, manuscripts)


def _written(made: Plan, article: Article, at: Desk) -> Written:
    stem = re.sub(r"\.[^.]*$", "", made.source.name.rpartition("/")[2])
    proposal = proposed(article, at, stem)
    picturing = Picturing(proposal.slug)
    body = writing.body(made.source, article, picturing)
    proposal.facts = _labels(article, proposal, body)
    values = writing.fields(article, proposal)
    needed = [f"{name}（{EDITORS[name]}）" for name in writing.REQUIRED if name in EDITORS and not values[name]]
    if picturing.without_alt:
        needed.append(f"{picturing.without_alt} 张图片的文字说明")
    text = f"{writing.front(values)}\n{body}"
    return Written(proposal.slug, text, proposal, needed, picturing.files)


def _labels(article: Article, proposal: Proposal, body: str) -> list[dict[str, str]]:
    """Labels as the build would read them."""
    values: dict[str, Any] = {**writing.fields(article, proposal), "summary": "", "topics": ["题"]}
    filled = {name: value or FILLED.get(name, "") for name, value in values.items() if value or name in FILLED}
    settled = re.sub(r"<!-- 待核：.*? -->\n*", "", body)
    try:
        done = compile_manuscript("articles/-.md", f"{writing.front(filled)}\n{settled}".encode())
    except ManuscriptError:
        return []
    return labelled(done.figures)


def _told(outcome: Outcome, out: Path) -> Iterator[str]:
    """One line for each manuscript, and what is left to do."""
    for one in outcome.written:
        yield f"{outcome.plan.source.name} → {out / one.name}.md"
        if one.needed:
            yield f"  请填写：{'、'.join(one.needed)}"
        if count := one.text.count("<!-- 待核："):
            yield f"  待核 {count} 处：文中写着“待核”，核实之后删去那条注释"
    account = outcome.account
    yield (
        f"  原文 {account.characters} 字 = 稿件 {sum(account.kept)} 字 + 不进稿件 {account.dropped} 字"
        f"（{len(outcome.plan.dropped)} 处，见 {outcome.written[0].name}.report.json）"
    )
