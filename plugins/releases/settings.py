"""Where the site can go: `PUBLISH_TARGETS`, each target by its name, with a schema for every kind."""

from __future__ import annotations

import difflib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from plugins.settings import RoomSettings

from .words import ReleaseError

Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_./@:-]*$")]
"""A host, remote or branch: nothing that a command line could take for an option."""


class _Target(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class FolderTarget(_Target):
    """A folder of this machine, or one mounted on it."""

    kind: Literal["folder"]
    path: Annotated[str, Field(min_length=1)]


class GitTarget(_Target):
    """A branch of a git remote, as Pages hosts take it."""

    kind: Literal["git"]
    remote: Name = "origin"
    branch: Name = "gh-pages"


class RsyncTarget(_Target):
    """A folder of a server, by rsync over ssh. Keys and host keys are the ssh configuration's affair."""

    kind: Literal["rsync"]
    host: Name
    path: Annotated[str, Field(min_length=1)]
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    ssh_config: str = ""


Target = Annotated[FolderTarget | GitTarget | RsyncTarget, Field(discriminator="kind")]


class ReleaseSettings(RoomSettings):
    """What `./hub publish` needs to know."""

    SITEURL: str = ""
    PUBLISH_TARGETS: dict[str, Target] = {}
    """Targets by name: kind folder (path), git (remote, branch) or rsync (host, path, port, ssh_config)."""

    def target(self, name: str) -> FolderTarget | GitTarget | RsyncTarget:
        """The target of that name; otherwise says which there are."""
        if name in self.PUBLISH_TARGETS:
            return self.PUBLISH_TARGETS[name]
        near = difflib.get_close_matches(name, self.PUBLISH_TARGETS, n=1)
        hint = f"是不是 {near[0]}？" if near else ""
        known = "、".join(self.PUBLISH_TARGETS) or "一个也没有，请在 publishconf.py 的 PUBLISH_TARGETS 里写上"
        raise ReleaseError(f"没有“{name}”这个发布目标。{hint}现有：{known}。")
