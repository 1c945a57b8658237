"""No character of a manuscript is lost between stars: what the engine would drop is a fault."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from plugins.manuscripts import compile_manuscript
from tests.unit.manuscript_samples import codes_of

HEAD = "---\ntitle: 星号\nslug: stars\ndate: 2026-03-01\ncolumn: 要闻\ntopics: [乡村振兴]\n---\n\n"
PIECES = ("*", "**", "***", "_", "__", "果", "园", "，", " ", "“", "”", "3个", "`", "<br>")


@example(body="甲*乙**丙*，丁")
@example(body="甲*乙 **丙*丁")
@example(body="，_# __<br>_<br>")
@example(body="***__*果__果*_*")
@given(body=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_every_character_arrives_or_is_a_fault(body: str) -> None:
    whole = f"{HEAD}首{body}尾\n".encode()
    if codes := codes_of(whole):
        assert set(codes) == {"emphasis-mixed"}
        return
    made = compile_manuscript("articles/stars.md", whole)
    for char in "首尾果园，“”个":
        assert made.text.count(char) == f"首{body}尾".count(char)


def test_bold_beside_italics_is_no_fault() -> None:
    made = compile_manuscript("articles/stars.md", f"{HEAD}**果**园里*路*通了，**3个**村*都*通了。\n".encode())
    assert made.html.count("<strong>") == made.html.count("<em>") == 2
