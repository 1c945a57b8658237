"""The rules, one a file, in the order in which their findings are explained in docs/checks.md."""

from __future__ import annotations

from plugins.checks.rules.cards_are_backed import CardsAreBacked
from plugins.checks.rules.columns_are_fresh import ColumnsAreFresh
from plugins.checks.rules.counts_are_true import CountsAreTrue
from plugins.checks.rules.dates_are_honest import DatesAreHonest
from plugins.checks.rules.exports_are_backed import ExportsAreBacked
from plugins.checks.rules.feeds_valid import FeedsValid
from plugins.checks.rules.figures_are_backed import FiguresAreBacked
from plugins.checks.rules.headings_in_order import HeadingsInOrder
from plugins.checks.rules.home_is_fresh import HomeIsFresh
from plugins.checks.rules.html_parses import HtmlParses
from plugins.checks.rules.identity_complete import IdentityComplete
from plugins.checks.rules.ids_unique import IdsUnique
from plugins.checks.rules.images_have_alt import ImagesHaveAlt
from plugins.checks.rules.items_are_dated import ItemsAreDated
from plugins.checks.rules.leftover_placeholders import LeftoverPlaceholders
from plugins.checks.rules.links_resolve import LinksResolve
from plugins.checks.rules.no_empty_page import NoEmptyPage
from plugins.checks.rules.no_outside_requests import NoOutsideRequests
from plugins.checks.rules.numerals_are_backed import NumeralsAreBacked
from plugins.checks.rules.page_has_title_and_lang import PageHasTitleAndLang
from plugins.checks.rules.page_tags_present import PageTagsPresent
from plugins.checks.rules.policy_holds import PolicyHolds
from plugins.checks.rules.sitemap_complete import SitemapComplete
from plugins.checks.types import Rule

RULES: tuple[type[Rule], ...] = (
    HtmlParses,
    PageHasTitleAndLang,
    HeadingsInOrder,
    IdsUnique,
    ImagesHaveAlt,
    NoEmptyPage,
    LinksResolve,
    NoOutsideRequests,
    PolicyHolds,
    FiguresAreBacked,
    ExportsAreBacked,
    NumeralsAreBacked,
    CardsAreBacked,
    CountsAreTrue,
    FeedsValid,
    SitemapComplete,
    LeftoverPlaceholders,
    PageTagsPresent,
    ItemsAreDated,
    DatesAreHonest,
    IdentityComplete,
    HomeIsFresh,
    ColumnsAreFresh,
)
