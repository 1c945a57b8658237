"""Every numeral outside an article's body is said by a sentence or is of a kind that needs none.

Each piece of text that shows one must quote a page that it links to, letter for letter and with no figure cut short.
The label of a figure or an event may put it in other words: then it is the label that the exports have. An article's
headline, subtitle and summary stand for its body, which must have their figures. A chart shows what its table has.
Dates agree with the article, the event or the period that they are linked to, and a year
that a filter offers is that of an article.
"""

from __future__ import annotations

import re
from typing import Any, Final

from plugins.checks.numerals import dates, feed_notes, structured
from plugins.checks.numerals.drawings import unbacked
from plugins.checks.numerals.fragments import Piece, pieces
from plugins.checks.numerals.holding import Note, Sources, holds
from plugins.checks.numerals.own import Own, own
from plugins.checks.numerals.quoting import is_quoted, missing
from plugins.checks.numerals.spool import Spool
from plugins.checks.numerals.spotting import DIGIT, bare, numerals
from plugins.checks.site import Page, Site
from plugins.checks.types import Findings, Place, Rule

OFFERED: Final = re.compile("[0-9]{4}年")
"""An option of a filter by year."""


class NumeralsAreBacked(Rule):
    """What stands in no body is what a body says."""

    name = "numerals_are_backed"

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self.spool = Spool()
        self.days: set[str] = set()
        self.offered: list[tuple[Place, str]] = []

    def page(self, page: Page) -> Findings:
        if page.is_redirect or page.is_pack:
            return
        told = own(page)
        self.spool.own(page.path, told)
        self.days.add(told.day)
        for piece in pieces(page, self.site):
            if piece.role == "said":
                yield from self.heading(page, piece, told)
            elif piece.role == "drawn":
                yield from self.chart(page, piece)
            elif piece.element.tag == "option" and OFFERED.fullmatch(piece.text):
                self.offered.append((page.place(piece.element), piece.text))
            else:
                yield from self.shown(page, piece, told)
        yield from self.structured(page, told)

    def heading(self, page: Page, piece: Piece, told: Own) -> Findings:
        """What a page says of itself: an article's by its body, another's by what is seen on it."""
        text = _less_dates(page, piece)
        text = text.rpartition("｜")[0] or text
        backing = told.body if told.is_article else bare(page.tree.xpath("string(//main)"))
        if lacking := missing(text, backing):
            code = "not_in_body" if told.is_article else "not_on_page"
            if told.is_article and not DIGIT.search(lacking.text):
                code = "not_in_body_in_words"  # 问一句比猜十句强: in a headline words are often no count
            yield self.fault(code, page.place(piece.element), words=lacking.text, text=piece.text)
        elif told.is_article and numerals(text) and not is_quoted(text, told.text):
            yield self.fault("not_quoted", page.place(piece.element), words=text, text=text, page=page.path)

    def chart(self, page: Page, piece: Piece) -> Findings:
        """A drawing has the figures, and the dates, of the table beside it."""
        if lacking := unbacked(piece.text, piece.element, page):
            place = Place(piece.file) if piece.file else page.place(piece.element)
            yield self.fault("not_in_table", place, words=lacking, text=piece.text)

    def shown(self, page: Page, piece: Piece, told: Own) -> Findings:
        """Most are held against their article once it has been seen."""
        when = str(piece.element.get("datetime")) if piece.role == "time" else ""
        if other := when or _as_of(piece):
            shown = piece.text.rpartition("截至")[2]
            if not dates.agrees(shown, other):
                yield self.fault("other_date", page.place(piece.element), words=shown, date=other)
                return
        if when:
            self.say(Note(page.place(piece.element), piece.text, piece.sources or (page.path,), piece.anchors, when))
        elif not (left := _left(page, piece)):
            return
        elif piece.role == "head" and not dates.AS_OF.search(piece.text):
            yield from self.heading(page, piece, told)
        elif piece.sources or piece.role == "head":
            sources = piece.sources or (page.path,)
            self.say(Note(page.place(piece.element), piece.text, sources, piece.anchors, "", piece.linked))
        else:
            yield self.fault("no_source", page.place(piece.element), words=left, text=piece.text)

    def structured(self, page: Page, told: Own) -> Findings:
        """What structured data says beside its observations, which `exports_are_backed` looks after."""
        scripts = page.tree.xpath(structured.SCRIPTS)
        try:
            found = list(structured.nodes(page))
        except ValueError:
            yield self.fault("no_json", page.place(scripts[0]))
            return
        for script, node in found:
            if text := structured.miscounted(node):
                yield self.fault("not_quoted", page.place(script), words=text, text=text, page=page.path)
            if structured.as_entry(page, self.site, node) is None:
                for name, text in structured.words(node):
                    wrong = _untold(text[:10], told) if name in structured.DAYS else _unsaid(page, text, told)
                    if wrong:
                        yield self.fault("not_quoted", page.place(script), words=text, text=text, page=page.path)

    def say(self, note: Note) -> None:
        self.spool.say(note.sources[0], note.packed())

    def close(self) -> Findings:
        yield from self.years()
        for note in (*feed_notes.notes(self.site), *feed_notes.json_notes(self.site)):
            self.say(note)
        for page in self.spool.pages():
            sources = Sources(page, self.of, self.exported)
            for note in map(Note.unpacked, self.spool.about(page)):
                lacking = holds(note, sources)
                if lacking and not (note.when and sources.own and not sources.own.day and note.when in self.days):
                    yield self.fault("not_quoted", note.place, words=lacking, text=note.text, page=page)

    def years(self) -> Findings:
        """A year that a filter offers is the year of an article."""
        years = {f"{day[:4]}年" for day in self.days}
        for place, text in self.offered:
            if text not in years:
                yield self.fault("no_source", place, words=text, text=text)

    def exported(self, page: str) -> list[dict[str, Any]]:
        """What the exports say of a page's figures and events."""
        return [entry for _, entry in self.site.exports.about(page)]

    def of(self, page: str) -> Own | None:
        """What a page tells of itself."""
        note = self.spool.of(page)
        return Own(*note) if note else None


def _as_of(piece: Piece) -> str:
    """The machine's date of a piece that ends with as of when a figure holds."""
    if not dates.AS_OF.search(piece.text):
        return ""
    return "".join(str(time.get("datetime") or "") for time in piece.element.iter("time"))


def _unsaid(page: Page, text: str, told: Own) -> bool:
    said = _less_own(page, bare(text))
    return bool(numerals(said)) and not is_quoted(said, told.text)


def _untold(day: str, told: Own) -> bool:
    """Whether a day is neither the article's own nor one that its corrections name."""
    year, month, date = (part.lstrip("0") for part in f"{day}--".split("-")[:3])
    return day != told.day and f"{year}年{month}月{date}日" not in told.text


def _left(page: Page, piece: Piece) -> str:
    """What has to be backed. Where it can be looked up, digits are enough to know that it has to."""
    text = _less_dates(page, piece)
    if piece.sources and piece.role != "head" and DIGIT.search(text):
        return text
    found = numerals(text)
    return found[0].text if found else ""


def _less_dates(page: Page, piece: Piece) -> str:
    """The text without dates of the period that what it links to, or else the page, is about; nor the page's number."""
    linked = [date for date in map(dates.of_address, piece.sources) if date]
    return _less_own(page, piece.text, linked)


def _less_own(page: Page, text: str, linked: list[str] | None = None) -> str:
    number = page.path.rpartition("/")[2].removesuffix(".html")
    text = text.replace(f"（第{number}页）", "")
    return dates.without(text, *(linked or [dates.of_address(page.path)]))
