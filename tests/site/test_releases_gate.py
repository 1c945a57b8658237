"""`./hub publish` from the manuscripts to the target: what passes the gate, and what doesn't leave the house."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.releases import ReleaseError, publish
from plugins.releases.gate import alone
from plugins.settings import SettingsError
from tests.site.furnishing import furnish, write_article
from tests.site.releasing import held

SETTINGS = """
from pelicanconf import *
SITEURL = "{url}"
PRESS_JOBS = 1
PRINT_DRAFTS = False
PUBLISH_TARGETS = {targets}
"""
TARGETS = {"folder": {"kind": "folder", "path": "www"}, "pages": {"kind": "git"}}


class House:
    """A small house with settings for publishing."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = root / "shipconf.py"
        furnish(root)
        self.set()

    def set(self, url: str = "https://hub.example.invalid/news", targets: object = TARGETS, more: str = "") -> None:
        self.settings.write_text(SETTINGS.format(url=url, targets=targets) + more, "utf-8")

    def publish(self, name: str) -> str:
        return str(publish(name, root=self.root, settings=self.settings))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "house")


def test_the_site_goes_out_with_its_address_and_without_drafts(house: House) -> None:
    write_article(house.root, "还没写完。", name="unfinished", draft=True)
    assert "新增" in house.publish("folder")
    site = held(house.root / "www")
    assert "https://hub.example.invalid/news/articles/a.html" in site["feed.xml"]
    assert not [path for path in site if "unfinished" in path]
    assert house.publish("folder") == "没有变化，目标已是最新。"
    assert not (house.root / "output").exists()


def test_a_faulty_manuscript_stops_it_and_the_target_stays(house: House) -> None:
    house.publish("folder")
    before = held(house.root / "www")
    write_article(house.root, "[不在了](nowhere.md)")
    with pytest.raises(ReleaseError, match=r"(?s)articles/a\.md:.*没有发布"):
        house.publish("folder")
    assert held(house.root / "www") == before


def test_a_blocking_finding_of_the_checks_stops_it(house: House) -> None:
    template = house.root / "theme" / "templates" / "article.html"
    text = template.read_text("utf-8")
    at = text.rindex("{% endblock")
    template.write_text(text[:at] + '<p><a href="/news/no/such/page.html">去处</a></p>' + text[at:], "utf-8")
    with pytest.raises(ReleaseError, match=r"(?s)links_resolve.*没有发布：检查发现 \d+ 处"):
        house.publish("folder")
    assert not (house.root / "www").exists()


def test_a_date_that_was_published_does_not_move_without_a_word(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.publish("folder")
    said = capsys.readouterr().err  # what an inspection would say is said, and stops nothing
    assert "[identity_complete] 页脚没有“ICP备案”" in said
    assert "[page_tags_present] 发布时间只有日期" in said
    article = house.root / "content/articles/a.md"
    before = article.read_text("utf-8")
    article.write_text(before.replace("date: 2026-03-01", "date: 2026-03-05"), "utf-8")
    with pytest.raises(ReleaseError, match=r"(?s)dates_are_honest.*原来是 2026-03-01，现在改成了 2026-03-05"):
        house.publish("folder")
    note = "date: 2026-03-05\ncorrections:\n  - {date: 2026-03-06, text: 发布日期写错了，应为3月5日。}"
    article.write_text(before.replace("date: 2026-03-01", note), "utf-8")
    assert "更新" in house.publish("folder")


def test_a_date_to_come_does_not_go_out(house: House) -> None:
    article = house.root / "content/articles/a.md"
    article.write_text(article.read_text("utf-8").replace("date: 2026-", "date: 9026-"), "utf-8")
    with pytest.raises(ReleaseError, match=r"(?s)dates_are_honest.*还没有到"):
        house.publish("folder")


def test_the_example_address_does_not_leave_this_machine(house: House) -> None:
    with pytest.raises(ReleaseError, match="网址还是示例"):
        house.publish("pages")


@pytest.mark.parametrize(
    ("targets", "words"),
    [
        ({"www": {"kind": "ftp", "host": "a"}}, "PUBLISH_TARGETS.www"),
        ({"www": {"kind": "folder", "pfad": "a"}}, "PUBLISH_TARGETS.www.folder.pfad"),
        ({"www": {"kind": "rsync", "host": "-oProxyCommand=x", "path": "/srv"}}, "PUBLISH_TARGETS.www.rsync.host"),
        ({"www": {"kind": "git", "branch": "--force"}}, "PUBLISH_TARGETS.www.git.branch"),
    ],
)
def test_a_target_that_makes_no_sense_is_named(house: House, targets: object, words: str) -> None:
    house.set(targets=targets)
    with pytest.raises(SettingsError, match=re.escape(words)):
        house.publish("www")


def test_names_that_nobody_knows(house: House) -> None:
    with pytest.raises(ReleaseError, match="是不是 folder"):
        house.publish("foldr")
    house.set(more="PUBLISH_TARGET = {}")
    with pytest.raises(SettingsError, match="PUBLISH_TARGET 没有人认识，是不是 PUBLISH_TARGETS"):
        house.publish("folder")


def test_two_releases_at_once_are_refused(house: House) -> None:
    with alone(house.root / ".cache" / "release"), pytest.raises(ReleaseError, match="正在进行"):
        house.publish("folder")
