"""The lean lane: what it takes, it does as the engine does, to the byte; and ordinary manuscripts it takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.manuscripts.markup import convert, engine, lean
from plugins.manuscripts.reader import Source, read
from tests.unit.manuscript_samples import PATH

CONTENT = Path(__file__).parents[2] / "content"
WORDS = ["课堂", "近70名", "泉边，", "。", "一", "AED", "a", "“泉”", "2026", "9.5%", "\u3000", "\xa0", "é", "😀", "?"]
INLINE = [
    *("**泉**", "*课*", "[甲](b.md)", "[乙](https://a.org/x-y)", "[丙](#课)", "[丁](../c.md#x)", "![图](images/a.png)"),
    *(
        "[外](../../../x.md)",
        "[坏](javascript:a)",
        "[空]()",
        "[题](b.md 'x')",
        '![图](images/a.png "课堂（甲 摄）")',
        '![图](images/a.png "近70名（资料图片）")',
        "**",
        "*",
        "***",
        "[",
        "]",
        "](",
        ")",
    ),
    *("![", "[^1]", "<", ">", "<b>", "&", "&amp;", "`", "_", "__", "|", "#", "-", "+", ":", "=", "~", "^", "\\"),
    *('"', "'"),
]
BREAKS = ["\n", "\n\n", "\n\n\n", " \n", "  \n", "\n ", "\n    ", "\t", "\r\n", "\n\u3000", "\n\u3000\n"]
OPENERS = [
    *("# ", "## ", "### ", "##", "####### ", "- ", "* ", "+ ", "-", "1. ", "2. ", "12.", "2026. ", "> ", ">", "> > "),
    *("| 甲 | 乙 |\n| --- | --: |\n", "| 丙 | 丁 |\n", "|甲|乙|丙|\n|:-:|---|", "|---|---|\n", "| ", " |", "||"),
    *("***", "===", "---", ":::提示 甲\n", ":::\n", "：：：", "[[数说]]", "[1]: b.md", "[^1]: ", "> - ", "- [ ] "),
    *("- **泉** ", "> **泉**"),
]
BODIES = st.lists(st.sampled_from([*WORDS, *WORDS, *INLINE, *BREAKS, *BREAKS, *OPENERS]), max_size=16).map("".join)
LINES = st.lists(st.sampled_from([*WORDS, *INLINE[:7]]), min_size=1, max_size=4).map("".join)
OPENED = st.tuples(st.sampled_from(["", "", "## ", "- ", "1. ", "> ", *OPENERS]), LINES).map("".join)
PLAIN = st.lists(st.tuples(OPENED, st.sampled_from(["\n\n", "\n\n", "\n"])).map("".join), max_size=6).map("".join)
SIGNS = "*_`[]()!<>&#-+=|:.123 \n\n\t\r\\\"'甲，a~^{}\u3000\xa0\x0b\x0c\x1c\x85\u2028\x02\x03\0/"
HOSTILE = st.text(alphabet=SIGNS, max_size=40)
RUNS = settings(max_examples=500, deadline=None)


def agree(body: str) -> bool:
    """Whether the lane took the body; if it did, the engine gives the same."""
    done = lean.convert(PATH, body)
    if done is None:
        return False
    assert done == engine.convert(PATH, body)
    return True


@RUNS
@given(st.one_of(BODIES, PLAIN, HOSTILE, st.text(max_size=60)))
def test_the_lane_does_as_the_engine(body: str) -> None:
    agree(body)
    agree(f"\n{body}\n")


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None)
@given(st.one_of(BODIES, PLAIN, HOSTILE))
def test_the_lane_does_as_the_engine_for_long(body: str) -> None:
    agree(body)


@pytest.mark.parametrize(
    "body",
    [
        "课堂在泉边。\n\n\n第二段，近70名 > 60名。",
        "## 课前\n泉边。\n\n### 课前\n\n## main",
        "- 甲\n- **乙**丙",
        "3. 甲\n4. 乙\n\n段。",
        "> 一句，\n> 又一句。\n>\n> 另一段。",
        "| 课 | 时 | 人 |\n|---|:-:|--:|\n| 一 | 9点 | |\n| **二** | [丙](b.md) | 70名 |\n\n段。",
        "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n\n| 戊 | 己 |\n|---|---|\n| 庚 | 辛 |",
        '![泉边"一"](../../images/泉.png)\n\n[[数说]]\n\n见[甲](#课)、[乙](../b.md#课)与[丙](https://a.org/?q=1)。',
        "泉边\n课堂，\nAED\nb",
        "\u3000\u3000泉边的*课堂*。",
        "",
    ],
)
def test_ordinary_bodies_go_down_the_lane(body: str) -> None:
    assert agree(body)


def test_most_of_the_content_goes_down_the_lane() -> None:
    files = sorted(CONTENT.rglob("*.md"))
    sources = [read(path.relative_to(CONTENT).as_posix(), path.read_bytes()) for path in files]
    taken = [agree(source.body) for source in sources if isinstance(source, Source)]
    assert len(taken) == len(files)
    assert sum(taken) > 0.5 * len(files)


@pytest.mark.parametrize(
    "body",
    [
        *("泉`边`", "**甲*乙**", "- 甲\n\n- 乙", "# 甲", "<b>甲</b>", "甲\n---", "[甲]", "[^1]", "- 甲\n  乙"),
        *(
            "甲  \n乙",
            ">",
            "> 甲\n>",
            "1. - 甲",
            "- - -",
            "| 甲 | 乙 |\n|---|---|",
            "[[数说]]\n\n[[数说]]",
            "甲\n## 乙",
        ),
        *("![](a.png)", "[甲](b.md 'x')", "[甲](javascript:x)", "[^1]: 甲"),
    ],
)
def test_the_engine_does_the_rest(body: str) -> None:
    assert lean.convert(PATH, body) is None
    assert convert(PATH, body) == engine.convert(PATH, body)


COMPILE = """
import sys
import plugins.manuscripts.types
assert not {"markdown", "yaml", "plugins.zhtext.reader"} & set(sys.modules)
from plugins.manuscripts import compile_manuscript
compile_manuscript("pages/a.md", "---\\ntitle: 甲\\nslug: a\\n---\\n\\n段。\\n".encode())
assert not {"markdown", "yaml", "pydantic"} & set(sys.modules)
"""


def test_ordinary_manuscripts_need_no_engine() -> None:
    subprocess.run([sys.executable, "-c", COMPILE], check=True, cwd=CONTENT.parent)
