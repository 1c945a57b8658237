"""The files that the search's script asks for, a folder a segment: entries of the index, texts to show, and kinds.

Each segment is a scope. What it is called says who is in it, so that files of different editions are never mixed up.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from plugins.archive import Archive, Page, digest
from plugins.fulltext.grams import Cut, Texts, numbers
from plugins.fulltext.marks import together
from plugins.fulltext.segments import Article, Segment, segments

from .settings import SearchSettings

HEADS = "SELECT path, slug, date, key FROM search_heads"
OF_PATHS = "FROM json_each(:paths) p CROSS JOIN search_{table} s ON s.path = p.value ORDER BY p.key"
MARKS = f"SELECT marks {OF_PATHS.format(table='texts')}"
FOLDED = f"SELECT folded {OF_PATHS.format(table='texts')}"
SHOWN = f"SELECT shown {OF_PATHS.format(table='texts')}"
STAMPS = f"SELECT stamp {OF_PATHS.format(table='heads')}"
KINDS = f"SELECT kinds {OF_PATHS.format(table='heads')}"
TOGETHER = 2
"""Articles whose texts share a file."""


def layout(archive: Archive, settings: SearchSettings) -> dict[str, Segment]:
    """The segments by name, newest first."""

    def cut(archive: Archive) -> dict[str, Segment]:
        articles = [Article(*row) for row in archive.ask(HEADS)]
        found = segments(articles, settings.SEARCH_SEGMENT, settings.SEARCH_NEWEST)
        return {segment.name: segment for segment in found}

    return archive.once("search.segments", cut)


def _homes(found: dict[str, Segment]) -> dict[str, str]:
    """The segment of each article."""
    return {article.path: name for name, segment in found.items() for article in segment.articles}


def column(archive: Archive, query: str, articles: Iterable[Article]) -> list[Any]:
    """One column of some articles' rows, in their order."""
    paths = json.dumps([article.path for article in articles])
    return [row[0] for row in archive.ask(query, paths=paths)]


class _Files:
    """What the three kinds share: segments as scopes."""

    template = ""
    name = ""
    inward = True

    def __init__(self, settings: SearchSettings) -> None:
        self.settings = settings
        self._seen: frozenset[str] = frozenset()

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        found = layout(archive, self.settings)
        for name in found if scopes is None else sorted(set(scopes) & found.keys()):
            for file, stamp in self.files(archive, found[name]):
                yield Page(f"search/{name}/{file}", f"{name} {file}", stamp, listed=False, scope=name)

    def scopes_of(self, archive: Archive, path: str) -> Iterable[str]:
        """The article's segment; and, when it was asked for before, those that have come and gone since."""
        found = layout(archive, self.settings)
        now = frozenset(found)
        changed, self._seen = (self._seen ^ now if self._seen else frozenset[str]()), now
        own = archive.once("search.homes", lambda _: _homes(found)).get(path)
        return changed | ({own} if own else set())

    def files(self, archive: Archive, segment: Segment) -> Iterable[tuple[str, str]]:
        """The names of a segment's files with their stamps."""
        raise NotImplementedError

    def told(self, archive: Archive, key: str) -> tuple[Segment, str]:
        """The segment and the name of a file, by its key."""
        name, _, file = key.partition(" ")
        return layout(archive, self.settings)[name], file


class GramFiles(_Files):
    """The buckets of the index, see `grams`. By their names those of a class come together, and are made together."""

    name = "search-grams"

    def files(self, archive: Archive, segment: Segment) -> Iterable[tuple[str, str]]:
        cut = Cut(len(segment.articles))
        sums = together(column(archive, MARKS, segment.articles))
        for kind in range(cut.classes):
            stamp = digest(sums[kind :: cut.classes])
            for file in cut.files(kind):
                yield f"{file}.txt", stamp

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        segment, file = self.told(archive, key)
        kept = archive.once("search.kept", lambda _: Kept())
        return {"text": kept.bucket(archive, segment, file.removesuffix(".txt"))}

    def render(self, inputs: dict[str, Any]) -> str:
        """Lines as they are."""
        return str(inputs["text"])


class Kept:
    """The segment whose files are being printed and its class at hand: the next file is mostly another of the same."""

    def __init__(self) -> None:
        self._name, self._kind = "", ""
        self._texts = Texts([], Cut(0))
        self._buckets: dict[str, str] = {}

    def bucket(self, archive: Archive, segment: Segment, file: str) -> str:
        """One file's text."""
        if segment.name != self._name:
            folded = column(archive, FOLDED, segment.articles)
            self._texts, self._name, self._kind = Texts(folded, Cut(len(folded))), segment.name, ""
        if file[:2] != self._kind:
            self._kind, kind = file[:2], int(file[:2], 16)
            self._buckets = dict(zip(self._texts.cut.files(kind), self._texts.buckets(kind), strict=True))
        return self._buckets[file]


class TextFiles(_Files):
    """The texts of a few articles, from which the sentences are taken that are shown."""

    name = "search-texts"

    def files(self, archive: Archive, segment: Segment) -> Iterable[tuple[str, str]]:
        stamps = column(archive, STAMPS, segment.articles)
        for number, start in enumerate(range(0, len(stamps), TOGETHER)):
            yield f"t{number}.json", "".join(stamps[start : start + TOGETHER])

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        segment, file = self.told(archive, key)
        number = int(file[1:].removesuffix(".json"))
        some = segment.articles[number * TOGETHER : (number + 1) * TOGETHER]
        return {"shown": column(archive, SHOWN, some)}

    def render(self, inputs: dict[str, Any]) -> str:
        """A list with an article a line."""
        return "[\n" + ",\n".join(inputs["shown"]) + "\n]\n"


class KindFiles(_Files):
    """Which articles of a segment are of a topic, a column, a year."""

    name = "search-kinds"

    def files(self, archive: Archive, segment: Segment) -> Iterable[tuple[str, str]]:
        yield "kinds.json", digest(column(archive, KINDS, segment.articles))

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        segment, _ = self.told(archive, key)
        found: dict[str, dict[str, list[int]]] = {"topic": {}, "column": {}, "year": {}}
        for number, row in enumerate(column(archive, KINDS, segment.articles)):
            topics, of_column, year = json.loads(row)
            for kind, names in (("topic", topics), ("column", [of_column]), ("year", [year])):
                for name in names:
                    found[kind].setdefault(name, []).append(number)
        return {"kinds": {kind: {name: numbers(of) for name, of in by.items()} for kind, by in found.items()}}

    def render(self, inputs: dict[str, Any]) -> str:
        return json.dumps(inputs["kinds"], ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"
