"""One file's bytes in, one compiled manuscript out, or all its faults. No clock, no disk, no other file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from plugins.zhtext import count_han, shorten

from .facts import Facts, read_facts
from .faults import Fault, ManuscriptError
from .fields import Verdict
from .frontmatter import Front, parse
from .marks import annotated, event_mark, figure_mark
from .markup import Body, Problem, convert
from .places import find
from .plaintext import PlainText
from .reader import Source, read
from .schema import pictured, validate
from .types import Manuscript

PLACED: Final = "[[数说]]"
FOOTNOTE: Final = re.compile(r"\[\^([^\]\s]+)\]")
BODILESS: Final = frozenset({"topic", "column"})
"""Kinds that may have nothing below their front matter."""
SUMMARY: Final = 90
"""Characters of a summary that the editor did not write."""


def compile_manuscript(path: str, data: bytes) -> Manuscript:
    """`path` is POSIX and relative to content/; its first folder tells the kind. Raises `ManuscriptError`."""
    source = read(path, data)
    if isinstance(source, Fault):
        raise ManuscriptError((source,))
    front = parse(source)
    fields, verdicts = validate(source.kind, front.values) if front.values is not None else ({}, [])
    faults = [*front.faults, *_front_faults(front, [*verdicts, *pictured(fields)])]
    try:
        body = convert(path, source.body)
    except RecursionError:
        faults.append(source.fault("too-deep", find(source, (), 1)))
        raise ManuscriptError(_in_order(faults), front.values) from None
    if not body.html and not body.findings.problems and source.kind not in BODILESS:
        faults.append(source.fault("body-empty", source.place(source.text.rindex("---", 0, source.body_start), 3)))
    facts = read_facts(body.plain, fields)
    faults += _front_faults(front, facts.verdicts)
    faults += _body_faults(source, [*body.findings.problems, *_leftovers(body, facts)])
    if faults:
        raise ManuscriptError(_in_order(faults), front.values)
    return _assembled(front, fields, body, facts)


def _in_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.line, fault.column)))


def _front_faults(front: Front, verdicts: Iterable[Verdict]) -> list[Fault]:
    faults = []
    for steps, code, values in verdicts:
        place = front.place(steps, key=code == "field-unknown")
        faults.append(front.source.fault(code, place, **values))
    return faults


def _body_faults(source: Source, problems: Iterable[Problem]) -> list[Fault]:
    """Problems with their places: the nth of the same words is the nth place that has them."""
    seen: defaultdict[tuple[str, tuple[str, ...]], int] = defaultdict(int)
    faults = []
    for problem in problems:
        seen[problem.code, problem.needles] += 1
        place = find(source, problem.needles, problem.nth or seen[problem.code, problem.needles])
        faults.append(source.fault(problem.code, place, **problem.values))
    return faults


def _leftovers(body: Body, facts: Facts) -> Iterator[Problem]:
    """What only shows when all is done: marks that nothing took up, links to places that this body lacks."""
    plain = body.plain
    if "[" in plain.text and (PLACED in plain.text or "[^" in plain.text):
        parts = enumerate(zip(plain.starts, plain.ends, strict=True))
        text = "".join(plain.text[start:end] for number, (start, end) in parts if number not in plain.quiet)
        for _ in range(text.count(PLACED)):
            yield Problem("factbox-inside", (PLACED,), {})
        for label in FOOTNOTE.findall(text):
            yield Problem("footnote-undefined", (f"[^{label}]",), {"label": label})
    if body.findings.fragments:
        known = {name for _, name, _ in body.findings.headings} | facts.anchors
        for fragment, written in body.findings.fragments:
            if fragment not in known:
                values = {"fragment": fragment, "target": "本稿"}
                yield Problem("fragment-dead", (f"({written}", written), values)


def _assembled(front: Front, fields: dict[str, Any], body: Body, facts: Facts) -> Manuscript:
    source, plain, findings = front.source, body.plain, body.findings
    marks = [figure_mark(entry.figure, entry.anchor) for entry in facts.figures]
    marks += [event_mark(entry.event, entry.anchor) for entry in facts.events]
    return Manuscript(
        path=source.path,
        kind=source.kind,
        front=fields,
        html=annotated(body.html, plain, marks),
        text=plain.text,
        summary=fields.get("summary") or _summary(plain, facts),
        han=count_han(plain.text),
        headings=tuple(findings.headings),
        figures=facts.figures,
        events=facts.events,
        links=tuple(dict.fromkeys(findings.links)),
        notes=(*source.notes, *front.notes),
    )


def _summary(plain: PlainText, facts: Facts) -> str:
    """From the body's first paragraphs, as many as the summary needs."""
    end = start = -1
    for block in plain.blocks:
        if block.tag != "p":
            if start >= 0:
                break
            continue
        start, end = (block.start if start < 0 else start), block.end
        if end - start >= SUMMARY:
            break
    if start < 0:
        return ""
    inside = [entry.figure for entry in facts.figures if start <= entry.figure.start and entry.figure.end <= end]
    moved = [figure._replace(start=figure.start - start, end=figure.end - start) for figure in inside]
    return shorten(plain.text[start:end].replace("\n", ""), SUMMARY, moved)
