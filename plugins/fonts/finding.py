"""Which font file: the one that the settings name, or the first that stands where systems keep theirs.

A look at some dozens of paths; no program is asked, and no folder read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from plugins.settings import SettingsError

MISSING: Final = (
    "设置 HEADLINE_FONT 指的字体文件不存在：{path}\n"
    '请改成字体文件的路径；不用标题字体就写空的 ""，让程序自己找就写 "auto"。'
)
FOLDERS: Final = (
    "/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/google-noto-serif-cjk-fonts", "/usr/share/fonts/google-noto-serif-cjk-sc-fonts",
    "/usr/share/fonts/opentype/source-han-serif", "/usr/share/fonts/adobe-source-han-serif",
    "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "~/Library/Fonts", "/Library/Fonts",
)  # fmt: skip
FILES: Final = (
    "NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "NotoSerifSC-Bold.otf", "NotoSerifSC-Bold.ttf",
    "SourceHanSerif-Bold.ttc", "SourceHanSerifSC-Bold.otf", "SourceHanSerifCN-Bold.otf",
)  # fmt: skip
"""All of them under the SIL Open Font License, which lets a site serve parts of them."""


def found(setting: str) -> list[Path]:
    """The font, or nothing. Raises `SettingsError` for a path that leads nowhere."""
    if setting in {"", "auto"}:
        places = [Path(folder).expanduser() / file for folder in FOLDERS for file in FILES] if setting else []
        return [path for path in places if path.is_file()][:1]
    if not Path(setting).is_file():
        raise SettingsError(MISSING.format(path=setting))
    return [Path(setting)]
