"""The room's one exception: a source that can't be imported, why, and how to mend that."""

from __future__ import annotations

import zipfile
import zlib

from plugins.wording import MACHINE

from .messages import MESSAGES


class ImportRefusedError(Exception):
    """Its message is printed as it stands, in Chinese; `code` is that of the message table."""

    def __init__(self, code: str, **values: object) -> None:
        what, mend = MESSAGES[code]
        super().__init__(f"{what.format_map(values)}\n  改法：{mend.format_map(values)}")
        self.code = code
        self.about = str(values.get("name") or values.get("path") or "")


def damage(error: Exception) -> str:
    """What is wrong with a file or a folder, in an editor's words: libraries say it in English, if at all."""
    if isinstance(error, OSError):
        return MACHINE.get(error.errno or 0, "读写不成")
    if isinstance(error, zipfile.BadZipFile):
        return "结构不完整"
    if isinstance(error, (zlib.error, EOFError)):
        return "内容只有一部分"
    return "压缩的方式不认识" if isinstance(error, NotImplementedError) else "内容不合格式"
