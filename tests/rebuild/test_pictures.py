"""Pictures from content/ to the site: a change costs the pages that show it, and nothing of the camera goes out."""

from __future__ import annotations

import os
import re
import shutil
import time
from pathlib import Path

import pytest

from plugins.press.session import Session
from tests.rebuild.little import ROOT, Little, files
from tests.tools.pictures import photograph, saved, scene

SHOWN = '![果园里的一条路](../images/路.jpg "新修的路（资料图片）")\n\n4月2日'


def put(site: Little, name: str, data: bytes) -> Path:
    path = site.content / "images" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def page(site: Little, name: str = "a") -> str:
    return (site.output / f"articles/{name}.html").read_text("utf-8")


def pictures(site: Little) -> set[str]:
    return {path.name for path in (site.output / "images").glob("*")} if (site.output / "images").exists() else set()


@pytest.fixture
def pictured(little: Little) -> Little:
    """Article a shows a picture."""
    put(little, "路.jpg", photograph(600, 400))
    little.replace("articles/a.md", "4月2日", SHOWN)
    assert little.printed() == {"articles/a.html"}
    return little


def test_a_picture_comes_in_sizes_and_formats_with_its_words(pictured: Little) -> None:
    (figure,) = re.findall(r'<figure class="picture">.*?</figure>', page(pictured), re.DOTALL)
    named = set(re.findall(r"/images/([\w.-]+)", figure))
    assert {name.rpartition("-")[2] for name in named} == {"480.avif", "600.avif", "480.webp", "600.webp", "600.jpg"}
    assert named == pictures(pictured)
    assert 'width="600" height="400" alt="果园里的一条路"' in figure
    assert '<figcaption>新修的路<span class="picture__credit">（资料图片）</span></figcaption>' in figure
    assert not any(b"TELEPHONE" in data or b"SECRET" in data for data in files(pictured.output).values())
    assert files(pictured.output) == pictured.fresh()


def test_an_edit_beside_a_picture_opens_none(pictured: Little, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plugins.images.encoding.encoded", None)
    assert pictured.printed() == set()
    pictured.replace("articles/a.md", "果园里的一条路", "果园里的另一条路")
    assert pictured.printed() == {"articles/a.html"}
    assert pictured.build().printed == 0


def test_a_new_picture_under_an_old_name_is_shown_and_the_old_one_goes(pictured: Little) -> None:
    before = pictures(pictured)
    put(pictured, "路.jpg", photograph(300, 400, tint=90))
    assert pictured.printed() == {"articles/a.html"}
    assert 'width="300" height="400"' in page(pictured)
    assert pictures(pictured).isdisjoint(before)
    put(pictured, "路.jpg", photograph(600, 400))
    pictured.build()
    assert pictures(pictured) == before
    assert files(pictured.output) == pictured.fresh()


def test_a_picture_goes_with_the_last_page_that_shows_it(pictured: Little) -> None:
    put(pictured, "同样.jpg", (pictured.content / "images/路.jpg").read_bytes())
    pictured.replace("articles/b.md", "另见", "![同一条路](../images/同样.jpg)\n\n另见")
    assert pictured.printed() == {"articles/b.html"}  # the files are there: its bytes are the other's
    pictured.replace("articles/a.md", SHOWN, "4月2日")
    assert pictured.printed() == {"articles/a.html"}
    assert len(pictures(pictured)) == 5
    pictured.replace("articles/b.md", "![同一条路](../images/同样.jpg)\n\n", "")
    report = pictured.build()
    assert pictures(pictured) == set()
    assert report.removed == 5
    assert files(pictured.output) == pictured.fresh()


def test_a_leading_picture_stands_first_unless_the_body_shows_it(pictured: Little) -> None:
    lead = "slug: a\nimage: ../images/头图.png\nimage_alt: '路的\"尽头\"'\nimage_caption: 尽头（资料图片）\n"
    put(pictured, "头图.png", saved(scene(50, 40), "PNG"))
    pictured.replace("articles/a.md", "slug: a\n", lead)
    assert "articles/a.html" in pictured.printed()
    first, second = re.findall(r"<img [^>]*>", page(pictured))
    assert 'alt="路的&#34;尽头&#34;"' in first.replace("&quot;", "&#34;")
    assert "lazy" not in first
    assert 'loading="lazy"' in second
    pictured.replace("articles/a.md", "../images/头图.png", "../images/路.jpg")
    pictured.build()
    (only,) = re.findall(r"<img [^>]*>", page(pictured))
    assert "lazy" not in only
    assert files(pictured.output) == pictured.fresh()


def test_a_draft_keeps_its_pictures_to_itself(pictured: Little) -> None:
    pictured.replace("articles/b.md", "[果园里的新路](a.md)", "果园里的新路")
    pictured.replace("articles/a.md", "slug: a\n", "slug: a\nstatus: draft\n")
    assert not pictured.build().faults
    assert len(pictures(pictured)) == 5
    pictured.overrides["PRINT_DRAFTS"] = False
    pictured.build()
    assert pictures(pictured) == set()


def test_what_is_wrong_with_a_picture_is_said_where_it_is_shown(little: Little) -> None:
    whole = photograph()
    put(little, "路.jpg", whole[: len(whole) // 2])
    put(little, "手机.heic", b"\0\0\0\x18ftypheic")
    little.replace("articles/a.md", "4月2日", SHOWN)
    for _ in range(2):  # it is told again until it is mended
        beside, within = sorted(little.build().faults, key=len)
        assert beside.startswith("images/手机.heic:1:1 [picture-heic]")
        assert within.startswith("articles/a.md:12:12 [picture-broken] 图片 images/路.jpg ")
    (little.content / "images/手机.heic").unlink()
    put(little, "路.jpg", whole)
    assert little.printed() == {"articles/a.html"}


def test_a_picture_that_none_shows_is_said_and_stays_at_home(little: Little) -> None:
    put(little, "闲置.jpg", photograph())
    report = little.build()
    assert report.notes == ["images/ 里的 images/闲置.jpg 没有稿件用到，没有发布。"]
    assert pictures(little) == set()
    assert little.build().notes == []


def test_a_topic_page_shows_its_picture_and_follows_it(little: Little) -> None:
    put(little, "路.jpg", photograph(60, 40))
    little.replace("topics/rural.md", "这里汇集", "![路](../images/路.jpg)\n\n这里汇集")
    little.build()
    topic = little.output / "topics/rural/index.html"
    assert 'width="60"' in topic.read_text("utf-8")
    put(little, "路.jpg", photograph(40, 60))
    little.build()
    assert 'width="40"' in topic.read_text("utf-8")
    assert files(little.output) == little.fresh()


def test_a_cleared_shelf_is_filled_again(pictured: Little) -> None:
    shutil.rmtree(pictured.cache / "images")
    shutil.rmtree(pictured.output)
    pictured.build()
    assert len(pictures(pictured)) == 5


def test_the_preview_shows_a_changed_picture(pictured: Little) -> None:
    overrides = {name: str(getattr(pictured, place)) for name, place in (
        ("PATH", "content"), ("OUTPUT_PATH", "output"), ("CACHE_PATH", "cache"),
    )}  # fmt: skip
    session = Session(ROOT / "pelicanconf.py", overrides | {"PRESS_JOBS": 1})
    session.build()
    changed = put(pictured, "路.jpg", photograph(64, 48))
    os.utime(changed, ns=(time.time_ns(), time.time_ns()))
    report = session.build([changed])
    assert report.addresses[0] == "articles/a.html"  # and the packs that hold it
    assert 'width="64"' in page(pictured)
    added = put(pictured, "新.jpg", photograph(32, 24))
    pictured.replace("articles/c.md", "服务窗口", "![新](../images/新.jpg)\n\n服务窗口")
    stood: list[bool] = []

    def ready() -> None:
        stood.append(
            all(
                (pictured.output / "images" / name).exists()
                for name in re.findall(r"/images/([\w.-]+)", page(pictured, "c"))
            )
        )

    session.build([added, pictured.content / "articles/c.md"], ready)
    assert stood
    assert all(stood)
    assert 'width="32"' in page(pictured, "c")
