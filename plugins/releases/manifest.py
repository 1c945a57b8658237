"""The list of a release's files with their digests: a site folder in, a mapping out, kept at the target itself.

What a target's manifest lists is ours to replace and to remove; anything else there is someone else's. While a
release is under way the target keeps a pending manifest: it lists old and new files, those still to be sent with an
empty digest, so that a release that broke off is neither taken for done nor forgets what it has put there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from .words import ReleaseError

OWN = ".hub-"
NAME = f"{OWN}release.json"
FORMAT = 1
UNSENT = ""

Manifest = Mapping[str, str]


def of_folder(site: Path) -> Manifest:
    """The digest of every file, by POSIX path relative to the site's folder; marks of our own tools stay at home."""
    files = sorted(path for path in site.rglob("*") if path.is_file() and not path.name.startswith(OWN))
    return {path.relative_to(site).as_posix(): _digest(path) for path in files}


def dump(manifest: Manifest) -> str:
    return json.dumps({"format": FORMAT, "files": dict(sorted(manifest.items()))}, ensure_ascii=False, indent=0) + "\n"


def parse(text: str) -> Manifest:
    """A manifest out of a target. Its paths will be removed there, so none may point out of the target's folder."""
    try:
        data = json.loads(text)
        files = {str(path): str(digest) for path, digest in data["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReleaseError(f"目标里的发布清单 {NAME} 读不懂，没有发布。请换一个空的目标，或恢复这个文件。") from error
    if data.get("format") != FORMAT:
        raise ReleaseError(f"目标里的发布清单 {NAME} 是另一版程序写的，没有发布。请先更新本站的程序。")
    for path in files:
        if not path or PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise ReleaseError(f"目标里的发布清单 {NAME} 列有站外的路径“{path}”，没有发布。请查明是谁改了它。")
    return files


def pending(old: Manifest, new: Manifest) -> Manifest:
    """What the target may hold until the release is complete."""
    return {**old, **{path: UNSENT for path, digest in new.items() if old.get(path) != digest}}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
