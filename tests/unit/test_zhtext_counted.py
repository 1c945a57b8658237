"""What two figures count is known again in other words, and told from what only looks like it."""

from __future__ import annotations

import pytest

from plugins.zhtext.counted import Names, alike, counted, names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("全市共有社区工作者", "名", ""), ("社区工作者", "人", "全市有")),
        (("召开组织生活会的基层党支部", "个", ""), ("基层党支部召开组织生活会", "个", "")),
        (("石门村建起花卉大棚", "座", ""), ("花卉大棚", "个", "石门村有")),
        (("检察机关提起公诉", "人", "2025年，"), ("检察机关共提起公诉", "人", "")),
        (("参训学员", "名", "泺口街道的培训开班，"), ("参训者", "名", "在泺口街道，")),
        (("市第三医院床位", "张", ""), ("床位", "张", "第三医院设有")),
    ],
)
def test_one_subject(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert counted(*one)[:4] == counted(*other)[:4]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("党员", "名", "全市"), ("覆盖党员", "人次", "")),
        (("加装电梯", "部", "槐荫区"), ("加装电梯", "部", "天桥区")),
        (("加装电梯", "部", "全市"), ("加装电梯", "部", "全省")),
        (("加装电梯", "部", "今年计划"), ("加装电梯", "部", "今年已")),
        (("培训党员", "人次", "累计"), ("培训党员", "人次", "")),
        (("高新技术企业", "家", "全市有"), ("新增高新技术企业", "家", "全市")),
        (("党员", "名", "其中女"), ("党员", "名", "")),
        (("营业额", "元", "平均"), ("营业额", "元", "")),
        (("有效专利", "件", ""), ("效专利", "件", "")),
    ],
)
def test_not_one_subject(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert counted(*one)[:4] != counted(*other)[:4]


def test_a_scope_leans_on_the_last_name_of_its_kind() -> None:
    far = [name for _, name in names("平阴县北岭村的账本，由泺口街道管着。")]
    assert far == ["平阴县", "北岭村", "泺口街道"]
    assert counted("流转土地", "亩", "全村", Names(far=far)).place == "北岭村"
    assert counted("党员", "名", "全市", Names(near=far)).place == ""
    assert counted("流转土地", "亩", "全村").place == "?全村"


def test_without_a_place_it_is_the_one_spoken_of() -> None:
    assert counted("流转土地", "亩", "", Names(near=["北岭村"])).place == "北岭村"
    assert counted("流转土地", "亩", "", Names(far=["北岭村"])).place == ""


def test_a_clause_with_no_place_is_held_against_what_was_said_before() -> None:
    one = counted("参加居民", "名", "社区办起读书会，").around
    assert not alike(one, counted("参加居民", "名", "社区办起歌唱团，").around)
    assert alike(one, counted("参加居民", "名", "读书会在社区办起来，").around)
    assert counted("党员", "名", "大会说，全市").around == ""
