"""Fetching: a package's name in, a folder of its own with its program out, through pip and npm as anyone calls them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

from .measure import BenchError, plain_environment

Fetch = Callable[[Path], None]


def fetched(name: str, fetch: Fetch, tools: Path) -> Path:
    """The folder of a generator's tools, fetched once; one that was cut off in the middle is fetched again."""
    folder, done = tools / name, tools / f"{name}.fetched"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        fetch(folder)
        done.touch()
    return folder


def answer(command: Sequence[str], folder: Path) -> str:
    """What a command prints."""
    ran = subprocess.run(command, cwd=folder, env=plain_environment(), capture_output=True, text=True, check=False)
    return ran.stdout.strip()


def carry_out(command: Sequence[str], folder: Path) -> None:
    ran = subprocess.run(
        command,
        cwd=folder,
        env=plain_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        raise BenchError(f"装不成 {folder.name}：{' '.join(command)}\n{(ran.stdout + ran.stderr)[-2000:]}")


def from_pypi(*packages: str) -> Fetch:
    """Fetches packages into a venv of their own."""

    def fetch(tools: Path) -> None:
        venv.create(tools, with_pip=True)
        carry_out([str(tools / "bin" / "python"), "-m", "pip", "install", "-qq", "--no-input", *packages], tools)

    return fetch


def from_npm(package: str) -> Fetch:
    """Fetches a package into a folder of its own."""

    def fetch(tools: Path) -> None:
        (tools / "package.json").write_text('{"private": true}', "utf-8")
        carry_out([node("npm"), "install", "--no-audit", "--no-fund", "--loglevel=error", package], tools)

    return fetch


def from_lock(folder: Path, *arguments: str) -> Fetch:
    """Fetches what a folder's package-lock.json names, and takes the folder's own files along."""

    def fetch(tools: Path) -> None:
        shutil.copytree(folder, tools, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules", ".git"))
        carry_out([node("npm"), "ci", "--no-audit", "--no-fund", "--loglevel=error", *arguments], tools)

    return fetch


def node(name: str) -> str:
    """One of Node's programs: the machine's, or the one that the tests' packages brought."""
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if not found:
        raise BenchError(f"找不到 {name}：先要装 Node.js。")
    return found
