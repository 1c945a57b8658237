"""Nothing that the shipped site shows of a figure can be changed without a finding, wherever it stands.

The site is copied and changed in one spot of many lines: a digit, a dropped 余 or 近, 万 or 亿 left out, % for
个百分点, another anchor, another day. Each change must be found at its line. Bodies are left alone: others quote them.
"""

from __future__ import annotations

import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.checks.rules.counts_are_true import CountsAreTrue
from plugins.checks.rules.dates_are_honest import DatesAreHonest
from plugins.checks.rules.exports_are_backed import ExportsAreBacked
from plugins.checks.rules.figures_are_backed import FiguresAreBacked
from plugins.checks.rules.numerals_are_backed import NumeralsAreBacked
from plugins.checks.rules.page_tags_present import PageTagsPresent
from plugins.checks.site import Site
from plugins.checks.types import Finding

RULES = (FiguresAreBacked, ExportsAreBacked, NumeralsAreBacked, CountsAreTrue, PageTagsPresent, DatesAreHonest)
BODY = '<div class="prose">'
HEAD = re.compile(
    r"<title>.*?</title>|<meta name=\"[Dd]escription\"[^>]*>|<h1.*?</h1>|<header class=\"article-head\">.*?</header>",
    re.DOTALL,
)
"""What a page says of itself: others quote it, so that it is not to be changed together with them."""
LINKED_DATA = re.compile(r"<script type=\"application/ld\+json\">.*?</script>", re.DOTALL)
SHOWN = re.compile(r'>[^<]+|(?<=content=")(?!width)[^"]*|(?<=alt=")[^"]*|(?<=datetime=")[^"]*')
NEVER = re.compile(
    r"<meta http-equiv[^>]*>|<script.*?</script>|<style.*?</style>|<link[^>]*>|<p class=\"print-only\">.*?</p>",
    re.DOTALL,
)
ANCHOR = re.compile(r'(/articles/[\w-]+\.html)#([fd]-[0-9a-f]{7}(?:-\d+)?)(?=")')
ANCHORED = re.compile(r'<(?:data|time|span) id="([fd]-[0-9a-f]{7}(?:-\d+)?)"[^>]*>(.*?)</(?:data|time|span)>')
NAMED = re.compile(r"(data/[\w.-]+):(\d+)")
"""The other of two entries that disagree: which of them is wrong, no one can tell."""
CHANGES: dict[str, tuple[re.Pattern[str], Callable[[str, random.Random], str]]] = {
    "digit": (re.compile("[0-9]"), lambda digit, draw: draw.choice("123456789".replace(digit, ""))),
    "more": (re.compile("(?<=[0-9万亿百千])[余多]"), lambda *_: ""),
    "near": (re.compile("[近超约逾](?=[0-9])"), lambda *_: ""),
    "scale": (re.compile("(?<=[0-9])[万亿]"), lambda *_: ""),
    "points": (re.compile("(?<=[0-9])个百分点"), lambda *_: "%"),
    "times": (re.compile("(?<=[0-9万余])人次"), lambda *_: "人"),
}  # fmt: skip


CHANGED = {"8": "9", "ge": "eq", "eq": "ge"}
COLUMNS = ("text", "value", "bound", "unit", "label", "sentence", "anchor", "as_of", "title", "published")


class Spot(NamedTuple):
    """A place in a file where something can be changed, and into what."""

    start: int
    end: int
    line: int
    becomes: str


def changes(text: str, start: int, end: int, draw: random.Random) -> Iterator[Spot]:
    """What can be changed between two places."""
    for pattern, made in CHANGES.values():
        for match in pattern.finditer(text, start, end):
            yield Spot(*match.span(), text.count("\n", 0, match.start()) + 1, made(match[0], draw))


def spans(pattern: re.Pattern[str], text: str) -> set[int]:
    return {place for match in pattern.finditer(text) for place in range(*match.span())}


def bodies(text: str) -> set[int]:
    """The places of bodies; one may have elements of its own kind in it."""
    found: set[int] = set()
    for start in (match.start() for match in re.finditer(BODY, text)):
        depth = 0
        for tag in re.compile("<div|</div>").finditer(text, start):
            depth += 1 if tag[0] == "<div" else -1
            if not depth:
                found.update(range(start, tag.end()))
                break
    return found


def shown(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a page: what stands outside bodies, heads and scripts."""
    apart = (
        spans(NEVER, text) | spans(HEAD, text) | (bodies(text) if path.startswith(("articles/", "pages/")) else set())
    )
    for match in SHOWN.finditer(text):
        if match.start() not in apart:
            yield from changes(text, *match.span(), draw)


def head(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a page's own head: title, description, headline and what stands under it. One change a page."""
    found = [spot for match in HEAD.finditer(text) for part in SHOWN.finditer(text, *match.span())
             for spot in changes(text, *part.span(), draw)]  # fmt: skip
    if found:
        yield draw.choice(found)


def linked_data(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In structured data: what is said, but for addresses, identifiers and times of day."""
    for match in LINKED_DATA.finditer(text):
        for part in re.finditer(
            r'"(?!url|identifier|@\w+)\w+": ?(?:"[^"T]*|[\d.]+)', text[match.start() : match.end()]
        ):
            start = match.start() + part.start()
            yield from changes(text, start, match.start() + part.end(), draw)


def drawn(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a drawing of its own: its words."""
    for match in re.finditer(r"<(?:text|title|desc)[^>]*>([^<]+)", text):
        yield from changes(text, *match.span(1), draw)


def fed(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a feed: titles and summaries."""
    for match in re.finditer(r"<(?:title|summary|content|subtitle)[^>]*>([^<]+)", text):
        yield from changes(text, *match.span(1), draw)


def fed_as_json(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a JSON feed: titles, texts and days, an item a line."""
    for match in re.finditer(r'"(?:title|content_text|description|date_published)": "([^"T]+)', text):
        yield from changes(text, *match.span(1), draw)


def listed(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a list of JSON: every value but addresses and what has no numeral of its own."""
    for match in re.finditer(r'"(?!id|article|topics|precision)\w+": ("[^"]*"|[\d.]+)', text):
        yield from changes(text, *match.span(1), draw)


def sheet(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a CSV: every row but its head."""
    yield from changes(text, text.index("\n"), len(text), draw)


def searched(text: str, path: str, draw: random.Random) -> Iterator[Spot]:
    """In a file of the ledger's search: titles and figures, a list each; their places have no numeral."""
    for match in re.finditer(r'"title":"[^"]*"|\["f-[^\]]*\]', text):
        yield from changes(text, *match.span(), draw)


KINDS: dict[str, tuple[str, Callable[[str, str, random.Random], Iterator[Spot]]]] = {
    "pages": ("**/*.html", shown), "heads": ("**/*.html", head), "linked data": ("**/*.html", linked_data),
    "drawings": ("**/chart*.svg", drawn), "feeds": ("**/feed.xml", fed),
    "JSON feeds": ("**/feed.json", fed_as_json),
    "search": ("data/ledger/*/*.json", searched), "facts": ("data/facts.json", listed),
    "events": ("data/events.json", listed), "figures' sheet": ("data/facts-*.csv", sheet),
    "events' sheet": ("data/events.csv", sheet),
}  # fmt: skip


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to be changed; who changes it puts it back."""
    folder = tmp_path_factory.mktemp("traceable") / "site"
    shutil.copytree(site, folder)
    return folder


def findings(folder: Path) -> list[Finding]:
    site = Site(folder)
    rules = [rule(site) for rule in RULES]
    found = [finding for page in site.pages() for rule in rules for finding in rule.page(page)]
    return found + [finding for rule in rules for finding in rule.close()]


def change(file: Path, spots: list[Spot]) -> None:
    text = file.read_bytes().decode("utf-8")
    for spot in sorted(spots, reverse=True):
        text = text[: spot.start] + spot.becomes + text[spot.end :]
    file.write_bytes(text.encode())


def one_a_line(spots: Iterator[Spot], draw: random.Random) -> list[Spot]:
    by_line: dict[int, list[Spot]] = {}
    for spot in spots:
        by_line.setdefault(spot.line, []).append(spot)
    return [draw.choice(of_line) for of_line in by_line.values()]


def assert_all_are_found(copy: Path, site: Path, kind: str, seed: int) -> int:
    """Changes a spot of every line of a kind; says how many."""
    pattern, spots_of = KINDS[kind]
    draw = random.Random(f"{kind} {seed}")
    made: dict[str, list[Spot]] = {}
    for file in sorted(site.glob(pattern)):
        path = file.relative_to(site).as_posix()
        if file.parent.name == "styleguide" or file.name == "study-pack.html":  # examples; copies of pages
            continue
        if spots := one_a_line(spots_of(file.read_bytes().decode("utf-8"), path, draw), draw):
            made[path] = spots
            change(copy / path, spots)
    try:
        found = findings(copy)
    finally:
        for path in made:
            shutil.copyfile(site / path, copy / path)
    lines = {(finding.path, finding.line) for finding in found}
    of_files = {finding.path for finding in found}
    lines |= {(path, int(line)) for finding in found for path, line in NAMED.findall(finding.message)}
    missed = [
        f"{path}:{spot.line} {around(site / path, spot)}"
        for path, spots in made.items()
        for spot in spots
        if (path not in of_files if kind in {"heads", "drawings"} else (path, spot.line) not in lines)
    ]
    assert missed == []
    return sum(map(len, made.values()))


def around(file: Path, spot: Spot) -> str:
    text = file.read_bytes().decode("utf-8")
    before, was, behind = (
        text[spot.start - 30 : spot.start],
        text[spot.start : spot.end],
        text[spot.end : spot.end + 20],
    )
    return f"{before}[{was}→{spot.becomes}]{behind}"


def test_the_site_as_it_is_has_no_finding(copy: Path) -> None:
    assert [finding.render() for finding in findings(copy)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_is_found_where_it_is(kind: str, copy: Path, site: Path) -> None:
    assert assert_all_are_found(copy, site, kind, seed=1) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 22))
@pytest.mark.parametrize("kind", KINDS)
def test_many_changes_are_found_where_they_are(kind: str, seed: int, copy: Path, site: Path) -> None:
    assert_all_are_found(copy, site, kind, seed)


def test_a_link_to_another_sentence_is_found(copy: Path, site: Path) -> None:
    """Each link to a figure or an event of another wording led elsewhere, page by page."""
    anchors = {
        f"/{file.relative_to(site).as_posix()}": ANCHORED.findall(file.read_text("utf-8"))
        for file in site.glob("articles/*.html")
    }
    draw, tried = random.Random(7), 0
    for name in ("index.html", "timeline/index.html", "topics/education/index.html", "data/rural/index.html"):
        text = (site / name).read_text("utf-8")
        for match in draw.sample(list(ANCHOR.finditer(text)), 3):
            page, anchor = match.groups()
            words = dict(anchors[page])
            others = [other for other in words if other[0] == anchor[0] and words[other] != words[anchor]]
            if not others:
                continue
            (copy / name).write_text(text[: match.start(2)] + draw.choice(others) + text[match.end(2) :], "utf-8")
            assert any(finding.path == name for finding in findings(copy)), match[0]
            tried += 1
        shutil.copyfile(site / name, copy / name)
    assert tried >= 8


@pytest.mark.parametrize("column", COLUMNS)
def test_a_change_in_the_database_is_found(column: str, copy: Path, site: Path) -> None:
    name = "data/facts.sqlite"
    with closing(sqlite3.connect(copy / name)) as database:
        listed = database.execute(f"SELECT id, {column} FROM facts ORDER BY id").fetchall()
        one, said = next(row for row in listed if column not in {"label", "title"} or re.search("[0-9]", row[1]))
        spot = re.compile("[0-9]|^[^0-9]+$")
        changed = said + 1 if column == "value" else spot.sub(lambda found: CHANGED.get(found[0], "8"), said)
        database.execute(f"UPDATE facts SET {column} = ? WHERE id = ?", (changed, one))
        database.commit()
    found = findings(copy)
    shutil.copyfile(site / name, copy / name)
    assert changed != said
    assert any(finding.path == name for finding in found)


def test_a_day_changed_in_the_database_is_found(copy: Path, site: Path) -> None:
    name = "data/facts.sqlite"
    with closing(sqlite3.connect(copy / name)) as database:
        database.execute("UPDATE events SET date = '2026-05-23' WHERE date = '2026-05-22'")
        database.commit()
    found = findings(copy)
    shutil.copyfile(site / name, copy / name)
    assert any(finding.path == name for finding in found)
