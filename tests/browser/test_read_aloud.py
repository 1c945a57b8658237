"""Reading aloud: offered only where there is a Chinese voice; play, pause, go on, stop; the sentence is marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import Visit, visiting

pytestmark = pytest.mark.browser
PAGE = "/articles/everything.html"
VOICES = """
const voices = %s;
let under = null;
window.said = [];
const speech = {
  getVoices: () => voices,
  speak: (words) => { under = words; window.said.push(words.text); window.spoken = words.lang; },
  cancel: () => {
    const broken = under;
    under = null;
    if (broken) broken.onerror({ error: "canceled" });
  },
  addEventListener: () => {},
};
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
window.finish = () => { const done = under; under = null; done.onend(); };
Object.defineProperty(window, "speechSynthesis", { value: speech });
"""
CHINESE = '[{lang: "en-US"}, {lang: "zh-HK", localService: true}, {lang: "zh-CN", localService: true}]'
TEXT = "占比达<data>98.5%</data>，完成1/4，<sup><a>1</a></sup>共48,000堂。4.8万余堂！"
TO_THE_END = "() => { while (document.querySelector('[data-speech-play]').textContent === '暂停') finish(); }"
MARKED = "[...CSS.highlights.get('read-aloud') || []].map((range) => range.toString()).join()"


def opened(visit: Visit, voices: str) -> Page:
    visit.page.add_init_script(VOICES % voices)
    visit.open(PAGE)
    visit.page.wait_for_load_state("networkidle")
    return visit.page


def test_nothing_is_offered_without_a_chinese_voice(browser: Browser, crowded_origin: str) -> None:
    with visiting(browser, crowded_origin) as visit:
        page = opened(visit, '[{lang: "en-US", localService: true}]')
        expect(page.locator("[data-speech]")).to_be_hidden()
        assert visit.complaints == []


def test_it_reads_sentence_by_sentence_and_goes_on_where_it_was_paused(browser: Browser, crowded_origin: str) -> None:
    with visiting(browser, crowded_origin, width=390) as visit:
        page = opened(visit, CHINESE)
        play, stop = page.locator("[data-speech-play]"), page.locator("[data-speech-stop]")
        expect(play).to_have_text("听全文")
        expect(stop).to_be_hidden()
        play.focus()
        page.keyboard.press("Enter")
        expect(play).to_have_text("暂停")
        assert page.evaluate("spoken") == "zh-CN"
        first = page.evaluate("said[0]")
        assert first.startswith("样样都有的一篇")
        assert page.evaluate(MARKED) == first
        for _ in range(3):
            page.evaluate("finish()")
        third = page.evaluate("said[3]")
        assert page.evaluate(MARKED).replace(" ", "") == third.replace(" ", "")
        page.keyboard.press("Space")
        expect(play).to_have_text("继续")
        page.keyboard.press("Space")
        assert page.evaluate("said.slice(-1)[0]") == third  # the sentence that was broken off, from its beginning
        stop.click()
        expect(play).to_have_text("听全文")
        expect(stop).to_be_hidden()
        assert page.evaluate(MARKED) == ""
        assert page.evaluate("said.length") == 5
        assert visit.complaints == []
        assert visit.axe() == []


def test_all_of_the_article_is_said_once_and_signs_are_said_as_words(browser: Browser, crowded_origin: str) -> None:
    with visiting(browser, crowded_origin) as visit:
        page = opened(visit, CHINESE)
        page.evaluate("(text) => { document.querySelector('.prose p').innerHTML = text; }", TEXT)
        page.locator("[data-speech-play]").click()
        expect(page.locator("[data-speech-play]")).to_have_text("暂停")
        page.evaluate(TO_THE_END)
        said = page.evaluate("said")
        assert "占比达百分之98.5，完成4分之1，共48000堂。" in said
        assert "4.8万余堂！" in said
        assert sum("wouldpushthepagewide" in text for text in said) == 1  # as an item, and not with its list again
        assert "回到正文" not in "".join(said)
        expect(page.locator("[data-speech-play]")).to_have_text("听全文")


def test_scripts_of_an_article_are_light(crowded: Path) -> None:
    import gzip

    theme = crowded / "theme"
    scripts = [path for name in ("site", "speech") for path in theme.glob(f"{name}.*.js")]
    assert len(scripts) == 2
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in scripts) <= 6 * 1024
