"""Findings in, one Markdown table out: a row for each page, ours and the peers', with what falls short below."""

from __future__ import annotations

import itertools
from typing import Any

from ..generators import OURS
from .goals import KB, middle, scores, shortfalls, weight

Found = dict[str, Any]
SHOWN = 40
"""Shortfalls that are printed; all of them are in the JSON."""
HEAD = [
    "网站", "页面", "HTML", "CSS", "JS", "数据", "字体", "图", "合计", "请求", "首绘前", "Lighthouse",
    "LCP 秒（最快）", "CLS", "TBT 毫秒（最少）", "axe", "无脚本 360", "外站", "控制台",
]  # fmt: skip


def report(found: dict[str, Any]) -> str:
    """Everything about one site or several."""
    rows = [_row(site["name"], page) for site in found["sites"] for page in site["pages"]]
    table = [HEAD, ["---", "---", *["---:"] * (len(HEAD) - 2)], *rows]
    lines = ["| " + " | ".join(row) + " |" for row in table]
    return "\n".join([*lines, "", *map(_swept, found["sites"]), NOTE, "", *_short(found)])


NOTE = """重量是 gzip 后的正文，单位 KB（1,024 字节），合计不含图和字体；首绘前是慢线路上（1.6 Mbps、150 毫秒）
第一次绘出之前开始的请求，网页自己也算；Lighthouse 是移动版的性能、无障碍、最佳实践、搜索引擎四项，取各轮的中位数；
axe 依次是浅色、深色、长者版、强制配色，360 和 1,280 像素两种宽度合计，“–”是没有这种版式。"""


def _row(site: str, page: Found) -> list[str]:
    parts = [_kilo(page["weight"][part]) for part in ("html", "css", "js", "data", "font", "image")]
    axe = " ".join("–" if lines is None else str(len(lines)) for lines in page["axe"].values())
    bare = "通" if not page["bare"]["wider"] and page["bare"]["characters"] else f"宽出 {page['bare']['wider']}"
    return [
        site, f"{page['kind']} `{page['path']}`", *parts, _kilo(weight(page)),
        str(page["requests"]), str(page["before_paint"]), *_judged(page),
        axe, bare, str(len(page["outside"])), str(len(page["console"])),
    ]  # fmt: skip


def _kilo(size: int) -> str:
    return f"{size / KB:.1f}" if size else "0"


def _judged(page: Found) -> list[str]:
    """Lighthouse's scores, LCP in seconds, CLS, TBT in milliseconds: medians, and the best round's time."""
    rounds = page["lighthouse"]
    if not rounds:
        return [""] * 4
    lcp = f"{middle(page, 'lcp') / 1000:.2f}（{min(one['lcp'] for one in rounds) / 1000:.2f}）"
    tbt = f"{middle(page, 'tbt'):.0f}（{min(one['tbt'] for one in rounds):.0f}）"
    return [" ".join(map(str, scores(page))), lcp, f"{middle(page, 'cls'):.2g}", tbt]


def _swept(site: dict[str, Any]) -> str:
    swept = site["swept"]
    return (
        f"{site['name']}：{swept['pages']} 页，vnu 错误 {swept['errors']}、警告 {swept['warnings']}；"
        f"链接 {swept['links']} 处，断了的 {swept['dead']} 处。"
    )


def _short(found: dict[str, Any]) -> list[str]:
    """What our own pages fall short in."""
    short = [f"- {line}" for site in found["sites"] if site["name"] == OURS for line in missed(site)]
    more = [f"- …… 另有 {len(short) - SHOWN} 处"] if len(short) > SHOWN else []
    return ["没有达到的：", *short[:SHOWN], *more] if short else ["全部达到目标。"]


def missed(site: dict[str, Any]) -> list[str]:
    """Everything in which a site of ours falls short, each with its page."""
    swept = site["swept"]
    pages = [f"{page['kind']} {page['path']}：{line}" for page in site["pages"] for line in shortfalls(page)]
    whole = swept["examples"] if any(swept[name] for name in ("errors", "warnings", "dead")) else ()
    return [*itertools.chain(pages, whole)]
