"""Chinese text: sentences, written numbers, figures and dated events. Imports nothing else of this project."""

from plugins.zhtext.doubts import doubts
from plugins.zhtext.parts import unit_in_figure
from plugins.zhtext.reader import read
from plugins.zhtext.sentences import count_han, sentences, shorten

__all__ = ["count_han", "doubts", "read", "sentences", "shorten", "unit_in_figure"]
