"""A folder of this machine: each file is written beside its place and renamed into it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from ..manifest import NAME, Manifest, dump, parse, pending
from ..plan import make_plan, refuse_foreign, refuse_unlisted
from ..settings import FolderTarget
from ..words import ReleaseError, Sent


def send(site: Path, new: Manifest, target: FolderTarget, base: Path) -> Sent:
    """Brings the folder to the new site; a relative path is relative to `base`."""
    root = base / Path(target.path).expanduser()
    try:
        return _send(site, new, root)
    except OSError as error:
        raise ReleaseError(
            f"发布中断：{error.filename or root}：{error.strerror}。已放好的文件都是完整的；解决以后再发布一次即可。"
        ) from error


def _send(site: Path, new: Manifest, root: Path) -> Sent:
    root.mkdir(parents=True, exist_ok=True)
    listed = _listed(root)
    there = {path: digest for path, digest in listed.items() if (root / path).is_file()}
    plan = make_plan(there, new)
    refuse_foreign((path for path in plan.added if os.path.lexists(root / path)), str(root))
    gone = [path for path in listed if path not in new]
    if plan.empty and not gone:
        return Sent()
    write(root / NAME, dump(pending(listed, new)))
    for path in (path for stage in plan.stages for path in stage):
        place(site / path, root / path)
    for path in plan.removals:
        remove(root, path)
    write(root / NAME, dump(new))
    return plan.sent


def _listed(root: Path) -> Manifest:
    if (root / NAME).is_file():
        return parse((root / NAME).read_text("utf-8"))
    if any(root.iterdir()):
        refuse_unlisted(str(root))
    return {}


def place(source: Path, goal: Path) -> None:
    """Copies a file under a temporary name and renames it: a reader gets the old one or the new one, whole."""
    goal.parent.mkdir(parents=True, exist_ok=True)
    temporary = goal.with_name(f".{goal.name}.hub-new")
    try:
        shutil.copyfile(source, temporary)
        temporary.replace(goal)
    finally:
        temporary.unlink(missing_ok=True)


def write(goal: Path, text: str) -> None:
    temporary = goal.with_name(f"{goal.name}.hub-new")
    temporary.write_text(text, "utf-8")
    temporary.replace(goal)


def remove(root: Path, path: str) -> None:
    """Removes a file of ours and the folders that it leaves empty."""
    (root / path).unlink(missing_ok=True)
    for folder in list(Path(path).parents)[:-1]:
        try:
            (root / folder).rmdir()
        except OSError:  # not empty: someone's files are still in it
            return
