"""What a figure counts: the noun phrase behind it (18个列席旁听小组) or before it (征集党课151部).

In flow a text and the drafts of its figures, out flow their labels. What a figure is decides where its label is
looked for: `things` and `amounts` look behind it, `subjects` before it; `turns` knows turns of speech. A clause that
only says how something moved (同比增长3.8%) borrows its subject from the figure before it in the same sentence, which
`said` keeps in mind. What may be cut off a phrase is told by `phrases`, what it says by itself by `leaning`.
"""

from __future__ import annotations

from collections.abc import Sequence

from plugins.zhtext.amounts import age, amount, share
from plugins.zhtext.behind import clause_behind
from plugins.zhtext.drafts import Draft
from plugins.zhtext.phrases import clean
from plugins.zhtext.said import JOINTS, Said
from plugins.zhtext.subjects import preceding
from plugins.zhtext.things import counted, deed_upon, things
from plugins.zhtext.turns import change


def label_all(text: str, drafts: Sequence[Draft]) -> list[str]:
    """The labels of all drafts of a text, in order."""
    said = Said(text, drafts)
    limits = [draft.start for draft in drafts[1:]] + [len(text)]
    found = [_label(said, draft, limit) for draft, limit in zip(drafts, limits, strict=False)]
    for index in range(len(found) - 2, -1, -1):
        if not found[index] and drafts[index].end == drafts[index + 1].start:
            found[index] = found[index + 1]
    return found


def _label(said: Said, draft: Draft, limit: int) -> str:
    """The label of the next draft; `limit` is where the figure behind it begins."""
    before = said.clause(draft.start)
    label = said.listed(draft) or _by_kind(said, draft, before, limit)
    label = clean(label) if label else ""
    if not label and said.end and said.text[said.end : draft.start] in JOINTS:
        label = said.last
    said.told(draft, before, label)
    return label


def _by_kind(said: Said, draft: Draft, before: str, limit: int) -> str:
    if label := change(said, draft, before):
        return label
    kind = draft.kind
    if kind in ("count", "noun", ""):
        return things(said, draft, before, limit)
    if kind == "event":
        return _occasion(said, draft, before, limit)
    if kind == "age":
        return age(said, draft, before, limit)
    return (kind == "ratio" and share(said, draft, before, limit)) or amount(said, draft, before, limit)


def _occasion(said: Said, draft: Draft, before: str, limit: int) -> str:
    """How often something was done: by what is said behind, if that is more than a word."""
    if not before and (deed := deed_upon(said.text, draft.end, limit)):
        return deed
    behind = clause_behind(said.text, draft.end, limit)
    return (counted(said, draft, before, limit) if len(behind) <= 2 else behind) or preceding(said, draft, before)
