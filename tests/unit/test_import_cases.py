"""The cases of outside copy account for themselves: an answer holds what its source holds, character by character.

A slip of the pen in an answer would send the import's author after a fault that isn't there. Set HUB_IMPORT_CASES to
another folder of the same shape to hold that to the same.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString

from tests.tools.papers import about, load, source_file, source_of

CASES = Path(os.environ.get("HUB_IMPORT_CASES") or Path(__file__).parents[1] / "specs" / "imports")
FOLDERS = [path.parent for path in sorted(CASES.glob("*/answer.yaml"))]
FIELDS = {"title", "kicker", "subtitle", "series", "source", "dateline"}
ROLES = {"heading", "paragraph", "verse", "table", "list", "quotation", "picture"}
KINDS = {"source.txt", "source.html", "source.docx.yaml", "source.pdf.yaml"}
UNSEEN = ["head", "script", "style", "noscript", "template"]
WORDED = ("header", "footer", "text", "alt", "footnote", "runs", "table", "textbox", "flow", "paragraphs", "items")
MARKUP = str.maketrans("", "", "#*_>`|~[]()!-=")


def _texts(value: Any) -> Iterator[str]:
    """Every text in a piece of YAML, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _described(value: Any) -> Iterator[str]:
    """The texts in a Word file's or PDF's description: those under the keys that hold words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _described(one)
    elif isinstance(value, dict):
        for key in WORDED:
            yield from _described(value.get(key))


def _seen(html: str) -> Iterator[str]:
    """What a reader sees of a page, and its pictures' alternative texts."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup(UNSEEN):
        tag.decompose()
    yield from (str(text) for text in soup.find_all(string=True) if not isinstance(text, PreformattedString))
    yield from (str(picture.get("alt", "")) for picture in soup("img"))


def _source(folder: Path) -> str:
    source = source_of(folder)
    if source.suffix == ".yaml":
        return "".join(_described(load(source)))
    text = source.read_text("utf-8")
    if source.suffix == ".html":
        return "".join(_seen(text))
    return re.sub(r"<!--.*?-->|\]\([^)]*\)|^[-:| ]+$", "", text, flags=re.M) if source.suffix == ".md" else text


def _answered(answer: dict[str, Any]) -> Iterator[str]:
    for manuscript in answer["manuscripts"]:
        yield from (manuscript.get(field, "") for field in FIELDS)
        yield from _texts([manuscript.get("source_reporters", []), manuscript.get("captions", [])])
        for block in manuscript["blocks"]:
            text = block.get("text", "")
            yield from (text.replace(" | ", "") if block["role"] == "table" else text, block.get("alt", ""))
    yield from (dropped["text"] for dropped in answer["dropped"])


def _counted(text: str, markdown: bool) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text.translate(MARKUP) if markdown else text))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_answer_accounts_for_every_character(folder: Path) -> None:
    markdown = source_of(folder).suffix == ".md"
    source = _counted(_source(folder), markdown)
    answer = _counted("".join(_answered(load(folder / "answer.yaml"))), markdown)
    assert (source - answer, answer - source) == (Counter(), Counter())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_answer_uses_the_names_that_the_readme_defines(folder: Path) -> None:
    answer = load(folder / "answer.yaml")
    assert set(answer) == {"manuscripts", "dropped"}
    assert all(set(one) == {"text", "reason"} for one in answer["dropped"])
    for manuscript in answer["manuscripts"]:
        assert "title" in manuscript
        assert set(manuscript) <= FIELDS | {"source_reporters", "captions", "blocks"}
        assert all(block["role"] in ROLES and set(block) <= {"role", "text", "alt"} for block in manuscript["blocks"])


def test_there_are_cases_of_every_kind_and_each_says_what_it_is_about() -> None:
    assert {source_of(folder).name for folder in FOLDERS} >= KINDS
    assert all(about(folder).get("about") for folder in FOLDERS)


def test_files_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    for folder in {source_of(folder).name: folder for folder in FOLDERS}.values():
        once, again = (source_file(folder, into) for into in (tmp_path, tmp_path / "again"))
        assert once.name == again.name
        assert once.read_bytes() == again.read_bytes()
