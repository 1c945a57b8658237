"""What is the same on every page: the site's header data, the addresses of static files, and their fingerprint."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment

from plugins.archive import Archive, column_tags, digest, root
from plugins.linked import Linked

from .embedding import hash_source, svg_address
from .engine import engine
from .furniture import furnish
from .identity import ID_CODE, entries
from .settings import PressSettings
from .squeezing import squeezed_script
from .theme import Closures, Theme

SEARCH = "/search/"
"""The page that takes a question as `?q=`, where that room has joined."""
PLAIN_PATH = re.compile(r"[\w/.#-]*", re.ASCII)


class House:
    """Header data and helpers that templates get, and the stamp that they add to every page's."""

    def __init__(
        self, env: Environment, theme: Theme, settings: PressSettings, archive: Archive, rooms: object
    ) -> None:
        self.env = engine(env)
        self.settings = settings
        self.root = root(settings.SITEURL)
        self.static = {name: self.url("/" + address) for name, address in theme.addresses.items()}
        self.host = settings.SITEURL.removesuffix(self.root)
        searched = any(feature.name == "search" for feature in archive.features)
        self.site = self._site(archive.sections["page"], column_tags(archive), searched=searched)
        self.stamp = digest([self.site, self.static, archive.sections, rooms])
        self.env.globals.update(url=self.url, static=self.static.__getitem__, site=self.site)
        self.env.globals.update(hash_source=hash_source, icon=svg_address(theme.files["favicon.svg"]))
        self.env.filters["squeezed_script"] = squeezed_script
        self.env.globals.update(linked=Linked(self.site, self.absolute))
        self.furniture = furnish(self.env, (entry["section"] for entry in self.site["nav"]), self.site["columns"])
        self.env.globals.update(furniture=self.furniture, edition=digest([self.site, self.static, self.furniture])[:12])
        self.closures = Closures(self.env)
        self._stamps: dict[str, str] = {}

    def _site(
        self, pages: Mapping[str, str], columns: Mapping[str, dict[str, str]], *, searched: bool
    ) -> dict[str, Any]:
        settings = self.settings
        return {
            "name": settings.SITENAME,
            "tagline": settings.SITE_TAGLINE,
            "note": settings.SITE_NOTE,
            "url": settings.SITEURL,
            "nav": [{"title": title, "path": path, "section": name} for title, path, name in settings.NAVIGATION],
            "pages": [{"title": title, "path": path} for title, path in pages.items()],
            "identity": entries(settings.SITE_IDENTITY),
            "domain": urlsplit(settings.SITEURL).hostname or "",
            "id_code": settings.SITE_IDENTITY.get(ID_CODE, ""),
            "columns": dict(columns),
            "guide": "/sitemap/",
            "search": SEARCH if searched else "",
            "feed": "/feed.xml",
            "json_feed": "/feed.json",
        }

    def url(self, path: str) -> str:
        """A site path as the browser needs it: with the part of SITEURL behind the host, non-ASCII escaped."""
        return self.root + (path if PLAIN_PATH.fullmatch(path) else quote(path, safe="/#%?=&:,;+!*'()@~$"))

    def absolute(self, path: str) -> str:
        """A site path with the host before it; without SITEURL, as the browser needs it."""
        return self.host + self.url(path)

    def page_stamp(self, template: str) -> str:
        """What a page's stamp depends on beside its inputs."""
        if not template:
            return self.stamp
        if template not in self._stamps:
            self._stamps[template] = digest([self.stamp, self.furniture, self.closures.of(template)])
        return self._stamps[template]
