"""The site says who answers for it: what SITE_IDENTITY has stands at the foot, and what it lacks is named.

Of a site in production only. 《政府网站发展指引》 asks for 主办单位, 联系方式, ICP备案编号, 公安备案标识, 网站标识码
and 网站地图 at the foot of every page.
"""

from __future__ import annotations

from plugins.checks.site import Page, squeezed
from plugins.checks.types import Findings, Place, Rule

ASKED = ("主办单位", "联系方式", "ICP备案", "公安备案", "网站标识码")
HOME = "/index.html"
FOOT = "//*[contains(concat(' ', normalize-space(@class), ' '), ' footer__identity ')]"
GUIDE = "网站地图"
PLACEHOLDER = ".invalid"


class IdentityComplete(Rule):
    """Looked at on the front page: the foot is the same everywhere."""

    name = "identity_complete"

    def page(self, page: Page) -> Findings:
        production = self.site.production
        if production is None or page.path != HOME:
            return
        place, host = Place(page.file), self.site.addresses.host
        if not host:
            yield self.fault("no_address", place)
        elif host.endswith(PLACEHOLDER):
            yield self.fault("placeholder", place, address=host)
        shown = squeezed("".join(foot.text_content() for foot in page.tree.xpath(FOOT)))
        for label in dict.fromkeys([*ASKED, *production.identity]):
            value = production.identity.get(label, "").strip()
            if not value:
                yield self.fault("blank", place, label=label)
            elif squeezed(value) not in shown:
                yield self.fault("unseen", place, label=label, value=value)
        if not any(squeezed(link.text_content()) == GUIDE for link in page.tree.xpath("//a[@href]")):
            yield self.fault("no_guide", place)
