"""What is sent in which order: two manifests in, stages of files out. Pure.

A page must never be live before what it needs, nor be listed before it is there, nor outlive what it needs:
first styles, scripts and pictures; then pages; then what points at pages (feeds, the sitemap, the front page);
last of all the removals, pages before the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from .manifest import NAME, UNSENT, Manifest
from .words import ReleaseError, Sent

SHOWN = 5
FRONT = "index.html"
FEED = "feed.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """`stages` are sent one after another; `added` are those of their files that the target does not list yet."""

    stages: tuple[tuple[str, ...], ...]
    removals: tuple[str, ...]
    added: frozenset[str]

    @property
    def empty(self) -> bool:
        return not any(self.stages) and not self.removals

    @property
    def sent(self) -> Sent:
        total = sum(map(len, self.stages))
        return Sent(len(self.added), total - len(self.added), len(self.removals))


def make_plan(old: Manifest, new: Manifest) -> Plan:
    """The way from what the target lists to the new site."""
    changed = sorted(path for path, digest in new.items() if old.get(path, UNSENT) != digest)
    stages = tuple(tuple(path for path in changed if _stage(path) == stage) for stage in range(3))
    gone = sorted(old.keys() - new.keys(), key=lambda path: (-_stage(path), path))
    return Plan(stages, tuple(gone), frozenset(changed) - old.keys())


def refuse_foreign(paths: Iterable[str], where: str) -> None:
    """A file that no release of ours has put there is not ours to replace."""
    if found := sorted(paths):
        shown = "、".join(found[:SHOWN]) + (f" 等 {len(found)} 个" if len(found) > SHOWN else "")
        raise ReleaseError(f"{where} 里有不是本站发布的同名文件：{shown}。没有发布；请先移开它们。")


def refuse_unlisted(where: str) -> None:
    """A place in use by someone else."""
    raise ReleaseError(
        f"{where} 里已有别的文件，又没有本站的发布清单 {NAME}，怕覆盖别人的东西，没有发布。"
        "请换一个空的地方，或者先把那里清空。"
    )


def _stage(path: str) -> int:
    name, suffix = PurePosixPath(path).name, PurePosixPath(path).suffix
    if path == FRONT or suffix == ".xml" or name == FEED:
        return 2
    return 1 if suffix == ".html" else 0
