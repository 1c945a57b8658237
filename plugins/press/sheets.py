"""Which style sheet a page loads: theme/ in, two sheets out, each for pages of one sort.

An article is what most readers come for, often only one, and by a link: its sheet has just what it takes. All other
pages share one, which has whatever any of them takes, so that whoever reads on loads no third. Which components those
are is read from the templates themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from .references import references
from .squeezing import renamed, short_names, squeezed

STYLES = ("tokens.css", "base.css")
"""Files of theme/static that begin each sheet, in this order; components follow by name."""
SHARED, ARTICLE = "style.css", "article.css"
ARTICLES = frozenset({"article.html"})
"""Templates of pages that load `ARTICLE`; all others load `SHARED`. Each says so in its block `links`."""
APART = frozenset({"styleguide.html"})
"""Shows every component and loads both."""
BROUGHT = {"prose": frozenset({"callout", "picture"})}
"""Component → others whose markup comes with the texts of manuscripts, not with a template."""


def assembled(folder: Path) -> dict[str, str]:
    """The sheets by name: tokens, base, and the components that the pages of each take."""
    own = [folder / "static" / name for name in STYLES]
    sheets = {path.parent.name: path for path in sorted((folder / "components").glob("*/style.css"))}
    lean = {name: squeezed(path.read_text("utf-8")) for name, path in sheets.items()}
    begun = "".join(squeezed(path.read_text("utf-8")) for path in own if path.exists())
    names = short_names(begun)
    return {
        name: renamed(begun + "".join(css for component, css in lean.items() if component in taken), names)
        for name, taken in components(folder).items()
    }


def components(folder: Path) -> dict[str, frozenset[str]]:
    """Which components each sheet is made of; one that no template takes is in the shared sheet."""
    shown = {path.relative_to(folder / "templates").as_posix() for path in (folder / "templates").glob("*.html")}
    around = {path.relative_to(folder / "templates").as_posix() for path in (folder / "templates/furniture").glob("*")}
    known = {path.parent.name for path in (folder / "components").glob("*/style.css")}
    article = _reached(folder, (shown & ARTICLES) | around)
    others = _reached(folder, (shown - ARTICLES - APART) | around)
    return {SHARED: frozenset(known - (article - others)), ARTICLE: frozenset(article & known)}


def _reached(folder: Path, templates: Iterable[str]) -> frozenset[str]:
    """The folders of all that templates extend, include and import, the components among them."""
    seen: set[str] = set()
    pending = set(templates)
    while pending:
        name = pending.pop()
        seen.add(name)
        pending |= set(_referred(folder, name)) - seen
    reached = frozenset(name.partition("/")[0] for name in seen)
    return reached.union(*(brought for name, brought in BROUGHT.items() if name in reached))


def _referred(folder: Path, name: str) -> list[str]:
    for root in ("templates", "components"):
        path = folder / root / name
        if path.exists():
            return references(path.read_text("utf-8"))
    return []
