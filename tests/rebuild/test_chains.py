"""Any chain of edits, mishaps among them, ends in the same bytes as one fresh build."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.press import edition
from plugins.press.edition import Edition
from plugins.press.session import Session
from tests.rebuild.little import ROOT, Little, files

SLUGS = ("a", "b", "c", "d", "e")
TITLES = ("果园里的新路", "夜校开到村口", "窗口多留一盏灯", "一张清单", "莱芜的灯亮着")
TOPICS = ("[乡村振兴]", "[为民服务]", "[乡村振兴, 为民服务]", "[]")
SENTENCES = (
    "修路12公里，惠及农户300余户。",
    "4月2日，第一批果苗运到山上。",
    "培训村民1200多人次，办结事项近90件。",
    "2026年5月，大棚增加到40个。",
    "没有数字的一句话。",
    "去年，办结事项80件。截至6月底，藏书3万册。",
    "章丘区修渠3公里，平阴县修了20—60公里。",
)
LINK = "\n\n另见[同一夹里的稿件]({0}.md)。\n"

article = st.fixed_dictionaries(
    {
        "slug": st.sampled_from(SLUGS),
        "title": st.sampled_from(TITLES),
        "topics": st.sampled_from(TOPICS),
        "column": st.sampled_from(["要闻", "经验"]),
        "day": st.integers(1, 28),
        "month": st.integers(3, 5),
        "series": st.sampled_from(["", "series: 一路走来\n"]),
        "status": st.sampled_from(["", "", "", "status: draft\n"]),
        "dated": st.sampled_from(["", "", "as_of: 2025-12\n", "year: 2024\n"]),
        "alias": st.sampled_from(["", "", "aliases: [/old/{0}.html]\n"]),
        "body": st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    }
)
slug = st.sampled_from(SLUGS)


def manuscript(values: dict[str, Any]) -> str:
    head = (
        f"title: {values['title']}\nslug: {values['slug']}\ndate: 2026-{values['month']:02}-{values['day']:02} 08:00\n"
        f"column: {values['column']}\ntopics: {values['topics']}\n"
        f"{values['series']}{values['status']}{values['dated']}{values['alias'].format(values['slug'])}"
    )
    return f"---\n{head}---\n\n" + "\n\n".join(values["body"]) + "\n"


def find(site: Little, slug: str) -> Path | None:
    return next(iter(sorted(site.content.glob(f"articles/**/{slug}.md"))), None)


def unlink_from(site: Little, slug: str) -> None:
    """No other article leads to this one any more, so that it may go."""
    for path in site.content.glob("articles/**/*.md"):
        path.write_text(path.read_text("utf-8").replace(LINK.format(slug), ""), "utf-8")


def title_of(path: Path) -> str:
    return path.read_text("utf-8").partition("title: ")[2].partition("\n")[0]


def write(site: Little, values: dict[str, Any]) -> None:
    unlink_from(site, values["slug"])
    path = find(site, values["slug"]) or site.content / f"articles/{values['slug']}.md"
    topic = title_of(site.content / "topics/rural.md")  # whatever it is called by now
    path.write_text(manuscript(values | {"topics": values["topics"].replace("乡村振兴", topic)}), "utf-8")


def delete(site: Little, slug: str) -> None:
    if path := find(site, slug):
        unlink_from(site, slug)
        path.unlink()


def restore(site: Little, slug: str) -> None:
    """Deleted, built without, and put back as it was, times and all."""
    if path := find(site, slug):
        unlink_from(site, slug)
        text, times = path.read_bytes(), path.stat()
        path.unlink()
        assert not site.build().faults
        path.write_bytes(text)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def move(site: Little, slug: str) -> None:
    if path := find(site, slug):
        unlink_from(site, slug)
        text = path.read_text("utf-8").partition("\n\n另见")[0] + "\n"  # its own links are relative
        elsewhere = site.content / "articles" / ("2026" if path.parent.name == "articles" else "") / path.name
        elsewhere.parent.mkdir(exist_ok=True)
        path.unlink()
        elsewhere.write_text(text, "utf-8")


def link(site: Little, slugs: tuple[str, str]) -> None:
    one, other = (find(site, slug) for slug in slugs)
    if one and other and one != other and one.parent == other.parent and "draft" not in other.read_text("utf-8"):
        one.write_text(one.read_text("utf-8") + LINK.format(other.stem), "utf-8")


def same_times(site: Little, slug: str) -> None:
    """Other bytes of the same length at the same time of change."""
    if path := find(site, slug):
        seen = path.stat()
        path.write_bytes(path.read_bytes().replace("余户".encode(), "多户".encode()))
        os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def clock_back(site: Little, slug: str) -> None:
    if path := find(site, slug):
        path.write_text(path.read_text("utf-8") + "\n又添一句。\n", "utf-8")
        os.utime(path, ns=(10**18, 10**18))


def spoil(site: Little, slug: str) -> None:
    page = site.output / f"articles/{slug}.html"
    if page.exists():
        page.write_text("改坏了", "utf-8")
    (site.output / "stray").mkdir(exist_ok=True)
    (site.output / "stray/page.html").write_text("多出来的", "utf-8")


def retitle_topic(site: Little, title: str) -> None:
    """The topic's file and all articles that name it."""
    file = site.content / "topics/rural.md"
    old = title_of(file)
    for path in (file, *site.content.glob("articles/**/*.md")):
        text = path.read_text("utf-8")
        for form in ("title: {0}\n", "[{0}]", "[{0},"):
            text = text.replace(form.format(old), form.format(title))
        path.write_text(text, "utf-8")


def lead(site: Little, sentence: str) -> None:
    for folder in ("topics/serve.md", "columns/news.md"):
        path = site.content / folder
        path.write_text(path.read_text("utf-8").rpartition("---\n")[0] + f"---\n\n{sentence}\n", "utf-8")


def extra_sections(site: Little, there: bool) -> None:
    for folder, title in (("topics", "融合赋能"), ("columns", "图解")):
        path = site.content / folder / "extra.md"
        path.write_text(f"---\ntitle: {title}\nslug: extra\n---\n\n又一个。\n", "utf-8")
        if not there:
            path.unlink()


def break_off(site: Little, slug: str) -> None:
    """A manuscript is faulty for one build."""
    if path := find(site, slug):
        good = path.read_text("utf-8")
        path.write_text("---\n没有写完", "utf-8")
        assert site.build().errors >= 1
        path.write_text(good, "utf-8")


def lose(site: Little, output: bool) -> None:
    shutil.rmtree(site.output if output else site.cache)


def cut_cache(site: Little, keep: float) -> None:
    archive = site.cache / "archive.sqlite"
    archive.write_bytes(archive.read_bytes()[: int(archive.stat().st_size * keep)])


def other_version(site: Little, _: object) -> None:
    with sqlite3.connect(site.cache / "archive.sqlite") as db:
        db.execute("UPDATE version SET version = 'another'")
    db.close()


def kill(site: Little, after: int) -> None:
    """The build is ended in the middle of its printing."""
    calls = []

    def note(*arguments: Any) -> None:
        calls.append(arguments)
        if len(calls) > after:
            raise KeyboardInterrupt
        real(*arguments)

    real = Edition._note
    site.overrides["SITE_NOTE"] = site.overrides.get("SITE_NOTE", "") + "又一句。"  # so that there is much to print
    with (
        mock.patch.object(Edition, "_note", note),
        mock.patch.object(edition, "CHUNK", 3),
        pytest.raises(KeyboardInterrupt),
    ):
        site.build()


def setting(site: Little, length: int) -> None:
    site.overrides["LIST_LENGTH"] = length


EDITS: dict[Callable[[Little, Any], None], st.SearchStrategy[Any]] = {
    write: article,
    delete: slug,
    restore: slug,
    move: slug,
    link: st.tuples(slug, slug),
    same_times: slug,
    clock_back: slug,
    spoil: slug,
    retitle_topic: st.sampled_from(["乡村振兴", "和美乡村"]),
    lead: st.sampled_from(SENTENCES),
    extra_sections: st.booleans(),
    break_off: slug,
    lose: st.booleans(),
    cut_cache: st.floats(0, 0.99),
    other_version: st.none(),
    kill: st.integers(0, 2),
    setting: st.integers(1, 3),
}
edit = st.one_of(
    *[st.tuples(st.just(kind), value) for kind, value in EDITS.items()], *[st.tuples(st.just(write), article)] * 4
)


OF_MANUSCRIPTS = (write, delete, move, link, same_times, clock_back, retitle_topic, lead, extra_sections)
manuscript_edit = st.one_of(*[st.tuples(st.just(kind), EDITS[kind]) for kind in OF_MANUSCRIPTS])


def begun(folder: Path) -> Little:
    """A site with a second column and nothing that leads to what may go."""
    site = Little(folder)
    site.replace("articles/b.md", "另见[果园里的新路](a.md)。", "")
    (site.content / "columns/more.md").write_text("---\ntitle: 经验\nslug: more\n---\n\n经验。\n", "utf-8")
    assert not site.build().faults
    return site


def try_chain(chain: list[tuple[Callable[[Little, Any], None], Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = begun(Path(folder))
        for kind, value in chain:
            kind(site, value)
            report = site.build()
            assert not report.faults, "\n".join(report.faults)
        assert files(site.output) == site.fresh()
        assert site.build().printed == 0


def in_a_session(chain: list[tuple[Callable[[Little, Any], None], Any]]) -> None:
    """The same through one process that is told of every changed file."""
    with tempfile.TemporaryDirectory() as folder:
        site = begun(Path(folder))
        places = {"PATH": site.content, "OUTPUT_PATH": site.output, "CACHE_PATH": site.cache}
        session = Session(ROOT / "pelicanconf.py", {name: str(path) for name, path in places.items()})
        before = files(site.content)
        for kind, value in chain:
            kind(site, value)
            now = files(site.content)
            changed = {site.content / path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
            before = now
            assert not session.build(changed, lambda: None).faults  # who listens hears of changed pages first
        assert files(site.output) == site.fresh()


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(chain=st.lists(manuscript_edit, min_size=1, max_size=8))
def test_a_session_that_hears_of_every_change_ends_like_a_fresh_build(
    chain: list[tuple[Callable[[Little, Any], None], Any]],
) -> None:
    in_a_session(chain)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(chain=st.lists(edit, min_size=1, max_size=6))
def test_any_chain_of_edits_ends_like_a_fresh_build(chain: list[tuple[Callable[[Little, Any], None], Any]]) -> None:
    try_chain(chain)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(chain=st.lists(edit, min_size=3, max_size=14))
def test_long_chains_of_edits_end_like_a_fresh_build(chain: list[tuple[Callable[[Little, Any], None], Any]]) -> None:
    try_chain(chain)


def test_a_session_gets_over_links_and_over_lost_folders(tmp_path: Path) -> None:
    site = begun(tmp_path)
    places = {"PATH": site.content, "OUTPUT_PATH": site.output, "CACHE_PATH": site.cache}
    session = Session(ROOT / "pelicanconf.py", {name: str(path) for name, path in places.items()})
    assert not session.build().faults
    article, elsewhere = site.content / "articles/b.md", tmp_path / "b.md"
    article.rename(elsewhere)
    article.symlink_to(elsewhere)
    assert session.build({article}).errors == 1
    article.unlink()
    elsewhere.rename(article)
    assert not session.build({article}).faults
    shutil.rmtree(site.cache)
    assert not session.build({article}).faults
    shutil.rmtree(site.output)
    assert not session.build({article}).faults
    assert files(site.output) == site.fresh()


def test_the_page_that_is_edited_stands_before_the_others(tmp_path: Path) -> None:
    site = begun(tmp_path)
    places = {"PATH": site.content, "OUTPUT_PATH": site.output, "CACHE_PATH": site.cache}
    session = Session(ROOT / "pelicanconf.py", {name: str(path) for name, path in places.items()})
    session.build()
    before = files(site.output)
    path = site.content / "articles/b.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\n---\n", "\n---\n\n新增座位73个。\n"), "utf-8")
    heard: list[dict[str, bytes]] = []
    report = session.build({path}, lambda: heard.append(files(site.output)))
    new = [{name for name, data in page.items() if before.get(name) != data} for page in heard]
    assert "73个" in heard[0]["articles/b.html"].decode()
    assert new[0] == {"articles/b.html"}
    assert {"articles/b.html", "data/index.html"} <= new[1] <= set(report.addresses)
    assert files(site.output) == site.fresh()
