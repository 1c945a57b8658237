"""Text in HTML. Escaping is canonical (`&`, `<`, `>` and no others), so that places in a text can be told from those in
the HTML."""

from __future__ import annotations


def escape(text: str) -> str:
    """Text as it stands between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def escape_attribute(value: str) -> str:
    return escape(value).replace('"', "&quot;").replace("\n", " ")
