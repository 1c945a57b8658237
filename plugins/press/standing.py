"""The same words again, and nothing that they depend on has changed: the site stands, and the answer is known.

A build that went well leaves a record: its words, and a mark of every folder and file that had a part in it. This is
asked before anything costly is imported, and trusts stats alone: whoever wants all of it looked at says `--fresh`.
Where content alone is another, the rest of the record is `known`, and spares the build that follows some of its work.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from zlib import crc32

from .glance import Glance
from .survey import Survey, mark, signature, survey

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
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


ELSEWHERE = (
    r"\b(?:open|read_\w+|exists|is_file|is_dir|stat|glob|rglob|iterdir|scandir|listdir|date|datetime|time|random|run|"
    r"subprocess|check_output|popen|socket|urllib|json|tomllib|yaml|import_module|__import__|exec|eval)\b"
)
"""Words of settings files that may ask for more than their own text: the clock, other files, other programs."""

taken: dict[str, Survey] = {}
"""What `answered` has seen, for the build that follows when it has no answer: nothing need be looked at twice."""
known: dict[str, Any] = {}
"""The record of these words, if code, settings and libraries are as they were."""
printed: dict[str, Callable[[], int | None]] = {}
"""Output folders by their paths, each with a question for the mark of all in it, if that is as printed and noted."""


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
        if record["words"] != _words(words) or not _as_it_was(record):
            return False
        known.update(record)
        if not _stands(record["archive"], record["output"], record["seen"]):
            return False
        census, report = str(record["census"]), json.loads(record["report"]) | {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # no record, or one that says nothing
        known.clear()
        return False
    print(census, file=sys.stderr)
    print(json.dumps(report | {"seconds": round(time.perf_counter() - begun, 3)}))
    return True


def _as_it_was(record: dict[str, Any]) -> bool:
    """Whether code, settings and libraries are what they were."""
    if any(os.environ.get(name) != value for name, value in record["environment"].items()):
        return False
    return all(look(kind, path) == was for kind, path, was in record["around"])


def _stands(archive: Seen, output: Seen, others: Sequence[Seen]) -> bool:
    """Whether archive, output folder and all others are what they were. The folder is looked at meanwhile."""
    (_, noted, as_noted), (kind, folder, mark_printed) = archive, output
    glance, as_printed = Glance(lambda: b"%d" % look(kind, folder)), b"%d" % mark_printed
    untouched = not os.path.exists(f"{noted}-wal") and look("entry", noted) == as_noted
    if untouched:
        printed[folder] = lambda: mark_printed if glance.result() == as_printed else None
    same = [was != NEVER and look(kind, path) == was for kind, path, was in others]
    return untouched and all(same) and glance.result() == as_printed


def surroundings(settings: str) -> list[Seen]:
    """Code, settings and libraries as they are now: to be asked before a build reads them."""
    if known:
        return [(kind, path, was) for kind, path, was in known["around"]]
    places = [("tree", os.path.join(ROOT, "plugins")), ("entry", os.path.join(ROOT, "tasks.py"))]
    folder = os.path.dirname(os.path.abspath(settings))
    beside = _scripts(folder) if os.path.isdir(folder) else []
    places += [("entry", path) for path in {*_scripts(ROOT), *beside, *_libraries()}]
    return [(kind, path, look(kind, path)) for kind, path in places]


def remember(words: Sequence[str], settings: str, around: Sequence[Seen], report: Report) -> None:
    """Notes that these words were answered; `around` is what the build read, as it was before it was read."""
    if not report.seen:
        return
    answer = report.unchanged()
    *seen, archive, output = report.seen
    record = {
        "words": _words(words),
        **(known or _read(settings, around, report.opening)),
        "seen": seen,
        "archive": archive,
        "output": output,
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


def _read(settings: str, around: Sequence[Seen], opening: dict[str, Any] | None) -> dict[str, Any]:
    """What was read before the site, and what came of it."""
    modules = [path for path in _modules() if path != os.path.join(ROOT, "tasks.py")]
    texts = {path: open(path, encoding="utf-8").read() for path in {*_scripts(ROOT), settings, *modules}}
    names = {name for text in texts.values() for name in re.findall(r"[\"'](\w+)[\"']", text)}
    plain = not any(re.search(ELSEWHERE, texts[path]) for path in {settings, *modules})
    return {
        "environment": {name: os.environ.get(name) for name in sorted(names)},
        "around": [*around, *(("entry", path, look("entry", path)) for path in modules)],
        "opening": opening if plain else None,
    }


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


def _words(words: Sequence[str]) -> list[str]:
    """What makes the same words mean the same: where they are said, and by which Python they are heard."""
    here = os.environ.get("HUB_CWD") or os.getcwd()
    places = [os.path.realpath(os.path.join(here, word.partition("=")[2] or word)) for word in words]
    return [*words, *places, here, sys.version, sys.prefix]


def _place(words: Sequence[str]) -> str:
    return os.path.join(FOLDER, f"{crc32(repr(_words(words)).encode('utf-8', 'surrogateescape')):08x}.json")
