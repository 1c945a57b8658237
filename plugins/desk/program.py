"""Command lines that take explaining: help, a slip of the pen, an option in an unusual spelling.

invoke parses and runs; this says in Chinese what invoke says in English.
"""

from __future__ import annotations

import difflib
import inspect
import os
import re
import sys
from collections.abc import Iterable

from invoke.collection import Collection
from invoke.exceptions import Exit, ParseError
from invoke.program import Program
from invoke.tasks import Task

from .door import Command, name_of

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


def collection(commands: Iterable[Command]) -> Collection:
    """Our tasks as invoke's."""
    made = Collection()
    for command in commands:
        options = {name: value for name, value in command.options.items() if name != "many"}
        made.add_task(Task(command, **{**options, "name": name_of(command), "auto_shortflags": False}))
    return made


class HubProgram(Program):
    """invoke's program with our manners."""

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

    def print_task_help(self, name: str) -> None:
        context = self.parser.contexts[name]
        many = getattr(self.collection[name].body, "options", {}).get("many")
        shown = {argument.name: argument.name.upper() for argument in context.positional_args}
        operands = "".join(f" [{word}…]" if key == many else f" {word}" for key, word in shown.items())
        rows = [row for row in context.help_tuples() if row[0].startswith("--")]
        usage = [
            f"用法：./hub {name}{operands}{' [选项]' if rows else ''}",
            inspect.getdoc(self.collection[name]) or "",
        ]
        sys.stdout.write("\n\n".join([*usage, "选项：\n" if rows else ""]) + "\n" * bool(rows))
        if rows:
            self.print_columns(rows)
