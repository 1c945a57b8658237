"""Scores in, a Markdown table out, case by case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.imports.refusal import ImportRefusedError

from .cases import SPECS, answer, cases, imported
from .scoring import Score, score, total

GOALS = {"boundaries": 0.98, "parts": 0.97}


def measured(folder: Path | None) -> dict[str, Any]:
    """The scores of every case of a folder; a case that can't be imported scores nothing."""
    scores: dict[str, Score] = {}
    refused: dict[str, str] = {}
    for case in cases(folder or SPECS):
        gold = answer(case)
        try:
            scores[case.name] = score(gold, imported(case))
        except ImportRefusedError as error:
            refused[case.name] = str(error).splitlines()[0]
            scores[case.name] = _nothing(score(gold, gold))
    return {"scores": scores, "refused": refused}


def _nothing(full: Score) -> Score:
    for counts in (full.boundaries, full.parts, full.characters):
        counts["right"] = counts["found"] = 0
    full.accounted = False
    return full


def plain(found: dict[str, Any], *, texts: bool) -> dict[str, Any]:
    """Everything as JSON has it; the misses themselves only of our own cases."""
    whole = total(list(found["scores"].values()))
    lines = {
        name: {**one.rates(), "accounted": one.accounted, "in_order": one.in_order}
        | ({"misses": one.misses} if texts else {"missed": len(one.misses)})
        for name, one in found["scores"].items()
    }
    return {"total": whole.rates(), "cases": lines, "refused": found["refused"]}


def report(found: dict[str, Any]) -> str:
    """The table, and what it is held to."""
    rows = ["| 例子 | 段落边界 F1 | 部件 F1 | 按字 F1 | 字数对得上 | 次序 |", "|---|--:|--:|--:|---|---|"]
    rows += [_row(name, one) for name, one in found["scores"].items()]
    whole = total(list(found["scores"].values()))
    rows.append(_row(f"**共 {len(found['scores'])} 例**", whole))
    rows += [f"没有导入成：{name}：{why}" for name, why in found["refused"].items()]
    rows.append(f"\n目标：段落边界 {GOALS['boundaries']}，部件 {GOALS['parts']}，字数 100 %，次序不变。")
    return "\n".join(rows)


def _row(name: str, one: Score) -> str:
    rates = one.rates()
    said = " | ".join(f"{rates[key]:.3f}" for key in ("boundaries", "parts", "characters"))
    return f"| {name} | {said} | {'是' if one.accounted else '否'} | {'是' if one.in_order else '否'} |"
