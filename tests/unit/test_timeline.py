"""One event told by several articles is one entry of the chronicle; two events of one day stay two."""

from __future__ import annotations

from typing import Any

from plugins.timeline.extract import told_once


def event(date: str, label: str, article: str, of: int = 1) -> dict[str, Any]:
    return {"date": date, "label": label, "sentence": f"{label}。", "article": {"title": article}, "of": of}


def told(*events: dict[str, Any]) -> list[tuple[str, list[str]]]:
    entries = told_once(events)
    return [(entry["article"]["title"], [other["article"]["title"] for other in entry["others"]]) for entry in entries]


def test_accounts_of_one_event_stand_together_under_the_article_that_is_about_it() -> None:
    survey = event("2026-06-18", "急救培训在街道举行", "综述", of=9)
    story = event("2026-06-18", "“泉心为民”急救培训在泺口街道举行", "特写")
    assert told(survey, story) == [("特写", ["综述"])]


def test_two_events_of_one_day_stay_two() -> None:
    one, other = event("2026-06-18", "急救培训在街道举行", "甲"), event("2026-06-18", "全市党课开讲", "乙")
    assert told(one, other) == [("甲", []), ("乙", [])]


def test_an_article_tells_each_of_its_own_events() -> None:
    morning, evening = event("2026-06-18", "第一场培训举行", "甲", 2), event("2026-06-18", "第二场培训举行", "甲", 2)
    assert told(morning, evening) == [("甲", []), ("甲", [])]


def test_the_same_words_on_other_days_are_other_events() -> None:
    one, other = event("2026-06-18", "培训举行", "甲"), event("2026-06-19", "培训举行", "乙")
    assert told(one, other) == [("甲", []), ("乙", [])]


def test_without_a_label_the_sentence_tells() -> None:
    one = event("2026-04-28", "", "甲") | {"sentence": "4月28日，警示教育大会举行，面向青年干部。"}
    other = event("2026-04-28", "", "乙") | {"sentence": "4月28日，警示教育大会举行。"}
    assert told(one, other) == [("甲", ["乙"])]
