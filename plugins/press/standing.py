"""The same words again, and nothing that they depend on has changed: the site stands, and the answer is known.

A build that went well leaves a record: its words, and a mark of every folder and file that had a part in it. This is
asked before anything costly is imported, and trusts stats alone: whoever wants all of it looked at says `--fresh`.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from zlib import crc32

from .survey import Survey, mark, signature, survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from .report import Report

    Seen = tuple[str, str, int]
    """How a path was looked at, the path, and what stood there."""

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, ".cache", "standing")
NEVER = -1
"""What stands in a tree that leads to a folder elsewhere: nobody knows without going there."""
ALWAYS = ("--fresh", "--profile", "--explain", "--help", "-h")
"""Words that ask for more than the site."""


taken: dict[str, Survey] = {}
"""What `answered` has seen, for the build that follows when it has no answer: nothing need be looked at twice."""


def look(kind: str, path: str) -> int:
    """What now stands at a path: a `tree` of files, `all` of a folder's with the hidden ones, or the one `entry`."""
    if kind == "entry":
        return signature(os.stat(path))
    found = taken[path] = survey(path, hidden=kind == "all")
    if kind == "all":
        return mark(found.files | dict.fromkeys(found.links, 0))
    if any(os.path.isdir(f"{path}/{link}") for link in found.links):
        return NEVER
    return mark(found.files | {link: signature(os.stat(f"{path}/{link}")) for link in found.links})


def answered(words: Sequence[str]) -> bool:
    """Whether these words have been answered, because all is as it was."""
    begun = time.perf_counter()
    if not words or words[0] != "build" or any(word.startswith(ALWAYS) for word in words):
        return False
    try:
        with open(_place(words), encoding="utf-8") as file:
            record = json.load(file)
        if record["words"] != _words(words) or _other(record):
            return False
        census, report = str(record["census"]), json.loads(record["report"]) | {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # no record, or one that says nothing
        return False
    print(census, file=sys.stderr)
    print(json.dumps(report | {"seconds": round(time.perf_counter() - begun, 3)}))
    return True


def _other(record: dict[str, Any]) -> bool:
    """Whether anything that the answer hung on is another now."""
    if any(os.environ.get(name) != value for name, value in record["environment"].items()):
        return True
    return any(was == NEVER or look(kind, path) != was for kind, path, was in record["seen"])


def surroundings(settings: str) -> list[Seen]:
    """Code, settings and libraries as they are now: to be asked before a build reads them."""
    places = [("tree", os.path.join(ROOT, "plugins")), ("entry", os.path.join(ROOT, "tasks.py"))]
    folder = os.path.dirname(os.path.abspath(settings))
    beside = _scripts(folder) if os.path.isdir(folder) else []
    places += [("entry", path) for path in {*_scripts(ROOT), *beside, *_libraries()}]
    return [(kind, path, look(kind, path)) for kind, path in places]


def remember(words: Sequence[str], settings: str, around: Sequence[Seen], report: Report) -> None:
    """Notes that these words were answered; `around` is what the build read, as it was before it was read."""
    if not report.seen:
        return
    modules, answer = _modules(), report.unchanged()
    record = {
        "words": _words(words),
        "environment": _environment({*_scripts(ROOT), settings, *modules}),
        "seen": [*around, *report.seen, *(("entry", path, look("entry", path)) for path in modules)],
        "census": answer.census(),
        "report": answer.json(),
    }
    fresh = f"{_place(words)}.{os.getpid()}"
    try:
        os.makedirs(FOLDER, exist_ok=True)
        with open(fresh, "w", encoding="utf-8") as file:
            json.dump(record, file, ensure_ascii=False)
        os.replace(fresh, _place(words))
    except OSError:  # the site stands all the same where no record can be kept
        return


def _scripts(folder: str) -> list[str]:
    """Settings files, which take in one another."""
    return [entry.path for entry in os.scandir(folder) if entry.name.endswith(".py")]


def _libraries() -> list[str]:
    """Folders that change when a library is installed or removed."""
    return [path for path in sys.path if path.endswith("site-packages") and os.path.isdir(path)]


def _modules() -> list[str]:
    """Modules that are neither Python's, nor a library's, nor our own: settings files may take in any."""
    from sysconfig import get_paths

    known = (*{*get_paths().values()}, os.path.join(ROOT, "plugins"))
    files = {getattr(module, "__file__", None) for module in list(sys.modules.values())}
    return sorted(path for path in files if path and path.endswith(".py") and not path.startswith(known))


def _environment(scripts: Collection[str]) -> dict[str, str | None]:
    """The variables that the settings files may ask for: every word that they quote."""
    texts = [open(path, encoding="utf-8").read() for path in scripts]
    names = {name for text in texts for name in re.findall(r"[\"'](\w+)[\"']", text)}
    return {name: os.environ.get(name) for name in sorted(names)}


def _words(words: Sequence[str]) -> list[str]:
    """What makes the same words mean the same: where they are said, and by which Python they are heard."""
    here = os.environ.get("HUB_CWD") or os.getcwd()
    places = [os.path.realpath(os.path.join(here, word.partition("=")[2] or word)) for word in words]
    return [*words, *places, here, sys.version, sys.prefix]


def _place(words: Sequence[str]) -> str:
    return os.path.join(FOLDER, f"{crc32(repr(_words(words)).encode('utf-8', 'surrogateescape')):08x}.json")
