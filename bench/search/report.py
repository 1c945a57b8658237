"""Findings in, a few lines out: what was found, what it weighed, how long it took."""

from __future__ import annotations

from typing import Any

GOALS = """目标：三项都是 1.00；第一条结果前最多 80 kB，随篇数的增长慢于平方根；
慢线路上（1.6 Mbps、150 毫秒、处理器慢 4 倍）第一条结果最多 1.0 秒；
添一篇只重写少数文件。各数依次是中位数、九成、最大。kB 是 1,000 字节，gzip 后连同报头。"""


def report(found: dict[str, Any]) -> str:
    """All of one run."""
    slow, index, added = found["slow"], found["index"], found["added"]
    wrong = "、".join(found["wrong"][:20])
    return "\n".join(
        [
            f"{found['articles']} 篇，随机子串 {found['queries']} 个，其中稀见的 {found['rare']} 个：",
            f"  查全 {found['recall']:.4f}  查准 {found['precision']:.4f}  前十条 {found['p10']:.4f}",
            f"  与“包含”不合的 {len(found['wrong'])} 个{'：' + wrong if wrong else ''}",
            f"慢线路上 {len(found['visits'])} 次首访：第一条结果 {_three(slow['first'], 1000, '秒')}",
            f"  第一条结果前 {_three(slow['bytes'], 1000, 'kB')}，全部 {_three(slow['whole'], 1000, 'kB')}",
            f"索引 {index['segments']} 段，{index['entries_files']} 个文件 {index['entries_bytes'] / 1e6:.1f} MB，"
            f"正文 {index['texts_files']} 个文件 {index['texts_bytes'] / 1e6:.1f} MB；"
            f"添一篇写了其中 {added['written']} 个（共 {added['all']} 个）",
            GOALS,
        ]
    )


def _three(values: list[float], unit: int, name: str) -> str:
    return " / ".join(f"{value / unit:.2f}" for value in values) + f" {name}" if values else "–"
