"""How an inspection of a site in production begins: settings and a clock in, what the rules go by out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from plugins.settings import SettingsError, load

from .production import Production
from .settings import CheckSettings
from .site import Page, Site
from .tags import is_article, tag

MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")
CANONICAL = "//link[@rel='canonical']/@href"


def inspection(
    settings: Mapping[str, Any],
    *,
    now: str = "",
    published: Path | None = None,
    before: Mapping[str, str] | None = None,
) -> Production:
    """What an inspection goes by.

    `now` is a day or a minute of the newsroom's, by default the clock's; `published` a folder that was published
    before, or `before` its articles' dates by site path.
    """
    of = load(CheckSettings, settings)
    dates = before if before is not None else dates_in(published) if published else {}
    return Production(_moment(now) if now else newsroom_time(datetime.now(UTC), of.UTC_OFFSET), of, dates)


def _moment(written: str) -> str:
    """A day means its last minute: what is of that day is not to come."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        written = ""
    if not MOMENT.fullmatch(written):
        raise SettingsError("--now 写成 2026-12-01 或 2026-12-01 09:30 的样子。")
    return written if len(written) > 10 else f"{written} 23:59"


def newsroom_time(moment: datetime, offset: str) -> str:
    """A moment as the newsroom's clock has it; `offset` is its own from UTC, `+08:00`."""
    found = re.fullmatch(r"([+-])(\d\d):(\d\d)", offset)
    if not found:
        raise SettingsError(f"设置 UTC_OFFSET 写成了“{offset}”，应写成 +08:00 的样子。")
    shift = timedelta(hours=int(found[2]), minutes=int(found[3])) * (-1 if found[1] == "-" else 1)
    return f"{moment.astimezone(timezone(shift)):%Y-%m-%d %H:%M}"


def dates_in(folder: Path) -> dict[str, str]:
    """The date of every article of a built site, by its site path."""
    return {page.path: _date(page) for page in Site(folder).pages() if is_article(page) and _date(page)}


def _date(page: Page) -> str:
    return tag(page, "PubDate")


def address_of(folder: Path) -> str:
    """The address that a site was built for: that of its front page; "" where it was built for none."""
    for page in Site(folder).pages_at("/index.html"):
        for address in page.tree.xpath(CANONICAL):
            return str(address).rstrip("/")
    return ""
