"""How the bytes of the index that a question takes grow with the site: reckoned from texts, with no site or browser."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from plugins.fulltext.folding import LINE, fold
from plugins.fulltext.grams import LENGTH, Cut, Texts, classes, part
from plugins.fulltext.segments import Article, key_of, segments
from plugins.search.settings import SearchSettings

from ..builds import tell
from ..corpus import Corpus
from ..pages.serving import LEVEL
from .queries import Text, draw, texts_of

_PAIR: Final = 2


class Grown(NamedTuple):
    """A size: articles, segments, and kB of a question's files in all segments: median, ninth tenth, most."""

    articles: int
    segments: int
    median: float
    ninth: float
    most: float


def grown(sizes: Sequence[int], queries: int) -> list[Grown]:
    """The same number of chance questions asked of corpora of several sizes."""
    found = []
    for size in sizes:
        texts = texts_of(Corpus(size))
        index = [Indexed(folded) for folded in _cut(texts)]
        taken = sorted(sum(one.weight(query.words) for one in index) / 1000 for query in draw(texts, queries))
        found.append(Grown(size, len(index), taken[len(taken) // 2], taken[len(taken) * 9 // 10], taken[-1]))
        tell(f"{size} 篇：{found[-1]}")
    return found


def _cut(texts: Sequence[Text]) -> Iterator[list[str]]:
    """The folded texts of each segment."""
    settings, by_slug = SearchSettings(), {text.slug: text for text in texts}
    articles = [Article(text.slug, text.slug, text.date, key_of(text.date, text.slug)) for text in texts]
    for segment in segments(articles, settings.SEARCH_SEGMENT, settings.SEARCH_NEWEST):
        lines = [by_slug[article.slug].lines for article in segment.articles]
        yield [LINE.join(filter(None, map(fold, own))) for own in lines]


class Indexed:
    """A segment, of which a class's files are made when one is asked for."""

    def __init__(self, folded: list[str]) -> None:
        self._texts = Texts(folded, Cut(len(folded)))
        self._sizes = cache(self._made)

    def weight(self, words: str) -> int:
        """The bytes of the files that a question takes, each once."""
        cut, pieces = self._texts.cut, [piece for word in fold(words).split(" ") for piece in _pieces(word)]
        files = {
            (classes(piece)[0] & (cut.classes - 1), 0 if len(piece) == _PAIR else 1 + (part(piece) & (cut.parts - 1)))
            for piece in pieces
        }
        return sum(self._sizes(kind)[file] for kind, file in files)

    def _made(self, kind: int) -> list[int]:
        return [len(gzip.compress(bucket.encode(), LEVEL, mtime=0)) for bucket in self._texts.buckets(kind)]


def _pieces(word: str) -> list[str]:
    """What is looked up of a word, as the script does; a single character is not."""
    pieces = [word[at : at + LENGTH] for at in range(0, max(0, len(word) - LENGTH), LENGTH)]
    return [*pieces, word[-LENGTH:]] if len(word) >= _PAIR else []


def report(found: Sequence[Grown]) -> str:
    """A line a size, beside the square root of the growth."""
    first = found[0]
    lines = []
    for one in found:
        times, root = one.median / first.median, (one.articles / first.articles) ** 0.5
        lines.append(
            f"{one.articles} 篇，{one.segments} 段：要索引 {one.median:.1f} / {one.ninth:.1f} / {one.most:.1f} kB，"
            f"是 {first.articles} 篇的 {times:.2f} 倍（平方根 {root:.2f}）"
        )
    return "\n".join([*lines, "中位数、九成、最大；gzip 后，不连报头。网页、脚本和第一条的正文不随篇数增长，不在内。"])
