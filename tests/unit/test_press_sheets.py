"""The style sheet for the wire: shorter, and to a browser the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.press.sheets import assembled
from plugins.press.squeezing import renamed, short_names, squeezed

THEME = Path(__file__).parents[2] / "theme"


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a  b ,\n c > d { color : red ; margin: 0  auto; }\n", "a b,c > d{color :red;margin:0 auto}\n"),
        ("/* why */ a:hover { top: calc(1px + 2px) } /* end */", "a:hover{top:calc(1px + 2px)}\n"),
        ('a::after { content: " /* ; } " / ""; }', 'a::after{content:" /* ; } " / ""}\n'),
        (r"a::after { content: '\'  ;}' }", "a::after{content:'\\'  ;}'}\n"),
        ("a { background: url( data:image/x;a,b{} ) }", "a{background:url( data:image/x;a,b{} )}\n"),
        (
            "@media (min-width: 52rem) {\n  a { b: c }\n  d { e: f; }\n}\n",
            "@media (min-width:52rem){a{b:c}\nd{e:f}\n}\n",
        ),
        (".a :is(b, c) { --x:  1px , 2px }", ".a :is(b,c){--x:1px,2px}\n"),
        ("a/**/b{}", "a b{}\n"),
        ("", "\n"),
    ],
)
def test_white_space_and_comments_go_and_nothing_else(css: str, short: str) -> None:
    assert squeezed(css) == short
    assert squeezed(short) == short


def test_our_own_sheets_get_shorter_and_keep_every_rule() -> None:
    for path in sorted(THEME.rglob("*.css")):
        text = path.read_text("utf-8")
        short = squeezed(text)
        assert len(short) < len(text) or "/*" not in text
        for mark in "{}":
            assert short.count(mark) == text.count(mark), path


def test_custom_properties_get_short_names_and_stay_apart() -> None:
    css = ":root{--text-note:1rem;--mark:red;--text-name:2rem}\n"
    css += ".a--text-note{--text-note:0;top:var(--text-name,var(--mark))}\n"
    short = renamed(css, short_names(css))
    assert short == ":root{--a:1rem;--mark:red;--b:2rem}\n.a--text-note{--a:0;top:var(--b,var(--mark))}\n"


def test_our_own_names_are_all_told_apart_in_every_sheet() -> None:
    for sheet in assembled(THEME).values():
        defined, used = set(re.findall(r"[{;]--([\w-]+):", sheet)), set(re.findall(r"var\(--([\w-]+)", sheet))
        assert used <= defined
        assert max(map(len, defined)) <= 5
    tokens = (THEME / "static" / "tokens.css").read_text("utf-8")
    assert len(defined) == len(set(re.findall(r"^\s*--([\w-]+):", tokens, re.MULTILINE)))
    scripts = "".join(path.read_text("utf-8") for path in (THEME / "static").glob("*.js"))
    assert set(re.findall(r"var\(--([\w-]+)", scripts)) <= defined
