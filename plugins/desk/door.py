"""How `./hub` is entered: a command line in, a task of tasks.py run, every answer in Chinese without a traceback.

A line that can mean one thing only is done at once. All others, and every question, are invoke's (`program.py`), whose
import takes longer than most commands. An exception class of our own rooms is by house rule a message for whoever
runs the hub, so it is printed as such; anything else is a fault of the program and keeps its traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar, overload

from .refusal import RefusalError

Marked = TypeVar("Marked", bound=Callable[..., None])


class Exit(SystemExit):
    """The end of a command before its time: with a word to whoever runs it, or with a code alone."""

    def __init__(self, message: str = "", code: int = 0) -> None:
        super().__init__(message or code)


class Command(Protocol):
    """A function that is a task: its first parameter is left to invoke, the others are operands and options."""

    __name__: str
    __code__: Any
    __defaults__: tuple[Any, ...] | None
    options: dict[str, Any]

    def __call__(self, context: None, /, *operands: Any, **options: Any) -> None: ...


@overload
def task(function: Marked) -> Marked: ...
@overload
def task(**options: Any) -> Callable[[Marked], Marked]: ...
def task(function: Any = None, **options: Any) -> Any:
    """Makes a function a task; `options` are those of invoke's own decorator.

    `many` names the parameter that takes any number of operands, as a tuple. invoke knows of one at most.
    """
    if function is None:
        return partial(task, **options)
    function.options = options
    return function


def name_of(command: Command) -> str:
    return str(command.options.get("name") or command.__name__.replace("_", "-"))


def commands(module: object) -> list[Command]:
    """The tasks of a module."""
    return [value for value in vars(module).values() if hasattr(value, "__code__") and hasattr(value, "options")]


def enter(module: object) -> None:
    """Does what the command line asks of a module's tasks, and ends the process."""
    try:
        _do(sys.argv[1:], commands(module))
        sys.stdout.flush()
    except BrokenPipeError:  # `./hub read FILE | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.stderr.flush()
    os._exit(0)  # all is done: to take a program apart, object by object, takes Python a twentieth of a second


def _do(words: Sequence[str], known: Sequence[Command]) -> None:
    try:
        if (call := plain_call(words, known)) is not None:
            call()
            return
        from .program import HubProgram, collection

        HubProgram(name="hub", binary="./hub", namespace=collection(known)).run()
    except Exception as error:
        if not type(error).__module__.startswith("plugins."):
            raise
        raise Exit(str(error)) from error


def plain_call(words: Sequence[str], known: Iterable[Command]) -> partial[None] | None:
    """What these words can mean, if that is one thing only: a task, its operands, options with their values."""
    command = next((command for command in known if words and name_of(command) == words[0]), None)
    if command is None:
        return None
    names = command.__code__.co_varnames[1 : command.__code__.co_argcount]
    defaults = dict(zip(reversed(names), reversed(command.__defaults__ or ()), strict=False))
    operands: list[str] = []
    options: dict[str, Any] = {}
    rest = iter(words[1:])
    for word in rest:
        if not word.startswith("-"):
            operands.append(word)
            continue
        name, equals, value = word.removeprefix("--").partition("=")
        option = name.replace("-", "_")
        if option not in defaults or option in options or "_" in name:
            return None
        options[option] = _read(defaults[option], value if equals else None, rest)
        if options[option] is None:
            return None
    if many := command.options.get("many"):
        options[many], operands = tuple(operands), []
    complete = len(operands) == len(names) - len(defaults)
    return partial(command, None, *operands, **options) if complete else None


def _read(default: object, written: str | None, rest: Iterator[str]) -> Any:
    """The value of an option of this default; None if it is not plain."""
    if default is False:
        return True if written is None else None
    value = next(rest, "") if written is None else written
    if not value or value.startswith("-"):
        return None
    if type(default) is int:
        return int(value) if value.isascii() and value.isdecimal() else None
    return value if type(default) is str else None


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
