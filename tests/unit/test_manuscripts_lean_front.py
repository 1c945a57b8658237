"""The lean lane of front matter: what it reads, YAML reads just so; and it reads the common shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.manuscripts import lean_front, yaml_front
from plugins.manuscripts.frontmatter import Front, parse
from plugins.manuscripts.reader import CONTROL, Source, read

CONTENT = Path(__file__).parents[2] / "content"
VALUES = [
    *("泉边的课堂", '"甲"', "'乙'", "[甲, 乙]", '["甲", "乙"]', "2026-06-18 09:30", "true", "", "~", "null", "Null"),
    *("[]", "[甲,乙 ]", "[ '甲' , 乙]", "[甲, ~]", "[甲, ]", "[a: b]", "[[甲]]", "{a: b}", "甲: 乙", "甲:", "甲 # 乙"),
    *("&a 甲", "*a", "!甲", "| ", ">", "- 甲", "-甲", "? a", "?a", ":a", "%a", "@a", "`a`", '"甲', '"甲\\n乙"'),
    *("\u3000甲", "甲\u3000", "\xa0", "甲 ", " 甲", "甲\t乙", "\ufeff甲", "😀", "é", "=", "<<", "0x1f", "1e3"),
    *("甲：乙", "[甲：乙, a:b]", "'甲''乙'", "'甲' 乙", "甲#乙", '""'),
]
NAMES = [
    "title",
    "slug",
    "topics",
    "tags",
    "date",
    "x",
    "null",
    "a b",
    "Title",
    "题",
    "text",
    "- text",
    "  tags",
    "? a",
]
LISTS = ["- 甲\n", "  - 甲\n", "  - '乙'\n", '  - "丙: 丁"\n', "  - a: b\n", "   - 甲\n", "  - - 甲\n", "  - ~\n"]
BELOW = st.lists(st.sampled_from(LISTS), max_size=3).map("".join)
LINES = st.one_of(
    st.tuples(st.sampled_from(NAMES[:6]), st.just(": "), st.sampled_from(VALUES), st.just("\n")).map("".join),
    st.tuples(st.sampled_from(NAMES), st.sampled_from([":", ":  ", "：", " : "]), st.sampled_from(VALUES)).map("".join),
    st.tuples(st.sampled_from(NAMES), st.just(":\n"), BELOW).map("".join),
    st.sampled_from(["\n", "# 甲\n", "---\n", "...\n", " \n", "甲\n", "  甲\n", *LISTS]),
)
FRONTS = st.lists(LINES, max_size=5).map("".join)
HOSTILE = st.text(alphabet="ab: -\n\n'\"[],#&*!|>%@`?{}~\\甲：\u3000\xa0\t", max_size=30)
RUNS = settings(max_examples=1000, deadline=None)


def agree(text: str) -> bool:
    """Whether the lane took the front matter; if it did, YAML reads the same, in the same order, and nothing else."""
    values = lean_front.read(text)
    if values is None:
        return False
    front = Front(Source("articles/a.md", "article", text, text, 0, "", 0, ()), text)
    yaml_front.read(front)
    assert front.values is not None
    assert list(front.values.items()) == list(values.items())
    assert not front.faults
    assert not front.notes
    return True


@RUNS
@given(st.one_of(FRONTS, HOSTILE.map("a: {}\n".format), HOSTILE, st.text(max_size=40).map("a: {}\nb: 乙\n".format)))
def test_the_lane_reads_as_yaml_does(text: str) -> None:
    if not CONTROL.search(text) and "\r" not in text:
        agree(text)


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None)
@given(st.one_of(FRONTS, HOSTILE.map("a: {}\n".format)))
def test_the_lane_reads_as_yaml_does_for_long(text: str) -> None:
    agree(text)


@pytest.mark.parametrize(
    "text",
    [
        "title: 泉边的课堂\nslug: class-by-the-spring\ndate: 2026-06-18 09:30\n",
        'title: "走基层：泉边"\ntopics: ["甲", "乙"]\nsummary: \'近70名: 参训者 # 一\'\nkicker:\n',
        "topics: [党员教育, 理论武装]\ntags:\n  - 课堂\n  - '泉边'\naliases:\n- /a/\n",
    ],
)
def test_the_common_shape_goes_down_the_lane(text: str) -> None:
    assert agree(text)


def test_half_of_the_content_goes_down_the_lane() -> None:
    files = sorted(CONTENT.rglob("*.md"))
    sources = [read(path.relative_to(CONTENT).as_posix(), path.read_bytes()) for path in files]
    taken = [agree(source.front) for source in sources if isinstance(source, Source)]
    assert len(taken) == len(files)
    assert sum(taken) > 0.3 * len(files)


@pytest.mark.parametrize(
    "line",
    [
        "a: 甲: 乙",
        "a: 甲 # 乙",
        "a: ~",
        "a: &x 甲",
        "b: 1\nb: 2",
        "a:\n  - b: c",
        "a: |\n  甲",
        'a: "\\u7532"',
        "a: [[甲]]",
    ],
)
def test_yaml_reads_the_rest(line: str) -> None:
    assert lean_front.read(f"{line}\n") is None


def test_places_are_those_of_yaml() -> None:
    source = read("articles/a.md", "---\ntitle: 甲\ntopics: [乙, 丙]\n---\n".encode())
    assert isinstance(source, Source)
    front = parse(source)
    assert front.root is None
    assert (front.place(("topics", 1)).line, front.place(("topics", 1)).column) == (3, 13)
    assert front.place(("title",), key=True).length == len("title")
