"""What a release says: that it was refused or broke off and how to mend that, or what it did."""

from __future__ import annotations

from dataclasses import dataclass


class ReleaseError(Exception):
    """The message is for whoever publishes, in Chinese."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was done at the target."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def total(self) -> int:
        return self.added + self.changed + self.removed

    def __str__(self) -> str:
        if self == Sent():
            return "没有变化，目标已是最新。"
        return f"新增 {self.added} 个文件，更新 {self.changed} 个，删除 {self.removed} 个。"
