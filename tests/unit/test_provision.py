"""What is missing is installed where that can be, and otherwise said; never passed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tools import provision as tools
from tests.tools.provision import Need, provision


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine that has no rsync; gives the list of what apt was asked for."""
    asked: list[list[str]] = []
    monkeypatch.setattr(tools, "NEEDS", (Need("rsync", lambda: bool(asked), "rsync"),))
    monkeypatch.setattr(tools, "apt_install", asked.append)
    monkeypatch.setattr(tools, "has_vnu", lambda: True)
    return asked


def test_as_root_it_is_installed(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "can_apt", lambda: True)
    assert provision() == []
    assert bare == [["rsync"]]


def test_otherwise_one_line_says_what_to_do(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "can_apt", lambda: False)
    (line,) = provision()
    assert "apt-get install -y rsync" in line
    assert bare == []


def test_looking_alone_installs_nothing(bare: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "can_apt", lambda: True)
    assert len(provision(install=False)) == 1
    assert bare == []


def test_an_npm_package_in_another_version_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tools, "VNU", tmp_path)
    jar = tools.vnu_jar()
    jar.parent.mkdir(parents=True)
    jar.touch()
    manifest = tmp_path / "package.json"
    manifest.write_text(json.dumps({"version": "0.0.1"}), "utf-8")
    assert not tools.has_vnu()
    lock = json.loads((tools.HERE / "package-lock.json").read_text("utf-8"))
    manifest.write_text(json.dumps({"version": lock["packages"]["node_modules/vnu-jar"]["version"]}), "utf-8")
    assert tools.has_vnu()


def test_the_npm_lock_names_no_host_and_holds_hashes() -> None:
    text = (tools.HERE / "package-lock.json").read_text("utf-8")
    packages = {name: entry for name, entry in json.loads(text)["packages"].items() if name}
    assert "://" not in text
    assert packages
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())


def test_the_checks_run_without_the_tests_dependencies() -> None:
    """`./hub check` and `./hub publish` work in a place that never ran a test."""
    lock = (Path(__file__).parents[2] / "requirements.lock").read_text("utf-8")
    assert [name for name in ("lxml", "html5lib") if f"\n{name}==" not in f"\n{lock}"] == []
