"""Pictures: those that manuscripts show are encoded and published, each file as a page of its own kind.

What comes from a camera never goes out as it is. Pictures that nobody shows are not opened, only noted. A picture is
opened again when its stat says so, and encoded again when its bytes are others; see `plugins.images`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.archive import Archive, Family, Page, as_sheet
from plugins.images.shelf import Shelf
from plugins.images.unfit import UnfitError

from .planning import touching
from .stages import Stages
from .survey import Survey
from .workshop import Bench, Workshop, cut

UNUSED = "images/ 里的 {path} 没有稿件用到，没有发布。"
AMONG = "IN (SELECT value FROM json_each(:paths))"
WANTED = """
    SELECT path FROM pictures p WHERE key = '' AND EXISTS (SELECT 1 FROM links l WHERE l.target = p.path AND l.image)
    UNION SELECT target FROM links WHERE image AND target IN (SELECT value FROM json_each(:paths)) ORDER BY path
"""
"""Pictures that some manuscript shows, and that nobody has opened as they are now."""
SHOWING = f"SELECT DISTINCT path FROM links WHERE image AND target {AMONG}"
SHOWN = """
    SELECT DISTINCT p.sheet FROM pictures p JOIN links l ON l.target = p.path AND l.image
    JOIN manuscripts m ON m.path = l.path WHERE p.sheet <> '' AND (m.published OR :drafts) {among} ORDER BY p.sheet
"""
KEYS = "SELECT DISTINCT p.key FROM links l JOIN pictures p ON p.path = l.target WHERE l.path = :path AND p.sheet <> ''"


class Taken(NamedTuple):
    """A picture that was opened: its key and what pages need to know, or what is wrong with it; as JSON."""

    path: str
    key: str
    sheet: str
    fault: str


def take_in_pictures(  # noqa: PLR0913, PLR0917 - what a build has at this point
    archive: Archive,
    found: Survey,
    new: Collection[str],
    families: Mapping[str, Family],
    workshop: Workshop,
    stages: Stages,
) -> tuple[list[str], list[str]]:
    """Brings the archive's pictures up to what stands under images/; `new` are those that it has not seen.

    Returns the manuscripts that show one that changed, and what there is to say of pictures that none shows.
    """
    known = picture_files(archive)
    if known and not workshop.site.shelf.folder.is_dir():  # someone has cleared it, but not the archive
        archive.db.execute("UPDATE pictures SET key = '', sheet = '', fault = ''")
    gone = [path for path in known if path not in found.files]
    fresh = [*new, *(path for path, seen in known.items() if found.files.get(path, seen) != seen)]
    wanted = [row["path"] for row in archive.ask(WANTED, paths=json.dumps(fresh))]
    if not (gone or fresh or wanted):
        return [], []
    showing = [row["path"] for row in archive.ask(SHOWING, paths=json.dumps([*gone, *fresh, *wanted]))]
    with stages.stage("pictures", len(wanted)), archive.filling(), touching(archive, families, (), showing):
        archive.db.executemany("DELETE FROM pictures WHERE path = ?", [(path,) for path in gone])
        rows = [(path, 0 if path in found.young else found.files[path]) for path in fresh]
        archive.db.executemany("REPLACE INTO pictures VALUES (?, ?, '', '', '')", rows)
        for taken in workshop.each(encode_chunk, cut(wanted, 1), share=len(wanted) > 1):
            rewrite = "UPDATE pictures SET key = ?, sheet = ?, fault = ? WHERE path = ?"
            archive.db.executemany(rewrite, [(one.key, one.sheet, one.fault, one.path) for one in taken])
            stages.step(len(taken))
    workshop.site.shelf.tidy({row["key"] for row in archive.ask("SELECT key FROM pictures")})
    return showing, [UNUSED.format(path=path) for path in sorted(set(new) - set(wanted))]


def picture_files(archive: Archive) -> dict[str, int]:
    """The pictures that were there, each with the signature of its stat."""
    return dict(archive.db.execute("SELECT path, stat FROM pictures").fetchall())


def encode_chunk(bench: Bench, paths: list[str]) -> list[Taken]:
    """Opens some pictures, and encodes those that are not on the shelf."""
    return [_taken(bench.site.shelf, bench.site.content, path) for path in paths]


def _taken(shelf: Shelf, content: Path, path: str) -> Taken:
    try:
        sheet = shelf.bring((content / path).read_bytes())
    except UnfitError as error:
        return Taken(path, "-", "", json.dumps([error.code, error.values]))
    return Taken(path, sheet.key, json.dumps(list(sheet)), "")


class PictureFiles:
    """The encoded files of pictures that pages show. Two pictures of the same bytes are one; its key is their scope."""

    name = "pictures"
    template = ""
    inward = True

    def __init__(self, shelf: Shelf, content: Path, *, drafts: bool) -> None:
        self.shelf = shelf
        self.content = content
        self.drafts = drafts

    def plan(self, archive: Archive, scopes: Collection[str] | None = None) -> Iterator[Page]:
        among = "" if scopes is None else "AND p.key IN (SELECT value FROM json_each(:keys))"
        keys = {} if scopes is None else {"keys": json.dumps(list(scopes))}
        for row in archive.ask(SHOWN.format(among=among), drafts=self.drafts, **keys):
            sheet = as_sheet(row["sheet"])
            for name in sheet.files():
                yield Page(f"images/{name}", name, sheet.key, listed=False, scope=sheet.key)

    def scopes_of(self, archive: Archive, path: str) -> list[str]:
        return [row["key"] for row in archive.ask(KEYS, path=path)]

    def inputs(self, archive: Archive, key: str) -> dict[str, Any]:
        try:
            return {"data": self.shelf.read(key)}
        except FileNotFoundError:  # someone has cleared the shelf, but not the archive
            rows = archive.ask("SELECT path FROM pictures WHERE key = :key", key=key.partition("-")[0])
            self.shelf.bring((self.content / rows[0]["path"]).read_bytes())
            return {"data": self.shelf.read(key)}

    def render(self, inputs: dict[str, Any]) -> bytes:
        """The bytes as they are."""
        data: bytes = inputs["data"]
        return data
