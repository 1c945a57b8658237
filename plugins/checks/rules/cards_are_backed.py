"""A share card shows what its article says: its headline, its topic, and a figure as a sentence of it writes it.

A card says in its metadata what it shows (plugins/cards). That is held against the page that names the card, which
says the same in words (`og:image:alt`). A card that no page names was left behind.
"""

from __future__ import annotations

from plugins.checks.addresses import file_of
from plugins.checks.cards import Told, told_by
from plugins.checks.site import Page, Site, squeezed
from plugins.checks.tags import heading, is_article
from plugins.checks.types import Findings, Place, Rule

FOLDER = "/cards/"
GRAPH = "//meta[@property=$name]/@content"
TOPICS = "//a[contains(concat(' ', normalize-space(@class), ' '), ' topic-links__link ')]"


class Words:
    """The texts of a card by their keywords, "" where it has none; `all` is what it says in one, if that is these."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts
        figure = f"{self['Label']}：{self['Figure']}" if self["Figure"] else ""
        parts = [self["Title"], self["Topic"], figure, self["Author"]]
        self.all = "｜".join(filter(None, parts)) if parts else ""
        if self.all != self["Description"]:
            self.all = ""

    def __getitem__(self, name: str) -> str:
        return self._texts.get(name, "")


class CardsAreBacked(Rule):
    """Each card by the page that names it."""

    name = "cards_are_backed"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.named: set[str] = set()

    def page(self, page: Page) -> Findings:
        image = self.graph(page, "og:image")
        if not image:
            return
        element = page.tree.xpath("//meta[@property='og:image']")[0]
        place, path = page.place(element), file_of(self.site.resolve(page.path, image).path)
        self.named.add(path)
        told = told_by(self.site.bytes_of(path)) if path in self.site.files else None
        if told is None:
            yield self.fault("missing", place, written=image)
        elif is_article(page) and path.startswith(FOLDER):
            yield from self.held(page, place, told)

    def graph(self, page: Page, name: str) -> str:
        return next(iter(map(str, page.tree.xpath(GRAPH, name=name))), "")

    def held(self, page: Page, place: Place, told: Told) -> Findings:
        size = [self.graph(page, f"og:image:{side}") for side in ("width", "height")]
        if size != [str(told.width), str(told.height)]:
            yield self.fault("size", place, written="×".join(size), shown=f"{told.width}×{told.height}")
        topics = {squeezed(link.text_content()) for link in page.tree.xpath(TOPICS)}
        said, topic = Words(told.texts), squeezed(told.texts.get("Topic", ""))
        if self.graph(page, "og:image:alt") != said.all:
            yield self.fault("differs", place, words=said.all, said=self.graph(page, "og:image:alt"))
        elif squeezed(said["Title"]) != heading(page):
            yield self.fault("differs", place, words=said["Title"], said=heading(page))
        elif topic and topic not in topics:
            yield self.fault("differs", place, words=topic, said="、".join(sorted(topics)))
        if said["Figure"] and not self.is_said(page, said):
            yield self.fault("not_said", place, words=f"{said['Label']}：{said['Figure']}", anchor=said["Source"])

    def is_said(self, page: Page, said: Words) -> bool:
        """Whether the figure is the one at its anchor, and the exports know it by this label."""
        element = page.ids.get(said["Source"])
        return (
            element is not None
            and squeezed(element.text_content()) == squeezed(said["Figure"])
            and self.labelled(page, said["Source"], said["Label"])
        )

    def labelled(self, page: Page, anchor: str, label: str) -> bool:
        """Whether the exports know the figure by this label."""
        about = [entry for _, entry in self.site.exports.about(page.path) if entry.get("anchor") == anchor]
        return any(squeezed(str(entry.get("label", ""))) == squeezed(label) for entry in about)

    def close(self) -> Findings:
        for path in self.site.named(".png"):
            if path.startswith(FOLDER) and path not in self.named:
                yield self.fault("left", Place(path.removeprefix("/")))
