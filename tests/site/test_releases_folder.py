"""The folder target on a real folder: order, wholeness, and hands off what is someone else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.releases.manifest import NAME
from plugins.releases.sending import send
from plugins.releases.settings import FolderTarget
from plugins.releases.targets import folder
from plugins.releases.words import ReleaseError, Sent
from tests.site.releasing import FIRST, PUT_IN_ORDER, REMOVED_IN_ORDER, SECOND, held, write_site


class Case:
    """Two editions of a site and the folder that they go to."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.first = write_site(base / "first", FIRST)
        self.second = write_site(base / "second", SECOND)
        self.goal = base / "www"
        self.target = FolderTarget(kind="folder", path="www")

    def send(self, site: Path) -> Sent:
        return send(site, self.target, self.base)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def test_each_release_leaves_exactly_its_site(case: Case) -> None:
    assert case.send(case.first) == Sent(added=7)
    assert held(case.goal) == FIRST
    assert case.send(case.second) == Sent(added=2, changed=2, removed=4)
    assert held(case.goal) == SECOND
    assert not (case.goal / "data").exists()
    stamps = {path: path.stat().st_mtime_ns for path in case.goal.rglob("*")}
    assert case.send(case.second) == Sent()
    assert stamps == {path: path.stat().st_mtime_ns for path in case.goal.rglob("*")}


def test_files_go_in_their_order(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.send(case.first)
    done: list[str] = []
    place, remove = folder.place, folder.remove

    def placing(source: Path, goal: Path) -> None:
        place(source, goal)
        done.append(goal.relative_to(case.goal).as_posix())

    def removing(root: Path, path: str) -> None:
        remove(root, path)
        done.append(path)

    monkeypatch.setattr(folder, "place", placing)
    monkeypatch.setattr(folder, "remove", removing)
    case.send(case.second)
    assert done == PUT_IN_ORDER + REMOVED_IN_ORDER


def test_a_failed_removal_leaves_the_new_files(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    case.send(case.first)

    def failing(root: Path, path: str) -> None:
        raise PermissionError(13, "Permission denied", str(root / path))

    with monkeypatch.context() as patch:
        patch.setattr(folder, "remove", failing)
        with pytest.raises(ReleaseError, match="发布中断"):
            case.send(case.second)
    assert held(case.goal) == FIRST | SECOND
    case.send(case.second)
    assert held(case.goal) == SECOND


@pytest.mark.parametrize("broken", range(len(PUT_IN_ORDER)))
def test_a_release_that_broke_off_is_completed_by_the_next(
    case: Case, monkeypatch: pytest.MonkeyPatch, broken: int
) -> None:
    case.send(case.first)
    place = folder.place

    def failing(source: Path, goal: Path) -> None:
        if goal == case.goal / PUT_IN_ORDER[broken]:
            raise OSError(28, "No space left on device", str(goal))
        place(source, goal)

    with monkeypatch.context() as patch:
        patch.setattr(folder, "place", failing)
        with pytest.raises(ReleaseError, match="No space left"):
            case.send(case.second)
    now = held(case.goal)
    assert all(now[path] == SECOND[path] for path in PUT_IN_ORDER[:broken])
    assert all(now.get(path) == FIRST.get(path) for path in [*PUT_IN_ORDER[broken:], *REMOVED_IN_ORDER])
    case.send(case.second)
    assert held(case.goal) == SECOND


def test_what_is_someone_elses_is_never_touched(case: Case) -> None:
    case.goal.mkdir()
    (case.goal / "index.html").write_text("别人的首页", "utf-8")
    with pytest.raises(ReleaseError, match="已有别的文件"):
        case.send(case.first)
    assert held(case.goal) == {"index.html": "别人的首页"}
    (case.goal / "index.html").unlink()

    case.send(case.first)
    (case.goal / "data" / "old" / "verify.txt").write_text("别人的", "utf-8")
    (case.goal / "articles" / "b.html").write_text("别人的", "utf-8")
    with pytest.raises(ReleaseError, match=r"articles/b\.html"):
        case.send(case.second)
    (case.goal / "articles" / "b.html").unlink()
    case.send(case.second)
    assert held(case.goal) == SECOND | {"data/old/verify.txt": "别人的"}


def test_a_file_that_went_missing_at_the_target_is_sent_again(case: Case) -> None:
    case.send(case.first)
    (case.goal / "articles" / "a.html").unlink()
    assert case.send(case.first) == Sent(added=1)
    assert held(case.goal) == FIRST
    (case.goal / NAME).write_text("{", "utf-8")
    with pytest.raises(ReleaseError, match="读不懂"):
        case.send(case.second)
