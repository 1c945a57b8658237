"""What others do to the output folder and the cache costs time only, and nobody else's file is touched."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from plugins.press.output import OutputError
from tests.rebuild.little import Little, files


def test_what_was_done_to_the_output_is_undone(little: Little) -> None:
    before = files(little.output)
    (little.output / "index.html").write_text("改坏了", "utf-8")
    (little.output / "articles/a.html").unlink()
    (little.output / "stray.html").write_text("多出来的", "utf-8")
    little.build()
    assert files(little.output) == before


def test_equal_times_do_not_hide_other_bytes(little: Little) -> None:
    file = little.content / "articles/a.md"
    seen = file.stat()
    file.write_bytes(file.read_bytes().replace("春天".encode(), "夏天".encode()))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    little.build()
    assert "今年夏天" in (little.output / "articles/a.html").read_text("utf-8")


@pytest.mark.parametrize("damage", ["cut", "nonsense", "old"])
def test_a_damaged_cache_costs_time_only(little: Little, damage: str) -> None:
    archive = little.cache / "archive.sqlite"
    data = archive.read_bytes()
    made = {"cut": data[: len(data) // 2], "nonsense": b"nonsense" * 100, "old": b""}[damage]
    for leftover in little.cache.glob("archive.sqlite-*"):
        leftover.unlink()
    archive.write_bytes(made)
    before = files(little.output)
    little.replace("articles/a.md", "春天", "夏天")
    assert "articles/a.html" in little.printed()
    assert files(little.output) != before
    assert files(little.output) == little.fresh()


def test_a_folder_with_other_peoples_files_is_refused(little: Little) -> None:
    other = little.folder / "other"
    other.mkdir()
    (other / "thesis.doc").write_text("不可再得", "utf-8")
    with pytest.raises(OutputError, match="不是本系统"):
        little.build(output=other)
    assert (other / "thesis.doc").exists()


def test_what_a_killed_process_left_half_written_is_taken_away(little: Little) -> None:
    before = files(little.output)
    (little.output / ".hub-fresh").mkdir()
    (little.output / ".hub-fresh/elsewhere-1").write_text("<!doctype", "utf-8")
    report = little.build()
    assert (report.printed, report.removed) == (0, 0)
    assert files(little.output) == before


def tangle(output: Path, kind: str) -> None:
    """Puts something else where pages and their folders are."""
    if kind == "a folder where a page is":
        (output / "index.html").unlink()
        (output / "index.html/within").mkdir(parents=True)
    elif kind == "files where a page is":
        (output / "index.html").unlink()
        (output / "index.html").mkdir()
        (output / "index.html/stray.txt").write_text("多出来的", "utf-8")
    elif kind == "a file where a folder is":
        shutil.rmtree(output / "articles")
        (output / "articles").write_text("多出来的", "utf-8")
    else:
        (output / "articles").rename(output.parent / "elsewhere-articles")
        (output / "articles").symlink_to(output.parent / "elsewhere-articles")


@pytest.mark.parametrize(
    "kind", ["a folder where a page is", "files where a page is", "a file where a folder is", "a link to a folder"]
)
def test_what_stands_in_the_way_goes(tmp_path: Path, kind: str) -> None:
    site = Little(tmp_path)
    assert not site.build().faults
    tangle(site.output, kind)
    assert not site.build().faults
    assert files(site.output) == site.fresh()
    assert not (site.output / "articles").is_symlink()


def test_an_old_address_becomes_a_folder_and_again_a_file(tmp_path: Path) -> None:
    site = Little(tmp_path)
    site.replace("articles/a.md", "slug: a\n", "slug: a\naliases: [/old/a.html]\n")
    site.build()
    for one, other in (("/old/a.html", "/old/a.html/b.html"), ("/old/a.html/b.html", "/old/a.html")):
        site.replace("articles/a.md", f"[{one}]", f"[{other}]")
        assert not site.build().faults
        assert files(site.output) == site.fresh()
