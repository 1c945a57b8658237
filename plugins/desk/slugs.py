"""Addresses for new manuscripts: a title in, a short ASCII slug out that collides with nothing under content/articles.

Manuscripts that have faults still hold their slugs, so files are looked through rather than compiled.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from pypinyin import lazy_pinyin

SYLLABLES = 6
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FRONT = re.compile(r"\A\ufeff?---\s*\n(.*?)^---\s*$", re.DOTALL | re.MULTILINE)
SLUG_LINE = re.compile(r"^slug\s*[:：]\s*[\"']?([A-Za-z0-9-]+)", re.MULTILINE)
WORDS = re.compile(r"[a-z0-9]+")


def propose(title: str, taken: set[str]) -> str:
    """The title's first syllables in pinyin; homophones get -2, -3 …"""
    stem = "-".join(WORDS.findall(" ".join(lazy_pinyin(title)).lower())[:SYLLABLES]) or "gaojian"
    numbered = (f"{stem}-{number}" for number in itertools.count(2))
    return next(slug for slug in itertools.chain([stem], numbered) if slug not in taken)


def taken(articles: Path) -> set[str]:
    """Every slug, file name and last part of an alias that articles have or had."""
    return {slug for path in articles.rglob("*.md") for slug in _of_file(path)}


def front_matter(path: Path) -> str:
    """The text between the `---` lines, or nothing; never an error, whatever the file holds."""
    found = FRONT.match(path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n"))
    return found[1] if found else ""


def _of_file(path: Path) -> Iterator[str]:
    yield path.stem
    front = front_matter(path)
    yield from SLUG_LINE.findall(front)
    if "aliases" in front:
        for alias in _aliases(front):
            yield alias.removesuffix(".html").strip("/").rpartition("/")[2]


def _aliases(front: str) -> list[str]:
    try:
        values = yaml.safe_load(front)["aliases"]
    except (yaml.YAMLError, KeyError, TypeError):
        return []
    return [str(value) for value in values] if isinstance(values, list) else [str(values)]
