"""`./hub proof` and the gate: the shipped content passes; what contradicts itself is told and stops a release."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from plugins.desk.proof import proofs, rendered
from plugins.desk.refusal import RefusalError
from plugins.proof import Finding
from plugins.releases import ReleaseError
from tests.rebuild.little import ROOT, Little
from tests.site.furnishing import write_article
from tests.site.test_releases_gate import House

SETTINGS = ROOT / "pelicanconf.py"
DIFFERS = """---
title: 夜校添新课
slug: d
date: 2026-03-05 09:00
column: 要闻
topics: [乡村振兴]
---

夜校开课以来，累计培训村民1500多人次。
"""


@pytest.fixture
def little(tmp_path: Path) -> Little:
    """A small site that has been built."""
    site = Little(tmp_path)
    assert not site.build().faults
    return site


def proofread(site: Little, *files: Path) -> list[Finding]:
    return proofs(SETTINGS, files, content=site.content, cache=site.cache)


def rules(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.rule, one.place.path) for one in findings]


def hub(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "hub"), "proof", *words], capture_output=True, text=True, check=False, env=os.environ
    )


def test_the_shipped_content_has_nothing_that_blocks(tmp_path: Path) -> None:
    assert [one for one in proofs(SETTINGS, [], cache=tmp_path) if one.level == "block"] == []


def test_the_command_exits_with_1_on_what_blocks(tmp_path: Path) -> None:
    Little(tmp_path)
    content = ("--content", str(tmp_path / "content"), "--cache", str(tmp_path / "cache"))
    assert hub(*content).returncode == 0
    (tmp_path / "content/articles/d.md").write_text(DIFFERS, "utf-8")
    done = hub(*content, "--format", "json")
    assert done.returncode == 1
    (record,) = json.loads(done.stdout)
    assert (record["rule"], record["file"]) == ("conflict_across", "articles/d.md")
    assert record["related"][0]["file"] == "articles/b.md"
    assert hub(*content, str(tmp_path / "content/articles/a.md")).returncode == 0
    assert hub(*content, "--format", "jsn").stderr.strip() == "没有“jsn”这种样式，是不是 json？"


def test_several_files_are_held_against_the_rest_and_each_other(little: Little) -> None:
    outside = [little.folder / "one.md", little.folder / "two.md"]
    outside[0].write_text(DIFFERS, "utf-8")
    outside[1].write_text(DIFFERS.replace("slug: d", "slug: e").replace("1500多人次", "1700多人次"), "utf-8")
    before = sorted(path for path in little.content.rglob("*"))
    assert rules(proofread(little, outside[0])) == [("conflict_across", str(outside[0]))]
    both = proofread(little, *outside)
    assert {path for _, path in rules(both)} == set(map(str, outside))
    assert len(both) == 2
    assert proofread(little) == []
    assert sorted(path for path in little.content.rglob("*")) == before


def test_a_file_from_outside_replaces_the_article_of_its_slug(little: Little) -> None:
    again = little.folder / "again.md"
    again.write_text(DIFFERS.replace("slug: d", "slug: b"), "utf-8")
    assert proofread(little, again) == []


def test_what_does_not_compile_is_a_finding(little: Little) -> None:
    little.replace("articles/a.md", "date: 2026-03-01", "date: 2026-02-30")
    (finding,) = proofread(little)
    assert (finding.rule, finding.code, finding.level) == ("manuscript", "date-impossible", "block")
    assert "articles/a.md:4:7" in rendered([finding], "text")
    outside = little.folder / "x.md"
    outside.write_text("没有稿件信息。\n", "utf-8")
    assert [one.code for one in proofread(little, outside)] == ["front-missing"]
    with pytest.raises(RefusalError, match="找不到文件"):
        proofread(little, little.folder / "none.md")


def test_a_build_after_proof_prints_what_changed(little: Little) -> None:
    little.replace("articles/b.md", "1200多人次", "1300多人次")
    assert proofread(little) == []
    assert "articles/b.html" in little.printed()


def test_what_blocks_in_proof_stops_a_release(tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    write_article(house.root, "果园修路12公里，果园修路15公里的说法不对。活动定在2月30日。")
    with pytest.raises(ReleaseError, match=r"(?s)date_impossible.*没有发布：校对发现 1 处"):
        house.publish("folder")
    assert not (house.root / "www").exists()
    write_article(house.root, "果园修路12公里。")
    write_article(house.root, "活动定在2月30日。", name="unfinished", draft=True)
    assert "新增" in house.publish("folder")
