"""Programs of the system that targets run: no shell, no questions at the terminal, their complaints in our words."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from ..words import ReleaseError


def run(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    given: str | None = None,
    accept: Collection[int] = (0,),
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Runs a program to its end; an exit code that isn't accepted is a refusal with the program's own last words."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            input=given or "",
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0", **(environment or {})},
        )
    except FileNotFoundError as error:
        raise ReleaseError(f"这台机器上没有 {command[0]}，没有发布。请先安装：apt install {command[0]}") from error
    if done.returncode not in accept:
        words = "\n".join((done.stderr or done.stdout).strip().splitlines()[-5:])
        raise ReleaseError(
            f"{command[0]} 没有成功（代码 {done.returncode}），发布中断：\n{words}\n解决以后再发布一次即可。"
        )
    return done
