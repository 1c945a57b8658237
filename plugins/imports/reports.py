"""`NAME.report.json`: where every character of the source stands, why, and what is left to the editor."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from .accounting import Account
from .types import Article, Dropped, Part, Plan, Source
from .writing import Proposal

VERSION: Final = 1


def digest_of(source: Source) -> str:
    """What tells one source's text from another."""
    return hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()


def imported_in(out: Path | None) -> dict[str, str]:
    """The sources that a folder's reports are of: digests, and the manuscripts made of them."""
    found: dict[str, str] = {}
    for path in sorted(out.glob("*.report.json")) if out is not None and out.is_dir() else ():
        try:
            said = json.loads(path.read_bytes())
            found.setdefault(said["source"]["sha256_of_text"], said["manuscript"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def report(  # noqa: PLR0913, PLR0917 - all that is known of one manuscript
    plan: Plan, n: int, names: list[str], account: Account, proposal: Proposal, needed: list[str]
) -> dict[str, Any]:
    """The report of the nth manuscript of a source. Offsets count characters of the source's text, from 0."""
    source, article = plan.source, plan.articles[n]
    kept, elsewhere = account.kept[n], sum(account.kept) - account.kept[n]
    return {
        "version": VERSION,
        "source": {
            "file": source.name,
            "kind": source.kind,
            "encoding": source.encoding,
            "characters": account.characters,
            "sha256_of_text": digest_of(source),
        },
        "manuscript": f"{names[n]}.md",
        "sum": {
            "source": account.characters,
            "here": kept,
            "in_other_manuscripts": elsewhere,
            "dropped": account.dropped,
            "holds": account.characters == kept + elsewhere + account.dropped,
        },
        "others": [f"{name}.md" for name in names if name != names[n]],
        "begins": article.reasons,
        "parts": [_part(plan, part) for part in article.parts],
        "dropped": [_dropped(plan, dropped) for dropped in plan.dropped],
        "moved": _moved(article, account),
        "unsure": [doubt for part in article.parts for doubt in part.doubts],
        "left_to_the_editor": needed,
        "proposed": {"slug": proposal.slug, "topics": proposal.topics, "year": proposal.year or None,
                     "summary": proposal.summary, "labels": proposal.facts},
        "notes": source.notes,
    }  # fmt: skip


def _part(plan: Plan, part: Part) -> dict[str, Any]:
    found: dict[str, Any] = {"role": part.role, "spans": merged(part.spans), "text": part.text, "why": part.reasons}
    joins = [
        {"between": [before.text[-12:], after.text[:12]], "score": round(join.score, 2), "why": join.reason}
        for before, after, join in zip(part.lines, part.lines[1:], part.joins, strict=False)
    ]
    return {**found, **({"joins": joins} if joins else {}), **({"unsure": part.doubts} if part.doubts else {})}


def merged(spans: list[tuple[int, int]]) -> list[list[int]]:
    """Spans that touch as one."""
    found: list[list[int]] = []
    for start, end in spans:
        if found and found[-1][1] == start:
            found[-1][1] = end
        else:
            found.append([start, end])
    return found


def _dropped(plan: Plan, dropped: Dropped) -> dict[str, Any]:
    return {"spans": merged(list(dropped.spans)), "text": plan.source.slice(dropped.spans), "why": dropped.reason}


def _moved(article: Article, account: Account) -> list[str]:
    own = {part.text for part in article.body}
    return [text for text in account.moved if text in own]
