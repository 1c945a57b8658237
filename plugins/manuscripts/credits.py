"""Who made a picture: the last brackets of its caption, where they name someone or say where it is from."""

from __future__ import annotations

import re
from typing import Final

CREDIT: Final = "picture__credit"
"""Its class."""
SIGNED: Final = re.compile(
    r"(?P<caption>.*?)"
    r"(?P<credit>[（(](?:[^（）()]+(?:摄|摄影|供图|制图|绘|绘图)|资料图片?|图源[:：][^（）()]+)[）)])",
    re.DOTALL,
)
"""培训现场（张浩 摄）; the brackets are part of the credit, and nothing may stand behind them."""


def signed(caption: str) -> tuple[str, str]:
    """A caption without its credit, and the credit with its brackets; "" if there is none."""
    found = SIGNED.fullmatch(caption.strip())
    return (found["caption"].strip(), found["credit"]) if found else (caption.strip(), "")
