"""What a check needs to know of a site that goes to the world, and the pages can't tell: the clock, who answers for it.

Nothing here asks the clock: whoever checks says what time it is, so that a test can, too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from .settings import CheckSettings

NEWS = re.compile("动态|要闻|新闻|消息|资讯")
NOTICES = re.compile("通知|公告|公示|政策|文件")
"""The types of column that the inspection names, by words of their names and of their ColumnType."""


@dataclass(frozen=True, slots=True)
class Production:
    """`now` is the newsroom's time, `2026-11-23 09:50`; `before` are the dates of the articles that were published, by
    site path."""

    now: str
    settings: CheckSettings
    before: Mapping[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return date.fromisoformat(self.now[:10])

    @property
    def identity(self) -> Mapping[str, str]:
        return self.settings.SITE_IDENTITY

    def is_to_come(self, moment: str) -> bool:
        """Whether a day, or a day and a minute, is not yet."""
        return moment > self.now[: len(moment)]

    def age(self, day: str) -> int:
        """Days since a day."""
        return (self.today - date.fromisoformat(day)).days

    def most(self, column: str) -> int:
        """After how many days a column of this type and name is stale."""
        if NEWS.search(column):
            return self.settings.CHECK_NEWS_DAYS
        return self.settings.CHECK_NOTICE_DAYS if NOTICES.search(column) else self.settings.CHECK_COLUMN_DAYS
