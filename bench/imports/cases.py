"""Cases of outside copy: each made into a file, imported as `./hub import` does, and read back as it was written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup, Tag

from bench.measure import BenchError
from plugins.imports.accounting import values_of
from plugins.imports.run import Wish, run
from plugins.manuscripts.markup import convert
from plugins.manuscripts.reader import Source, read

from .scoring import Answer, Manuscript

SPECS = Path(__file__).resolve().parents[2] / "tests" / "specs" / "imports"


def cases(folder: Path = SPECS) -> list[Path]:
    """The cases of a folder, by name."""
    found = sorted(path.parent for path in folder.glob("*/answer.yaml"))
    if not found:
        raise BenchError(f"{folder} 里没有导入的例子：每个例子一个文件夹，里面有 source.* 和 answer.yaml。")
    return found


def answer(case: Path) -> Answer:
    """The right answer of a case."""
    values = yaml.safe_load((case / "answer.yaml").read_text("utf-8"))
    dropped = [str(item["text"]) for item in values.get("dropped") or []]
    return Answer([_right(one) for one in values.get("manuscripts") or []], dropped)


def _right(values: dict[str, Any]) -> Manuscript:
    blocks = [(block["role"], str(block.get("text") or "")) for block in values.get("blocks") or []]
    return Manuscript({name: value for name, value in values.items() if name != "blocks"}, blocks)


def imported(case: Path) -> Answer:
    """What the import makes of a case, read from the files that it writes."""
    from tests.tools.papers import source_file

    with tempfile.TemporaryDirectory(prefix="hub-import-") as folder:
        into = Path(folder)
        source = source_file(case, into)
        out = into / "out"
        for _ in run([source], Wish(out=out)):
            pass
        reports = [json.loads(path.read_text("utf-8")) for path in out.glob("*.report.json")]
        reports.sort(key=lambda said: min((span[0] for part in said["parts"] for span in part["spans"]), default=0))
        made = [written((out / said["manuscript"]).read_text("utf-8")) for said in reports]
    first = reports[0]
    return Answer(made, [item["text"] for item in first["dropped"]], first["sum"]["holds"])


def written(text: str) -> Manuscript:
    """A manuscript as it was written: its front matter, and its body's blocks as a page would show them."""
    said = read("articles/-.md", text.encode())
    assert isinstance(said, Source)
    soup = BeautifulSoup(convert(said.path, said.body).html, "html.parser")
    for mark in soup.select("sup:has(> .footnote-ref), .footnote-backref"):
        mark.decompose()
    return Manuscript(
        values_of(text), [block for tag in soup.find_all(True, recursive=False) for block in _blocks(tag)]
    )


def _blocks(tag: Tag) -> Iterator[tuple[str, str]]:
    name = tag.name
    if name in ("h2", "h3", "h4", "h5", "h6"):
        yield "heading", tag.get_text()
    elif name in ("ul", "ol"):
        yield "list", "\n".join(item.get_text() for item in tag.find_all("li"))
    elif name == "div" and tag.find("table"):
        yield (
            "table",
            "\n".join(" | ".join(cell.get_text() for cell in row.find_all(("td", "th"))) for row in tag.find_all("tr")),
        )
    elif name == "blockquote":
        yield "quotation", tag.get_text("\n")
    elif name == "figure":
        caption = tag.find("figcaption")
        yield "picture", caption.get_text() if caption else ""
    elif name == "section":
        yield from (("paragraph", item.get_text()) for item in tag.find_all("li"))
    else:
        yield ("verse" if tag.find("br") else "paragraph"), tag.get_text()
