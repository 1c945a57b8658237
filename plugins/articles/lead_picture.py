"""The picture that leads an article: the one of its front matter, unless the body shows it anyway."""

from __future__ import annotations

import html
from typing import Any

from plugins.archive import Archive
from plugins.images.markup import element
from plugins.manuscripts.credits import signed


def lead_picture(archive: Archive, path: str, article: dict[str, Any], body: str, root: str) -> dict[str, str] | None:
    """What the component gets: `html`, `caption` and `credit`. `article` has the fields of the front matter.

    `body` is the compiled body, whose pictures still stand by their paths under content/.
    """
    image = article["image"]
    if not image or f'<img src="hub:{html.escape(image)}"' in body:
        return None
    words = html.escape(article["image_alt"], quote=True)
    caption, credit = signed(article["image_caption"])
    shown = element(archive.pictures(path)[image], root, f' alt="{words}"', eager=True)
    return {"html": shown, "caption": caption, "credit": credit}
