"""Bylines: a text that is nothing but words for those who wrote and their names in; names with their places out.

    记者 张浩 杜春娜    本报记者 李 明 通讯员 王小明    □ 赵一 钱二    文/孙三 图/李四    （记者 张浩）

A name is two to four Han characters that begin with a surname, or a name with a dot; where a word for reporters stands
before them, names with rarer surnames too.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .words import sections, simplified, words

HAN: Final = "\u3400-\u9fff\U00020000-\U0003ffff"
SURNAMES: Final = frozenset(sections()["surnames"])
BULLETS: Final = "□■◇◆○●△▲☆★▪◎※"
OWNER: Final = rf"(?:本版|(?:{words('owners')})|[{HAN}]{{2,6}}?(?:{words('owner-tails')}))"
LABEL: Final = re.compile(
    rf"(?P<label>{OWNER}?\s*(?:{words('reporters', 'writers')}))"
    rf"|(?P<both>(?:文图|图文|文并图|文、图)(?![{HAN}]))"
    rf"|(?P<photo>{OWNER}?\s*(?:{words('photographers')})(?![{HAN}]))"
    rf"|(?P<wrote>(?:文字|文)(?=\s*[/／:：｜|])|(?<=[/／])\s*文(?![{HAN}])|(?<=\s)文(?=[{HAN}]{{2,3}}\s*(?:图|摄)))"
    rf"|(?P<owner>{OWNER}(?=\s|$))"
)
_ONE: Final = rf"(?:(?!{words('reporters', 'writers')}|报道)[{HAN}])"
_END: Final = rf"(?=报道|[^{HAN}]|$)"
NAME: Final = re.compile(rf"{_ONE}{{1,8}}·{_ONE}{{1,9}}|{_ONE}[ 　]{{1,3}}{_ONE}{_END}|{_ONE}{{2,4}}{_END}")
SEPARATOR: Final = re.compile(rf"(?:[\s、，,；;:：/／|｜·—\-和{BULLETS}（）()【】\[\]]|报道)+")
SECOND: Final = re.compile("通讯员|报道员|见习|实习|供稿|整理|记录|采访")
NO_NAME: Final = re.compile(
    "手记|札记|观察|调查|见闻|感言|体验|走访|日记|连线|探访|点评|评论|追踪|视角|视线|眼中|帮忙|出镜|说法|问答|链接"
)
LONGEST: Final = 60
TAKEN: Final = re.compile(r"(?:摄影?|供图)[）)】\s。]*$")


class Name(NamedTuple):
    """A name and where it stands; `first` are reporters and authors, before correspondents and photographers."""

    start: int
    end: int
    first: bool


class Byline(NamedTuple):
    names: tuple[Name, ...]
    labelled: bool  # a word for who writes is in it
    photo: bool  # a photographer's, and nobody else's
    bullet: bool


def byline(text: str) -> Byline | None:
    """What a text says of who wrote it; None if it says anything else as well."""
    stripped = text.strip()
    if not stripped or len(stripped) > LONGEST:
        return None
    return _Scan(simplified(text)).read()


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.names: list[Name] = []
        self.labels: list[str] = []  # "reporter", "second", "photo", "owner"
        self.state = ""

    def read(self) -> Byline | None:
        while self.at < len(self.text):
            if not (self._separator() or self._label() or self._name()):
                return None
        bullet = self.text.strip()[0] in BULLETS
        if not self.labels and not (self.names and self._known()):
            return None
        kinds = {label for label in self.labels if label != "owner"}
        photo = kinds == {"photo"} or bool(TAKEN.search(self.text))
        return Byline(tuple(self.names), bool(kinds), photo, bullet)

    def _known(self) -> bool:
        """Names without a word for who they are must have known surnames."""
        return all(surname(self.text[name.start : name.end]) for name in self.names)

    def _separator(self) -> bool:
        found = SEPARATOR.match(self.text, self.at)
        if found:
            self.at = found.end()
        return bool(found)

    def _label(self) -> bool:
        found = LABEL.match(self.text, self.at)
        if not found:
            return False
        kind = found.lastgroup or ""
        if kind in ("both", "wrote"):
            kind = "reporter"
        if kind == "label":
            kind = "second" if SECOND.search(found[0]) else "reporter"
        self.labels.append(kind)
        self.at = found.end()
        self.state = kind if kind != "owner" else self.state
        return True

    def _name(self) -> bool:
        found = NAME.match(self.text, self.at)
        if not found:
            return False
        if (not self.state and not surname(found[0])) or NO_NAME.match(found[0]):
            return False
        place = self.text.startswith("报道", found.end()) and self.names and self.text[found.start() - 1].isspace()
        if place:
            self.at = found.end()
            return True
        self.names.append(Name(found.start(), found.end(), self.state in ("", "reporter")))
        self.at = found.end()
        return True


def surname(name: str) -> bool:
    """Whether a name begins as Chinese names do, or has the dot of others."""
    bare = re.sub(r"\s", "", name)
    return "·" in bare or bare[0] in SURNAMES or bare[:2] in SURNAMES
