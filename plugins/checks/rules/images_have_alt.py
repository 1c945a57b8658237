"""A picture says in words what it shows, or says that it only decorates (`alt=""`)."""

from __future__ import annotations

from plugins.checks.site import Page
from plugins.checks.types import Findings, Rule

NAMED_SVG = "//svg[@role='img'][not(@aria-label) and not(@aria-labelledby) and not(./title)]"


class ImagesHaveAlt(Rule):
    """Every `img` and image button has `alt`; every drawing that counts as a picture has a name."""

    name = "images_have_alt"

    def page(self, page: Page) -> Findings:
        for element in page.tree.xpath("//img[not(@alt)] | //area[@href][not(@alt)]"):
            written = element.get("src", "")
            yield self.fault("missing", page.place(element, written), written=written or element.tag)
        for element in page.tree.xpath("//input[@type='image'][not(@alt)]"):
            yield self.fault("missing", page.place(element), written=element.get("src", "input"))
        for element in page.tree.xpath("//figure//img[normalize-space(@alt)='']"):
            if element.get("alt") is not None:
                yield self.fault("empty", page.place(element), written=element.get("src", ""))
        for element in page.tree.xpath(NAMED_SVG):
            yield self.fault("drawing", page.place(element))
