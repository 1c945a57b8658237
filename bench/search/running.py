"""One run: a site of the corpus is built, asked, timed and added to."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..builds import sites, tell
from ..corpus import Corpus
from ..generators import chosen
from ..pages.serving import serving
from ..sites import Site
from ..steps import STEPS
from .asking import PAGE, Asker, browsing, timed
from .queries import RARE, Query, Text, draw, texts_of

KEPT = 5
"""Pages of an answer that are looked at one by one; of longer ones the count tells."""


def measured(work: Path, articles: int, queries: int, visits: int) -> dict[str, Any]:
    """All figures of one size."""
    with sites(work, chosen(""), Corpus(articles)) as (site,):
        site.restore()
        site.build()
        tell(f"{articles} 篇已建好")
        texts = texts_of(site.corpus)
        with serving(site.output) as origin, browsing() as browser:
            asked = list(draw(texts, queries))
            found = judged(Asker(browser, origin), asked)
            tell(f"查了 {len(asked)} 次：{found}")
            slow = [timed(browser, origin, query.words) for query in asked[:visits]]
        return {
            "articles": articles, "queries": len(asked), **found, "slow": spread(slow),
            "visits": [asdict(one) for one in slow], "index": weights(site.output), "added": _added(site),
        }  # fmt: skip


def judged(asker: Asker, asked: Sequence[Query]) -> dict[str, Any]:
    """Recall, precision and P@10, means over the queries, and those that were answered otherwise than exactly."""
    recalls, precisions, tens, wrong = [], [], [], []
    for number, query in enumerate(asked, 1):
        count, pages = asker.whole(query, KEPT if len(query.found) > RARE else RARE)
        listed, truth = [slug for page in pages for slug in page], set(query.found)
        hits = sum(slug in truth for slug in listed) + max(0, min(count, len(truth)) - len(listed))
        recalls.append(hits / len(truth) if truth else 1.0)
        precisions.append(hits / count if count else 1.0)
        tens.append(sum(slug in truth for slug in pages[0]) / len(pages[0]) if pages[0] else 1.0)
        if count != len(truth) or tuple(listed) != query.found[: len(listed)] or len(listed) < min(count, KEPT * PAGE):
            wrong.append(query.words)
        if number % 1000 == 0:
            tell(f"{number} 次，不合的 {len(wrong)} 次")
    rare = sum(len(query.found) <= RARE for query in asked)
    means = {"recall": recalls, "precision": precisions, "p10": tens}
    return {name: statistics.fmean(values) for name, values in means.items()} | {"rare": rare, "wrong": wrong}


def spread(slow: Sequence[Any]) -> dict[str, list[float]]:
    """Median, ninth tenth and largest of what was timed."""
    found = {}
    for name in ("first", "bytes", "whole"):
        values = sorted(getattr(one, name) for one in slow)
        found[name] = [values[len(values) // 2], values[len(values) * 9 // 10], values[-1]] if values else []
    return found


def weights(output: Path) -> dict[str, int]:
    """Files and bytes of the index on disk."""
    files = [path for path in (output / "search").rglob("*") if path.is_file()]
    kinds = {"entries": ".txt", "texts": ".json"}
    return {
        f"{name}_{what}": value
        for name, ending in kinds.items()
        for own in [[path for path in files if path.suffix == ending]]
        for what, value in (("files", len(own)), ("bytes", sum(path.stat().st_size for path in own)))
    } | {"segments": len([path for path in (output / "search").iterdir() if path.is_dir()])}


def _added(site: Site) -> dict[str, int]:
    """Files of the search that an article more, the newest, writes; and all that there are."""
    before = _stamps(site.output)
    STEPS["add"].do(site, "新稿")
    site.build()
    after = _stamps(site.output)
    return {"written": sum(before.get(path) != stamp for path, stamp in after.items()), "all": len(after)}


def _stamps(output: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in (output / "search").rglob("*")
        if path.is_file()
    }


def of_texts(asker: Asker, texts: list[Text], count: int) -> dict[str, Any]:
    """The same judgement of a site that stands already."""
    return judged(asker, list(draw(texts, count)))
