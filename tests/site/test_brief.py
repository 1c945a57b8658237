"""The manuscripts against the material: nothing left out, nothing made up.

In flow the manuscripts under `content/` as plain text and `brief_figures.yaml`, the material's figures and dated events
as data; out flow verdicts. No plugin is asked, so that a fault in a recogniser can't hide a fault in a manuscript.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
CONTENT: Final = ROOT / "content"
BRIEF: Final[dict[str, Any]] = yaml.safe_load((ROOT / "tests/site/brief_figures.yaml").read_text(encoding="utf-8"))
HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
DIGITS: Final = re.compile(r"[0-9０-９][0-9０-９.]*")
# 一 is left out: it is far more often "a" or part of a word than a count.
NUMERALS: Final = re.compile(r"[二三四五六七八九十百千万亿两]")
LINK_TARGET: Final = re.compile(r"\]\([^)\s]*\)")
# Front matter that no reader sees; the rest is held to the material like the body.
UNSEEN: Final = frozenset({"slug", "date", "as_of", "nth", "pin", "hide", "year"})
WRITTEN: Final = re.compile(
    r"(?P<before>[超近]?)(?P<number>\d+(?:\.\d+)?|两)(?:-(?P<high>\d+))?"
    r"(?P<scale>[万亿]?)(?P<more>[余多]?)(?P<late_scale>[万亿]?)(?P<unit>\D+?)(?P<after>(?:以上)?)"
)
SCALES: Final = {"": 1, "万": 10_000, "亿": 100_000_000}
BOUNDS: Final = {"": "eq", "余": "ge", "多": "ge", "超": "ge", "以上": "ge", "近": "approx", "-": "range"}


def split(path: Path) -> tuple[dict[str, Any], str]:
    """A manuscript's front matter and body."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


ARTICLES: Final = {path.stem: split(path) for path in sorted((CONTENT / "articles").rglob("*.md"))}
TOPICS: Final = {path.stem: split(path) for path in sorted((CONTENT / "topics").glob("*.md"))}
COLUMNS: Final = {path.stem: split(path) for path in sorted((CONTENT / "columns").glob("*.md"))}
MATERIAL: Final[list[dict[str, Any]]] = BRIEF["figures"] + BRIEF["events"]


def seen(value: Any) -> Iterator[str]:
    """Every text a reader may meet in a front matter's value."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in UNSEEN:
                yield from seen(part)
    elif isinstance(value, list):
        for part in value:
            yield from seen(part)
    else:
        yield str(value)


def pattern(text: str) -> re.Pattern[str]:
    """The text as itself, not as the tail of a longer number."""
    return re.compile(r"(?<![0-9０-９.])" + re.escape(text))


def without(text: str, known: Iterable[str]) -> str:
    """The text with every known expression blotted out, the longest first."""
    for expression in sorted(known, key=len, reverse=True):
        text = pattern(expression).sub("□", text)
    return text


def told(stem: str) -> str:
    """All of an article that a reader meets: front matter and body, link targets left out."""
    front, body = ARTICLES[stem]
    return LINK_TARGET.sub("]", "\n".join([*seen(front), body]))


def known_to(stem: str) -> list[str]:
    """What may stand in this article: the figures and events listed for it, and what counts nothing."""
    return [*(entry["text"] for entry in MATERIAL if stem in entry["articles"]), *BRIEF["allowed"]]


def named(entry: dict[str, Any]) -> str:
    return f"{entry['text']} {entry['about']}"


@pytest.mark.parametrize("entry", MATERIAL, ids=named)
def test_the_material_stands_in_its_articles(entry: dict[str, Any]) -> None:
    missing = [stem for stem in entry["articles"] if not pattern(entry["text"]).search(ARTICLES[stem][1])]
    assert entry["articles"]
    assert missing == []


@pytest.mark.parametrize("stem", ARTICLES)
def test_an_article_says_no_number_of_its_own(stem: str) -> None:
    assert DIGITS.findall(without(told(stem), known_to(stem))) == []


@pytest.mark.parametrize("stem", ARTICLES)
def test_an_article_counts_nothing_in_chinese_numerals_either(stem: str) -> None:
    known = [*known_to(stem), *BRIEF["numerals"], *(name.strip("“”") for name in BRIEF["numerals"])]
    left = without(told(stem), known)
    assert [left[max(0, m.start() - 6) : m.end() + 6] for m in NUMERALS.finditer(left)] == []


@pytest.mark.parametrize("stem", TOPICS)
def test_a_topic_lead_says_no_number_of_its_own(stem: str) -> None:
    front, body = TOPICS[stem]
    text = "\n".join([*seen({**front, "picks": []}), body])
    assert DIGITS.findall(without(text, (entry["text"] for entry in MATERIAL))) == []


@pytest.mark.parametrize("stem", ARTICLES)
def test_an_article_has_its_length(stem: str) -> None:
    assert 500 <= len(HAN.findall(ARTICLES[stem][1])) <= 1500


@pytest.mark.parametrize("stem", ARTICLES)
def test_every_label_belongs_to_a_figure_of_the_article(stem: str) -> None:
    front, body = ARTICLES[stem]
    wanted = Counter(fact["text"] for fact in front.get("facts", []))
    short = {text: times for text, times in wanted.items() if len(pattern(text).findall(body)) < times}
    assert short == {}


def test_the_site_is_wide_enough() -> None:
    columns = Counter(front["column"] for front, _ in ARTICLES.values())
    topics = Counter(topic for front, _ in ARTICLES.values() for topic in front["topics"])
    assert len(ARTICLES) >= 19
    assert {front["title"] for front, _ in COLUMNS.values()} == set(columns)
    assert {front["title"] for front, _ in TOPICS.values()} == set(topics)
    assert min(columns.values()) >= 2
    assert min(topics.values()) >= 2


def test_every_slug_is_its_file_name_and_every_date_its_own() -> None:
    assert {stem: front["slug"] for stem, (front, _) in ARTICLES.items()} == {stem: stem for stem in ARTICLES}
    assert len({str(front["date"]) for front, _ in ARTICLES.values()}) == len(ARTICLES)


@pytest.mark.parametrize("entry", BRIEF["figures"], ids=named)
def test_a_figures_value_is_what_its_text_says(entry: dict[str, Any]) -> None:
    """The table was typed by hand, so it is worked out again from the text as written."""
    said = WRITTEN.fullmatch(entry["text"])
    assert said
    scale = SCALES[said["scale"] or said["late_scale"]]
    high = Decimal(said["high"]) if said["high"] else None
    assert Decimal(said["number"].replace("两", "2")) * scale == entry["value"]
    assert high == entry["high"]
    assert BOUNDS[said["before"] or said["more"] or said["after"] or (high and "-") or ""] == entry["bound"]
    assert said["unit"] == entry["unit"]


@pytest.mark.parametrize("entry", BRIEF["events"], ids=named)
def test_an_events_date_is_what_its_text_says(entry: dict[str, Any]) -> None:
    year, month, day = entry["date"].split("-") if entry["date"].count("-") == 2 else (entry["date"][:4], "", "")
    half = "上半年" if entry["date"].endswith("-H1") else ""
    assert entry["text"] == (f"{int(month)}月{int(day)}日" if month else f"{year}年{half}")
