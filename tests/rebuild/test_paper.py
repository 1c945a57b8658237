"""On paper an article has its address and its code, where it has an address at all."""

from __future__ import annotations

import gzip

from plugins.articles.qrcode import qrcode
from tests.rebuild.little import Little


def test_an_article_has_its_code_where_the_site_has_an_address(little: Little) -> None:
    def page() -> str:
        return (little.output / "articles/a.html").read_text("utf-8")

    assert "print-address" not in page()
    plain = len(gzip.compress(page().encode(), 9))
    little.overrides["SITEURL"] = "https://hub.example/part"
    little.build()
    code = qrcode("https://hub.example/part/articles/a.html")
    assert code
    assert code.path in page()
    assert "<br>本页网址：https://hub.example/part/articles/a.html</p>" in page()
    assert len(gzip.compress(page().encode(), 9)) - plain < 1200
