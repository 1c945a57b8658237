"""`./hub proof`: the whole content folder, or some manuscripts held against the rest, proofread.

Manuscripts that do not compile are findings too. A manuscript from outside the content folder is taken as if it lay
in it: it replaces the article that has its slug, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from plugins.archive import Archive, manuscript_rows
from plugins.manuscripts import Fault, Manuscript, ManuscriptError, compile_manuscript
from plugins.press.host import open_host
from plugins.press.reading import reading
from plugins.press.site import Site
from plugins.proof import Finding, Matter, ProofSettings, as_finding, in_order, proofread
from plugins.proof.formats import FORMATS
from plugins.settings import load

from .read import text_of
from .refusal import RefusalError

HELD = 256
OUTSIDE = "articles/-proof-/"
"""Where manuscripts from outside are taken to lie: no name that an editor would give."""


def proofs(
    settings: Path, files: Sequence[Path], *, content: Path | None = None, cache: Path | None = None
) -> list[Finding]:
    """All findings, by place. The folders are those of the settings where none are given."""
    given = {"PATH": content, "CACHE_PATH": cache}
    site = open_host(settings, {name: str(path.resolve()) for name, path in given.items() if path}).site()
    with reading(site) as (archive, faults):
        return _Reader(site, archive, files).findings(faults)


def rendered(findings: Sequence[Finding], form: str) -> str:
    """Findings in the form that `--format` names."""
    if form not in FORMATS:
        near = get_close_matches(form, FORMATS, n=1)
        hint = f"是不是 {near[0]}？" if near else f"可以写：{'、'.join(FORMATS)}。"
        raise RefusalError(f"没有“{form}”这种样式，{hint}")
    return FORMATS[form](findings)


class _Reader:
    """One run: where manuscripts lie, and what their files hold."""

    def __init__(self, site: Site, archive: Archive, files: Sequence[Path]) -> None:
        self.site, self.archive = site, archive
        self.files = {_within(site.content, file): file for file in files}
        self.source = lru_cache(HELD)(self._source)

    def findings(self, faults: Sequence[Fault]) -> list[Finding]:
        """Of the files, or of all manuscripts where none are named."""
        matter = Matter(self.archive, load(ProofSettings, self.site.settings), date.today())
        found = [as_finding(fault) for fault in faults if not self.files or fault.path in self.files]
        if self.files:
            matter = matter._replace(only=frozenset(self.files))
        with self._supposed(found):
            return in_order([*found, *proofread(matter, self.source, self.shown)])

    def _source(self, path: str) -> bytes:
        return self.files.get(path, self.site.content / path).read_bytes()

    def shown(self, path: str) -> str:
        return str(self.files[path]) if path.startswith(OUTSIDE) else path

    @contextmanager
    def _supposed(self, found: list[Finding]) -> Iterator[None]:
        """The archive as if the manuscripts from outside were in it; those that do not compile are findings."""
        outside = [(path, file) for path, file in self.files.items() if path.startswith(OUTSIDE)]
        compiled = [one for path, file in outside for one in _tried(path, file, found)]
        if not compiled:
            yield
            return
        rows = [row for manuscript in compiled for row in manuscript_rows(manuscript, self.archive.features)]
        with self.archive.supposing([one.front["slug"] for one in compiled], rows):
            yield


def _within(content: Path, file: Path) -> str:
    """The path of a manuscript under content/, or one outside of all."""
    text_of(file)
    resolved = file.resolve()
    if resolved.is_relative_to(content.resolve()):
        return resolved.relative_to(content.resolve()).as_posix()
    return f"{OUTSIDE}{file.name}"


def _tried(path: str, file: Path, found: list[Finding]) -> Iterator[Manuscript]:
    try:
        yield compile_manuscript(path, file.read_bytes())
    except ManuscriptError as error:
        found += [as_finding(fault) for fault in error.faults]
