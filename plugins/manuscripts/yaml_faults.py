"""Why a front matter isn't YAML, in an editor's words: libyaml's message and its line in, a code and a place out."""

from __future__ import annotations

import re
from typing import Final

import yaml

from .faults import Place
from .reader import Source
from .schema import FIELD_NAMES

Explained = tuple[str, Place, dict[str, object]]

_NO_SPACE: Final = re.compile(rf"^[ ]*(?:- +)?({'|'.join(sorted(FIELD_NAMES))}):(?=[^\s:])", re.MULTILINE)
_TAB: Final = re.compile(r"^[ -]*\t", re.MULTILINE)
_COLON_INSIDE: Final = re.compile(r"^[ ]*(?:- +)?\w+:[ ]+[^'\"\[{\s][^\n]*?(: )", re.MULTILINE)
_CONTEXTS: Final = (
    ("scanning a tag", "yaml-sign"),
    ("quoted scalar", "yaml-quote-open"),
    ("flow sequence", "yaml-bracket-open"),
    ("flow mapping", "yaml-bracket-open"),
)
_OPENERS: Final = "@`%&*!|>{}[]"


def explain(source: Source, error: yaml.YAMLError | None) -> Explained:
    """`error` is None when the front matter is YAML, but no mapping."""
    line = _line(source, error)
    for pattern, code in ((_NO_SPACE, "yaml-colon-space"), (_TAB, "yaml-tab")):
        if found := pattern.search(source.front):
            start = source.front_start + found.start()
            place = source.place(start, found.end() - found.start())
            return code, place, {"field": found[1] if found.lastindex else ""}
    if error is None:
        text = source.line(line)
        return "front-not-mapping", Place(line, 1, max(1, len(text))), {}
    return _by_message(source, error)


def _line(source: Source, error: yaml.YAMLError | None) -> int:
    mark = getattr(error, "problem_mark", None)
    return source.front_line + (mark.line if mark else 0)


def _by_message(source: Source, error: yaml.YAMLError) -> Explained:
    problem, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    here = _at(source, getattr(error, "problem_mark", None))
    there = _at(source, getattr(error, "context_mark", None))
    for words, code in _CONTEXTS:
        if words in context:
            return code, there, {"char": "!"}
    if re.search("alias|anchor", problem + context):
        return "yaml-alias", there if "while" in context else here, {}
    if "mapping values are not allowed" in problem:
        return "yaml-colon-inside", _inner_colon(source, here), {}
    return _by_line(source.line(here.line), here, problem, context)


def _by_line(text: str, here: Place, problem: str, context: str) -> Explained:
    if "<scalar>" in problem or _after_quote(text, here.column):
        return "yaml-quote-after", here, {}
    opener = text[here.column - 1 : here.column]
    if "cannot start any token" in problem or (opener and opener in _OPENERS):
        return "yaml-start", here, {"char": opener}
    if "block" in context or "indent" in problem:
        return "yaml-indent", here, {}
    return "yaml-syntax", here, {"problem": problem or "读不下去"}


def _at(source: Source, mark: yaml.Mark | None) -> Place:
    """A mark of libyaml in the file. It counts characters; a mark behind the last line stands for its end."""
    if mark is None:
        return Place(source.front_line, 1)
    last = source.front_line + max(source.front.count("\n") - 1, 0)
    line = min(mark.line + source.front_line, last)
    text = source.line(line)
    column = mark.column + 1 if line == mark.line + source.front_line else len(text)
    return Place(line, max(1, min(column, len(text))))


def _inner_colon(source: Source, here: Place) -> Place:
    found = _COLON_INSIDE.match(source.line(here.line))
    return Place(here.line, found.start(1) + 1) if found else here


def _after_quote(text: str, column: int) -> bool:
    before = text[: column - 1].rstrip()
    return before.endswith(("'", '"')) and before.count(before[-1]) % 2 == 0
