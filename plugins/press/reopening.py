"""A site opened again as Pelican opened it before, without Pelican: its import takes longer than most edits.

What Pelican made of the settings is remembered by `standing`, under the marks of all that it hung on. This says what
that is, and makes a site of it. Where plugins of others may hear Pelican's signals, or where settings hold more than
plain values, there is nothing to remember, and Pelican opens the site every time.
See docs/decisions/0012-reopening.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jinja2

from plugins.archive import Feature, features
from plugins.settings import declared

from .engine import kept_templates
from .site import Order, Site
from .standing import known

PLACES = ("PATH", "OUTPUT_PATH", "CACHE_PATH", "THEME", "THEME_TEMPLATES_OVERRIDES", "PLUGINS", "JINJA_ENVIRONMENT")
"""Pelican's own settings that a build asks for."""
CALLABLES = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
OURS = "plugins."
JINJAS = "of jinja2"
"""Marks the name of one of Jinja's classes."""


def memorable(site: Site) -> dict[str, Any] | None:
    """What there is to remember of a site."""
    settings = site.settings
    if any(settings.get(name) for name in CALLABLES) or not all(name.startswith(OURS) for name in settings["PLUGINS"]):
        return None
    values = {name: settings[name] for name in (*PLACES, *declared()) if name in settings}
    values["JINJA_ENVIRONMENT"] = {name: _named(value) for name, value in settings["JINJA_ENVIRONMENT"].items()}
    memory = {"settings": values, "order": site.order and list(site.order), "version": site.version}
    return memory if _is_plain(memory) else None


def _named(value: object) -> object:
    """A class of Jinja's by its name."""
    name = getattr(value, "__name__", "")
    return {JINJAS: name} if name and getattr(jinja2, name, None) is value else value


def _is_plain(value: object) -> bool:
    """Whether JSON can hold it; a tuple comes back as a list, which is as good in every place."""
    if isinstance(value, dict):
        return all(isinstance(name, str) and _is_plain(inside) for name, inside in value.items())
    if isinstance(value, list | tuple):
        return all(map(_is_plain, value))
    return value is None or isinstance(value, str | int | float)


def reopened(settings: Path, overrides: Mapping[str, Any]) -> Site | None:
    """The site of these settings, if Pelican opened it before and all is as it was."""
    memory = known.get("opening")
    if not memory or memory["order"] != [str(settings.resolve()), dict(overrides)]:
        return None
    values = dict(memory["settings"])
    values["JINJA_ENVIRONMENT"] = {
        name: getattr(jinja2, value[JINJAS]) if isinstance(value, dict) and value.keys() == {JINJAS} else value
        for name, value in values["JINJA_ENVIRONMENT"].items()
    }
    for name in values["PLUGINS"]:
        import_module(name).register()
    env = _environment(values)
    env.bytecode_cache = kept_templates(values)
    return Site(values, joined(None), env, Order(*memory["order"]), memory["version"], memory)


def joined(sender: object) -> list[Feature]:
    """The features, asked to join, in a settled order."""
    found: list[Feature] = [feature for _, feature in features.send(sender)]
    # The sitemap lists what the others plan, so syndication goes last; names order the rest, as signals do not.
    return sorted(found, key=lambda feature: (feature.name == "syndication", feature.name))


def _environment(settings: Mapping[str, Any]) -> jinja2.Environment:
    """Jinja as Pelican's generators set it up."""
    theme = str(Path(settings["THEME"], "templates").expanduser())
    pelican = find_spec("pelican")
    assert pelican is not None
    assert pelican.origin is not None
    simple = jinja2.FileSystemLoader(str(Path(pelican.origin).with_name("themes") / "simple" / "templates"))
    named = jinja2.PrefixLoader({"!simple": simple, "!theme": jinja2.FileSystemLoader(theme)})
    own = jinja2.FileSystemLoader([*settings["THEME_TEMPLATES_OVERRIDES"], theme])
    env = jinja2.Environment(loader=jinja2.ChoiceLoader([own, simple, named]), **settings["JINJA_ENVIRONMENT"])  # noqa: S701
    env.filters["strftime"] = _strftime
    env.tests["plugin_enabled"] = _plugin_enabled(settings["PLUGINS"])
    return env


def _strftime(*arguments: Any) -> Any:
    """Pelican's filter, for a theme that has use for it."""
    from pelican.utils import DateFormatter

    return DateFormatter()(*arguments)


def _plugin_enabled(plugins: list[str]) -> Callable[[str], bool]:
    """Pelican's test, likewise."""

    def test(name: str) -> bool:
        from pelican.plugins._utils import plugin_enabled

        return bool(plugin_enabled(name, plugins))

    return test
