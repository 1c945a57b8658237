"""Settings of article pages."""

from __future__ import annotations

from typing import Any

from plugins.cards import Faces, faces
from plugins.settings import RoomSettings


class ArticleSettings(RoomSettings):
    """How article pages are laid out."""

    SITEURL: str = ""
    SITENAME: str = ""
    SITE_IDENTITY: dict[str, str] = {}
    UTC_OFFSET: str = "+08:00"
    SERIES_SLUGS: dict[str, str] = {}
    """Address of a series by its name; a series that is not named here gets an address made from its name."""
    READING_SPEED: int = 400
    """Han characters a minute, for the reading time."""
    FACTBOX_LENGTH: int = 4
    """Most figures in an article's fact box."""
    LIST_LENGTH: int = 20
    """Newest titles on the archive's first page."""
    PRINT_DRAFTS: bool = True
    """Whether drafts get a page (under /drafts/, in no list); publishconf.py says no."""
    SHARE_CARDS: bool = False
    """Whether each published article has a share card, where a font is found for it; publishconf.py says yes."""
    SHARE_CARD_FONTS: tuple[str, ...] = ()
    """Files of the fonts for headline and text of share cards; none for those that the machine has."""

    def faces(self) -> Faces | None:
        """The fonts that share cards are set in; None where there are to be none, or the site has no address."""
        return faces(self.SHARE_CARD_FONTS) if self.SHARE_CARDS and self.SITEURL else None

    def values(self) -> dict[str, Any]:
        """With the fonts' mark: cards hang on it, and pages on whether there are cards."""
        found = self.faces()
        return super().values() | {"faces": found.mark if found else ""}
