"""The checks: a built site in, what is wrong with it out. Read-only; how it was made is not their business.

`run` shows every page once to every rule and then asks each what the whole site tells. The rules stand in
`rules/`, their words in `messages.toml`, their reasons in docs/checks.md.
"""

from __future__ import annotations

from pathlib import Path

from plugins.checks.production import Production
from plugins.checks.rules import RULES
from plugins.checks.site import Site
from plugins.checks.types import Finding

__all__ = ["Finding", "Production", "run"]


def run(output: Path, *, site_url: str = "", production: Production | None = None) -> list[Finding]:
    """All findings over the site in `output`, by place. `site_url`: the address it was built for, if any; `production`:
    what is known of a site that goes to the world, without which the rules for such a site say nothing."""
    site = Site(output, site_url, production)
    rules = [rule(site) for rule in RULES]
    findings = [finding for page in site.pages() for rule in rules for finding in rule.page(page)]
    findings += [finding for rule in rules for finding in rule.close()]
    return sorted(findings, key=lambda finding: (finding.path, finding.line, finding.column, finding.rule))
