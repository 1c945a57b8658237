"""What a phrase says by itself: changes lean on a subject, some nouns on an owner, verbs alone on their object."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.lexicon import Prefixes, Suffixes, sections
from plugins.zhtext.phrases import fit, trim


def _any(words: list[str], never: list[str]) -> re.Pattern[str]:
    """Any of `words` where none of `never` begins; one class of characters leads, for a scan at the speed of C."""
    heads = sorted({word[0] for word in words})
    rests = (
        f"(?<={head})(?!{'|'.join(word[1:] for word in never if word[0] == head) or '(?!)'})"
        f"(?:{'|'.join(word[1:] for word in words if word[0] == head)})"
        for head in heads
    )
    return re.compile(f"[{''.join(heads)}](?:{'|'.join(rests)})")


_WORDS: Final = sections("labels")
_CHANGES: Final = Prefixes(_WORDS["changes"])
_CHANGED: Final = _any([word for word in _WORDS["changes"] if len(word) > 1], _WORDS["not changes"])
_RELATIVE: Final = frozenset(_WORDS["relative"])
_LEANING: Final = _CHANGES.heads | {word[0] for word in _RELATIVE} | {"占", "其"}
_EXAMPLES: Final = re.compile(r"等(?![级于待候])(?:地区?|市|国|国家)?的?(?=[^等]{3,}$)")
_RELATIONAL: Final = Suffixes(_WORDS["relational"])
_JOINTS: Final = re.compile(r"[、与及]|(?<![温缓共中])和")
_ACTS: Final = Prefixes([*_WORDS["carried"], *_WORDS["verbs"], *_WORDS["acts"]])
_CHARGING: Final = frozenset(_WORDS["charging"])
_ENDED: Final = ("上线", "投用", "开工", "竣工", "完工", "通车")  # 业务事项上线47项，办理1052件: 办理业务事项
_DEEDS: Final = Prefixes([word for word in [*_WORDS["acts"], *_WORDS["deeds"]] if len(word) > 1])
_BRIEF: Final = 4
_LONG: Final = 10
_SCOPE: Final = re.compile(r"^(?:全[国省市州县区乡镇村街]|各地)?(?:共计?|累计|已)?(?![产同建享青])")
_DONE_TO: Final = re.compile(f"^(?:{'|'.join(_WORDS['carried'])})的")  # 受理的民事、行政案件
_EFFECTS: Final = Prefixes(_WORDS["effects"])
_PAIRED: Final = [tuple(word.split(":")) for word in _WORDS["paired"]]
_CHARGED: Final = re.compile(f"[一-龥]{{2,8}}?(?:{'|'.join(_WORDS['charging'])})(?=[一-龥]{{2}})")  # 县检察院批捕
_ALL_SORTS: Final = ("各类", "各项", "各种", "各级", "各")


def leans(phrase: str) -> bool:
    """A phrase that means nothing without its subject: 同比增长, 总投资."""
    if phrase[:1] not in _LEANING:
        return False
    change = _CHANGES.at(phrase, 0)
    if change in ("节约", "节省") and len(phrase) > len(change):
        return False  # 节约资金 has an object of its own
    moved = len(change) > 1 or change in ("较", "比") or (bool(change) and len(phrase) < 3)
    return moved or phrase in _RELATIVE or phrase.startswith(("占", "其中"))


def subject_of(phrase: str) -> str:
    """一般公共预算收入 of 一般公共预算收入同比增长."""
    change = _CHANGED.search(phrase, 2)
    return phrase[: change.start()] if change else phrase


def without_examples(phrase: str) -> str:
    """审结经济犯罪案件 of 审结非法吸收公众存款等经济犯罪案件, where it is long: what 等 lists are only some of them."""
    if len(phrase) <= _LONG or (cut := _EXAMPLES.search(phrase, 4)) is None:
        return phrase
    return _ACTS.at(phrase, 0) + phrase[cut.end() :]


def relational(phrase: str) -> bool:
    """A phrase whose noun is always somebody's or something's: 总长, 人均收入."""
    return phrase[-1:] in _RELATIONAL.tails and _RELATIONAL.at(phrase, len(phrase)) != ""


def acts(phrase: str) -> bool:
    """A verb alone, whose object stands in the clause before: 受理民事案件80件，审结75件."""
    return phrase.removesuffix("了") in _ACTS.words


def charges(phrase: str) -> bool:
    """Such a verb of those who prosecute, with what they act against in the clause before."""
    return phrase.removesuffix("了") in _CHARGING


def does(phrase: str) -> str:
    """The verb of a phrase that says what its subject, left to the clause before, did: 惠及居民; or ""."""
    return _EFFECTS.at(phrase, 0) if phrase[:1] in _EFFECTS.heads else ""


def acted_on(label: str) -> str:
    """民事案件 of 受理各类民事案件."""
    label = _SCOPE.sub("", label)
    verb = _ACTS.at(label, 0)
    charge = None if verb else _CHARGED.match(label)
    label = label[charge.end() if charge else len(verb) :]
    for word in _ALL_SORTS:
        label = label.removeprefix(word)
    return label[:-2] if label.endswith(_ENDED) and len(label) > _BRIEF else label


def from_deed(phrase: str, room: int) -> str:
    """审核…学习事项 of a clause too long for a label: from its first verb behind which it fits; or ""."""
    for place in range(max(1, len(phrase) - room), len(phrase) - _BRIEF):
        if phrase[place] in _DEEDS.heads and _DEEDS.at(phrase, place):
            return phrase[place:]
    return ""


def shared_verb(label: str, phrase: str) -> str:
    """新建改造 of 新建改造城区道路, which the next of its list shares; "" where that has a verb of its own."""
    if not _ACTS.at(label, 0) or _ACTS.at(phrase, 0):
        return ""
    place = 0
    while word := _ACTS.at(label, place):
        place += len(word)
    return label[:place] if 1 < place < len(label) - 1 else ""


def apart(clause: str) -> list[str]:
    """城镇居民收入增长 and 农村居民收入增长 of 城镇、农村居民收入分别增长; [] where that is not sure.

    A noun that all have in common stands with the last of them; it is told by the length of those before.
    """
    names, _, said = clause.partition("分别")
    if names.endswith(("同比", "环比")):
        names, said = names[:-2], names[-2:] + said
    return _parts(trim(names, from_verb=False), trim(said) if leans(said) else "")


def two_of(clause: str) -> list[str]:
    """Likewise of 刑事案件和民事案件增长, where two figures follow though no 分别 says so."""
    change = _CHANGED.search(clause, 2)
    names = clause[: change.start()] if change else clause if relational(trim(clause)) else ""
    if sum(names.count(joint) for joint in "和与及") != 1 or "、" in names:
        return []
    return _parts(trim(names, from_verb=False), trim(clause[len(names) :]))


def _parts(names: str, change: str) -> list[str]:
    names = _DONE_TO.sub("", names)
    parts = _JOINTS.split(names)
    if len(parts) == 1:
        parts = next(
            ([names.replace(both, one), names.replace(both, other)] for both, one, other in _PAIRED if both in names),
            [],
        )
    if len(parts) < 2 or min(map(len, parts)) < 2 or "的" in names:
        return []
    width = len(parts[0])
    shared = parts[-1][width:] if relational(parts[-1]) else ""
    if not shared and len(parts[-1]) > width + 4:
        return []
    if shared and any(len(part) != width for part in parts[:-1]):
        return []
    return [fit(part + shared + change) for part in parts[:-1]] + [fit(parts[-1] + change)]
