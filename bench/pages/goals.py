"""What is wanted of our own pages: findings in, what falls short out, in Chinese.

Weights are of bodies as sent (gzip), without pictures and fonts, in bytes; times are Lighthouse's (mobile), in
milliseconds.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any

Found = dict[str, Any]

PERFECT = ("home", "article", "topic", "ledger", "timeline", "search")
"""Kinds of page of which Lighthouse is to have nothing to say."""
KB = 1024
WEIGHT = {"home": 22 * KB, "article": 16 * KB, "article-longest": 16 * KB}
HEAVIEST = 32 * KB
"""Bytes of a page of a kind that has no limit of its own."""
SCRIPTS = 6 * KB
"""Of any page but the search."""
BEFORE_PAINT = 3
PAINT = 754.999
"""Largest contentful paint: 0.75 s as Lighthouse shows it."""
NAMES = ("性能", "无障碍", "最佳实践", "搜索引擎")


def weight(found: Found) -> int:
    """Bytes of a page and of all that it asks for, without pictures and fonts."""
    return sum(size for part, size in found["weight"].items() if part not in {"image", "font"})


def middle(found: Found, name: str) -> float:
    """The median over Lighthouse's rounds."""
    return statistics.median(one[name] for one in found["lighthouse"]) if found["lighthouse"] else 0.0


def scores(found: Found) -> list[int]:
    """Lighthouse's four scores, each the median of its rounds."""
    return [int(statistics.median(ones)) for ones in zip(*(one["scores"] for one in found["lighthouse"]), strict=True)]


def shortfalls(found: Found) -> Iterator[str]:
    """Everything in which a page falls short."""
    yield from _sound(found)
    yield from _light(found)
    if found["kind"] in PERFECT:
        yield from _fast(found)


def _sound(found: Found) -> Iterator[str]:
    for mode, lines in found["axe"].items():
        yield from (f"axe（{mode}）{line}" for line in lines or ())
    if found["outside"]:
        yield f"向别的主机要东西：{'、'.join(found['outside'])}"
    yield from (f"控制台：{line}" for line in found["console"])
    if found["bare"]["wider"]:
        yield f"没有脚本时，360 像素宽的窗口里横着多出 {found['bare']['wider']} 像素"
    if not found["bare"]["characters"] or not found["bare"]["links"]:
        yield "没有脚本时读不成"


def _light(found: Found) -> Iterator[str]:
    kind = found["kind"]
    limit = WEIGHT.get(kind, HEAVIEST)
    if kind != "search" and weight(found) > limit:
        yield f"重 {weight(found)} 字节，应不过 {limit}"
    if found["before_paint"] > BEFORE_PAINT:
        yield f"首次绘出之前有 {found['before_paint']} 次请求，应不过 {BEFORE_PAINT}"
    if kind != "search" and found["weight"]["js"] > SCRIPTS:
        yield f"脚本 {found['weight']['js']} 字节，应不过 {SCRIPTS}"


def _fast(found: Found) -> Iterator[str]:
    if not found["lighthouse"]:
        return
    for name, score in zip(NAMES, scores(found), strict=True):
        if score < 100:
            yield f"Lighthouse {name} {score}，因为 {'、'.join(found['lighthouse'][0]['short']) or '？'}"
    if middle(found, "lcp") > PAINT:
        yield f"LCP {middle(found, 'lcp'):.0f} 毫秒，应不过 750"
    if middle(found, "cls") or found["moved"]:
        yield f"CLS {max(middle(found, 'cls'), found['moved']):.3f}，应为 0"
    if round(middle(found, "tbt")):
        yield f"TBT {middle(found, 'tbt'):.0f} 毫秒，应为 0"
