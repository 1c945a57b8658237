"""One run: sites are made, opened and swept one after the other; what is found is told at once, and returned whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ..builds import tell
from .goals import middle, scores, weight
from .making import Opened, of_corpus, shipped
from .sweeping import sweep
from .themes import themes
from .visiting import visit


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be measured: how many articles of the corpus, 0 for the shipped content; which peers; which kinds."""

    articles: int = 0
    against: str = ""
    checkouts: Path | None = None
    rounds: int = 3
    kinds: frozenset[str] = frozenset()


def measured(work: Path, order: Order) -> dict[str, Any]:
    """`{"articles": n, "rounds": n, "sites": [{"name", "pages": [Found], "swept"}]}`, our own site first."""
    with _opened(work, order) as opened:
        some = [_measure(site, work, order) for site in opened]
    return {"articles": order.articles, "rounds": order.rounds, "sites": some}


@contextmanager
def _opened(work: Path, order: Order) -> Iterator[Iterator[Opened]]:
    if not order.articles:
        with shipped(work) as site:
            yield iter([site])
    else:
        with of_corpus(work, themes(order.against, order.checkouts), order.articles) as some:
            yield some


def _measure(site: Opened, work: Path, order: Order) -> dict[str, Any]:
    if order.kinds:
        site = replace(site, pages={kind: path for kind, path in site.pages.items() if kind in order.kinds})
    pages = []
    for page in visit(site, work / "tools", order.rounds):
        pages.append(page)
        judged = f"{scores(page)} LCP {middle(page, 'lcp'):.0f} TBT {middle(page, 'tbt'):.0f}" if order.rounds else ""
        tell(f"{site.name:<9} {page['kind']:<14} {weight(page):>7} 字节 {page['requests']:>3} 次请求 {judged}")
    return {"name": site.name, "pages": pages, "swept": asdict(sweep(site.folder, work / "tools"))}
