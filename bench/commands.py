"""`./hub bench`: what was asked for in, a table on the terminal and everything as JSON in a file out."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .builds import Row, rounds, sites
from .corpus import Corpus
from .generators import ROOT, chosen
from .machine import code, floor, import_pelican, machine
from .measure import BenchError
from .steps import steps_named
from .tables import plain, summary, table

WORK = ROOT / ".cache" / "bench"
CHANGED = "注意：测的时候 plugins/ 里的代码改过，hub 因此要从头做，它的数字不能用。请再测一次。"


@dataclass(frozen=True)
class Wish:
    """The options of the command line; an empty one means its default, which depends on the kind of run."""

    articles: str = ""
    against: str = ""
    rounds: int = 0
    steps: str = ""
    out: Path | None = None
    work: Path = WORK
    texts: Path | None = None
    themes: Path | None = None
    kinds: str = ""


def bench(kind: str, wish: Wish) -> str:
    """Runs one kind of bench; gives what to print."""
    kinds = {
        "build": build,
        "growth": growth,
        "serve": serve,
        "figures": figures,
        "import": imports,
        "pages": pages,
        "search": search,
    }
    if kind not in kinds:
        raise BenchError(f"没有 {kind} 这一种。可以写：{'、'.join(kinds)}。")
    before = code()
    with _alone(wish.work):
        said = kinds[kind](wish)
    return said if code() == before else f"{said}\n\n{CHANGED}"


def build(wish: Wish) -> str:
    """Rounds of builds, ours beside the peers'."""
    steps = steps_named(wish.steps or "cold,warm,edit,add,setting,template")
    (count,) = sizes(wish.articles or "1000", most=1)
    with sites(wish.work, chosen(wish.against), Corpus(count)) as competing:
        about = {**machine(), "articles": count, "versions": _versions(competing)}
        rows: list[Row] = list(rounds(competing, steps, wish.rounds or 3))
        lines = summary(rows)
        about |= {"floor": floor(competing[0]), "import_pelican": import_pelican(wish.work)}
    file = _keep(wish, "build", {**about, "summary": plain(lines), "rows": [asdict(row) for row in rows]})
    return "\n\n".join([table(lines), _beside(about), f"全部数据：{file}"])


def growth(wish: Wish) -> str:
    """Builds of several sizes, and how their cost grows."""
    from .growth import measured, picture, report

    steps = steps_named(wish.steps or "cold,edit,add,warm")
    found = measured(
        wish.work, chosen(wish.against), sizes(wish.articles or "1000,3000,10000"), steps, wish.rounds or 1
    )
    file = _keep(wish, "growth", {**machine(), **found})
    drawing = file.with_suffix(".svg")
    drawing.write_text(picture(found), "utf-8")
    return f"{report(found)}\n\n图：{drawing}\n全部数据：{file}"


def serve(wish: Wish) -> str:
    """The preview: from saving a file to the page that shows it."""
    from .reload import reloads, report

    (count,) = sizes(wish.articles or "1000", most=1)
    with sites(wish.work, chosen(""), Corpus(count)) as (site,):
        found = reloads(site, wish.rounds or 30)
    file = _keep(wish, "serve", {**machine(), "articles": count, **found})
    return f"{report(found)}\n\n全部数据：{file}"


def figures(wish: Wish) -> str:
    """How well and how fast figures are read, beside a regular expression and Recognizers-Text."""
    from .figures.report import report
    from .figures.running import measured

    found = measured(wish.work, wish.texts, wish.rounds or 9)
    file = _keep(wish, "figures", {**machine(), **found})
    return f"{report(found)}\n\n全部数据，连同每处读错的：{file}"


def pages(wish: Wish) -> str:
    """What each kind of page weighs and asks for, and whether it is sound; of the corpus, beside the peers' themes."""
    from .pages.report import report
    from .pages.running import Order, measured

    count = sizes(wish.articles or "200", most=1)[0] if wish.articles or wish.against else 0
    kinds = frozenset(name.strip() for name in wish.kinds.split(",") if name.strip())
    found = measured(wish.work, Order(count, wish.against, wish.themes, wish.rounds or 3, kinds))
    file = _keep(wish, "pages", {**machine(), **found})
    return f"{report(found)}\n\n全部数据：{file}"


def imports(wish: Wish) -> str:
    """How well outside copy is imported, case by case."""
    from .imports.report import measured, plain, report

    found = measured(wish.texts)
    file = _keep(wish, "import", {**machine(), **plain(found, texts=wish.texts is None)})
    return f"{report(found)}\n\n全部数据：{file}"


def search(wish: Wish) -> str:
    """What the readers' search finds beside 'contains', what it fetches and how soon; `rounds` counts questions.

    Of several sizes, how the bytes that a question takes grow.
    """
    from .search import growing
    from .search.report import report
    from .search.running import measured

    counts = sizes(wish.articles or "1000")
    if len(counts) > 1:
        sized = growing.grown(counts, wish.rounds or 300)
        file = _keep(wish, "search-growth", {**machine(), "sizes": [one._asdict() for one in sized]})
        return f"{growing.report(sized)}\n\n全部数据：{file}"
    found = measured(wish.work, counts[0], wish.rounds or 10_000, 30)
    file = _keep(wish, "search", {**machine(), **found})
    return f"{report(found)}\n\n全部数据：{file}"


def sizes(text: str, most: int = 0) -> list[int]:
    """Numbers of articles with commas between, smallest first."""
    try:
        found = sorted({int(word) for word in text.split(",")})
    except ValueError:
        found = []
    if not found or found[0] < 2 or (most and len(found) > most):
        raise BenchError(
            f"--articles 后面写稿件的篇数（2 以上的整数{'' if most else '，几个之间用逗号隔开'}），不是“{text}”。"
        )
    return found


def _versions(competing: list[Any]) -> dict[str, str]:
    return {site.generator.name: site.generator.version(site.tools) for site in competing}


def _keep(wish: Wish, kind: str, found: dict[str, Any]) -> Path:
    file = wish.out or wish.work / f"{kind}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return file


def _beside(about: dict[str, Any]) -> str:
    """What the figures are to be read beside."""
    spent = about["floor"]["seconds"]
    ground = "，".join(
        f"{title} {spent[name]['wall']:.2f}"
        for name, title in (("list", "列出稿件"), ("stat", "查看稿件"), ("read", "读稿件"), ("write", "写成品"))
    )
    memory = f"{about['memory'] / 2**30:.0f} GiB" if about["memory"] else "?"
    return "\n".join(
        [
            f"{about['date']}，{about['articles']} 篇，{about['cores']} 核 {about['cpu']}，内存 {memory}，"
            f"Linux {about['kernel']}，Python {about['python']}，开始时负载 {about['load']:.2f}。",
            f"这台机器的底（墙钟秒）：{ground}。import pelican {about['import_pelican']:.2f} 秒。",
            "版本：" + "；".join(f"{name} {version}" for name, version in about["versions"].items()) + "。",
            f"“倍”是与 hub 的中位数之比；内存是各进程 {about['memory_kind']} 之和的最高值。",
        ]
    )


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """One bench at a time in one folder: two would time each other."""
    work.mkdir(parents=True, exist_ok=True)
    with (work / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BenchError(f"{work} 里正有一个 bench 在跑，请等它结束。") from error
        yield
