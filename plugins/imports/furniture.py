# ruff: noqa: E501 — one pattern a line, so that it can be read as one
"""Page furniture: text that belongs to the page and not to an article; what it is, in the editors' words.

A line is furniture when nothing is left of it but page labels, dates with a weekday, names of papers and sections,
staff with their names, addresses and numbers to call. `JUMP` and `CREDIT` also stand within lines.
"""

from __future__ import annotations

import re
from typing import Final

from .bylines import HAN, OWNER
from .words import simplified, words

NUMBER: Final = r"[A-Za-zＡ-Ｚ]?\s?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})"
JUMP: Final = re.compile(
    rf"[（(【\[]?\s*[►▶→▷☞]*\s*(?:(?:下转|转接|转|详见|见|更多[^，。（）]{{0,8}}见)\s*第?\s*{NUMBER}(?:[、\-—至到]{NUMBER})*\s*版[^（），。]{{0,12}}?"
    rf"|(?:上接|紧接|接)\s*第?\s*{NUMBER}\s*版[^（），。]{{0,24}}?)\s*[►▶→▷◀◄←]*\s*(?:[）)】\]]|(?<!\()$)"
)
BACK: Final = re.compile(r"上接|紧接|接第")
END_MARK: Final = re.compile(r"[（(](?:完|全文完|待续|未完待续|续完)[）)]\s*$")
_WEEKDAY: Final = r"(?:(?:星期|周)[一二三四五六日天])"
_DAY: Final = r"(?:[12][0-9]{3}|[二〇○零一二三四五六七八九]{4})\s*[年./\-]\s*[0-9一二三四五六七八九十]{1,3}\s*[月./\-]\s*[0-9一二三四五六七八九十]{1,3}\s*日?"
_NAMES: Final = rf"(?:[ 　/／、,，]*(?!(?:{words('staff')})(?![{HAN}]))[{HAN}](?:[{HAN}]{{1,3}}|[ 　]{{1,3}}[{HAN}])(?![{HAN}])){{0,6}}"
PIECES: Final = (
    ("jump", JUMP),
    ("page", re.compile(rf"[0-9]{{1,2}}\s*(?=(?:{words('sections')})$)|第\s*{NUMBER}\s*版|(?<![0-9]){NUMBER}\s*版|[A-DＡ-Ｄ]\s?[0-9]{{1,2}}(?![0-9])|第\s*[0-9]+\s*页(?:\s*[/／,，]?\s*共\s*[0-9]+\s*页)?|今日[0-9一二三四五六七八九十]+版")),
    ("date", re.compile(rf"{_DAY}\s*{_WEEKDAY}?|{_WEEKDAY}|(?:农历|夏历)?(?:[{HAN}]{{2}}年)?[{HAN}]{{1,2}}月(?:初|十|廿|二十|三十)[{HAN}]{{1,2}}|[0-9]{{1,2}}月[0-9]{{1,2}}日\s*{_WEEKDAY}")),
    ("issue", re.compile(r"(?:20[0-9]{2}年)?(?:总)?第\s*[0-9]+\s*期|CN\s?[0-9]{2}[-—][0-9]{4}|[0-9]{2}[-—][0-9]{2,4}|代号[:：]?[0-9\-—]+")),
    ("staff", re.compile(rf"(?:{words('staff')})(?:[/／、](?:{words('staff')}))*\s*[:：/／|｜]\s*{_NAMES}|(?:{words('staff')})[ 　]+{_NAMES}")),
    ("contact", re.compile(rf"(?:{words('contacts')})\s*[:：]?\s*[^，。；]{{0,60}}?(?=\s|$|[;；])|[\w.+-]+@[\w-]+\.[\w.]+|(?:https?://|www\.)\S+|[0-9]{{3,4}}-[0-9]{{7,8}}")),
    ("paper", re.compile(rf"{OWNER}(?=\s|$|[·|｜])|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)* (?:DAILY|Daily|NEWS|News|RIBAO|Ribao|WANBAO|TIMES|Times)|[A-Z]{{3,}}(?: [A-Z]{{3,}})+")),
    ("section", re.compile(rf"(?:{words('sections')})(?![{HAN}])")),
    ("number", re.compile(r"(?<![0-9.])[-—·•－~～ ]*[0-9]{1,3}[-—·•－~～ ]*(?![0-9.])$|[0-9,]{4,7}$")),
    ("end", re.compile(r"[—\-–－*~·\s]*(?:END|End|end|THE END|完|全文完)[—\-–－*~·\s]*$")),
    ("button", re.compile(rf"(?:{words('buttons')})[⊕⊖○]?(?![{HAN}])")),
    ("between", re.compile(r"[\s·•|｜/／—\-_－:：、，,。;；=＝*＊~～（）()【】［］\[\]□■◆◇●○★☆▲△▼▽►◄]+")),
)  # fmt: skip
REASONS: Final = {
    "jump": "转版提示",
    "page": "版面标记",
    "date": "报头日期",
    "issue": "刊号期号",
    "staff": "编校人员",
    "contact": "联系方式",
    "paper": "报名",
    "section": "版名",
    "number": "页码",
    "end": "文末标记",
    "button": "网页的按钮",
    "between": "分隔线",
}
WEAK: Final = frozenset({"paper", "section", "date", "number", "between", "issue", "button"})
"""What may also be said by a line of an article."""


CALL: Final = re.compile(words("calls"))


def call(text: str) -> bool:
    """Whether a short text asks the reader of a page to do something: 长按识别二维码, 往期回顾."""
    return len(text) <= 44 and bool(CALL.search(text)) and not re.search("[，。].{6,}。", text)


def kinds(text: str) -> list[str]:
    """What the pieces are of which the whole text is made; empty if anything is left."""
    found: list[str] = []
    at, text = 0, simplified(text.strip())
    while at < len(text):
        for kind, pattern in PIECES:
            piece = pattern.match(text, at)
            if piece and piece.end() > at:
                if kind != "between":
                    found.append(kind)
                at = piece.end()
                break
        else:
            return []
    return found or (["between"] if text else [])


def labelled(text: str) -> bool:
    """A page's or an issue's label with the name of a section or paper beside it: A03·基层, 河风副刊 第1187期, 08 影像."""
    bare = text.strip()
    if len(bare) > 34 or re.search("[，。；！？“”]", bare):
        return False
    rest, marks = bare, 0
    for kind, pattern in PIECES:
        if kind in ("page", "issue", "date"):
            rest, count = pattern.subn(" ", rest)
            marks += count * (2 if kind != "date" else 1)
    if not marks and (zero := re.match(r"0[0-9](?=[\s·]*[\u3400-\u9fff]{2,4}$)", bare)):
        rest, marks = bare[zero.end() :], 1
    if marks == 1 and not ISSUED.search(rest.strip()):
        return False
    names = len(re.sub(r"[\s·•|｜:：/／—\-编]", "", rest))
    return marks > 0 and names <= 6 + 4 * min(marks, 3)


ISSUED: Final = re.compile(r"(?:编|编印|主办|出版|印发|日报|晚报|报社)$|^[\s·•|｜:：\u3400-\u9fff]{1,5}$")
ADDRESS: Final = re.compile(rf"^(?:投稿|来稿|新闻|读者)?(?:{words('contacts')})\s*[：:].{{1,60}}$")
BULLETIN: Final = re.compile(rf"^[{HAN}]{{2,10}}(?:日报|晚报|简报|周刊|周报|快报|内参|月刊|专刊|通报)$")
DIGEST: Final = re.compile(r"^.{0,20}(?:稿件|来稿|新闻|信息)(?:汇总|汇编|选编|目录).{0,10}$")


FORM: Final = re.compile(
    r"^(?:发件人|收件人|抄送|主题|发送时间|附件|单位|作者单位|联系电话|联系人|手机|电话|投稿邮箱)\s*[：:]|^(?:正文|内容)\s*[：:]?$"
)
OFFICIAL: Final = re.compile(
    r"^(?:抄送|抄报|主送|报|送|发|印发)[：:][^？！]{2,}[。.]?$|^[\u3400-\u9fff]{1,12}[〔\[［（(]20[0-9]{2}[〕\]］）)]\s*第?[0-9]+号$|[\u3400-\u9fff]{2,20}(?:办公室)?\s*20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日印发$"
)
TO_EDITORS: Final = re.compile(
    r"(?:稿件|照片|附件|来稿).{0,12}(?:如下|请审阅|请查收|在附件|见附件)|请(?:审阅|查收|编辑老师)|^(?:编辑|老师)好"
)


def reason(found: list[str]) -> str:
    """What a line of these pieces is called in the report."""
    return "、".join(dict.fromkeys(REASONS[kind] for kind in found))
