"""Halves of paragraphs put together across what stands in the cut: captions, pictures, page furniture.

The blocks of one article flow in, in order; parts flow out. For each piece of body text that has not ended, the pieces
behind it are weighed by the rules: it may go on in the next, or in one further behind, and then what stands between
was a caption in the cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .glue import glue
from .rules import JOINS
from .rules.role_caption import scene
from .rules.role_signature import is_date
from .sheet import PAUSED, Block, Sheet
from .types import Join

THRESHOLD: Final = 1.5
SURE: Final = 3.0
CLEAR: Final = 1.5
"""How far ahead of any other way the best one is, if it is sure."""
TRANSPARENT: Final = frozenset({"caption", "furniture", "picture", "byline"})
WINDOW: Final = 24
REACH: Final = 4
"""How many blocks may stand in a cut."""


@dataclass(slots=True)
class Weight:
    score: float
    reasons: list[str]


def weigh(sheet: Sheet, one: Block, other: Block) -> Weight:
    """Whether `one` goes on in `other`."""
    votes = [vote for rule in JOINS for vote in rule(sheet, one, other)]
    return Weight(sum(vote.score for vote in votes), [vote.reason for vote in votes if vote.score > 0])


@dataclass(slots=True)
class Group:
    """A block with those that it goes on in."""

    blocks: list[Block]
    joins: list[Join]


def grouped(sheet: Sheet, blocks: list[Block]) -> list[Group]:
    """The blocks of an article, halves put together; every block is in one group."""
    taken: set[int] = set()
    groups: list[Group] = []
    for n, block in enumerate(blocks):
        if n in taken:
            continue
        group = Group([block], [])
        groups.append(group)
        at = n
        while block.role == "body" and (found := _goes_on(sheet, blocks, at, taken)) is not None:
            at, join = found
            taken.add(at)
            group.blocks.append(blocks[at])
            group.joins.append(join)
    return groups


def _goes_on(sheet: Sheet, blocks: list[Block], at: int, taken: set[int]) -> tuple[int, Join] | None:
    """The block in which another goes on, and how sure that is."""
    block = blocks[at]
    ahead = [n for n in range(at + 1, min(at + 1 + WINDOW, len(blocks))) if n not in taken]
    following = [n for n in ahead if blocks[n].role not in TRANSPARENT][: REACH + 1]
    if not following:
        return None
    best = _direct(sheet, block, blocks[following[0]])
    place, between = following[0], list[int]()
    rivals = [best.score] if best else []
    if not block.finished:
        for count in range(1, len(following)):
            skipped = following[:count]
            if any(blocks[n].role not in ("head", "body") for n in skipped):
                break
            other = _skipping(sheet, block, [blocks[n] for n in skipped], blocks[following[count]])
            rivals += [other.score] if other else []
            if other and (best is None or other.score > best.score):
                best, place, between = other, following[count], skipped
    if best is None or best.score < THRESHOLD:
        return None
    rivals.sort(reverse=True)
    if len(rivals) > 1 and rivals[0] - rivals[1] < CLEAR:
        best.score = min(best.score, SURE - 0.5)
    for n in between:
        blocks[n].role = "caption"
        blocks[n].doubts = [] if best.score > SURE + 3 else ["它夹在一句话中间，当作图片说明"]
    return place, Join(glue(block.text, blocks[place].text), best.score, "；".join(best.reasons))


def _direct(sheet: Sheet, block: Block, other: Block) -> Weight | None:
    if other.role == "body":
        return weigh(sheet, block, other)
    if other.role == "head" and other.margin < 3 and not block.finished:
        found = weigh(sheet, block, other)
        less = 0.5 if PAUSED.search(block.text) else 2 + other.margin
        return Weight(found.score - less, found.reasons)
    return None


def _skipping(sheet: Sheet, block: Block, between: list[Block], other: Block) -> Weight | None:
    """Going on behind what would then be captions."""
    if other.role != "body" or len(between) > 3:
        return None
    found = weigh(sheet, block, other)
    score = found.score + sum(_caption(sheet, one) for one in between)
    if not between[-1].finished and weigh(sheet, between[-1], other).score > SURE:
        score -= 4  # what stands between is itself cut, and goes on there
    return Weight(score, [*found.reasons, "中间夹着图片说明"])


def _caption(sheet: Sheet, block: Block) -> float:
    """How much a block between two halves looks like a caption."""
    if block.width > 70 or block.kind in ("heading", "title") or is_date(block):
        return -9
    if sheet.usual.size and block.first.size > sheet.usual.size * 1.12:
        return -9
    votes = block.totals()
    score = -2.5 + max(0.0, votes.get("caption", 0)) * 0.5
    score += 1.5 * scene(block.text) + 1.0 * (block.width <= 45) - 1.5 * (block.width > 55)
    score += 1.0 * (block.first.gap > sheet.usual.gap) + 0.5 * ("，" not in block.text and "," not in block.text)
    score -= 3.0 * (block.text.count("。") > 1) + 2.0 * (block.text[-1:] in "！？!?")
    return score + (2.5 if block.role == "head" else 0)
