"""The steps of a round: what is done to a site before a build, and how its pages show that the build did it.

A mark is a few words that occur nowhere else, new in every round. The checks of all steps done so far are made again
at the end of a round: what a later build loses of an earlier step counts as a failure of the generator.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .measure import BenchError
from .sites import Site, census

Complaints = Iterator[str]


@dataclass(frozen=True)
class Step:
    """Something that happens at an editor's desk; `seen` yields what is missing on the pages after the build."""

    title: str
    do: Callable[[Site, str], None]
    seen: Callable[[Site, str], Complaints]


def _nothing(*_: object) -> None:
    """Nothing changed."""


def _whole(site: Site, _: str) -> Complaints:
    """Every page is there, and none too many."""
    known = census(site.corpus)
    added = (site.sources / site.format.path(site.corpus.count)).exists()
    months = len(known.months | {f"{site.corpus.added('').date:%Y-%m}"} if added else known.months)
    for pattern, wanted in (
        (f"{site.generator.articles}/*.html", site.corpus.count + added),
        (site.generator.months, months),
    ):
        if (found := site.count(pattern)) != wanted:
            yield f"{pattern} 应有 {wanted} 页，却有 {found} 页"
    for name in ("index.html", "feed.xml", "sitemap.xml"):
        if not site.page(name):
            yield f"没有 {name}"
    yield from (
        f"没有第 {topic + 1} 个专题的页面" for topic, n in enumerate(known.by_topic) if n and not site.topic_page(topic)
    )


def _edit(site: Site, mark: str) -> Complaints:
    if mark not in site.article_page(site.edited):
        yield "改过的正文不在页面上"


def untagged(page: str) -> str:
    """A page without what parts a title: the places where it may break."""
    return re.sub(r"<wbr>|</?span[^>]*>", "", page)


def _added(site: Site, mark: str) -> Complaints:
    article = site.corpus.added(mark)
    places = {
        "它自己的页面": site.article_page(article),
        "首页": site.page("index.html"),
        "订阅": site.page("feed.xml"),
        "上一篇的页面": site.article_page(census(site.corpus).newest),
        **{f"第 {topic + 1} 个专题": site.topic_page(topic) for topic in article.topics},
    }
    yield from (f"{name}上没有新加的一篇" for name, page in places.items() if article.title not in untagged(page))


def _everywhere(site: Site, words: str) -> Complaints:
    pages = {"首页": site.page("index.html"), "稿件页": site.article_page(site.edited), "专题页": site.topic_page(0)}
    yield from (f"{name}上没有“{words}”" for name, page in pages.items() if words not in page)


STEPS = {
    "cold": Step("从头做", lambda site, _: site.forget(), _whole),
    "warm": Step("什么也没改", _nothing, _whole),
    "edit": Step("改一篇正文", lambda site, mark: site.edit(f"{mark}改"), lambda site, mark: _edit(site, f"{mark}改")),
    "add": Step("加一篇", lambda site, mark: site.add(f"{mark}加"), lambda site, mark: _added(site, f"{mark}加")),
    "setting": Step(
        "改一项设置", lambda site, mark: site.rename(f"{mark}名"), lambda site, mark: _everywhere(site, f"{mark}名")
    ),
    "template": Step(
        "改一个模板",
        lambda site, mark: site.touch_template(f"{mark}版"),
        lambda site, mark: _everywhere(site, f"{mark}版"),
    ),
}


def steps_named(names: str) -> list[str]:
    """The steps of a list with commas between."""
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in STEPS]
    if unknown or not wanted:
        raise BenchError(f"没有 {'、'.join(unknown) or '写明'} 这样的步骤。可以写：{','.join(STEPS)}。")
    return wanted


def verify(site: Site, done: list[str], mark: str) -> None:
    """Whatever was done so far is to be seen; raises what is not."""
    complaints = [words for name in done for words in STEPS[name].seen(site, mark)] + list(_whole(site, mark))
    if complaints:
        raise BenchError(
            f"{site.generator.name} 这一轮没有做对（{site.folder}）：{'；'.join(dict.fromkeys(complaints))}。"
        )
