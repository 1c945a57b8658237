"""`./hub new`: what is asked, what is refused, slugs that collide with nothing, and a draft that compiles as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.desk.new import Wish, write
from plugins.desk.refusal import RefusalError
from plugins.desk.slugs import SLUG, front_matter, propose, taken
from plugins.manuscripts import compile_manuscript

FULL = Wish("植树节里看新绿", "要闻", "乡村振兴")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Two columns, two topics and no article."""
    for folder, name, title in (
        ("columns", "a", "要闻"),
        ("columns", "b", "特稿"),
        ("topics", "a", "基层治理"),
        ("topics", "b", "乡村振兴"),
    ):
        path = tmp_path / "content" / folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {title}\nslug: {name}\n---\n\n一句话。\n", "utf-8")
    return tmp_path / "content"


def article(content: Path, name: str, front: str) -> None:
    path = content / "articles" / "2025" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(front.encode())


def answers(*words: str) -> tuple[list[str], Callable[[str], str]]:
    asked: list[str] = []
    left = iter(words)

    def ask(question: str) -> str:
        asked.append(question)
        return next(left)

    return asked, ask


def test_a_draft_compiles_and_says_what_was_wished(content: Path) -> None:
    path = write(content, FULL)
    assert re.fullmatch(r"articles/\d{4}/zhi-shu-jie-li-kan-xin\.md", path.relative_to(content).as_posix())
    manuscript = compile_manuscript(path.relative_to(content).as_posix(), path.read_bytes())
    front = manuscript.front
    assert (front["title"], front["column"], front["topics"]) == (FULL.title, "要闻", ["乡村振兴"])
    assert front["status"] == "draft"


def test_homophones_and_names_once_used_get_a_number(content: Path) -> None:
    first = write(content, Wish("公示", "要闻", "1"))
    second = write(content, Wish("攻势", "要闻", "1"))
    assert (first.stem, second.stem) == ("gong-shi", "gong-shi-2")
    article(content, "x.md", '---\r\ntitle: [\r\nslug: "gong-shi-3"\r\n---\r\n')  # faulty, yet its slug is taken
    article(content, "y.md", "---\ntitle: a\nslug: b\naliases: [/articles/gong-shi-4.html, /old/gong-shi-5/]\n---\n")
    assert write(content, Wish("公式", "要闻", "1")).stem == "gong-shi-6"


def test_questions_are_asked_again_after_a_slip(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked, ask = answers("春耕", "头条", "1,2", "1", "基层治里", "2，基层治理", "")
    path = write(content, Wish(), ask)
    front = yaml.safe_load(front_matter(path))
    assert (front["title"], front["column"], front["topics"]) == ("春耕", "要闻", ["乡村振兴", "基层治理"])
    assert path.stem == "chun-geng"
    assert "chun-geng" in asked[-1]
    said = capsys.readouterr().err
    assert "没有“头条”这个栏目" in said
    assert "栏目要写一个" in said
    assert "是不是“基层治理”" in said


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish(), "--title、--column、--topics"),
        (Wish("题", "要闻"), "--topics"),
        (Wish("题", "要问", "1"), "是不是“要闻”"),
        (Wish("题", "3", "1"), "没有“3”这个栏目"),
        (Wish("题", "要闻", "，"), "专题要写至少一个"),
        (Wish("题", "要闻", "1", "../../etc"), "只能用小写字母"),
        (Wish("  ", "要闻", "1"), "标题不能空着"),
    ],
)
def test_without_a_terminal_nothing_is_asked(content: Path, wish: Wish, words: str) -> None:
    with pytest.raises(RefusalError, match=words):
        write(content, wish)
    assert not (content / "articles").exists()


def test_a_slug_in_use_is_refused_with_a_free_one(content: Path) -> None:
    write(content, Wish("一", "要闻", "1", "spring"))
    with pytest.raises(RefusalError, match="可以改用 spring-2"):
        write(content, Wish("二", "要闻", "1", "spring"))


@given(title=st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_title_gives_a_valid_free_slug(title: str) -> None:
    first = propose(title, set())
    assert SLUG.fullmatch(first)
    assert propose(title, {first}) == f"{first}-2"


@pytest.mark.parametrize("title", ["a: b", "#头", "- x", "“引”'\"", "[x]", "2026", "yes", "null", "{{x}}", "@x", "%"])
def test_any_title_survives_yaml(content: Path, title: str) -> None:
    path = write(content, Wish(title, "要闻", "1"))
    assert yaml.safe_load(front_matter(path))["title"] == title
    assert compile_manuscript(path.relative_to(content).as_posix(), path.read_bytes()).front["title"] == title
    assert path.stem in taken(content / "articles")
