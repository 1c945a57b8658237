"""A column's segments as lines: indent, gap, whether it is full or centred, whether it stands below a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from .pdflines import Segment


def placed(
    columns: list[list[Segment]], pictures: list[dict[str, Any]], page: int
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The text of every line with what is known of it."""
    for number, column in enumerate(columns, 1):
        rows = _rows(column)
        left, right = _edges(rows)
        leading = _leading(rows)
        before: Segment | None = None
        for row in rows:
            yield (
                row.text.strip(),
                {**_known(row, before, left, right, leading, pictures), "page": page, "column": number},
            )
            before = row


def _rows(column: list[Segment]) -> list[Segment]:
    """Segments of one line that no gutter parts, as one."""
    rows: list[Segment] = []
    for segment in column:
        last = rows[-1] if rows else None
        if last is not None and abs(last.bottom - segment.bottom) < segment.size * 0.35 and segment.x0 > last.x1:
            rows[-1] = Segment(
                f"{last.text}　{segment.text}", last.x0, segment.x1, min(last.top, segment.top),
                max(last.bottom, segment.bottom), last.size, last.bold and segment.bold,
            )  # fmt: skip
        else:
            rows.append(segment)
    return rows


def _edges(rows: list[Segment]) -> tuple[float, float]:
    """The column's edges: those of most of its lines, of the size that most are set in."""
    sizes = Counter(row.size for row in rows)
    body = [row for row in rows if row.size == sizes.most_common(1)[0][0]]
    ends = [row.x1 for row in body]
    near = size_of(body) * 0.7
    right = max(ends, key=lambda end: (sum(abs(other - end) < near for other in ends), end))
    return min(row.x0 for row in body), right


def size_of(rows: list[Segment]) -> float:
    return rows[0].size


def _leading(rows: list[Segment]) -> float:
    steps = Counter(round(other.bottom - one.bottom) for one, other in pairwise(rows) if other.bottom > one.bottom)
    return float(steps.most_common(1)[0][0]) if steps else 0


def _known(  # noqa: PLR0913, PLR0917 - what a line is judged by
    row: Segment, before: Segment | None, left: float, right: float, leading: float, pictures: list[dict[str, Any]]
) -> dict[str, Any]:
    indent, rest = row.x0 - left, right - row.x1
    step = row.bottom - before.bottom if before is not None else 0
    usual = max(leading, row.size * 1.2) if leading else row.size * 1.6
    return {
        "indent": max(indent / row.size, 0),
        "gap": max(0, round((step - usual) / usual)) if step > usual * 1.35 else 0,
        "full": rest < row.size * 1.6,
        "centred": indent > row.size * 1.2 and abs(indent - rest) < row.size * 1.1,
        "size": row.size,
        "bold": row.bold,
        "parent": "picture" if any(_below(row, image) for image in pictures) else "",
    }


def _below(row: Segment, image: dict[str, Any]) -> bool:
    """Whether a line stands right under a picture."""
    near = 0 <= row.top - image["bottom"] < row.size * 3
    return bool(near and image["x0"] - row.size < row.x1 and row.x0 < image["x1"] + row.size)
