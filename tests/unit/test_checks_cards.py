"""A share card is held against its article: each thing that it shows, changed by itself, is found."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from plugins.checks import Finding, run
from tests.unit.good_site import SITE_URL, write_good_site

ARTICLE, CARD = "articles/lane.html", "cards/lane.png"
TEXTS = {
    "Title": "小巷", "Topic": "巷里", "Label": "30余户的巷子", "Figure": "30余户", "Source": "f1", "Author": "小站",
    "Description": "小巷｜巷里｜30余户的巷子：30余户｜小站",
}  # fmt: skip
GRAPH = {
    "og:image": f"{SITE_URL}/{CARD}", "og:image:width": "1200", "og:image:height": "630",
    "og:image:alt": TEXTS["Description"],
}  # fmt: skip


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(texts: dict[str, str], width: int = 1200) -> bytes:
    """As much of a PNG as a check reads."""
    told = [chunk(b"iTXt", name.encode() + b"\0\0\0zh-CN\0\0" + text.encode()) for name, text in texts.items()]
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, 630, 4, 3, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(told) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def found(folder: Path, data: bytes, graph: dict[str, str]) -> list[Finding]:
    """What the checks say of the good site with this card in it."""
    write_good_site(folder)
    (folder / CARD).parent.mkdir()
    (folder / CARD).write_bytes(data)
    page = folder / ARTICLE
    metas = "".join(f'<meta property="{name}" content="{value}">' for name, value in graph.items())
    topic = '<p class="topic-links"><a class="topic-links__link" href="/hub/">巷里</a></p></article>'
    text = page.read_text("utf-8").replace("</head>", metas + "</head>", 1).replace("</article>", topic, 1)
    page.write_text(text, "utf-8")
    return run(folder, site_url=SITE_URL)


def test_a_good_card_is_good(tmp_path: Path) -> None:
    assert [finding.render() for finding in found(tmp_path, png(TEXTS), GRAPH)] == []


def all_changed(**texts: str) -> dict[str, str]:
    """A card that agrees with itself, whatever it shows."""
    now = TEXTS | texts
    return now | {"Description": f"{now['Title']}｜{now['Topic']}｜{now['Label']}：{now['Figure']}｜{now['Author']}"}


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (TEXTS | {"Title": "大街"}, "分享图上写的是"),
        (TEXTS | {"Description": "别的"}, "分享图上写的是"),
        (all_changed(Title="大街"), "分享图上写的是“大街”"),
        (all_changed(Topic="巷外"), "分享图上写的是“巷外”"),
        (all_changed(Figure="30户"), "分享图上的数字“30余户的巷子：30户”"),
        (all_changed(Label="31户的巷子"), "分享图上的数字“31户的巷子：30余户”"),
        (all_changed(Source="f2"), "分享图上的数字"),
    ],
)
def test_what_a_card_shows_is_what_the_article_says(texts: dict[str, str], message: str, tmp_path: Path) -> None:
    graph = GRAPH | {"og:image:alt": texts["Description"]}
    (finding,) = found(tmp_path, png(texts), graph)
    assert (finding.rule, finding.path) == ("cards_are_backed", ARTICLE)
    assert finding.message.startswith(message)


def test_a_card_that_is_not_there_has_another_size_or_is_left_behind(tmp_path: Path) -> None:
    cases = {
        "分享图的大小": (png(TEXTS, 1000), GRAPH),
        "分享图 https": (b"GIF89a", GRAPH),
        "这张分享图没有一页用它": (png(TEXTS), {}),
    }
    for number, (message, (data, graph)) in enumerate(cases.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        (finding,) = found(folder, data, graph)
        assert finding.message.startswith(message)
