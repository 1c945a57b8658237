"""The fonts of the machine that a card can be set in: a Song for the headline, a Hei for the rest.

A build needs no font. Where none of these is installed there are no cards, and the build says so. Their files are
looked for by name in the places where systems keep fonts, so that nothing has to be asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "C:/Windows/Fonts",
)  # fmt: skip
SONG = (
    "NotoSerifCJK-Bold.ttc", "NotoSerifCJKsc-Bold.otf", "NotoSerifSC-Bold.otf", "NotoSerifSC-Bold.ttf",
    "SourceHanSerifSC-Bold.otf", "SourceHanSerifCN-Bold.otf", "SourceHanSerif-Bold.ttc", "Songti.ttc", "simsun.ttc",
)  # fmt: skip
HEI = (
    "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansSC-Regular.otf", "NotoSansSC-Regular.ttf",
    "SourceHanSansSC-Regular.otf", "SourceHanSansCN-Regular.otf", "SourceHanSans-Regular.ttc", "PingFang.ttc",
    "msyh.ttc", "wqy-microhei.ttc", "wqy-zenhei.ttc",
)  # fmt: skip


class Faces(NamedTuple):
    """Files of fonts; `mark` is another when one of them is."""

    song: str
    hei: str
    mark: str


def faces(given: Sequence[str] = ()) -> Faces | None:
    """The fonts there are; `given` names the files of both, or of one for both, and then no other is looked for."""
    return _chosen(tuple(given) if given else None)


@cache
def _chosen(given: tuple[str, ...] | None) -> Faces | None:
    if given is not None:
        known = [str(path) for path in (Path(name).expanduser() for name in given) if path.is_file()]
        return _faces(known[0], known[-1]) if len(known) == len(given) else None
    there = _installed((*SONG, *HEI))
    song, hei = _first(SONG, there), _first(HEI, there)
    return _faces(song or hei, hei or song) if song or hei else None


def _faces(song: str, hei: str) -> Faces:
    sizes = [f"{path.name}:{path.stat().st_size}" for path in (Path(song), Path(hei))]
    return Faces(song, hei, " ".join(sizes))


def _first(names: Iterable[str], there: dict[str, str]) -> str:
    return next((there[name] for name in names if name in there), "")


def _installed(names: Iterable[str]) -> dict[str, str]:
    """The files of these names, each where it is found first."""
    wanted = set(names)
    found: dict[str, str] = {}
    for folder in (Path(name).expanduser() for name in FOLDERS):
        for place, _, files in sorted(os.walk(folder)):
            for name in wanted.intersection(files):
                found.setdefault(name, str(Path(place, name)))
    return found
