"""`./hub import` as its user meets it: what is written, what is refused, that nothing is written half."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from plugins.imports.refusal import ImportRefusedError
from plugins.imports.run import Wish, run
from plugins.manuscripts import ManuscriptError, compile_manuscript

COPY = "井台边的灯\n\n记者 张三\n\n泉边社区换了67盏灯，办成4\n\n1件事，居民都说亮堂。\n\n第二天，又来了12个人。\n"
CUT = (
    "井台边的灯\n\n记者 张三\n\n泉边社区换了67盏灯。第二天晚上，住在三号楼的居民都说，井台边比去年\n\n"
    "居民在井台边看灯。\n\n亮堂多了，走路不用再打手电。\n"
)
MEGA = 1 << 20
ROOT = Path(__file__).parents[2]


def attempt(source: Path, out: Path, **options: object) -> list[str]:
    return list(run([source], Wish(out=out, **options)))  # type: ignore[arg-type]


def placed(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*")) if folder.exists() else []


def zipped(path: Path, files: dict[str, bytes], *, deflated: bool = True) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED) as bundle:
        for name, data in files.items():
            bundle.writestr(name, data)
    return path


def made(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_manuscript_and_its_account(tmp_path: Path) -> None:
    told = attempt(made(tmp_path / "来稿.txt", COPY.encode("gb18030")), tmp_path / "out")
    assert placed(tmp_path / "out") == ["jing-tai-bian-de-deng.md", "jing-tai-bian-de-deng.report.json"]
    said = json.loads((tmp_path / "out" / "jing-tai-bian-de-deng.report.json").read_text("utf-8"))
    assert said["sum"]["holds"]
    assert said["source"]["encoding"] == "GB18030"
    assert [one["text"] for one in said["dropped"]] == ["记者"]
    (joined,) = [part for part in said["parts"] if "joins" in part]
    assert "办成41件事" in joined["text"]
    assert "一个数字断在两处" in joined["joins"][0]["why"]
    assert any("date（张贴日期）" in line for line in told)


def test_it_builds_once_the_editor_has_filled_in_what_is_named(tmp_path: Path) -> None:
    attempt(made(tmp_path / "来稿.txt", COPY.encode()), tmp_path / "out")
    text = (tmp_path / "out" / "jing-tai-bian-de-deng.md").read_text("utf-8")
    with pytest.raises(ManuscriptError) as caught:
        compile_manuscript("articles/a.md", text.encode())
    assert {(fault.code, fault.excerpt) for fault in caught.value.faults} == {
        ("field-empty", "date:"),
        ("field-empty", "column:"),
        ("field-empty", "topics:"),
    }
    for name, value in (("date", "2026-06-01"), ("column", "要闻"), ("topics", "基层治理")):
        text = text.replace(f"{name}:\n", f"{name}: {value}\n")
    assert compile_manuscript("articles/a.md", text.encode()).front["source_reporters"] == ["张三"]


def test_a_note_stops_the_build_where_it_stands(tmp_path: Path) -> None:
    attempt(made(tmp_path / "来稿.txt", CUT.encode()), tmp_path / "out")
    text = (tmp_path / "out" / "jing-tai-bian-de-deng.md").read_text("utf-8")
    with pytest.raises(ManuscriptError) as caught:
        compile_manuscript("articles/a.md", text.encode())
    (fault,) = [fault for fault in caught.value.faults if fault.code == "unsettled"]
    assert fault.excerpt == text.split("\n")[fault.line - 1]
    assert fault.excerpt.startswith("<!-- 待核：“泉边社区换了67盏灯。")


def test_dry_run_and_questions(tmp_path: Path) -> None:
    source = made(tmp_path / "来稿.txt", CUT.encode())
    told = list(run([source], Wish(dry_run=True)))
    assert any("接：" in line and "前一段没有句末标点" in line for line in told)
    assert any("待核：" in line for line in told)
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "y"

    attempt(source, tmp_path / "out", ask=ask)
    again = list(run([source], Wish(out=tmp_path / "out", dry_run=True)))
    assert any("接：" in line for line in again), "what was imported can be looked at again"
    assert "请核对接得对不对" in asked[0]
    assert "待核" not in (tmp_path / "out" / "jing-tai-bian-de-deng.md").read_text("utf-8")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    source, out = made(tmp_path / "来稿.txt", COPY.encode()), tmp_path / "out"
    attempt(source, out)
    before = {name: (out / name).read_bytes() for name in placed(out)}
    with pytest.raises(ImportRefusedError, match="已经导入过"):
        attempt(source, out)
    other = made(tmp_path / "另一篇.txt", COPY.replace("67", "68").encode())
    attempt(other, out)
    assert "jing-tai-bian-de-deng-2.md" in placed(out)
    assert {name: (out / name).read_bytes() for name in before} == before


def test_a_folder_goes_on_behind_a_bad_file(tmp_path: Path) -> None:
    folder = tmp_path / "来稿"
    folder.mkdir()
    made(folder / "a.docx", b"no word file")
    made(folder / "b.txt", COPY.encode("utf-16"))
    made(folder / "c.jpg", b"\xff\xd8")
    told: list[str] = []
    with pytest.raises(ImportRefusedError, match=r"1 个没有导入：a\.docx"):
        told.extend(run([folder], Wish(out=tmp_path / "out")))
    assert placed(tmp_path / "out") == ["jing-tai-bian-de-deng.md", "jing-tai-bian-de-deng.report.json"]


def scanned() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def encrypted() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption("geheim", canPrint=0))
    canvas.drawString(100, 700, "text")
    canvas.save()
    return file.getvalue()


DOCX = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document"}
BAD = {
    "empty.txt": (b"", "empty"),
    "blank.txt": ("\n　　\n".encode(), "empty"),
    "picture.png": (b"\x89PNG\r\n\x1a\n\x00\x00", "not-text"),
    "broken-utf8.txt": ("泉边社区换了灯，大家都说好。".encode() + b"\xff\xfe" + "好".encode(), "bytes"),
    "scanned.pdf": (scanned(), "pdf-scanned"),
    "locked.pdf": (encrypted(), "pdf-encrypted"),
    "cut.pdf": (scanned()[:200], "pdf-broken"),
    "fake.pdf": (b"hello", "pdf-broken"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx-encrypted"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "kind"),
    "cut.docx": (b"PK\x03\x04" + bytes(100), "docx-broken"),
    "scripts.html": (b"<html><body><script>alert(1)</script></body></html>", "no-text"),
    "deep.html": (b"<div>" * 5000 + "泉边社区。".encode() + b"</div>" * 5000, "html-deep"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_with_a_way_to_mend(tmp_path: Path, name: str) -> None:
    data, code = BAD[name]
    with pytest.raises(ImportRefusedError) as caught:
        attempt(made(tmp_path / name, data), tmp_path / "out")
    assert caught.value.code == code
    assert "改法：" in str(caught.value)
    assert not re.search("[A-Za-z]{3,} [A-Za-z]{2,}", str(caught.value)), "no library's English"
    assert placed(tmp_path / "out") == []


def test_the_command_says_it_in_chinese_and_leaves_nothing(tmp_path: Path) -> None:
    sources = [
        *(made(tmp_path / name, BAD[name][0]) for name in ("scanned.pdf", "locked.pdf", "locked.docx", "scripts.html")),
        zipped(tmp_path / "climbs.zip", {"../b.txt": COPY.encode()}),
        tmp_path / "missing.txt",
        made(tmp_path / os.fsdecode("题".encode("gb18030") + b".txt"), COPY.encode()),
    ]
    for source in sources:
        words = [str(ROOT / "hub"), "import", str(source), "--out", str(tmp_path / "out")]
        done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        assert done.returncode == 1, source
        assert "改法：" in done.stdout + done.stderr, source
        assert "Traceback" not in done.stdout + done.stderr, source
        assert placed(tmp_path / "out") == [], source


def test_bad_bundles_are_refused_whole(tmp_path: Path) -> None:
    good = {"a.txt": COPY.encode()}
    cases = {
        "zip-climbs": zipped(tmp_path / "climbs.zip", {**good, "../../b.txt": b"x"}),
        "zip-bomb": zipped(tmp_path / "bomb.zip", {**good, "b.txt": bytes(60 * MEGA)}),
        "nothing": zipped(tmp_path / "nothing.zip", {"a.jpg": b"x"}),
        "docx-broken": zipped(tmp_path / "broken.docx", DOCX),
        "missing": tmp_path / "missing.txt",
        "zip-broken": made(tmp_path / "cut.zip", (tmp_path / "climbs.zip").read_bytes()[:60]),
    }
    for code, source in cases.items():
        with pytest.raises(ImportRefusedError) as caught:
            attempt(source, tmp_path / "out")
        assert caught.value.code == code, source
    inner = zipped(
        tmp_path / "c.zip", {"b.zip": zipped(tmp_path / "b.zip", {"a.zip": b"PK\x05\x06" + bytes(18)}).read_bytes()}
    )
    with pytest.raises(ImportRefusedError):
        attempt(inner, tmp_path / "out")
    assert placed(tmp_path / "out") == []


def test_what_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(200 * MEGA)
    with pytest.raises(ImportRefusedError, match="200 MB"):
        attempt(large, tmp_path / "out")


class WindowsName(zipfile.ZipInfo):
    """An entry whose name is in the bytes that Chinese Windows writes, with no word of that."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("gb18030"), self.flag_bits & ~0x800


def test_a_zip_of_chinese_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "来稿.zip"
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr(WindowsName("来稿一.txt"), COPY.encode("gb18030"))
    told = attempt(path, tmp_path / "out")
    assert told[0].startswith("来稿一.txt → ")


def test_failing_to_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second file can't be put in its place: the first goes too."""
    import os

    link, count = os.link, [0]

    def broken(source: Path, target: Path) -> None:
        count[0] += 1
        if count[0] == 2:
            raise OSError(28, "No space left on device")
        link(source, target)

    monkeypatch.setattr("plugins.imports.placing.os.link", broken)
    with pytest.raises(ImportRefusedError, match="写不进"):
        attempt(made(tmp_path / "来稿.txt", COPY.encode()), tmp_path / "a" / "out")
    assert not (tmp_path / "a").exists()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


def test_pictures_saved_beside_a_page_come_along_and_no_others(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>井台边的灯</h1><article><p>泉边社区换了67盏灯，居民都说亮堂，走路不用再打手电。</p>"
        '<p><img src="页面_files/a%20b.png"></p><p>居民在井台边看灯</p><p><img src="../secret.png" alt="别处的"></p>'
        '<p><img src="https://a.example/c.png"></p><p>第二天，又来了12个人。</p></article></body></html>'
    )
    folder = tmp_path / "saved"
    (folder / "页面_files").mkdir(parents=True)
    made(folder / "页面_files" / "a b.png", PIXEL)
    made(tmp_path / "secret.png", PIXEL)
    attempt(made(folder / "页面.html", page.encode()), tmp_path / "out")
    text = (tmp_path / "out" / "jing-tai-bian-de-deng.md").read_text("utf-8")
    assert '![](images/jing-tai-bian-de-deng-1.png "居民在井台边看灯")' in text
    assert text.count("![") == 1
    assert (tmp_path / "out" / "images" / "jing-tai-bian-de-deng-1.png").read_bytes() == PIXEL
    assert placed(tmp_path / "out" / "images") == ["jing-tai-bian-de-deng-1.png"]


def test_lines_with_tabs_are_a_table(tmp_path: Path) -> None:
    copy = COPY + "\n各处的盏数见下表。\n\n地点\t盏数\n楼道\t31\n院子\t36\n\n居民都说亮堂，走路不用再打手电。\n"
    attempt(made(tmp_path / "来稿.txt", copy.encode()), tmp_path / "out")
    text = (tmp_path / "out" / "jing-tai-bian-de-deng.md").read_text("utf-8")
    assert "| 地点 | 盏数 |\n|---|---|\n| 楼道 | 31 |\n| 院子 | 36 |\n" in text
