"""Scores and speeds in, a Markdown table for each set of texts out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from .child import RULER

SCORES = {
    "exact_f1": "起止全对 F1", "overlap_f1": "有重叠 F1", "right_f1": "全部读对 F1", "decoys_taken": "误取非数字",
    "dates_taken": "误取日期", "events_right": "大事日期对", "label_f1": "标签重合",
}  # fmt: skip
NOTE = (
    "“全部读对”指起止、数值、上下限和单位都对；标签重合只算起止全对的数字，按字比较。"
    f"速度是几轮里最快的一轮，处理器毫秒，与 {RULER} 在同一进程里轮流测。"
)


def report(found: dict[str, Any]) -> str:
    """What is printed."""
    return "\n\n".join([*(_of_set(name, one) for name, one in found["sets"].items()), NOTE])


def _of_set(name: str, found: dict[str, Any]) -> str:
    counts = next(iter(found["readers"].values()))["counts"]
    head = ["读法", *SCORES.values(), "毫秒/1500字", f"比 {RULER}"]
    best = {reader: min(each) for reader, each in found["milliseconds"].items()}
    rows = [head, ["---", *["---:"] * (len(head) - 1)]]
    for reader, spent in best.items():
        scores = found["readers"].get(reader, {})
        rows.append([reader, *(_rate(scores.get(key)) for key in SCORES), f"{spent:.3f}", f"{spent / best[RULER]:.2f}"])
    form = "编译成的机器码" if found["compiled"] else "Python"
    about = (
        f"{name}：{found['passages']} 篇，{found['characters']} 字；标了数字 {counts['figures']} 个、"
        f"大事日期 {counts['event']} 个、不是数字的 {counts['decoy']} 处。hub 以{form}运行。"
    )
    return "\n".join([about, "", *(f"| {' | '.join(row)} |" for row in rows), "", _hard(found["hard"])])


def _rate(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _hard(hard: list[dict[str, Any]]) -> str:
    """How the time grows where the text gives most to do."""
    worst = max(hard, key=_growth)
    spent = " → ".join(f"{each:.2f}" for each in worst["milliseconds"])
    most = f"用时最多 {_growth(worst):.2f} 倍：“{worst['piece']}”{spent} 毫秒"
    return f"一个片段重复到底，文长每加倍，{len(hard)} 种片段里{most}。"


def _growth(one: dict[str, Any]) -> float:
    """The cost of the longest beside that of half of it."""
    spent: list[float] = one["milliseconds"]
    return max(after / before for before, after in pairwise(spent[-3:]))
