"""Charts: which figures may share an axis, and how they are drawn. Knows neither pages nor the archive.

Figures of a topic flow in, each with what it counts; charts flow out, and of each chart an SVG. `chosen` says what
belongs together (docs/decisions/0015-charts.md has the rules), `draw` has Vega-Lite draw it.
"""

from .choosing import FEWEST, chosen
from .drawing import DrawingError, draw
from .types import Bar, Chart, Point, point, shown

__all__ = ["FEWEST", "Bar", "Chart", "DrawingError", "Point", "chosen", "draw", "point", "shown"]
