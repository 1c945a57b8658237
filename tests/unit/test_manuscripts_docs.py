"""What editors are told of the format is so: the examples compile, and every field, call-out and tag is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.manuscripts import compile_manuscript
from plugins.manuscripts.markup.blocks import CALLOUTS
from plugins.manuscripts.markup.kept_html import SAFE
from plugins.manuscripts.reader import KINDS
from plugins.manuscripts.schema import FIELD_NAMES
from tests.unit.manuscript_samples import PATH, article, codes_of

TEXT = (Path(__file__).parents[2] / "docs" / "稿件格式.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```markdown\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
SHOWN = re.search(r"^```text\n(.*?)\n```", TEXT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[0])
def test_examples_compile(example: str) -> None:
    whole = example if example.startswith("---\n") else article(example)
    assert codes_of(whole) == []


def test_the_first_example_has_what_it_shows() -> None:
    done = compile_manuscript(PATH, EXAMPLES[0].encode())
    assert [(entry.figure.text, entry.pinned) for entry in done.figures] == [("近70名", True), ("28个", False)]
    assert [entry.event.date for entry in done.events] == ["2026-06-18"]


def test_the_fault_is_shown_as_it_is() -> None:
    assert SHOWN is not None
    fault = "---\ntitle: 泉边的课堂\nslug: 泉边-class\n---\n\n课堂。\n"
    with pytest.raises(Exception, match=re.escape(SHOWN[1].replace("articles/2026/a.md", "pages/a.md"))):
        compile_manuscript("pages/a.md", fault.encode())


@pytest.mark.parametrize("name", sorted(FIELD_NAMES | set(SAFE)))
def test_every_field_and_tag_is_named(name: str) -> None:
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("name", [*CALLOUTS, *KINDS])
def test_every_callout_and_folder_is_named(name: str) -> None:
    assert name in TEXT
