"""A branch of a git remote, by ghp-import: one commit a release, so that the host switches from old to new at once."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from ..manifest import NAME, Manifest, dump, parse
from ..plan import make_plan, refuse_unlisted
from ..settings import GitTarget
from ..words import ReleaseError, Sent
from .processes import run

NO_SUCH_BRANCH = 2
SOMEONE = {"name": "hub publish", "email": "hub@localhost"}
"""Who commits where git hasn't been told, as on a fresh machine."""


def send(site: Path, new: Manifest, target: GitTarget, base: Path) -> Sent:
    """Commits the site on the branch and pushes it, unless the branch holds this very site already."""
    _refuse_own_branch(target, base)
    old = _published(target, base)
    plan = make_plan(old or {}, new)
    if old is not None and plan.empty:
        return Sent()
    with tempfile.TemporaryDirectory(prefix="hub-") as folder:
        staged = _staged(site, new, Path(folder))
        options = ["-n", "-r", target.remote, "-b", target.branch, "-m", f"Publish: {plan.sent.total} files"]
        command = [sys.executable, "-m", "ghp_import", *options, str(staged)]
        run(command, cwd=base, environment=_committer(base))
    # Not ghp-import's own -p: where the host refuses, that ends in a traceback instead of the host's words.
    run(["git", "push", "-q", target.remote, f"refs/heads/{target.branch}"], cwd=base)
    return plan.sent


def _staged(site: Path, new: Manifest, folder: Path) -> Path:
    """What is committed: the files of the manifest, and the manifest."""
    for path in new:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / path, folder / path)
    (folder / NAME).write_text(dump(new), "utf-8")
    return folder


def _refuse_own_branch(target: GitTarget, base: Path) -> None:
    """ghp-import replaces everything on its branch: it must not be the one that the manuscripts are on."""
    run(["git", "remote", "get-url", target.remote], cwd=base)
    current = run(["git", "symbolic-ref", "-q", "--short", "HEAD"], cwd=base, accept=(0, 1)).stdout.strip()
    if current == target.branch:
        raise ReleaseError(
            f"分支 {target.branch} 正放着稿件和程序，不能拿来放成品。请给发布目标换一个分支，如 gh-pages。"
        )


def _published(target: GitTarget, base: Path) -> Manifest | None:
    """The manifest on the remote branch; None when there is no such branch."""
    listed = ["git", "ls-remote", "--exit-code", "--heads", target.remote, f"refs/heads/{target.branch}"]
    tracking = f"refs/remotes/{target.remote}/{target.branch}"
    if run(listed, cwd=base, accept=(0, NO_SUCH_BRANCH)).returncode == NO_SUCH_BRANCH:
        run(["git", "update-ref", "-d", tracking], cwd=base)
        return None
    run(["git", "fetch", "-q", target.remote, f"+refs/heads/{target.branch}:{tracking}"], cwd=base)
    shown = run(["git", "show", f"{tracking}:{NAME}"], cwd=base, accept=(0, 128))
    if shown.returncode:
        refuse_unlisted(f"分支 {target.remote}/{target.branch} ")
    return parse(shown.stdout)


def _committer(base: Path) -> dict[str, str]:
    asked = {key: run(["git", "config", f"user.{key}"], cwd=base, accept=(0, 1)).stdout.strip() for key in SOMEONE}
    return {f"GIT_COMMITTER_{key.upper()}": value or SOMEONE[key] for key, value in asked.items()}
