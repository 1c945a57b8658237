"""The search's bench: what it reckons from texts is what the script fetches."""

from __future__ import annotations

import gzip

from bench.search.growing import Indexed, grown
from plugins.fulltext.grams import Cut, Texts

TEXTS = ["样例村修渠三公里\n渠水进田", "夜校开了十二期\n村里修渠", "修路架桥"]


def test_a_question_weighs_its_own_files_and_each_once() -> None:
    index, texts = Indexed(TEXTS), Texts(TEXTS, Cut(len(TEXTS)))
    every = {len(gzip.compress(file.encode(), 6, mtime=0)) for kind in range(32) for file in texts.buckets(kind)}
    assert index.weight("修渠") in every
    assert index.weight("修渠三公") in every
    assert index.weight("修渠 修渠") == index.weight("修渠")
    assert index.weight("修渠 夜校") == index.weight("修渠") + index.weight("夜校")
    assert index.weight("样例村修渠三公里") == index.weight("样例村修渠三") + index.weight("村修渠三公里")
    assert index.weight("渠") == 0


def test_a_larger_site_takes_more_segments_and_bytes() -> None:
    small, large = grown([60, 600], 40)
    assert small.segments == 1 < large.segments
    assert 0 < small.median < large.median <= large.ninth <= large.most
