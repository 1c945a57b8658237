"""The front page shows something new: 首页不更新 is a veto of the inspection (国办秘函〔2019〕19号).

Of a site in production only: whoever checks says what day it is.
"""

from __future__ import annotations

from plugins.checks.site import Page
from plugins.checks.tags import days
from plugins.checks.types import Findings, Place, Rule

HOME = "/index.html"
CARDS = "//main//*[self::article or contains(concat(' ', normalize-space(@class), ' '), ' card ')]"


class HomeIsFresh(Rule):
    """The newest article on it is of these days. Days of events don't count: an anniversary is no news."""

    name = "home_is_fresh"

    def page(self, page: Page) -> Findings:
        production = self.site.production
        if production is None or page.path != HOME:
            return
        found = [day for card in page.tree.xpath(CARDS) for day in days(card) if not production.is_to_come(day)]
        most = production.settings.CHECK_HOME_DAYS
        if not found:
            yield self.fault("nothing", Place(page.file))
        elif (age := production.age(max(found))) > most:
            yield self.fault("stale", Place(page.file), day=max(found), age=age, most=most)
