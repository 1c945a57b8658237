"""From a site folder to a target: each kind of target has its own way."""

from __future__ import annotations

from pathlib import Path

from .manifest import of_folder
from .settings import FolderTarget, GitTarget, RsyncTarget
from .targets import folder, git, rsync
from .words import Sent


def send(site: Path, target: FolderTarget | GitTarget | RsyncTarget, base: Path) -> Sent:
    """Sends what has changed; relative paths of the target are relative to `base`, the project's root."""
    new = of_folder(site)
    match target:
        case FolderTarget():
            return folder.send(site, new, target, base)
        case GitTarget():
            return git.send(site, new, target, base)
        case RsyncTarget():
            return rsync.send(site, new, target, base)
