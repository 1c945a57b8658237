"""Any chain of edits ends in the same bytes as one fresh build."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rebuild.little import Little, files

SLUGS = ("a", "b", "c", "d", "e")
TITLES = ("果园里的新路", "夜校开到村口", "窗口多留一盏灯", "一张清单", "灯亮着")
TOPICS = ("[乡村振兴]", "[为民服务]", "[乡村振兴, 为民服务]", "[]")
SENTENCES = (
    "修路12公里，惠及农户300余户。",
    "4月2日，第一批果苗运到山上。",
    "培训村民1200多人次，办结事项近90件。",
    "2026年5月，大棚增加到40个。",
    "没有数字的一句话。",
)

article = st.fixed_dictionaries(
    {
        "slug": st.sampled_from(SLUGS),
        "title": st.sampled_from(TITLES),
        "topics": st.sampled_from(TOPICS),
        "day": st.integers(1, 28),
        "month": st.integers(3, 5),
        "series": st.sampled_from(["", "series: 一路走来\n"]),
        "status": st.sampled_from(["", "", "", "status: draft\n"]),
        "body": st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    }
)
edit = st.one_of(
    st.tuples(st.just("write"), article),
    st.tuples(st.just("delete"), st.sampled_from(SLUGS)),
    st.tuples(st.just("move"), st.sampled_from(SLUGS)),
    st.tuples(st.just("lead"), st.sampled_from(SENTENCES)),
    st.tuples(st.just("topic"), st.booleans()),
    st.tuples(st.just("length"), st.integers(1, 3)),
    st.tuples(st.just("break"), st.sampled_from(SLUGS)),
    st.tuples(st.just("lose"), st.booleans()),
)


def manuscript(values: dict[str, Any]) -> str:
    head = (
        f"title: {values['title']}\nslug: {values['slug']}\ndate: 2026-{values['month']:02}-{values['day']:02} 08:00\n"
        f"column: 要闻\ntopics: {values['topics']}\n{values['series']}{values['status']}"
    )
    return f"---\n{head}---\n\n" + "\n\n".join(values["body"]) + "\n"


def find(site: Little, slug: str) -> Path | None:
    return next(iter(sorted(site.content.glob(f"articles/**/{slug}.md"))), None)


def apply(site: Little, kind: str, value: Any) -> None:
    path = find(site, value["slug"] if isinstance(value, dict) else value) if kind in KINDS_OF_ARTICLE else None
    if kind == "write":
        target = path or site.content / f"articles/{value['slug']}.md"
        target.write_text(manuscript(value), "utf-8")
    elif kind == "delete" and path:
        path.unlink()
    elif kind == "move" and path:
        elsewhere = site.content / "articles" / ("2026" if path.parent.name == "articles" else "") / path.name
        elsewhere.parent.mkdir(exist_ok=True)
        path.rename(elsewhere)
    elif kind == "lead":
        (site.content / "topics/rural.md").write_text(f"---\ntitle: 乡村振兴\nslug: rural\n---\n\n{value}\n", "utf-8")
    elif kind == "topic":
        extra = site.content / "topics/extra.md"
        extra.write_text("---\ntitle: 融合赋能\nslug: extra\n---\n\n另一个专题。\n", "utf-8")
        if value:
            extra.unlink()
    elif kind == "length":
        site.overrides["LIST_LENGTH"] = value
    elif kind == "break" and path:
        good = path.read_text("utf-8")
        path.write_text("---\n没有写完", "utf-8")
        assert site.build().errors == 1
        path.write_text(good, "utf-8")
    elif kind == "lose":
        shutil.rmtree(site.output if value else site.cache)


KINDS_OF_ARTICLE = ("write", "delete", "move", "break")


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(chain=st.lists(edit, min_size=1, max_size=6))
def test_any_chain_of_edits_ends_like_a_fresh_build(chain: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = Little(Path(folder))
        site.replace("articles/b.md", "另见[果园里的新路](a.md)。", "")  # nothing links, so that anything may go
        site.build()
        for kind, value in chain:
            apply(site, kind, value)
            assert not site.build().faults
        assert files(site.output) == site.fresh()
        assert site.build().printed == 0
