"""The command line's manners: every answer in Chinese, no traceback, paths as the editor meant them."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest
from invoke.parser import Parser

import tasks
from plugins.desk import door
from plugins.desk.program import collection

ROOT = Path(__file__).resolve().parents[2]


def hub(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "HUB_CWD": str(cwd), "PYTHONUTF8": "1"}
    command = [sys.executable, "tasks.py", *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["build", "--contnt", "x"], "没有 --contnt 这个选项，是不是 --content？"),
        (["build", "--jobs", "many"], "“many”不是整数"),
        (["build", "--content"], "--content 后面还要写明它的值"),
        (["read"], "read 后面还要写明：file"),
        (["read", "a", "b"], "看不懂“b”"),
    ],
)
def test_a_slip_on_the_command_line_is_answered_in_chinese(words: list[str], said: str) -> None:
    answer = hub(*words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert f"用法见：./hub {words[0]} --help" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_help_shows_the_operands_and_every_option() -> None:
    shown = hub("read", "--help").stdout
    assert "./hub read FILE [选项]" in shown
    assert "--year" in shown
    assert "Usage" not in shown


def test_a_path_is_relative_to_where_the_editor_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("种树86棵。", "utf-8")
    assert '"text": "86棵"' in hub("read", "a.txt", cwd=tmp_path).stdout
    missing = hub("read", "b.txt", cwd=tmp_path)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr == f"找不到文件 {tmp_path / 'b.txt'}。请核对文件名和所在的文件夹。\n"


def test_a_reader_who_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("种树86棵。\n" * 20000, "utf-8")
    command = f"{sys.executable} tasks.py read {tmp_path}/a.txt | head -n 1"
    answer = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert answer.stdout.count("\n") == 1
    assert answer.stderr == ""


def test_a_content_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    answer = hub("build", "--content", "gaojian", cwd=tmp_path)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr == f"找不到稿件文件夹 {tmp_path / 'gaojian'}。请核对 --content 后面的路径。\n"


@pytest.mark.parametrize(
    "line",
    [
        "build",
        "build --content a --output=b --jobs 2 --fresh --settings c=d",
        "read a.txt --year 2026",
        "read --year=2026 a.txt",
        "check --site-url https://example.org",
        "bench build --articles 10 --rounds 3",
    ],
)
def test_a_plain_line_means_what_invoke_reads_in_it(line: str) -> None:
    call = door.plain_call(line.split(), door.commands(tasks))
    (context,) = Parser(contexts=collection(door.commands(tasks)).to_contexts()).parse_argv(line.split())
    assert call is not None
    meant = inspect.signature(call.func).bind(*call.args, **call.keywords)
    meant.apply_defaults()
    del meant.arguments["_"]
    assert meant.arguments == {argument.name: argument.value for argument in context.args.values()}


@pytest.mark.parametrize(
    "line",
    ["", "bulid", "build --help", "build -h", "build --jobs -1", "build --jobs ２", "build x", "build --fresh=no",
     "build --content a --content b", "build --content=", "build --content --fresh", "check --site_url x", "read",
     "test -- -k x", "--help build"],
)  # fmt: skip
def test_whatever_else_is_left_to_invoke(line: str) -> None:
    assert door.plain_call(line.split(), door.commands(tasks)) is None
