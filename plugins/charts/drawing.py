"""A chart as SVG, drawn by Vega-Lite without a browser, with its words in it for those who can't see it."""

from __future__ import annotations

import re
from html import escape

from .spec import specification
from .types import Chart, size

BROKEN = "画不成图表：{why}\n请重装软件包：删去 .venv 后再运行一次。"
_OPENING = re.compile(r"<svg [^>]*>")
_ASIDE = re.compile(r' (?:aria-[a-z]+|role|class)="[^"]*"')


class DrawingError(Exception):
    """Vega-Lite could not be loaded, or draws nothing; the message is for the person who runs the hub."""


def draw(chart: Chart) -> str:
    """The drawing. The same chart gives the same bytes."""
    try:
        import vl_convert  # takes 0.3 s to wake: only where something is to be drawn

        drawn = vl_convert.vegalite_to_svg(specification(chart))
    except (ImportError, ValueError, OSError) as error:
        raise DrawingError(BROKEN.format(why=error)) from error
    wide, high = size(chart)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.said)}</desc>"
    )
    body = _OPENING.sub("", drawn, count=1)
    return head + _ASIDE.sub("", body) + "\n"
