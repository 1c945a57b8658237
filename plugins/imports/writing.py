"""A manuscript's text: front matter with what was found and what is proposed, empty where only an editor knows, and the
body, one block a part, with a note above whatever is unsure.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from . import escaping, notes
from .types import Article, Part, Source, Span

NOTE: Final = "<!-- 待核：{text} -->"
REQUIRED: Final = ("title", "slug", "date", "column", "topics")
ORDER: Final = (
    "title", "slug", "date", "column", "topics", "kicker", "subtitle", "summary", "series", "source",
    "source_reporters", "captions", "year", "facts",
)  # fmt: skip


@dataclass(slots=True)
class Proposal:
    """What the import proposes of itself; no characters of the source's count."""

    slug: str
    date: str = ""
    column: str = ""
    topics: list[str] = field(default_factory=list)
    summary: str = ""
    year: int = 0
    facts: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Picturing:
    """Where the pictures of an article are put."""

    stem: str
    files: dict[str, bytes] = field(default_factory=dict)
    without_alt: int = 0

    def place(self, part: Part) -> str:
        """The path of a picture that came along, "" for one that didn't."""
        picture = part.first.picture
        if picture is None or not picture.data:
            return ""
        name = f"images/{self.stem}-{len(self.files) + 1}.{picture.extension}"
        self.files[name] = picture.data
        return name


def fields(article: Article, proposal: Proposal) -> dict[str, Any]:
    """The front matter's values, those required among them even where they are empty."""
    reporters = sorted(article.of("reporter"), key=lambda part: -part.score)
    found: dict[str, Any] = {
        "title": article.text_of("title"),
        "slug": proposal.slug,
        "date": proposal.date,
        "column": proposal.column,
        "topics": proposal.topics,
        "kicker": article.text_of("kicker"),
        "subtitle": article.text_of("subtitle"),
        "summary": proposal.summary,
        "series": article.text_of("series"),
        "source": article.text_of("source"),
        "source_reporters": [_name(part.text) for part in reporters],
        "captions": [part.text for part in article.of("caption")],
        "year": proposal.year,
        "facts": proposal.facts,
    }
    return {name: found[name] for name in ORDER if found[name] or name in REQUIRED}


def _name(text: str) -> str:
    """李　明 is 李明."""
    return "".join(text.split()) if len(text) <= 5 else text


def front(values: dict[str, Any]) -> str:
    """The front matter between its lines."""
    lines = [line for name, value in values.items() for line in _field(name, value)]
    return "\n".join(["---", *lines, "---", ""])


def _field(name: str, value: Any) -> list[str]:
    if value in ("", [], 0):
        return [f"{name}:"]
    if name == "facts":
        return ["facts:", *(line for fact in value for line in _fact(fact))]
    if isinstance(value, list) and name == "captions":
        return [f"{name}:", *(f"  - {scalar(item)}" for item in value)]
    if isinstance(value, list):
        return [f"{name}: [{', '.join(scalar(item) for item in value)}]"]
    return [f"{name}: {value if isinstance(value, int) or name == 'date' else scalar(value)}"]


def _fact(fact: dict[str, str]) -> list[str]:
    first, *rest = [f"{key}: {scalar(value)}" for key, value in fact.items()]
    return [f"  - {first}", *(f"    {line}" for line in rest)]


def scalar(text: str) -> str:
    """A value on one line, quoted where YAML would read it as something else."""
    dumped: str = yaml.safe_dump([text], allow_unicode=True, width=10**9, default_flow_style=True)
    return dumped.strip()[1:-1]


def body(source: Source, article: Article, picturing: Picturing) -> str:
    """The body's Markdown."""
    blocks = [
        _notes(part) for part in article.parts if part.role in ("title", "kicker", "subtitle", "series", "caption")
    ]
    blocks += [_notes(part) + _block(source, part, picturing) for part in article.body]
    return "\n\n".join(block.strip("\n") for block in blocks if block.strip()) + "\n"


def _notes(part: Part) -> str:
    about = f"“{part.text[:16]}{'…' if len(part.text) > 16 else ''}”"
    return "".join(f"{NOTE.format(text=escaping.comment(about + doubt))}\n\n" for doubt in dict.fromkeys(part.doubts))


def _block(source: Source, part: Part, picturing: Picturing) -> str:
    if part.role in ("heading", "paragraph", "verse", "quotation", "list"):
        return notes.marked(part, _running)
    if part.role == "table":
        return _table(source, part)
    if part.role == "picture":
        return _picture(part, picturing)
    if part.role == "footnote":
        return f"[^{part.first.label}]: {escaping.line(part.text)}"
    return escaping.line(part.text)


def _running(part: Part) -> str:
    """Parts that run: what a footnote may be referred to from."""
    if part.role == "heading":
        return f"{'#' * min(max(part.first.level, 2), 6)} {escaping.heading(part.text)}"
    if part.role == "verse":
        return "  \n".join(escaping.line(text) for text in part.text.split("\n"))
    if part.role == "list":
        return "\n".join(_items(part))
    if part.role == "quotation":
        return "\n>\n".join(f"> {escaping.line(text)}" for text in part.text.split("\n"))
    return escaping.line(part.text)


def _items(part: Part) -> list[str]:
    number, found = 0, []
    for line in part.lines:
        number = number + 1 if line.ordered else 0
        mark = f"{number}." if line.ordered else "-"
        found.append(f"{mark} {escaping.line(line.text)}")
    return found


def _table(source: Source, part: Part) -> str:
    rows = [[escaping.cell(_said(source, spans)) for spans in line.cells] for line in part.lines]
    columns = max(len(row) for row in rows)
    shown = ["| " + " | ".join([*row, *[""] * (columns - len(row))]) + " |" for row in rows]
    return "\n".join([shown[0], "|" + "---|" * columns, *shown[1:]])


def _said(source: Source, spans: tuple[Span, ...]) -> str:
    return " ".join(source.slice(spans).split())


def _picture(part: Part, picturing: Picturing) -> str:
    place, picture = picturing.place(part), part.first.picture
    if not place or picture is None:
        return ""
    alt = " ".join(escaping.inline(picture.alt).split())
    picturing.without_alt += not alt
    caption = f' "{escaping.title(part.text)}"' if part.text else ""
    return f"![{alt}]({place}{caption})"
