"""Whatever comes in: every character is accounted for, or there is a clear refusal; nothing is marked up by chance."""

from __future__ import annotations

import html
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.imports.accounting import values_of
from plugins.imports.opening import Raw
from plugins.imports.proposals import Desk
from plugins.imports.refusal import ImportRefusedError
from plugins.imports.run import Outcome, plan_of, written
from plugins.manuscripts.markup import convert
from plugins.manuscripts.reader import Source, read

PIECES = [
    *(
        "党员",
        "走进社区，",
        "办成了三件事。",
        "“",
        "”",
        "（",
        "）",
        "1,2",
        "00名",
        "2026. ",
        "12. ",
        "3.",
        "记者 张浩",
        "□",
    ),
    *(
        "\n",
        "\n\n",
        "\n\n\n\n",
        "　　",
        "    ",
        "\t",
        " ",
        "#",
        "## ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "```",
        "~~~",
        "<",
        "<b>",
    ),
    *(
        "[",
        "]",
        "](x)",
        "![",
        "[^1]",
        "[^1]: ",
        "|",
        "|---|---|",
        ">",
        "> ",
        "- ",
        "+ ",
        "---",
        "===",
        ":::",
        ":::提示",
    ),
    *(
        "&amp;",
        "&",
        "<!--",
        "-->",
        "<!-- 待核：",
        "http://a.example/",
        "第3版",
        "（下转第3版）",
        "图为现场",
        "责编：李四",
        "●",
    ),
    *("Wi-", "Fi", "\r\n", "\u200b", "\ufeff", "\x0b", "①", "一、", "——", "本报讯 ", "\u3000", "é", "𠮷", "😀", "\\"),
]
COPY = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
RUNS = settings(max_examples=100, deadline=None)


def imported(kind: str, text: str) -> Outcome | None:
    """The outcome, or None where it was refused with a message that says how to mend it."""
    try:
        return written(plan_of(Raw(f"来稿.{kind}", kind, text.encode())), Desk())
    except ImportRefusedError as error:
        if error.code in ("sum", "body"):  # the accountant's: a fault of ours
            raise
        return None


def solid(text: str) -> str:
    """The characters that can be seen."""
    return re.sub(r"[\s\u200b\ufeff\u00ad\u2028\u2029]", "", text)


def said(text: str) -> str:
    """What a reader gets of a manuscript, without what the import itself proposes."""
    source = read("articles/-.md", text.encode())
    assert isinstance(source, Source)
    front = values_of(text)
    fields = ("title", "kicker", "subtitle", "series", "source", "source_reporters", "captions")
    parts = [value for name in fields for value in _texts(front.get(name))]
    return "".join([*parts, convert("articles/-.md", source.body).plain.text])


def _texts(value: object) -> list[str]:
    return [value] if isinstance(value, str) else list(value) if isinstance(value, list) else []


def check(text: str, kind: str = "txt") -> None:
    outcome = imported(kind, text)
    if outcome is None:
        return
    dropped = "".join(outcome.plan.source.slice(one.spans) for one in outcome.plan.dropped)
    there = Counter(solid(dropped + "".join(said(one.text) for one in outcome.written)))
    assert there == Counter(solid(outcome.plan.source.text))
    assert outcome.account.characters == sum(outcome.account.kept) + outcome.account.dropped


@RUNS
@given(COPY)
def test_copy_with_every_sign_of_markdown_is_accounted_for(text: str) -> None:
    check(text)


@RUNS
@given(ANY)
def test_any_text_is_accounted_for(text: str) -> None:
    check(text)


@settings(max_examples=60, deadline=None)
@given(COPY)
def test_any_markdown_is_accounted_for(text: str) -> None:
    check(text, "md")


@settings(max_examples=60, deadline=None)
@given(st.lists(COPY, min_size=1, max_size=4), st.sampled_from(["p", "h2", "li", "td", "div", "blockquote"]))
def test_any_page_is_accounted_for(texts: list[str], tag: str) -> None:
    body = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts)
    check(f"<html><body><h1>题</h1><article>{body}</article></body></html>", "html")


@RUNS
@given(COPY)
def test_the_text_of_a_paragraph_is_the_sources_own(text: str) -> None:
    """Marks of Markdown in the source show as they are: a body has no emphasis, link or code that nobody meant."""
    outcome = imported("txt", text)
    for one in outcome.written if outcome else ():
        source = read("articles/-.md", one.text.encode())
        assert isinstance(source, Source)
        shown = convert("articles/-.md", source.body).html
        assert not re.search(r"<(?:em|strong|a|code|pre|img|aside|mark|del)\b", shown), shown


@pytest.mark.slow
@settings(max_examples=5000, deadline=None)
@given(COPY, st.sampled_from(["txt", "md"]))
def test_long_run(text: str, kind: str) -> None:
    check(text, kind)
