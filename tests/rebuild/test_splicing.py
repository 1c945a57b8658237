"""A file that grows with the site costs what changed in it, and is the file that a fresh build makes."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.press.output import OutputFolder
from plugins.press.splicing import Splice, Stretch
from tests.rebuild.little import Little, files

NO_ARCHIVE: Any = None
texts = st.dictionaries(st.sampled_from("abcdefgh"), st.text("xyz甲", min_size=1, max_size=5), max_size=8)


class Family:
    """Parts out of a dictionary; it counts those that it was asked for."""

    name = "numbers"
    template = ""
    frame = (b"[\n", b",\n", b"\n]\n")

    def __init__(self, order: list[str], texts: dict[str, str]) -> None:
        self.order, self.texts, self.asked = order, texts, 0

    def plan(self, archive: Any) -> Any: ...

    def inputs(self, archive: Any, key: str) -> dict[str, Any]:
        return {}

    def parts(self, archive: Any, key: str) -> list[tuple[str, str]]:
        return [(name, self.texts[name]) for name in self.order]

    def part(self, archive: Any, name: str) -> bytes:
        self.asked += 1
        return self.texts[name].encode()

    def whole(self) -> bytes:
        return b"[\n" + b",\n".join(self.texts[name].encode() for name in self.order) + b"\n]\n"


@settings(deadline=None)
@given(st.lists(st.tuples(texts, st.randoms(use_true_random=False)), min_size=1, max_size=5))
def test_any_chain_of_splices_makes_the_whole_file(editions: list[tuple[dict[str, str], Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        output, layout, before = OutputFolder(Path(folder)), "", dict[str, str]()
        for texts, random in editions:
            order = sorted(texts)
            random.shuffle(order)
            family = Family(order, texts)
            splice = Splice(family, NO_ARCHIVE, "", layout)
            (output.splice if splice.before.keys else output.stream)("data.json", splice.pieces())
            assert (Path(folder) / "data.json").read_bytes() == family.whole()
            new = [name for name in texts if before.get(name) != texts[name]]
            assert family.asked == (len(new) if splice.before.keys else len(texts))
            layout, before = splice.layout.written(), texts


def test_neighbouring_parts_are_copied_in_one_stretch() -> None:
    every = {name: name * 3 for name in "abcdef"}
    first = Splice(Family(sorted(every), every), NO_ARCHIVE, "")
    list(first.pieces())
    second = Splice(Family(sorted(every), every | {"c": "new"}), NO_ARCHIVE, "", first.layout.written())
    pieces = list(second.pieces())
    assert [type(piece) for piece in pieces] == [bytes, Stretch, bytes, bytes, bytes, Stretch, bytes]


def test_a_large_file_has_its_own_size(tmp_path: Path) -> None:
    output, every = OutputFolder(tmp_path), {name: name * 400_000 for name in "abcdef"}
    first = Splice(Family(sorted(every), every), NO_ARCHIVE, "")
    output.stream("data.json", first.pieces())
    shorter = Family(sorted(every), every | {"c": "new"})
    written = output.splice("data.json", Splice(shorter, NO_ARCHIVE, "", first.layout.written()).pieces())
    assert (tmp_path / "data.json").read_bytes() == shorter.whole()
    assert written.size == len(shorter.whole())


def test_a_spoilt_file_is_not_spliced_from(little: Little) -> None:
    facts = little.output / "data/facts.json"
    facts.write_bytes(b" " * facts.stat().st_size)
    little.replace("articles/c.md", "近90件", "近95件")
    assert not little.build().faults
    assert len(json.loads(facts.read_bytes())) == 5
    assert files(little.output) == little.fresh()


def test_figures_come_and_go_in_the_middle(little: Little) -> None:
    for old, new in (("1200多人次", "很多人"), ("很多人", "1300多人次"), ("1300多人次", "1300多人次，办班12期")):
        little.replace("articles/b.md", old, new)
        assert "data/facts.json" in little.printed()
        assert files(little.output) == little.fresh()


def test_a_file_may_lose_all_its_parts_and_get_them_back(little: Little) -> None:
    text = (little.content / "articles/a.md").read_text("utf-8")
    for changed in (text.replace("4月2日，", ""), text):
        (little.content / "articles/a.md").write_text(changed, "utf-8")
        assert "data/events.json" in little.printed()
        assert files(little.output) == little.fresh()
