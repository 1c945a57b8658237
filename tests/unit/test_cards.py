"""Share cards: lines as Chinese is set, a drawing that says what it shows, no card where there is no font."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.cards import HEIGHT, WIDTH, Card, Faces, card, draw, faces
from plugins.cards.setting import CLOSING, OPENING, lines, pieces
from plugins.checks.cards import told_by
from plugins.zhtext import read

TITLE = "北市村与周边5个村：“村村联合”一起干"
CARD = card("小站", TITLE, "乡村振兴", ("f-1", "520多万<small>元</small>", "北市村&amp;周边的收入"))


@pytest.fixture(scope="module")
def fonts(tools: None) -> Faces:
    found = faces()
    assert found is not None
    return found


def wide(text: str) -> float:
    return sum(10 if ord(char) > 0x2000 else 5 for char in text)


@settings(max_examples=60)
@given(st.text("果园修了12.5万余亩路，。“”（）《》、：3个Ab ", min_size=1, max_size=60), st.integers(60, 400))
def test_lines_are_set_as_chinese_is(text: str, measure: int) -> None:
    found = lines(text, measure, wide)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert not any(line[0] in CLOSING for line in found[1:])
    assert not any(line[-1] in OPENING for line in found[:-1])
    assert all(wide(line) <= measure or len(pieces(line)) == 1 for line in found)
    ends, at = set(), 0
    for line in found:
        at = text.index(line, at) + len(line)
        ends.add(at)
    assert not any(figure.start < end < figure.end for figure in read(text).figures for end in ends)


def test_lines_are_about_as_long_as_each_other() -> None:
    assert lines("支部评星定级工作推进到每一个村居了", 160, wide) == ["支部评星定级工作", "推进到每一个村居了"]


def test_lines_end_at_marks_where_that_goes_and_tear_no_word() -> None:
    assert lines("党务上了线：47项业务在网上办", 130, wide) == ["党务上了线：", "47项业务在网上办"]
    assert lines("党建强在哪里？到课堂、社区和村里看", 130, wide) == ["党建强在哪里？", "到课堂、社区和村里看"]


def test_what_a_card_shows_is_text_and_nothing_of_markup() -> None:
    assert list(CARD) == ["小站", TITLE, "乡村振兴", "520多万元", "北市村&周边的收入", "f-1"]
    assert CARD.said == f"{TITLE}｜乡村振兴｜北市村&周边的收入：520多万元｜小站"
    assert card("小站", "一篇", "", None).said == "一篇｜小站"


def test_a_card_says_what_it_shows_and_is_small(fonts: Faces) -> None:
    data = draw(CARD, fonts)
    assert data == draw(CARD, fonts)
    told = told_by(data)
    assert told is not None
    assert (told.width, told.height) == (WIDTH, HEIGHT)
    assert told.texts == {
        "Title": TITLE, "Topic": "乡村振兴", "Label": "北市村&周边的收入", "Figure": "520多万元", "Source": "f-1",
        "Author": "小站", "Description": CARD.said,
    }  # fmt: skip
    assert len(data) < 30_000


def test_what_is_drawn_is_seen(fonts: Faces) -> None:
    """The figure stands in red below the rule, the headline in ink above it; without a figure nothing is below."""
    import io

    from PIL import Image

    def seen(of: Card, box: tuple[int, int, int, int]) -> set[str]:
        picture = Image.open(io.BytesIO(draw(of, fonts))).convert("RGB").crop(box)
        colours = set(zip(*[iter(picture.tobytes())] * 3, strict=True))
        return {"ink" if red < 0x40 else "red" for red, green, _ in colours if green < 0x30}

    above, below = (0, 110, WIDTH, 400), (0, 430, WIDTH, 515)
    assert seen(CARD, above) == {"ink"}
    assert seen(CARD, below) == {"red"}
    assert seen(CARD._replace(figure="", label="", anchor=""), below) == set()


@pytest.mark.parametrize("title", ["长" * 60, "长题目里有3.6万余名党员，" * 9, "A" * 200, "一"])
def test_any_headline_has_room(title: str, fonts: Faces) -> None:
    assert told_by(draw(card("小站", title, "", None), fonts)) is not None


def test_where_a_font_is_missing_there_are_no_faces(tmp_path: Path) -> None:
    assert faces([str(tmp_path / "none.ttf")]) is None


def test_the_mark_tells_fonts_apart(fonts: Faces) -> None:
    one = faces([fonts.hei])
    assert one is not None
    assert (one.song, one.hei) == (fonts.hei, fonts.hei)
    assert one.mark != fonts.mark
    assert re.search(r":\d+", one.mark)


def test_what_is_no_png_tells_nothing() -> None:
    assert told_by(b"") is None
    assert told_by(b"GIF89a") is None
    assert told_by(b"\x89PNG\r\n\x1a\n\0\0") is None
