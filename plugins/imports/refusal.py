"""The room's one exception: a source that can't be imported, why, and how to mend that."""

from __future__ import annotations

from .messages import MESSAGES


class ImportRefusedError(Exception):
    """Its message is printed as it stands, in Chinese; `code` is that of the message table."""

    def __init__(self, code: str, **values: object) -> None:
        what, mend = MESSAGES[code]
        super().__init__(f"{what.format_map(values)}\n  改法：{mend.format_map(values)}")
        self.code = code
        self.about = str(values.get("name") or values.get("path") or "")
