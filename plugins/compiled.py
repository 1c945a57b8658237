"""Rooms whose code is hot may run as machine code: found where they were compiled, if that was from the code of now.

`./hub compile` has mypyc make a compiled copy of such a room in the venv, in a folder named after the digest of the
room's files and of the interpreter. Code that has changed since has another digest, and so runs as Python until it is
compiled again: to the same results, only later. See docs/decisions/0010-machine-code.md.
"""

from __future__ import annotations

import os
import sys
from _blake2 import blake2b  # hashlib's own; hashlib would also bring OpenSSL, to every start

ROOMS = ("zhtext", "fulltext")
"""What is worth the compiling: typed, with its data in text files beside its code, and imports nothing else of ours."""
PURE = "HUB_PURE"
"""The environment variable that has everything run as Python."""
PLUGINS = os.path.dirname(os.path.abspath(__file__))
HOMES = os.path.join(sys.prefix, "compiled")


def files(folder: str) -> list[str]:
    """A room's code and data, in a settled order."""
    found = [os.path.join(where, name) for where, _, names in os.walk(folder) for name in names]
    return sorted(path for path in found if path.endswith((".py", ".txt")))


def home() -> str:
    """Where the compiled form of the rooms belongs, as their files are now."""
    digest = blake2b(f"{sys.implementation.cache_tag} {os.uname().machine}".encode(), digest_size=12)
    for path in (path for room in ROOMS for path in files(os.path.join(PLUGINS, room))):
        with open(path, "rb") as file:
            digest.update(b"%b\0%b\0" % (os.path.relpath(path, PLUGINS).encode(), file.read()))
    return os.path.join(HOMES, digest.hexdigest())


def preferred(path: list[str]) -> list[str]:
    """The `__path__` of the rooms' package: compiled rooms first, if they were compiled from the code as it is now."""
    if os.environ.get(PURE) or not os.path.isdir(HOMES) or not os.path.isdir(found := home()):
        return path
    sys.path.append(found)  # the modules of a compiled room share a library, which is found by its own name
    return [os.path.join(found, "plugins"), *path]


def begin() -> tuple[str, list[str]]:
    """Makes a copy to be compiled: its folder, and the modules as paths in it. `finish` puts it in its place."""
    import shutil

    draft = f"{home()}.{os.getpid()}"
    for room in ROOMS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(os.path.join(PLUGINS, room), os.path.join(draft, "plugins", room), ignore=ignored)
    modules = [os.path.relpath(path, draft) for path in files(draft) if path.endswith(".py")]
    return draft, [path for path in modules if os.path.basename(path) != "__init__.py"]


def finish(draft: str) -> None:
    """Puts a compiled copy in its place at one stroke; what was compiled from other code goes."""
    import shutil

    place, _, _ = draft.rpartition(".")
    shutil.rmtree(os.path.join(draft, "build"), ignore_errors=True)
    if not os.path.isdir(place):
        os.rename(draft, place)
    for name in os.listdir(HOMES):
        if os.path.join(HOMES, name) != place:
            shutil.rmtree(os.path.join(HOMES, name), ignore_errors=True)
