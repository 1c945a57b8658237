"""Who may import whom, and how large a room's modules may grow: the rules of the house, read off the code itself."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PLUGINS = ROOT / "plugins"
FEATURES = {
    "articles",
    "columns",
    "datasets",
    "facts",
    "fonts",
    "home",
    "ledger",
    "offline",
    "pages",
    "styleguide",
    "timeline",
    "topics",
}
BASE = {"zhtext", "manuscripts", "archive", "cards", "charts", "images", "linked", "settings"}
MAY_IMPORT: dict[str, set[str]] = {
    "zhtext": set(),
    "fulltext": set(),
    "settings": set(),
    "compiled": set(),
    "wording": set(),
    "cards": {"zhtext"},
    "charts": {"zhtext"},
    "images": set(),
    "linked": set(),
    "manuscripts": {"zhtext"},
    "archive": {"manuscripts", "images", "zhtext", "settings"},
    "press": {"manuscripts", "archive", "images", "linked", "settings", "wording"},
    "proof": {"zhtext", "manuscripts", "archive", "settings", "wording"},
    "desk": {"zhtext", "manuscripts", "archive", "settings", "press", "proof"},
    "checks": {"archive", "zhtext", "settings", "wording"},
    "imports": {"zhtext", "manuscripts", "desk", "wording"},
    "search": {"fulltext", "manuscripts", "archive", "settings"},
    "releases": {"checks", "press", "proof", "settings"},
    "syndication": {"archive", "settings"},
    **dict.fromkeys(FEATURES, BASE),
}
PELICAN = {"press", "manuscripts"}
PROCESSES = {"subprocess", "socket", "ghp_import"}
OUTSIDE = {"releases"}

MODULES = sorted(path for path in PLUGINS.rglob("*.py") if "__pycache__" not in path.parts)
BENCH = sorted(path for path in (ROOT / "bench").rglob("*.py") if "__pycache__" not in path.parts)


def room(path: Path) -> str:
    return path.relative_to(PLUGINS).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    """The modules that a file imports, relative ones made absolute."""
    package = ["plugins", *path.relative_to(PLUGINS).parent.parts]
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            names += [stem] if node.module else [f"{stem}.{alias.name}" for alias in node.names]
            if stem == "plugins":
                names += [f"plugins.{alias.name}" for alias in node.names]
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    assert own in MAY_IMPORT, f"{own} is a new room: give it its rule here and in the README"
    rooms = {name.split(".")[1] for name in imported(path) if name.startswith("plugins.")} - {own}
    assert rooms <= MAY_IMPORT[own]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PLUGINS).as_posix())
def test_pelican_processes_and_network_stay_where_they_belong(path: Path) -> None:
    heads = {name.split(".")[0] for name in imported(path)}
    if path.name != "__init__.py" and room(path) not in PELICAN:
        assert "pelican" not in heads
    if room(path) not in OUTSIDE:
        assert not heads & PROCESSES


def test_no_room_knows_of_the_bench() -> None:
    assert [path for path in MODULES if "bench" in {name.split(".")[0] for name in imported(path)}] == []


def test_every_rule_has_its_room() -> None:
    assert set(MAY_IMPORT) == {room(path) for path in MODULES} - {"__init__"}


@pytest.mark.parametrize("path", [*MODULES, *BENCH], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= 400
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module begins with a docstring that orients"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


JOINING = sorted(
    path.parent.name for path in PLUGINS.glob("*/__init__.py") if "def register" in path.read_text("utf-8")
)


def test_every_feature_joins() -> None:
    assert set(JOINING) >= FEATURES


@pytest.mark.parametrize("name", JOINING)
def test_register_wires_and_does_nothing_else(name: str) -> None:
    tree = ast.parse((PLUGINS / name / "__init__.py").read_text("utf-8"))
    (register,) = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == "register")
    wiring = [
        node for node in register.body if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]
    assert [ast.unparse(node) for node in wiring] == ["features.connect(_join)"]
