"""The theme by itself: every component and template with its examples, the style sheet's names, the colours' contrast.

In go the `examples.yaml` of each component and of the templates; they are rendered in an environment like the press's.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
import yaml
from jinja2 import FileSystemLoader, StrictUndefined

from plugins.linked import Linked
from plugins.press.embedding import hash_source, svg_address
from plugins.press.engine import Engine
from plugins.press.furniture import furnish
from plugins.press.sheets import APART, ARTICLE, ARTICLES, SHARED, assembled, components
from plugins.press.squeezing import squeezed_script

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
SCRIPTS = sorted([*(THEME / "static").glob("*.js"), *(THEME / "templates" / "search").glob("*.js")])
COMPONENTS = sorted(path for path in (THEME / "components").iterdir() if path.is_dir())
TEMPLATES = THEME / "templates"
SHEETS = [THEME / "static" / "tokens.css", THEME / "static" / "base.css"]
SHEETS += sorted((THEME / "components").glob("*/style.css"))
PAGES = yaml.safe_load((TEMPLATES / "examples.yaml").read_text("utf-8"))
FROM_MANUSCRIPTS = {"held", "callout--background", "figcaption", "table", "figure"}
"""Classes that bodies of manuscripts bring along, whether or not an example has them."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def environment() -> Engine:
    """As the press has it: escaping on, an undefined name is an error."""
    env = Engine(
        loader=FileSystemLoader([TEMPLATES, THEME / "components"]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    env.globals.update(url=lambda path: path, static=lambda name: f"/theme/{name}", site=PAGES["site"])
    env.filters["squeezed_script"] = squeezed_script
    env.globals.update(hash_source=hash_source, icon=svg_address((THEME / "static" / "favicon.svg").read_bytes()))
    env.globals.update(linked=Linked(PAGES["site"], lambda path: PAGES["site"]["url"] + path))
    sections = (entry["section"] for entry in PAGES["site"]["nav"])
    env.globals.update(furniture=furnish(env, sections, PAGES["site"]["columns"]))
    return env


ENV = environment()


def component_examples() -> Iterator[Any]:
    for folder in COMPONENTS:
        for example in yaml.safe_load((folder / "examples.yaml").read_text("utf-8")):
            yield pytest.param(folder.name, example["data"], id=f"{folder.name}: {example['name']}")


def page_examples() -> Iterator[Any]:
    for example in PAGES["pages"]:
        yield pytest.param(example["template"], example["data"], id=f"{example['template']}: {example['name']}")


def render_component(name: str, data: dict[str, Any]) -> str:
    module = ENV.get_template(f"{name}/macro.html").module
    return str(getattr(module, name.replace("-", "_"))(**data))


def render_page(name: str, data: dict[str, Any]) -> str:
    return ENV.get_template(name).render(data)


def fragment(html: str) -> Element:
    """Parses a piece of a page; a fault is an error."""
    parsed: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(html)
    return parsed


def document(html: str) -> Element:
    """Parses a whole page likewise."""
    parsed: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return parsed


def everything() -> Iterator[Element]:
    """Every element of every example."""
    for param in component_examples():
        yield from fragment(render_component(*param.values)).iter()
    for param in page_examples():
        yield from document(render_page(*param.values)).iter()


def inline(tree: Element) -> list[str]:
    """What a content security policy without 'unsafe-inline' would refuse."""
    found = [name for element in tree.iter() for name in element.attrib if re.match(r"style$|on", str(name))]
    policy = "".join(meta.get("content", "") for meta in tree.iter("meta") if meta.get("http-equiv"))
    scripts = [element for element in tree.iter("script") if element.get("type") != "application/ld+json"]  # is data
    own = [element for element in scripts if not element.get("src") or (element.text or "").strip()]
    found += [element.tag for element in own if f"'{hash_source(element.text or '')}'" not in policy]
    return found + [element.tag for element in tree.iter("style")]


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_is_a_macro_a_style_and_examples(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {"macro.html", "style.css", "examples.yaml"}


@pytest.mark.parametrize(("name", "data"), list(component_examples()))
def test_a_component_renders_clean(name: str, data: dict[str, Any]) -> None:
    tree = fragment(render_component(name, data))
    assert inline(tree) == []
    assert any(name in (element.get("class") or "").split() for element in tree.iter()) or name == "headline"


@pytest.mark.parametrize(("name", "data"), list(page_examples()))
def test_a_page_renders_clean(name: str, data: dict[str, Any]) -> None:
    html = render_page(name, data)
    tree = document(html)
    assert inline(tree) == []
    assert len(list(tree.iter("h1"))) == len(list(tree.iter("main"))) == 1
    assert html.startswith("<!doctype html>\n")
    assert tree.attrib == {"lang": "zh-CN"}
    levels = [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    named = [word for e in tree.iter() for word in (e.get("aria-labelledby") or "").split()]
    assert set(named) <= set(ids)
    inner = {e.get("href", "")[1:] for e in tree.iter("a") if e.get("href", "").startswith("#")}
    assert inner <= set(ids)


def test_every_template_has_examples() -> None:
    shells = {path.name for path in TEMPLATES.glob("*.html")} - {"base.html"}
    assert {example["template"] for example in PAGES["pages"]} == shells


def test_the_styleguide_shows_every_component() -> None:
    source = (TEMPLATES / "styleguide.html").read_text("utf-8")
    named = [folder.name for folder in COMPONENTS]
    assert re.findall(r'\{% from "([\w-]+)/macro.html"', source) == named
    assert re.findall(r'^  "([\w-]+)": ', source, re.MULTILINE) == named


def test_a_hostile_title_is_escaped() -> None:
    shown = render_component(
        "headline", {"card": {"title": "<script>：一，二？", "phrased": "<script>：一\u200b个，\u200b二？"}}
    )
    assert '一<wbr>个，</span><span class="headline__piece">二' in shown
    assert "<script" not in shown
    assert "&lt;script&gt;：" in shown


def test_a_figure_stands_as_it_is_written() -> None:
    for param in component_examples():
        name, data = param.values
        if name == "figures-list":
            tree = fragment(render_component(name, data))
            values = [e for e in tree.iter() if e.get("class") == "figure__value"]
            written = [fragment(figure["written"]) for figure in data["figures"]]
            assert ["".join(e.itertext()) for e in values] == ["".join(e.itertext()) for e in written]
            links = [e.get("href") for e in tree.iter("a") if e.get("class") == "figure__link"]
            assert links == [figure["path"] for figure in data["figures"]]


def style() -> str:
    return COMMENT.sub("", "\n".join(path.read_text("utf-8") for path in SHEETS))


def styled() -> set[str]:
    """Class names in selectors of all sheets."""
    return classes_of(style())


def classes_of(css: str) -> set[str]:
    """Class names in selectors."""
    selectors = re.findall(r"(?:^|[{};])([^{};@]+)\{", css)
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


def test_every_class_has_a_rule_and_every_rule_a_use() -> None:
    used = {name for element in everything() for name in (element.get("class") or "").split()}
    assert sorted(used - styled() - FROM_MANUSCRIPTS) == []
    assert sorted(styled() - used - FROM_MANUSCRIPTS) == []


def test_a_page_loads_the_rules_of_all_that_it_shows() -> None:
    """Each template's examples, and whatever its components can show, against the one sheet that it links."""
    sheets = {name: classes_of(css) for name, css in assembled(THEME).items()}
    for param in page_examples():
        name, data = param.values
        html = render_page(name, data)
        linked = re.findall(r'<link rel="stylesheet" href="/theme/([^"]+)">', html)
        assert len(linked) == (2 if name in APART else 1), name
        assert linked[0] == (ARTICLE if name in ARTICLES else SHARED)
        used = {word for element in document(html).iter() for word in (element.get("class") or "").split()}
        assert sorted(used - FROM_MANUSCRIPTS - set().union(*(sheets[one] for one in linked))) == [], name
    for sheet, taken in components(THEME).items():
        shown = "".join(render_component(*p.values) for p in component_examples() if p.values[0] in taken)
        used = {word for element in fragment(shown).iter() for word in (element.get("class") or "").split()}
        assert sorted(used - FROM_MANUSCRIPTS - sheets[sheet]) == [], sheet
    assert FROM_MANUSCRIPTS & styled() <= sheets[SHARED] & sheets[ARTICLE]


def test_each_sheet_is_as_small_as_its_pages_allow() -> None:
    taken = components(THEME)
    assert taken[SHARED] | taken[ARTICLE] == {folder.name for folder in COMPONENTS}
    assert "ledger-search" not in taken[ARTICLE]
    assert "factbox" not in taken[SHARED]
    assert len(gzip.compress(assembled(THEME)[ARTICLE].encode(), 6)) < 5.7 * 1024


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.relative_to(THEME)))
def test_a_sheet_is_whole(sheet: Path) -> None:
    text = COMMENT.sub("", sheet.read_text("utf-8"))
    assert text.count("{") == text.count("}") > 0
    assert not re.search(r"url\(|@import|!important", text)
    colours = re.findall(r"#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(", text)
    assert bool(colours) == (sheet.name == "tokens.css")


def test_tokens_are_defined_once_used_and_known() -> None:
    defined = set(re.findall(r"(--[\w-]+)\s*:", SHEETS[0].read_text("utf-8")))
    used = set(re.findall(r"var\((--[\w-]+)", style()))
    assert used - defined == set()
    assert defined - used == set()


def tokens(selector: str) -> dict[str, str]:
    """The colours that one block of tokens.css sets, over those of the light scheme."""
    text = COMMENT.sub("", SHEETS[0].read_text("utf-8"))
    light, *_ = re.findall(r"^:root \{(.*?)\}", text, re.DOTALL | re.MULTILINE)
    block = text.split(selector + " {", 1)[1].split("}", 1)[0]
    return {name: value for part in (light, block) for name, value in re.findall(r"--(\w+): (#\w+);", part)}


DARK_BY_SYSTEM = ':root:not(:is([data-scheme="light"], :has(#scheme [value="light"]:checked)))'
DARK_BY_CHOICE = ':root:is([data-scheme="dark"], :has(#scheme [value="dark"]:checked))'
SCHEMES = {
    "light": ":root",
    "dark": DARK_BY_SYSTEM,
    "chosen": DARK_BY_CHOICE,
    "print": "@media print {\n  :root",
}


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2.2."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_is_plain_to_see(scheme: str) -> None:
    """7:1 for text on every ground, so that the enlarged view needs no colours of its own; 3:1 for controls."""
    colours = tokens(SCHEMES[scheme])
    grounds = [colours[name] for name in ("paper", "sheet", "wash")]
    low = {
        (text, ground): round(contrast(colours[text], ground), 2)
        for text in ("ink", "soft", "mark")
        for ground in grounds
        if contrast(colours[text], ground) < 7
    }
    assert low == {}
    assert all(contrast(colours["control"], ground) >= 3 for ground in grounds)


def test_dark_is_the_same_by_wish_and_by_choice() -> None:
    assert tokens(DARK_BY_SYSTEM) == tokens(DARK_BY_CHOICE)
    assert tokens(DARK_BY_SYSTEM)["paper"] != tokens(":root")["paper"]


@pytest.mark.parametrize(("name", "most"), [("site.js", 3000), ("speech.js", 6500), ("ledger.js", 12000)])
def test_a_script_is_small(name: str, most: int) -> None:
    assert len((THEME / "static" / name).read_bytes()) < most


def test_scripts_keep_to_what_browsers_of_2019_know() -> None:
    newer = re.compile(r"=>|`|\b(?:let|const|class|async|await)\b|\?\.|\?\?|\.\.\.\w")
    for script in SCRIPTS:
        code = re.sub(r"//.*|\"[^\"]*\"", "", script.read_text("utf-8"))
        assert newer.findall(code) == [], script.name


def test_a_script_loses_nothing_but_comments_and_indentation() -> None:
    """No string goes on over a line's end, and no comment has several lines: what is cut is none of a statement."""
    for script in SCRIPTS:
        text = script.read_text("utf-8")
        short = squeezed_script(text)
        assert squeezed_script(short) == short
        lines = [line.strip() for line in text.splitlines()]
        assert not re.search(r"/\*(?:(?!\*/).)*\n|\\\n", text), script.name
        assert short.splitlines() == [line for line in lines if line and not line.startswith("//")]


def test_every_component_is_documented() -> None:
    headings = re.findall(r"^## (\S+)", (ROOT / "docs" / "components.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(headings) == [folder.name for folder in COMPONENTS]
