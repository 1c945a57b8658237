"""The headline font: slices that stay where they are, and cuts that are the same from wherever they are made."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest

from plugins.fonts import slices
from plugins.fonts.finding import found
from plugins.settings import SettingsError

INSTALLED = found("auto")


def test_a_character_has_one_slice_and_the_rules_name_it() -> None:
    text = "党建引领2026年A组，“一二”·龥"
    parts = slices.sliced(text)
    assert sorted("".join(parts.values())) == sorted(set(text) - set("，“”·"))
    ranges = re.findall(r"url\(\.\./(\S+?)\)\S*unicode-range:U\+(\S+)\}", slices.faces())
    assert len(ranges) == len(parts)
    for number, chars in parts.items():
        (stretch,) = (stretch for file, stretch in ranges if file == slices.address(number))
        ends = [[int(end, 16) for end in part.removeprefix("U+").split("-")] for part in stretch.split(",")]
        assert all(sum(low <= ord(char) <= high for low, high in ends) == 1 for char in chars)
        assert chars or number


def test_a_font_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert found("") == []
    with pytest.raises(SettingsError, match=r"没有|不存在"):
        found(str(tmp_path / "none.otf"))


@pytest.mark.skipif(not INSTALLED, reason="no Song font is installed here")
def test_a_cut_is_the_same_from_the_font_and_from_what_was_cut_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from fontTools.ttLib import TTFont

    monkeypatch.setattr(slices, "_count", [])
    every = "党建引领基层治理2026"
    cuts = [slices.cut(INSTALLED[0], "党建", every) for _ in range(slices.FEW + 2)]
    assert len(set(cuts)) == 1
    assert sorted(map(chr, TTFont(BytesIO(cuts[0])).getBestCmap())) == sorted("党建")
