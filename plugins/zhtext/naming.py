"""Rules about numerals that name, rank or address instead of counting: 前三名, 三级响应, 三级五岗, 3栋2单元, 2.0版."""

from __future__ import annotations

import re
from typing import Final

from plugins.zhtext.drafts import Draft
from plugins.zhtext.lexicon import sections
from plugins.zhtext.surroundings import CLAUSE_ENDS, char_after, char_before

_RULES: Final = sections("rules")
_BEFORE_RANKS: Final = frozenset(_RULES["before ranks"])
_LISTING: Final = frozenset(_RULES["listing"])
_CLASSED: Final = re.compile(r"风|震|台阶|烈度|浪|跃升|提升了|上升")
_GRADED: Final = tuple(_RULES["graded"])
_ALERT: Final = re.compile(r"响应|预警|防风")
_PAIRED: Final = re.compile(
    r"[一二两三四五六七八九十百千万半](?![个名项家万千百亿])[^\x00-ⷿ]"
    r"[一二两三四五六七八九十百千万半双多](?![个名项家万千百亿])[^\x00-ⷿ](?![一二三四五六七八九十])"
)
# 六道河镇, 八步沙林场: a place's name; with 个, 座 or 条 it would count.
_PLACE: Final = re.compile(
    r"[一-龥]{1,2}(?:镇(?!区)|乡(?!村)|村(?![民庄里道级])|林场|遗址|社区|街道|核电|水电站)|[一-龥]?[沟坪坝岔堡屯寨峪洼](?=[、，。村镇乡])"
)
_PROGRAMMES: Final = frozenset(("985", "211"))
_OF_PERSONS: Final = (
    "名下",
    "名义",
    "本人",
    "个人",
    "户籍",
    "户名",
    "所有",
    "所在",
    "所称",
    "家属",
    "家中",
    "家里",
    "口供",
)
_POSTS: Final = frozenset("河铺店墩堡桥坪台沟庄营屯湾岗甸巷")  # 三十里铺
_MEASURED: Final = frozenset(("ratio", "measure", "time", "money", "age"))
_ADDRESS: Final = re.compile(r"[0-9A-Z一二三四五六七八九十]+(?:单元|号|楼|室|层|户|座)|单元|号楼")
_ROW: Final = re.compile("[0-9一二三四五六七八九十]排$")
_BUILT: Final = frozenset(("栋", "幢", "排", "座", "组", "层", "期"))
_OF_GROUP: Final = frozenset("的村共长有同学社")
_SHARED: Final = frozenset("率达到为是至占近约")
_ALL_OF: Final = re.compile(
    "的(?:[居村住业网市农牧渔灾]?[民户主]|[党团职]?[员工]|老?人|群众|学生|家庭|企业|商户|村(?!容)|社区|学校)"
)
# 62号院4层, 3号楼二层; and 四层每户, those who live there.
_HOUSE: Final = re.compile("(?:[0-9一二三四五六七八九十]号?[院楼栋幢座]|单元)$")
_LIVES: Final = frozenset("住在")
_DWELLS: Final = re.compile("每户|[的]?住户|[的]?业主|[的]?邻居|人家|[是为](?![0-9一二两三四五六七八九十])")
_DISTRICTS: Final = frozenset("省市县区乡镇")  # 四镇八乡
_DEGREES: Final = frozenset(("度", "°", "分", "秒"))
_OF_COORDINATE: Final = re.compile("(?:[东西]经|[南北]纬)(?:[0-9]+[度°](?:[0-9]+分)?)?$")
_SEATS: Final = frozenset("村屯庄寨镇矿社级")  # 河东村二组, 二年级三班
_GROUPS: Final = frozenset(("班", "组", "队", "排"))
IN_PLACES: Final = frozenset("道步角门眼口井台里面层峰尖盘股洞窑塘池担星岔封叠封")
ADDRESSING: Final = _DEGREES | _GROUPS | _BUILT  # the units of which `is_address` speaks
VERSIONED: Final = frozenset("版时模阶")  # those behind a number of which `is_version` speaks


def is_rank(text: str, draft: Draft) -> bool:
    """前三名, 前10位, 后两位, 第…, 初三, 四届二次."""
    place = draft.number_start
    before = text[max(0, place - 2) : place]
    if before.endswith("第") or (before.endswith("初") and not draft.arabic and draft.kind != "ratio"):
        return True
    if before in _BEFORE_RANKS:
        return False
    if before.endswith("届") and draft.unit == "次":
        return True
    return before.endswith("前") or (before.endswith("后") and draft.unit in ("位", "名"))


def is_grade(text: str, draft: Draft) -> bool:
    """级 grades (三级响应) unless it is a range, a wind, a quake, a climb, or closes a list (部省两级)."""
    if draft.high is not None and draft.value == 0:
        return True  # 0级至2级
    if draft.high is not None or draft.value != int(draft.value) or text[draft.number_start] == "两":
        return False
    if text.startswith(_GRADED, draft.end):
        return True
    if is_measured_grade(text, draft):
        return False
    listed = not draft.arabic and 2 <= draft.value <= 5
    return not (listed and char_before(text, draft.start) in _LISTING)


def is_measured_grade(text: str, draft: Draft) -> bool:
    """A wind's force, a quake's magnitude, steps climbed."""
    near = text[max(0, draft.start - 6) : draft.end + 3]
    return _CLASSED.search(near) is not None and not _ALERT.search(near)


def is_paired(text: str, draft: Draft) -> bool:
    """三级五岗, 一岗双责, 四梁八柱: numeral, noun, numeral, noun in single Han digits is a set phrase."""
    if draft.kind in _MEASURED or draft.unit in _DISTRICTS or draft.more:
        return False
    if draft.unit in ("人", "户") and text.startswith("一", draft.end):
        return False  # 两人一组
    if text[draft.unit_end - 1] == "半" or draft.unit == "记":
        return False  # 三本半, 两记三分
    return _PAIRED.match(text, draft.number_start) is not None


def is_place(text: str, draft: Draft) -> bool:
    """六道河镇, 三角坪村: a name that begins like an amount."""
    if draft.unit == "里" and text[draft.end : draft.end + 1] in _POSTS and not draft.arabic:
        return True
    return not draft.arabic and draft.bound == "eq" and _PLACE.match(text, draft.end) is not None


def is_address(text: str, draft: Draft) -> bool:
    """3栋2单元, 5排3座; 2班 at the head of a clause; 东经117度30分."""
    if draft.unit in _DEGREES and _OF_COORDINATE.search(text, max(0, draft.start - 12), draft.start):
        return True
    if draft.unit == "座" and _ROW.search(text, max(0, draft.start - 2), draft.start):
        return True
    if draft.unit in _BUILT and (_ADDRESS.match(text, draft.end) or _is_floor(text, draft)):
        return True
    if draft.unit in _GROUPS and not draft.arabic and draft.bound == "eq":
        return char_before(text, draft.start) in _SEATS or text.startswith(("组长", "队长", "村民"), draft.end)
    if not (draft.unit in _GROUPS and draft.arabic and draft.value < 20 and draft.bound == "eq"):
        return False
    return char_before(text, draft.start) in CLAUSE_ENDS and char_after(text, draft.end) in _OF_GROUP


def _is_floor(text: str, draft: Draft) -> bool:
    """62号院4层 and 四层每户 are where somebody lives; 主楼共4层 counts."""
    if draft.unit != "层" or draft.bound != "eq" or text[draft.number_end] == "个":
        return False
    housed = _HOUSE.search(text, max(0, draft.start - 3), draft.start)
    if housed is not None:
        return True
    if char_before(text, draft.start) in _LIVES and char_after(text, draft.end) in CLAUSE_ENDS:
        return True  # 她住五层; but 在五层高的楼上
    behind = draft.unit_end - draft.number_end == 1 and _DWELLS.match(text, draft.end)
    return not draft.arabic and bool(behind)


def is_project(text: str, draft: Draft) -> bool:
    """985高校, 211工程院校: the programmes by which universities are known."""
    return text[draft.start : draft.number_end] in _PROGRAMMES


def is_alias(text: str, draft: Draft) -> bool:
    """杨某1名下的房产: a person known by a number, before a word that begins like one of measure; not 赵某2次作证."""
    return draft.arabic and text.startswith(_OF_PERSONS, draft.number_end)


def is_version(text: str, draft: Draft) -> bool:
    """2.0版, 3.0时代."""
    named = text.startswith(("版", "时代", "模式", "阶段"), draft.number_end)
    return named and "." in text[draft.number_start : draft.number_end]


def is_zero(text: str, draft: Draft) -> bool:
    """零头, 零星: no thing is counted so."""
    return draft.kind in ("count", "event", "noun")


def is_wholehearted(text: str, draft: Draft) -> bool:
    """百分之百的努力; 采纳率百分之百, 达到百分之百 and 百分之百的住户 are shares."""
    return text[draft.start - 1 : draft.start] not in _SHARED and not _ALL_OF.match(text, draft.end)


def is_of_class(text: str, draft: Draft) -> bool:
    """10万吨级泊位, 亿元级项目."""
    return text.startswith("级", draft.end)


def is_bare_scale(text: str, draft: Draft) -> bool:
    """亿元以上项目, 百亿级, 千亩良田: a scale with no number before it names a class."""
    if draft.lead or draft.more or draft.about or draft.trail:
        return False
    return not text[draft.number_start : draft.number_end].strip("百千万亿")


def is_unturned(text: str, draft: Draft) -> bool:
    """番 counts only behind 翻."""
    return text[draft.start] != "翻"
