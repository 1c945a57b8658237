"""How `./hub` speaks: a command line in, a task of tasks.py run, every answer in Chinese without a traceback.

invoke parses and runs; this says in Chinese what invoke says in English. An exception class of our own rooms is
by house rule a message for whoever runs the hub, so it is printed as such; anything else is a fault of the
program and keeps its traceback.
"""

from __future__ import annotations

import difflib
import inspect
import os
import re
import sys
from pathlib import Path

from invoke.exceptions import Exit, ParseError
from invoke.program import Program

from .refusal import RefusalError

USAGE_ERROR = 2

# invoke's messages, in the order of how often an editor meets them, and what we say instead.
PHRASES = [
    (r"No idea what '(--.+)' is!", "没有 {0} 这个选项{near}"),
    (r"No idea what '(.+)' is!", "看不懂“{0}”{near}"),
    (r"'(.+)' did not receive required positional arguments: '(.+)'", "{0} 后面还要写明：{1}"),
    (r"Flag <Argument: (\S+).*> needed value and was not given one!", "--{0} 后面还要写明它的值"),
    (r"invalid literal for int\(\) with base 10: '(.+)'", "“{0}”不是整数"),
]


def in_chinese(message: str, known: list[str]) -> str:
    """What invoke complained of, in Chinese, with the nearest of the known names."""
    for pattern, phrase in PHRASES:
        if found := re.search(pattern, message):
            near = difflib.get_close_matches(found[1], known, n=1)
            return phrase.format(*found.groups(), near=f"，是不是 {near[0]}？" if near else "。")
    return message


class Door(Program):
    """invoke's program with our manners."""

    def run(self, argv: list[str] | None = None, exit: bool = True) -> None:
        try:
            super().run(argv, exit)
            sys.stdout.flush()
        except BrokenPipeError:  # `./hub read FILE | head`: the reader has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def normalize_argv(self, argv: list[str] | None) -> None:
        super().normalize_argv(argv)
        words = self.argv[1:]
        ours = words[: words.index("--")] if "--" in words else words
        # Behind a task that takes an operand, invoke would take --help for that operand.
        if len(ours) > 1 and {"--help", "-h"} & set(ours[1:]):
            self.argv = [self.argv[0], "--help", ours[0]]

    def parse_core(self, argv: list[str] | None) -> None:
        super().parse_core(argv)
        # invoke turns byte code off, which would compile our rooms anew at every start.
        sys.dont_write_bytecode = bool(os.environ.get("PYTHONDONTWRITEBYTECODE"))

    def parse_tasks(self) -> None:
        try:
            super().parse_tasks()
        except (ParseError, ValueError) as error:
            name = getattr(getattr(error, "context", None), "name", None) or next(iter(self.core.unparsed), "")
            context = self._make_parser().contexts.get(name)
            message = in_chinese(str(error), list(context.flags) if context else [])
            raise Exit(f"{message}\n用法见：./hub {name} --help", code=USAGE_ERROR) from error

    def execute(self) -> None:
        try:
            super().execute()
        except Exception as error:
            if not type(error).__module__.startswith("plugins."):
                raise
            raise Exit(str(error), code=1) from error

    def print_task_help(self, name: str) -> None:
        context = self.parser.contexts[name]
        operands = "".join(f" {argument.name.upper()}" for argument in context.positional_args)
        rows = [row for row in context.help_tuples() if row[0].startswith("--")]
        usage = [
            f"用法：./hub {name}{operands}{' [选项]' if rows else ''}",
            inspect.getdoc(self.collection[name]) or "",
        ]
        sys.stdout.write("\n\n".join([*usage, "选项：\n" if rows else ""]) + "\n" * bool(rows))
        if rows:
            self.print_columns(rows)


def from_caller(path: str) -> Path:
    """A path as the editor meant it: relative to where `./hub` was called, not to the project's root."""
    return Path(os.environ.get("HUB_CWD", "."), path)


def option(path: str) -> Path | None:
    """The same for a path that may be left out."""
    return from_caller(path) if path else None


def content_folder(path: str) -> Path | None:
    """The same for the manuscripts' folder, which has to be there."""
    folder = option(path)
    if folder and not folder.is_dir():
        raise RefusalError(f"找不到稿件文件夹 {folder}。请核对 --content 后面的路径。")
    return folder
