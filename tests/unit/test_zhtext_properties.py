"""What holds for any text, however odd: spans slice it, stand in order, and ranges have two ends."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.zhtext import count_han, read, sentences, shorten, unit_in_figure
from plugins.zhtext.types import Event, Figure

_CHARACTERS = "0123456789０１９.,，、。：；:/-—～~%％〇零一二三五十百千万亿两半几数“”《》()\n "
_WORDS = "余 多 来 第 每 近 约 超 过 到 至 上 下 内 不少于 以上 左右 个 名 元 年 月 日 时 分 秒 公里 个百分点"
_MORE_WORDS = "百分之 分之 连续 过去 增长 翻 番 成 倍 PM 的 村民 零下 五、六 1/4 个亿 有余 分钱 过半 今天（ 从 升到"
_TEXTS = st.lists(st.sampled_from([*_CHARACTERS, *_WORDS.split(), *_MORE_WORDS.split()]), max_size=40).map("".join)


def _slices(text: str, found: Sequence[Figure | Event]) -> bool:
    spans = [(item.start, item.end) for item in found]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    return [text[start:end] for start, end in spans] == [item.text for item in found]


@given(_TEXTS)
def test_spans_slice_the_text_in_order(text: str) -> None:
    reading = read(text, year=2026)
    assert _slices(text, reading.figures)
    assert _slices(text, reading.events)


@given(_TEXTS)
def test_figures_and_events_never_overlap(text: str) -> None:
    reading = read(text)
    items: list[Figure | Event] = [*reading.figures, *reading.events]
    taken = sorted((item.start, item.end) for item in items)
    assert all(before[1] <= after[0] for before, after in pairwise(taken))


@given(_TEXTS)
def test_a_range_has_two_ends_in_order(text: str) -> None:
    for figure in read(text).figures:
        assert (figure.bound == "range") == (figure.high is not None)
        assert figure.high is None or figure.high > figure.value


@given(_TEXTS)
def test_labels_are_short_and_hold_no_punctuation(text: str) -> None:
    for figure in read(text).figures:
        assert len(figure.label) <= 24
        assert not set(figure.label) & set("，。：；,;:()（）《》\n！？")


@given(_TEXTS)
def test_labels_are_whole_and_hold_no_figure_of_their_own(text: str) -> None:
    items: list[Figure | Event] = [*read(text).figures, *read(text).events]
    for item in items:
        assert item.label == item.label.strip()
        assert item.label.count("“") == item.label.count("”")
        assert item.label.rfind("”") >= item.label.find("“")
        assert item.text not in item.label or text.count(item.text) > 1


_PARTS = (
    "其中",
    "占",
    "为",
    "同比增长",
    "平均",
    "的",
    "对",
    "将",
    "有",
    "从",
    "到",
    "，",
    "。",
    "（",
    "）",
    "、",
    "每亩",
    "连续",
    "审结",
    "完成",
)
_NOUNS = ("老人", "案件", "粮食总产量", "柳河镇", "“智慧课堂”", "用水户", "平均浓度", "等地区", "水渠", "讲座")
_SENTENCES = st.lists(st.sampled_from([*_PARTS, *_NOUNS, "3万元", "46%", "18个", "2年", "5人"]), max_size=30)
_ADDED = ("原值", "现值", "年龄", "之比", "占比", "接受", "占", "与", "连续", "的", "中")


@given(_SENTENCES.map("".join))
def test_labels_are_made_of_what_the_text_says(text: str) -> None:
    """Every character of a label stands before or just behind its figure, but for the few words that compose it."""
    for figure in read(text).figures:
        label = figure.label
        for word in _ADDED:
            label = label.replace(word, "")
        assert set(label) <= set(text[: figure.end + 40])


@given(_TEXTS, st.sampled_from(["元", "%", "个", "月", "公里", "比例", ""]))
def test_a_unit_stands_behind_something(text: str, unit: str) -> None:
    """No figure is its unit alone."""
    for read_unit, written in [(unit, text), *((figure.unit, figure.text) for figure in read(text).figures)]:
        assert all(found.start() and found.group() for found in unit_in_figure(read_unit).finditer(written))


@given(_TEXTS)
def test_sentences_leave_out_only_white_space(text: str) -> None:
    spans = sentences(text)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(_TEXTS, st.integers(1, 60))
def test_a_shortened_text_fits_and_cuts_no_figure(text: str, limit: int) -> None:
    text = text.strip()
    short = shorten(text, limit, read(text).figures)
    assert len(short) <= limit
    kept = len(short.removesuffix("…"))
    assert text.startswith(short[:kept])
    assert not any(figure.start < kept < figure.end for figure in read(text).figures)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    read(text)
    assert 0 <= count_han(text) <= len(text)
