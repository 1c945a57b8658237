"""What is documented is what there is: commands, rules, components, settings, links. No secret is in it."""

from __future__ import annotations

import importlib
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.checks.rules import RULES
from plugins.desk import door
from plugins.proof.rules import RULES as PROOF_RULES
from plugins.settings import RoomSettings

ROOT = Path(__file__).parents[1]
HANDBOOK = ROOT / "docs" / "编辑手册.md"
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} +(.+?) *#*$", re.MULTILINE)
LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(\s*<?([^)\s>]+)")
PRIVATE = re.compile(r"(?<![\w.*~})])/(?:work|root|tmp|home)/\w")  # a path of the machine that this was written on
REGISTRY = re.compile(  # a setting that names a registry, or the address of one's pages or files; not itself
    r"index[-]url|find[-]links|registry *= *\"?http|\"resolved\": *\"htt[p]|https?:/{2}[^ \"]*/(?:simple|packages)/"
)


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def headings_of(text: str) -> list[str]:
    """The headings of a Markdown text, code blocks left out."""
    return HEADING.findall(FENCE.sub("", text))


def named_in_headings(text: str) -> set[str]:
    return {heading.replace("`", "").split()[0] for heading in headings_of(text)}


def tracked() -> list[str]:
    """The files that git keeps, as paths relative to the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def tasks() -> list[str]:
    return sorted(map(door.name_of, door.commands(importlib.import_module("tasks"))))


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/编辑手册.md"])
def test_every_command_is_explained(name: str) -> None:
    text = text_of(name)
    assert [task for task in tasks() if not re.search(rf"\./hub {re.escape(task)}\b(?!-)", text)] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/编辑手册.md"])
def test_no_command_is_explained_that_is_not_there(name: str) -> None:
    named = set(re.findall(r"\./hub ([a-z][a-z-]*)", text_of(name)))
    assert named - set(tasks()) == set()


def test_every_rule_has_its_heading() -> None:
    named = {heading for heading in named_in_headings(text_of("docs/checks.md")) if "_" in heading}
    assert named == {rule.name for rule in RULES}


def test_every_rule_of_proof_has_its_heading() -> None:
    named = {heading for heading in named_in_headings(text_of("docs/proof.md")) if "_" in heading}
    assert named == {rule.name for rule in PROOF_RULES}


def test_every_component_has_its_heading() -> None:
    folders = {folder.name for folder in (ROOT / "theme" / "components").iterdir() if folder.is_dir()}
    assert folders
    assert folders - named_in_headings(text_of("docs/components.md")) == set()


def settings_classes() -> Iterator[type[RoomSettings]]:
    """The settings that each room declares."""
    for file in sorted((ROOT / "plugins").glob("*/settings.py")):
        module = importlib.import_module(f"plugins.{file.parent.name}.settings")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, RoomSettings) and value is not RoomSettings:
                yield value


def test_every_setting_has_its_line() -> None:
    declared = {name for model in settings_classes() for name in model.names()}
    assert declared
    text = text_of("docs/settings.md")
    assert sorted(name for name in declared if f"`{name}`" not in text) == []


def test_the_readme_starts_with_the_two_commands_that_ci_runs() -> None:
    readme, ci = text_of("README.md"), text_of(".ci/run")
    blocks = re.findall(r"^```(?:sh|console|bash)?\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert re.findall(r"\./hub (?:build|test)\b", blocks[0]) == ["./hub build", "./hub test"]
    for command in ("./hub build", "./hub test"):
        assert re.search(rf"^\s*(?:exec )?{re.escape(command)}\b", ci, re.MULTILINE)


def test_both_readmes_have_the_same_frame() -> None:
    ours, theirs = text_of("README.md"), text_of("README.zh-CN.md")
    assert len(headings_of(ours)) == len(headings_of(theirs))
    assert len(FENCE.findall(ours)) == len(FENCE.findall(theirs))


def slug_of(heading: str) -> str:
    """The id that a forge gives a heading."""
    words = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower())
    return words.replace(" ", "-")


def documents() -> list[Path]:
    """The Markdown files at the root and under docs/."""
    names = [name for name in tracked() if name.endswith(".md")]
    return [ROOT / name for name in names if name.startswith("docs/") or "/" not in name]


def resolves(document: Path, written: str) -> bool:
    """Whether a relative link leads to a file, and to a heading of it when it names one."""
    path, _, fragment = unquote(written).partition("#")
    target = document.parent / path if path else document
    if not fragment or target.suffix != ".md":
        return target.exists()
    return target.is_file() and fragment in {slug_of(heading) for heading in headings_of(target.read_text("utf-8"))}


def test_links_between_documents_resolve() -> None:
    dead = []
    for document in documents():
        prose = re.sub(r"`[^`\n]*`", "", FENCE.sub("", document.read_text("utf-8")))
        inner = [written for written in LINK.findall(prose) if not re.match(r"[a-z]+:", written)]
        dead += [f"{document.name}: {written}" for written in inner if not resolves(document, written)]
    assert dead == []


@pytest.mark.parametrize("pattern", [PRIVATE, REGISTRY], ids=["path", "registry"])
def test_nothing_private_is_told(pattern: re.Pattern[str]) -> None:
    told = []
    for name in tracked():
        data = (ROOT / name).read_bytes()
        if b"\0" in data[:8192]:
            continue
        lines = data.decode("utf-8", "replace").splitlines()
        told += [f"{name}:{number}: {line.strip()}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    assert told == []


def test_the_patterns_know_what_they_look_for() -> None:
    assert PRIVATE.search("see /" + "tmp/x")
    assert REGISTRY.search("https:/" + "/host.example/simple/x")
    assert REGISTRY.search("--index" + "-url x")
    assert not PRIVATE.search("output/home/index.html or ./tmp/x")
