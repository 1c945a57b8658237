"""`./hub serve`: builds, serves, watches, builds again in the same process; an error keeps the last good page.

A change to the rooms' own code needs a new process: `watch` then answers True, and the caller starts over.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from watchfiles import DefaultFilter, watch

from .preview import State, open_server

WATCHED = ("content", "theme", "plugins")
CALM = 20
"""Milliseconds without a further change before a build starts: editors write a file in several steps."""
GLANCE = 100
"""Milliseconds between looks at the settings file, which isn't watched: a watch on one file ends when an editor
replaces that file, and watching its folder would mean all of the cache and the output too."""


class Report(Protocol):
    """What a build says, as far as the preview shows it."""

    faults: list[str]

    def census(self) -> str: ...


class Build(Protocol):
    """Builds the site, given what has changed since the build before; `ready` is called when pages stand."""

    def __call__(self, changed: Collection[Path], ready: Callable[[], object]) -> Report: ...


@dataclass(frozen=True)
class Preview:
    """Where things stand, and how to build."""

    root: Path
    output: Path
    build: Build
    port: int = 8000


def serve(preview: Preview, stop: threading.Event | None = None) -> bool:
    """Until Ctrl-C or `stop`; True when the rooms' code changed and a new process should take over."""
    state = State()
    server = open_server(preview.output, state, preview.port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        _say(f"预览在 http://127.0.0.1:{server.server_port}/ ，改了稿件会自动更新；按 Ctrl-C 结束。")
        return _watch(preview, state, stop)
    except KeyboardInterrupt:
        return False
    finally:
        server.shutdown()
        server.server_close()
        _say("预览结束。")


def build_once(preview: Preview, changed: Collection[Path], state: State) -> None:
    """One build, its faults on the terminal and on the page. A broken template must not end the preview either."""
    try:
        report = preview.build(changed, state.publish)
        if report.faults:
            state.publish(report.faults)
        _say("\n".join([*report.faults, report.census()]))
    except Exception as error:
        spoken = type(error).__module__.startswith("plugins.")
        state.publish([str(error) if spoken else traceback.format_exc()])
        _say(state.faults[0])


def _watch(preview: Preview, state: State, stop: threading.Event | None) -> bool:
    for paths in _changes(preview, stop):
        if any(preview.root / "plugins" in path.parents for path in paths):
            return True
        build_once(preview, paths, state)
    return False


def _changes(preview: Preview, stop: threading.Event | None) -> Iterator[set[Path]]:
    """What was changed, each time that something was; ends when told to, or by Ctrl-C.

    The first answer is empty and comes once the watch stands, so that nothing saved from then on is missed.
    """
    folders = [preview.root / name for name in WATCHED]
    settings = preview.root / "pelicanconf.py"
    seen, begun = _version(settings), False
    for changes in watch(
        *(folder for folder in folders if folder.is_dir()),
        watch_filter=DefaultFilter(),
        debounce=200,
        step=CALM,
        rust_timeout=GLANCE,
        yield_on_timeout=True,
        stop_event=stop,
    ):
        paths = {Path(path) for _, path in changes}
        if (now := _version(settings)) != seen:
            seen = now
            paths.add(settings)
        if paths or not begun:
            begun = True
            yield paths


def _version(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:  # an editor is about to put the new one in its place
        return None
    return status.st_mtime_ns, status.st_size


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
    sys.stderr.flush()
