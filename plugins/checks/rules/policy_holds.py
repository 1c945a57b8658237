"""Each page carries a strict content security policy (CSP Level 3), and keeps it.

What a manuscript smuggles in, should sanitising ever miss it, then neither runs nor asks another host for anything.
The policy stands in the page itself, because a newsroom does not always own the headers of its host.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Any

from plugins.checks.site import Page
from plugins.checks.types import Findings, Rule

Policy = dict[str, list[str]]

META = "//head/meta[translate(@http-equiv, 'CONTEPSURILY', 'contepsurily')='content-security-policy']"
EARLIER = "preceding::script | preceding::style | preceding::link[contains(@rel, 'stylesheet')]"
SAFE = ("'none'", "'self'", "'sha256-", "'sha384-", "'sha512-", "'wasm-unsafe-eval'", "data:", "blob:")
CODE = ("default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "worker-src")
DEMANDED = ("default-src", "base-uri", "form-action")
DATA = frozenset({"application/ld+json", "application/json"})
HANDLERS = "//@*[starts-with(name(), 'on')]"
ADDRESSES = "//@href | //@src | //@action | //@formaction"


class PolicyHolds(Rule):
    """A policy that lets in nothing but our own files, and a page that needs no more."""

    name = "policy_holds"

    def page(self, page: Page) -> Findings:
        written = page.tree.xpath(META)
        if not written:
            yield self.fault("missing", page.place(page.tree))
            return
        policy = parsed(written[0].get("content") or "")
        if written[0].xpath(EARLIER):
            yield self.fault("late", page.place(written[0]))
        for said in loose(policy):
            yield self.fault("loose", page.place(written[0]), said=said)
        for what, element, shown in refused(page, policy):
            yield self.fault("inline", page.place(element, shown), what=what)


def parsed(content: str) -> Policy:
    """Directive → its sources; of a directive that is written twice the first counts, as in a browser."""
    policy: Policy = {}
    for part in content.split(";"):
        name, *sources = part.split() or [""]
        if name:
            policy.setdefault(name.lower(), sources)
    return policy


def loose(policy: Policy) -> Iterator[str]:
    """What a policy lets in that it should not, or doesn't say."""
    for name in DEMANDED:
        if name not in policy:
            yield f"没有写 {name}"
    if policy.get("default-src", ["'none'"]) != ["'none'"]:
        yield f"default-src 写的是 {' '.join(policy['default-src'])}"
    for name, sources in policy.items():
        for source in sources:
            if not source.startswith(SAFE) or (name in CODE and source in {"data:", "blob:"}):
                yield f"{name} 里有 {source}"


def refused(page: Page, policy: Policy) -> Iterator[tuple[str, Any, str]]:
    """(what it is, its element, how its tag goes on) of all that a browser will not let in under the policy."""
    for script in page.tree.xpath("//script[not(@src)]"):
        if (script.get("type") or "").lower() not in DATA and not hashed(script.text, policy, "script-src"):
            yield "内联的脚本", script, "<script"
    for style in page.tree.xpath("//style"):
        if not hashed(style.text, policy, "style-src"):
            yield "内联的样式", style, "<style"
    for element in page.tree.xpath("//*[@style]"):
        yield "style 属性", element, "style="
    for handler in page.tree.xpath(HANDLERS):
        yield f"{handler.attrname} 属性", handler.getparent(), f"{handler.attrname}="
    for address in page.tree.xpath(ADDRESSES):
        if address.strip().lower().startswith("javascript:"):
            yield "javascript: 地址", address.getparent(), str(address)


def hashed(text: str | None, policy: Policy, directive: str) -> bool:
    """Whether the policy names the hash of an inline piece."""
    allowed = policy.get(directive, policy.get("default-src", []))
    bare = [source.strip("'").partition("-") for source in allowed]
    return any(
        digest == _digest(kind, text or "") for kind, _, digest in bare if kind in {"sha256", "sha384", "sha512"}
    )


def _digest(kind: str, text: str) -> str:
    return base64.b64encode(hashlib.new(kind, text.encode()).digest()).decode()
