"""What stands on a card, and the same in words."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

WIDTH, HEIGHT = 1200, 630
"""Pixels; the ratio that every service shows whole (https://ogp.me, 1.91 to 1)."""
_TAG = re.compile(r"<[^>]*>")


class Card(NamedTuple):
    """`figure` is as the sentence writes it, `label` what it counts and `anchor` its element's id; all "" for none."""

    site: str
    title: str
    topic: str
    figure: str
    label: str
    anchor: str

    @property
    def said(self) -> str:
        """The card in words, for those who can't see it."""
        figure = f"{self.label}：{self.figure}" if self.figure else ""
        return "｜".join(filter(None, [self.title, self.topic, figure, self.site]))


def card(site: str, title: str, topic: str, leader: tuple[str, str, str] | None) -> Card:
    """`leader` is anchor, how the figure is written (HTML) and its label (HTML) of the figure that leads."""
    if leader is None:
        return Card(site, title, topic, "", "", "")
    anchor, written, label = leader
    return Card(site, title, topic, unescape(_TAG.sub("", written)), unescape(_TAG.sub("", label)), anchor)
