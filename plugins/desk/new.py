"""`./hub new`: title, column and topics in (from flags, or asked for in a terminal), a draft manuscript out.

The draft builds as it is, marked `status: draft`: it shows in the preview and is left out when publishing.
"""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import yaml

from .refusal import RefusalError
from .slugs import SLUG, front_matter, propose, taken

CHINA = timezone(timedelta(hours=8))
SEPARATORS = re.compile("[,，、；;]")
SKELETON = """\
---
title: {title}
slug: {slug}
date: {date}
column: {column}
topics: {topics}
status: draft
# 写好以后删去上面一行，稿件才会发布。下面各项用得着就删去行首的“# ”再填写，用不着就删掉整行。
# kicker: 引题
# subtitle: 副题
# summary: 摘要，一两句话；不写则取正文开头
# source: 来源
# source_reporters: [记者姓名]
# author: 作者
# editor: 编辑
---

（正文待写。）
"""


@dataclass(frozen=True)
class Wish:
    """What the editor said; empty where nothing was said."""

    title: str = ""
    column: str = ""
    topics: str = ""
    slug: str = ""


def write(content: Path, wish: Wish, ask: Callable[[str], str] | None = None) -> Path:
    """Writes the draft and answers its path. `ask` puts a question to the editor; without it nothing is asked."""
    columns, topics = titles(content / "columns"), titles(content / "topics")
    _refuse_gaps(wish, ask)
    title = (wish.title or _answer(ask, "标题：")).strip()
    if not title:
        raise RefusalError("标题不能空着。请用 --title 写明标题。")
    (column,) = _choose("栏目", columns, wish.column, ask, several=False)
    chosen = _choose("专题（可选几个，用逗号隔开）", topics, wish.topics, ask, several=True)
    slug = _slug(content / "articles", title, wish.slug, ask)
    now = datetime.now(CHINA)
    text = SKELETON.format(
        title=_yaml(title),
        slug=_yaml(slug),
        date=f"{now:%Y-%m-%d %H:%M}",
        column=_yaml(column),
        topics="[" + ", ".join(_yaml(topic) for topic in chosen) + "]",
    )
    return _place(content / "articles" / f"{now:%Y}" / f"{slug}.md", text)


def terminal() -> Callable[[str], str] | None:
    """How to ask, where a person sits at both ends of the terminal."""
    return input if sys.stdin.isatty() and sys.stdout.isatty() else None


def titles(folder: Path) -> list[str]:
    """The titles of the topics or columns that exist, in order of their files' names."""
    fronts = [front_matter(path) for path in sorted(folder.glob("*.md"))]
    return [title for front in fronts if (title := _title(front))]


def _title(front: str) -> str:
    try:
        values = yaml.safe_load(front)
    except yaml.YAMLError:
        return ""
    return str(values.get("title") or "") if isinstance(values, dict) else ""


def _refuse_gaps(wish: Wish, ask: Callable[[str], str] | None) -> None:
    missing = [f"--{name}" for name in ("title", "column", "topics") if not getattr(wish, name)]
    if missing and ask is None:
        raise RefusalError(f"这里没有可以问答的终端，请把 {'、'.join(missing)} 写在命令里；写法见 ./hub new --help。")


def _answer(ask: Callable[[str], str] | None, question: str) -> str:
    return ask(question) if ask else ""


def _choose(
    what: str, names: Sequence[str], given: str, ask: Callable[[str], str] | None, *, several: bool
) -> list[str]:
    """Names picked by themselves or by number, out of those that exist; asks again after a slip."""
    if not names:
        raise RefusalError(f"还没有可选的{what[:2]}。请先在 content/ 里建一个。")
    menu = "\n".join(f"  {number} {name}" for number, name in enumerate(names, 1))
    while True:
        answer = given or _answer(ask, f"{menu}\n{what}，写编号或名称：")
        try:
            return _picked(answer, names, what[:2], several=several)
        except RefusalError as slip:
            if given or ask is None:
                raise
            sys.stderr.write(f"{slip}\n")


def _picked(answer: str, names: Sequence[str], what: str, *, several: bool) -> list[str]:
    wanted = [word.strip() for word in SEPARATORS.split(answer) if word.strip()]
    if not wanted or (len(wanted) > 1 and not several):
        raise RefusalError(f"{what}要写{'至少一个' if several else '一个，不多不少'}。")
    return list(dict.fromkeys(_named(word, names, what) for word in wanted))


def _named(word: str, names: Sequence[str], what: str) -> str:
    if word in names:
        return word
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(names):
        return names[int(word) - 1]
    near = difflib.get_close_matches(word, names, n=1, cutoff=0.5)
    raise RefusalError(f"没有“{word}”这个{what}{f'，是不是“{near[0]}”？' if near else '。'}现有：{'、'.join(names)}。")


def _slug(articles: Path, title: str, given: str, ask: Callable[[str], str] | None) -> str:
    used = taken(articles)
    proposed = propose(title, used)
    slug = given or _answer(ask, f"网址用的短名（直接回车就用 {proposed}）：").strip() or proposed
    if not SLUG.fullmatch(slug):
        raise RefusalError(f"短名“{slug}”不合用：只能用小写字母、数字和中间的连字符，例如 {proposed}。")
    if slug in used:
        raise RefusalError(f"短名 {slug} 已经有稿件用了。可以改用 {propose(slug, used)}。")
    return slug


def _yaml(text: str) -> str:
    """A value on one line of front matter, quoted where YAML would read it as something else."""
    return yaml.safe_dump([text], allow_unicode=True, width=10**6, default_flow_style=True).strip()[1:-1]


def _place(path: Path, text: str) -> Path:
    """Writes a file that must not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise RefusalError(f"{path} 已经存在，没有覆盖。请用 --slug 换一个短名。") from error
    return path
