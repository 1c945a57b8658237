"""Small sites to proofread: manuscripts in, an archive and its findings out, without a press."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from plugins import facts
from plugins.archive import Archive, manuscript_rows
from plugins.manuscripts import compile_manuscript
from plugins.proof import Finding, Matter, ProofSettings, proofread

SPECS = Path(__file__).parents[1] / "specs" / "proof"
TODAY = date(2026, 11, 28)
HEAD = """---
title: {title}
slug: {slug}
date: {date}
column: 要闻
topics: [为民服务]
{front}---

"""


def article(slug: str, body: str, *, title: str = "今日", date: str = "2026-11-20", front: str = "") -> tuple[str, str]:
    """Path and text of a manuscript."""
    return f"articles/{slug}.md", HEAD.format(title=title, slug=slug, date=date, front=front) + body + "\n"


def filled(folder: Path, manuscripts: Mapping[str, str]) -> Archive:
    """An archive of these manuscripts."""
    archive = Archive(folder / "archive.sqlite", [facts.feature()], "1")
    with archive.filling():
        for path, text in manuscripts.items():
            for table, row in manuscript_rows(compile_manuscript(path, text.encode()), archive.features):
                archive.keep({table: [row]})
    return archive


def found(
    folder: Path, manuscripts: Iterable[tuple[str, str]], *, only: Iterable[str] | None = None, **settings: Any
) -> list[Finding]:
    """What proof finds in them."""
    texts = dict(manuscripts)
    chosen = None if only is None else frozenset(f"articles/{slug}.md" for slug in only)
    with filled(folder, texts) as archive:
        matter = Matter(archive, ProofSettings(**settings), TODAY, chosen)
        return proofread(matter, lambda path: texts[path].encode())


def specs(name: str) -> list[dict[str, Any]]:
    """The cases of a file of specs."""
    return list(yaml.safe_load((SPECS / f"{name}.yaml").read_text("utf-8")))
