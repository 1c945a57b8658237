"""A small built site without a fault, written by hand, for the rules to be tried on."""

from __future__ import annotations

import json
from pathlib import Path

from plugins.checks import Production
from plugins.checks.settings import CheckSettings

SITE_URL = "https://hub.example/hub"
PRODUCTION = Production(
    "2026-03-05 09:00",
    CheckSettings(
        SITE_IDENTITY={
            "主办单位": "巷口", "联系方式": "0531-1", "ICP备案": "备1号", "公安备案": "备2号",
            "网站标识码": "0000000001",
        }
    ),
    {"/articles/lane.html": "2026-03-02"},
)  # fmt: skip
"""The good site three days after its newest article, and what is known of who answers for it."""

POLICY = (
    """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; """
    """base-uri 'none'; form-action 'self'">"""
)

HOME = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">%POLICY%<meta name="SiteName" content="小站"><meta name="SiteDomain" content="hub.example">\
<meta name="SiteIDCode" content="0000000001">
<title>首页</title>
<link rel="stylesheet" href="/hub/theme/style.css">
</head>
<body>
<p><a href="#list">跳到列表</a> <a href="https://other.example/x">别处</a> <a href="mailto:a@b.cn">信</a>
</p><main><h1>首页</h1>
<ul><li class="figure"><a href="/hub/articles/lane.html#f1"><b class="figure__value">30余<span>户</span></b>
 人家</a></li></ul>
<p id="list"><a href="/hub/articles/lane.html#part">小巷</a> <a href="/hub/">首页</a> <a href="#top">顶</a>
<article class="card"><h2 class="card__title"><a href="/hub/articles/lane.html">小巷</a></h2>
<p>4盏路灯亮了，入住率高0.7个百分点</p>
<p><time datetime="2026-03-02">2026年3月2日</time></p></article>
<p>全站<span data-counts="articles" data-of="/hub/">1</span>篇，<b data-counts="figures" data-of="/hub/">1</b>个数字，\
<i data-counts="exported" data-of="unit 户">1</i>个按户</p>
<ol><li class="chronicle__event"><time datetime="2026-03-02">3月2日</time>
<a href="/hub/articles/lane.html#e1">巷口4盏路灯亮了</a></li></ol>
<figure><svg role="img" viewBox="0 0 9 9"><title>人家</title><desc>人家：30余户。</desc>
<g class="mark-group role-axis"><text>50</text></g><text>30余户</text></svg>
<table><tr class="figure"><th scope="row">人家</th><td>
<a href="/hub/articles/lane.html#f1"><span class="figure__value">30余户</span></a></td></tr></table></figure>
</main>
<footer><a href="/hub/columns/news/">网站地图</a><dl class="footer__identity"><dt>主办单位</dt><dd>巷口</dd>
<dt>联系方式</dt><dd>0531-1</dd><dt>ICP备案</dt><dd>备1号</dd><dt>公安备案</dt><dd>备2号</dd>
<dt>网站标识码</dt><dd>0000000001</dd></dl>
</footer>
</body>
</html>
"""

ARTICLE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">%POLICY%<meta name="SiteName" content="小站"><meta name="SiteDomain" content="hub.example">\
<meta name="SiteIDCode" content="0000000001"><meta name="ColumnName" content="要闻">\
<meta name="ColumnDescription" content="巷里的事"><meta name="ColumnKeywords" content="巷">\
<meta name="ColumnType" content="工作动态">\
<meta name="ArticleTitle" content="小巷"><meta name="PubDate" content="2026-03-02 09:00">\
<meta name="ContentSource" content="小站">
<title>小巷</title>
<link rel="stylesheet" href="/hub/theme/style.css">
<link rel="canonical" href="https://hub.example/hub/articles/lane.html">
</head>
<body>
<main><article class="article"><header class="article-head"><h1>小巷</h1><p>住着30余户</p>\
<ul><li><time datetime="2026-03-02">2026年3月2日</time></li><li><b data-counts="characters">27</b>字</li></ul></header>\
<div class="prose">
<section>
<p id="part">巷子里住着<data id="f1" class="figure" value="30">30余户</data>人家\
<sup>1</sup>。<time id="e1" datetime="2026-03-02">3月2日</time>，4盏路
灯亮了，入住率高0.7个百分点。</p><figure><img src="/hub/images/lane.png" alt="巷口"></figure>
<h2>小标题</h2>
</section>
<svg role="img" viewBox="0 0 1 1"><title>柱图</title></svg>
</div></article>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "小巷", "description": "住着30余户",
"datePublished": "2026-03-02",
"mentions": [{"@type": "Observation", "url": "/hub/articles/lane.html#f1", "name": "30余户的巷子",
"disambiguatingDescription": "30余户", "minValue": 30, "unitText": "户",
"description": "巷子里住着30余户人家。"}]}</script>
</main>
</body>
</html>
"""

PLAIN = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">%POLICY%<meta name="SiteName" content="小站"><meta name="SiteDomain" content="hub.example">\
<meta name="SiteIDCode" content="0000000001">
{head}
<title>{title}</title>
</head>
<body>
<main><h1>{title}</h1></main>
</body>
</html>
"""

COLUMN = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">%POLICY%<meta name="SiteName" content="小站"><meta name="SiteDomain" content="hub.example">\
<meta name="SiteIDCode" content="0000000001"><meta name="ColumnName" content="要闻">\
<meta name="ColumnDescription" content="巷里的事"><meta name="ColumnKeywords" content="巷">\
<meta name="ColumnType" content="工作动态">
<title>要闻</title>
</head>
<body>
<main><h1>要闻</h1>
<article class="card"><h2 class="card__title"><a href="/hub/articles/lane.html">小巷</a></h2>
<p><time datetime="2026-03-02">2026年3月2日</time></p></article>
</main>
</body>
</html>
"""

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:hub.example,2026:feed</id>
<title>小站</title>
<updated>2026-03-02T09:00:00+08:00</updated>
<link rel="self" href="https://hub.example/hub/feed.xml"/>
<link rel="alternate" href="https://hub.example/hub/index.html"/>
<entry><id>tag:hub.example,2026:lane</id>
<title>小巷</title>
<published>2026-03-02T09:00:00+08:00</published><updated>2026-03-02T09:00:00+08:00</updated>
<link rel="alternate" href="https://hub.example/hub/articles/lane.html"/>
<content type="html">一条小巷&lt;p&gt;住着30余户&lt;/p&gt;&lt;a href="/hub/index.html"&gt;首页&lt;/a&gt;</content>
</entry>
</feed>
"""

JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "小站", "home_page_url": "https://hub.example/hub/",
"feed_url": "https://hub.example/hub/feed.json", "items": [
{"id": "tag:hub.example,2026:lane", "url": "https://hub.example/hub/articles/lane.html", "title": "小巷",
"content_text": "住着30余户", "date_published": "2026-03-02T09:00:00+08:00"}
]}
"""

SITEMAP = """<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://hub.example/hub/index.html</loc></url>
<url><loc>https://hub.example/hub/articles/lane.html</loc></url>
<url><loc>https://hub.example/hub/columns/news/index.html</loc></url>
</urlset>
"""

FACT = {
    "id": "lane#f1",
    "text": "30余户",
    "value": 30,
    "high": None,
    "bound": "ge",
    "unit": "户",
    "label": "30余户的巷子",
    "as_of": "2026-03-02",
    "sentence": "巷子里住着30余户人家。",
    "article": "/articles/lane.html",
    "anchor": "f1",
}
EVENT = {
    "text": "3月2日",
    "date": "2026-03-02",
    "sentence": "3月2日，4盏路灯亮了，入住率高0.7个百分点。",
    "label": "巷口4盏路灯亮了",
    "article": "/articles/lane.html",
    "anchor": "e1",
}

SHEET = """\ufeffid,text,value,high,bound,unit,label,sentence,article,anchor,title,published
lane#f1,30余户,30,,ge,户,30余户的巷子,巷子里住着30余户人家。,/articles/lane.html,f1,小巷,2026-03-02
"""

FILES = {
    "index.html": HOME,
    "articles/lane.html": ARTICLE,
    "columns/news/index.html": COLUMN,
    "404.html": PLAIN.format(head="", title="找不到"),
    "old.html": PLAIN.format(
        head='<meta http-equiv="refresh" content="0; url=/hub/articles/lane.html">', title="搬走了"
    ),
    "theme/style.css": "/* url(https://gone.example/x) */\nbody {\n  background: url(paper.png);\n}\n",
    "feed.xml": FEED,
    "feed.json": JSON_FEED,
    "sitemap.xml": SITEMAP,
    "robots.txt": "User-agent: *\nSitemap: https://hub.example/hub/sitemap.xml\n",
    "data/facts.json": json.dumps([FACT], ensure_ascii=False),
    "data/events.json": json.dumps([EVENT], ensure_ascii=False),
    "data/facts.csv": SHEET,
    "images/lane.png": "",
    "theme/paper.png": "",
}


def write_good_site(folder: Path) -> None:
    """Writes the site into an empty folder."""
    for name, text in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.replace("%POLICY%", POLICY), "utf-8")
