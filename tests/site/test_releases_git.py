"""The git target on a real bare repository, from a checkout without a name or an address of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.releases.manifest import NAME
from plugins.releases.sending import send
from plugins.releases.settings import GitTarget
from plugins.releases.words import ReleaseError, Sent
from tests.site.releasing import FIRST, SECOND, held, write_site

PAGES = GitTarget(kind="git", remote="origin", branch="gh-pages")


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "core.quotepath=off", "-c", "user.name=t", "-c", "user.email=t@localhost", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "host.git")
    git(tmp_path, "init", "-q", "-b", "main", "checkout")
    checkout = tmp_path / "checkout"
    (checkout / "article.md").write_text("稿件", "utf-8")
    git(checkout, "add", ".")
    git(checkout, "commit", "-qm", "manuscripts")
    git(checkout, "remote", "add", "origin", str(tmp_path / "host.git"))
    write_site(tmp_path / "first", FIRST)
    write_site(tmp_path / "second", SECOND)
    return checkout


def published(host: Path, folder: Path) -> dict[str, str]:
    subprocess.run(["git", "clone", "-q", "-b", "gh-pages", str(host), str(folder)], check=True)
    shutil.rmtree(folder / ".git")
    files = held(folder)
    assert files.pop(".nojekyll") == ""
    return files


def test_a_release_is_one_commit_and_an_unchanged_site_none(checkout: Path) -> None:
    base = checkout.parent
    host = base / "host.git"
    assert send(base / "first", PAGES, checkout) == Sent(added=7)
    assert published(host, base / "look-1") == FIRST
    assert send(base / "second", PAGES, checkout) == Sent(added=2, changed=2, removed=4)
    assert published(host, base / "look-2") == SECOND
    head = git(host, "rev-parse", "gh-pages")
    assert send(base / "second", PAGES, checkout) == Sent()
    assert git(host, "rev-parse", "gh-pages") == head
    assert git(host, "rev-list", "--count", "gh-pages") == "2"
    assert git(checkout, "status", "--porcelain") == ""
    assert git(checkout, "symbolic-ref", "--short", "HEAD") == "main"


def test_another_desks_release_is_built_upon(checkout: Path) -> None:
    base = checkout.parent
    send(base / "first", PAGES, checkout)
    other = base / "other"
    git(base, "clone", "-q", "host.git", "other")
    git(other, "symbolic-ref", "HEAD", "refs/heads/main")
    send(base / "second", PAGES, other)
    assert send(base / "first", PAGES, checkout) == Sent(added=4, changed=2, removed=2)
    assert git(base / "host.git", "rev-list", "--count", "gh-pages") == "3"


def test_branches_that_hold_other_things_are_refused(checkout: Path) -> None:
    base = checkout.parent
    with pytest.raises(ReleaseError, match="正放着稿件和程序"):
        send(base / "first", GitTarget(kind="git", branch="main"), checkout)
    git(checkout, "push", "-q", "origin", "main:drafts")
    with pytest.raises(ReleaseError, match="已有别的文件"):
        send(base / "first", GitTarget(kind="git", branch="drafts"), checkout)
    assert git(base / "host.git", "ls-tree", "--name-only", "drafts") == "article.md"
    assert (checkout / "article.md").read_text("utf-8") == "稿件"


def test_what_git_complains_of_is_passed_on(checkout: Path) -> None:
    base = checkout.parent
    with pytest.raises(ReleaseError, match="No such remote"):
        send(base / "first", GitTarget(kind="git", remote="upstream"), checkout)
    (base / "host.git" / "hooks").mkdir(exist_ok=True)
    hook = base / "host.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho protected >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(ReleaseError, match="protected"):
        send(base / "first", PAGES, checkout)
    hook.unlink()
    assert send(base / "first", PAGES, checkout) == Sent(added=7)
    assert NAME in git(base / "host.git", "ls-tree", "--name-only", "gh-pages")
