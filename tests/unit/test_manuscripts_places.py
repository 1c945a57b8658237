"""Places, for faults that other rooms find; excerpts with carets that line up under Han characters."""

from __future__ import annotations

import pickle

import pytest

from plugins.manuscripts import Fault, ManuscriptError, Place, locate_field, locate_text, make_fault, render
from plugins.manuscripts.excerpt import marked, width
from plugins.manuscripts.messages import MESSAGES, NOTES
from tests.unit import test_manuscripts_faults_body as body
from tests.unit import test_manuscripts_faults_front as front
from tests.unit import test_manuscripts_faults_links as links
from tests.unit import test_manuscripts_faults_yaml as yaml
from tests.unit.manuscript_samples import PATH, article

DATA = article(
    "## 旧稿\n\n`[旧稿](old.md)` 见[旧稿](old.md)，<!-- [旧稿](old.md) -->又见[旧稿](old.md)。\n\n    [旧稿](old.md)",
    "tags:\n  - 课堂\n  - 泉边\naliases: [/a/, /b/]\nfacts:\n  - text: 近70名\n    label：学员\n",
).encode()

OTHER_ROOMS = {
    "topic-unknown": {"name": "为民办事", "known": "为民服务、理论武装"},
    "column-unknown": {"name": "要问", "known": "要闻"},
    "slug-doubled": {"slug": "a", "other": "articles/2026/b.md"},
    "title-doubled": {"name": "为民服务", "other": "topics/b.md"},
    "alias-taken": {"alias": "/a/", "other": "articles/2026/b.md"},
    "link-dead": {"target": "articles/2026/old.md", "fragment": ""},
    "link-to-draft": {"target": "articles/2026/old.md", "fragment": ""},
    "fragment-dead": {"target": "articles/2026/old.md", "fragment": "课后"},
    "symlink": {},
    "file-name": {},
    "unreadable": {"why": "没有权限"},
    "not-a-manuscript": {},
    "image-missing": {"target": "images/a.png"},
    "picture-broken": {"target": "images/a.png"},
    "picture-kind": {"target": "images/a.png", "kind": "TIFF"},
    "picture-is-heic": {"target": "images/a.jpg"},
    "picture-animated": {"target": "images/a.gif"},
    "picture-large": {"target": "images/a.png", "most": "6400"},
    "picture-heavy": {"target": "images/a.png", "most": "50"},
    "picture-heic": {},
    "picture-svg": {},
    "picture-other": {},
}
READING = {"encoding", "encoding-gb", "encoding-utf16", "nul", "control", "file-too-large"}


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        (("title",), Place(2, 8, 5)),
        (("topics", 0), Place(6, 10, 4)),
        (("topics",), Place(6, 9, 6)),
        (("tags", 1), Place(9, 5, 2)),
        (("aliases", 1), Place(10, 16, 3)),
        (("facts", 0, "text"), Place(12, 11, 4)),
        (("facts", 0, "label"), Place(13, 11, 2)),
        (("facts", 0, "nth"), Place(12, 5, 10)),
        (("facts", 7), Place(12, 3, 12)),
        (("summary",), Place(1, 1, 3)),
    ],
)
def test_fields_are_located(steps: tuple[str | int, ...], place: Place) -> None:
    assert locate_field(DATA, steps) == place


def test_a_key_is_located() -> None:
    assert locate_field(DATA, ("title",), key=True) == Place(2, 1, 5)


def test_words_are_located_outside_code_and_comments() -> None:
    assert locate_text(DATA, "](old.md)") == Place(18, 20, 9)
    assert locate_text(DATA, "](old.md)", 2) == Place(18, 56, 9)
    assert locate_text(DATA, "没有这几个字") == Place(16, 1, 1)


def test_words_only_in_code_are_still_located() -> None:
    assert locate_text(article("`[旧稿](old.md)`").encode(), "old.md") == Place(9, 7, 6)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"---\n", b"x" * (3 << 20)])
def test_unreadable_files_have_a_first_line(data: bytes) -> None:
    assert locate_field(data, ("title",)) == locate_text(data, "x") == Place(1, 1)


def test_a_fault_of_another_room() -> None:
    fault = make_fault(
        "topic-unknown", PATH, DATA, locate_field(DATA, ("topics", 0)), name="为民服务", known="理论武装、基层治理"
    )
    assert render(fault) == (
        "articles/2026/a.md:6:10 [topic-unknown] 没有“为民服务”这个专题\n"
        "  6 | topics: [为民服务]\n"
        "    |          ^^^^^^^^\n"
        "  改法：现有专题：理论武装、基层治理；新专题要先在 topics/ 里建一个文件"
    )


def test_every_message_is_tried() -> None:
    tried = {case.code for cases in (front.CASES, yaml.CASES, body.CASES, links.CASES) for case in cases}
    assert tried | set(OTHER_ROOMS) | READING == set(MESSAGES)
    for code, values in OTHER_ROOMS.items():
        assert "{" not in render(make_fault(code, PATH, DATA, Place(2, 1), **values))


def test_messages_and_notes_are_chinese_sentences() -> None:
    for text in [*NOTES.values(), *(part for pair in MESSAGES.values() for part in pair)]:
        assert not text.endswith("。")
        assert any("\u4e00" <= char <= "\u9fff" for char in text) or text == "{hint}"


def test_errors_travel_between_processes() -> None:
    fault = make_fault("link-dead", PATH, DATA, Place(18, 1), target="x.md", fragment="")
    assert pickle.loads(pickle.dumps(ManuscriptError((fault,)))).faults == (fault,)
    assert isinstance(fault, Fault)


@pytest.mark.parametrize(("text", "columns"), [("泉a", 3), ("ＡＢ", 4), ("“”", 2), ("é\u0301", 1), ("　", 2), ("", 0)])
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_tabs_are_expanded_in_front_of_the_caret() -> None:
    assert marked("\t泉\t边", 4, 1) == ("    泉  边", "        ^^")


def test_a_long_line_is_a_window() -> None:
    shown, carets = marked("泉" * 50 + "边" + "泉" * 50, 51, 1)
    assert shown == "…" + "泉" * 18 + "边" + "泉" * 18 + "…"
    assert carets == " " * 37 + "^^"


def test_a_place_behind_the_line_has_a_caret() -> None:
    assert marked("泉", 2, 1) == ("泉", "  ^")
