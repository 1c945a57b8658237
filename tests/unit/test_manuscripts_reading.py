"""Files that can't be read, and what is forgiven: bytes in, a located fault or a note out."""

from __future__ import annotations

import pytest

from plugins.manuscripts import ManuscriptError, Note, compile_manuscript, render, render_note
from tests.unit.manuscript_samples import PATH, article, codes_of

GOOD = article("课堂设在泉边。\n近70名学员来了。")


def only_fault(data: bytes, path: str = PATH) -> str:
    with pytest.raises(ManuscriptError) as caught:
        compile_manuscript(path, data)
    (fault,) = caught.value.faults
    return render(fault)


def test_gb18030_is_named_at_its_first_byte() -> None:
    data = "---\ntitle: 课堂在泉边\n---\n\n课堂设在泉边。\n".encode("gb18030")
    shown = only_fault(data)
    assert shown.startswith(f"{PATH}:2:8 [encoding-gb] 不是 UTF-8 编码，看上去是 GB18030（GBK）\n")
    assert shown.endswith("改法：用编辑器打开时选 GB18030，再另存为 UTF-8 编码")


def test_a_broken_byte_in_the_middle_counts_characters_not_bytes() -> None:
    data = GOOD.encode().replace("学员".encode(), b"\xff")
    assert only_fault(data) == (
        f"{PATH}:10:5 [encoding] 不是 UTF-8 编码，从这里起读不出来\n"
        "  10 | 近70名�来了。\n"
        "     |       ^\n"
        "  改法：用编辑器另存为 UTF-8 编码"
    )


def test_utf_16_is_named() -> None:
    assert "[encoding-utf16]" in only_fault(GOOD.encode("utf-16"))


def test_nul_byte_is_shown_without_reaching_the_terminal() -> None:
    shown = only_fault(GOOD.replace("学员", "学\0员").encode())
    assert shown.splitlines()[:3] == [
        f"{PATH}:10:6 [nul] 夹有空字节（NUL），文件可能已经损坏",
        "  10 | 近70名学�员来了。",
        "     |         ^",
    ]


@pytest.mark.parametrize("char", ["\x02", "\x1b", "\x85", "\u2028", "\ufffe", "\U0001fffe"])
def test_control_characters_are_refused(char: str) -> None:
    assert f"[control] 夹有看不见的控制字符 U+{ord(char):04X}\n" in only_fault(GOOD.replace("学", char).encode())


def test_ten_megabytes() -> None:
    assert only_fault(b"x" * (10 << 20)) == (
        f"{PATH}:1:1 [file-too-large] 文件有 10.0 MB，超过 2 MB 的上限\n"
        "  1 |\n"
        "    | ^\n"
        "  改法：一篇稿件只写文字；图片放进 content/images/，再用 ![说明](images/文件名) 引用"
    )


def test_an_empty_file() -> None:
    assert codes_of(b"") == ["front-missing"]


def test_all_faults_of_front_matter_and_body_are_told_in_order() -> None:
    text = article("见[旧稿](old.html)。\n\n<b>泉</b>", "status: 发布\nkikker: 引题\n")
    assert codes_of(text) == ["field-choice", "field-unknown", "link-kind", "html-tag"]


def test_body_faults_are_told_beside_broken_yaml() -> None:
    assert codes_of(article("# 泉", 'kicker: "引题\n')) == ["yaml-quote-open", "heading-one"]


def test_bom_and_crlf_are_forgiven_and_said() -> None:
    plain = compile_manuscript(PATH, GOOD.encode())
    forgiven = compile_manuscript(PATH, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert forgiven.html == plain.html
    assert forgiven.notes == (Note(1, "bom"), Note(1, "line-ends"))


def test_old_mac_line_ends_are_forgiven() -> None:
    forgiven = compile_manuscript(PATH, GOOD.replace("\n", "\r").encode())
    assert forgiven.text == "课堂设在泉边。近70名学员来了。"
    assert [note.code for note in forgiven.notes] == ["line-ends"]


def test_places_do_not_move_with_crlf() -> None:
    text = article("课堂。\n\n见[旧稿](old.html)。")
    assert only_fault(text.replace("\n", "\r\n").encode()) == only_fault(text.encode())


def test_full_width_colons_are_forgiven_and_said() -> None:
    text = article("近70名学员来了。", "kicker：泉边\nfacts：\n  - text：近70名\n    label： 学员\n")
    done = compile_manuscript(PATH, text.encode())
    assert done.front["kicker"] == "泉边"
    assert done.front["facts"] == [{"text": "近70名", "label": "学员", "pin": False, "hide": False, "add": False}]
    assert done.notes == tuple(Note(line, "colon") for line in (7, 8, 9, 10))
    assert render_note(PATH, done.notes[0]) == f"{PATH}:7 [colon] 字段名后面用了全角冒号，已按半角读"


@pytest.mark.parametrize(
    ("line", "column"), [("status：发布", 8), ("status： 发布", 9), ("status：　发布", 9), ("status: 发布", 9)]
)
def test_the_place_behind_a_full_width_colon_is_the_files_own(line: str, column: int) -> None:
    assert only_fault(article("课堂。", f"{line}\n").encode()).startswith(f"{PATH}:7:{column} [field-choice]")


def test_a_full_width_colon_inside_a_title_stays() -> None:
    text = article("课堂。", "kicker: 数说：一堂课\n")
    assert compile_manuscript(PATH, text.encode()).front["kicker"] == "数说：一堂课"


def test_what_yaml_takes_for_a_comment_is_said() -> None:
    done = compile_manuscript(PATH, article("课堂。", "kicker: 第一课 #泉边\ntags: ['甲 #乙']\n").encode())
    assert done.front["kicker"] == "第一课"
    assert done.front["tags"] == ["甲 #乙"]
    assert done.notes == (Note(7, "comment"),)
