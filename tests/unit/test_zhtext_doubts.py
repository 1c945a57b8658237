"""What the recogniser abstains from is told to whoever asks, and only what could be read either way."""

import pytest

from plugins.zhtext import doubts, read


@pytest.mark.parametrize(
    ("text", "figure", "why"),
    [
        ("入住率80%以上小区评了优。", "80%以上", "threshold"),
        ("近三年，合作社添了不少机器。", "近三年", "period"),
        ("村里留下碾房一座。", "一座", "article"),
        ("评定结果为合格，等级8级。", "8级", "grade"),
        ("专班按三班六岗运转。", "三班", "name"),
        ("窗口收到材料1260，都已归档。", "1260", "bare"),
    ],
)
def test_a_quantity_that_may_be_a_figure_is_doubted(text: str, figure: str, why: str) -> None:
    assert read(text).figures == ()
    assert [(doubt.figure.text, doubt.why) for doubt in doubts(text)] == [(figure, why)]


@pytest.mark.parametrize(
    "text",
    ["65岁以上老人免费乘车。", "五年来变化很大。", "他是一名电工。", "前三名上台领奖。", "每100元返5元。"],
)
def test_what_is_sure_is_not_doubted(text: str) -> None:
    assert doubts(text) == ()


def test_a_doubt_says_what_the_figure_would_be() -> None:
    (doubt,) = doubts("入住率80%以上小区评了优。")
    assert (doubt.figure.value, doubt.figure.unit, doubt.figure.bound) == (80, "%", "ge")
