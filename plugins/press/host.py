"""Pelican as the host: its command line, settings, plugins, signals and Jinja environment; the articles' way is ours.

Set as PELICAN_CLASS, so that `pelican content` prints the very site that `./hub build` prints.
"""

from __future__ import annotations

import sys
from pathlib import Path
from traceback import extract_tb
from typing import Any

from pelican import Pelican
from pelican.generators import Generator
from pelican.plugins import signals
from pelican.settings import DEFAULT_CONFIG, read_settings

from plugins.settings import SettingsError, declared, refuse_unknown

from .engine import kept_templates
from .machine import MachineError, told
from .output import OutputError
from .planning import PlanError
from .reopening import joined
from .report import Report
from .run import make
from .site import Order, Site, code_version
from .stages import Stages
from .theme import TemplateError
from .workshop import WorkshopError

PELICANS_OWN = frozenset({"AUTORELOAD_IGNORE_CACHE", "DEBUG", "FEED_DOMAIN", "PYGMENTS_RST_OPTIONS", "TIMEZONE"})
"""Names that Pelican itself adds or takes beside its defaults."""
PELICAN_SAYS = {
    "a path containing the content": "找不到稿件文件夹（PATH）",
    "Could not find the theme": "找不到主题文件夹（THEME）",
}
REFUSALS = (SettingsError, MachineError, OutputError, PlanError, TemplateError, WorkshopError)
"""What goes wrong outside manuscripts: said in a line, never as a traceback."""


class HubPelican(Pelican):  # type: ignore[misc] # Pelican has no types
    """Pelican whose run is one build of ours: stock generators hold every article in memory and rewrite every file."""

    def __init__(self, settings: dict[str, Any]) -> None:
        wanted = [str(name) for name in settings["PLUGINS"] or ()]
        super().__init__(settings)
        missing = set(wanted) - set(self.settings["PLUGINS"])
        if missing:
            raise SettingsError(f"这些插件没能装上：{'、'.join(sorted(missing))}。")

    order: Order | None = None
    """How another machine opens the same; not known to Pelican's own command line."""

    def run(self) -> None:
        """`pelican content`: builds, says what was done, and fails when a manuscript has a fault."""
        try:
            report = self.make()
        except REFUSALS as error:
            raise SystemExit(str(error)) from error
        for line in (*report.notes, *report.faults):
            print(line, file=sys.stderr)  # noqa: T201 - Pelican's command line is our command line here
        print(report.census())  # noqa: T201
        if report.errors:
            raise SystemExit(1)

    def make(self, *, fresh: bool = False, stages: Stages | None = None, explain: str = "") -> Report:
        """Builds the site."""
        with told():
            report = make(self.site(), fresh=fresh, stages=stages, explain=explain)
        signals.finalized.send(self)
        return report

    def site(self) -> Site:
        """What a build needs to know, its features asked to join."""
        refuse_unknown(self.settings, declared() | DEFAULT_CONFIG.keys() | PELICANS_OWN)
        generator = Generator(
            context={}, settings=self.settings, path=self.path, theme=self.theme, output_path=self.output_path
        )
        generator.env.bytecode_cache = kept_templates(self.settings)
        return Site(self.settings, joined(self), generator.env, self.order, code_version())


def _read(settings: Path, overrides: dict[str, Any]) -> dict[str, Any]:
    """The values of a settings file; its mistakes are told in a line."""
    try:
        values: dict[str, Any] = read_settings(str(settings), override=overrides)
    except SyntaxError as error:
        raise SettingsError(f"{error.filename}:{error.lineno} 写法不对：{error.msg}。") from error
    except Exception as error:
        lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(settings)]
        where = f"{settings}:{lines[-1]}" if lines else f"{settings}"
        said = next((said for phrase, said in PELICAN_SAYS.items() if phrase in str(error)), "")
        raise SettingsError(f"{where} 读不下去：{said or f'{type(error).__name__}: {error}'}。") from error
    return values


def open_host(settings: Path, overrides: dict[str, Any]) -> HubPelican:
    """Pelican with the settings of a file and what the caller puts over them."""
    sys.path[:0] = [] if str(settings.resolve().parent) in sys.path else [str(settings.resolve().parent)]
    if not settings.is_file():
        raise SettingsError(f"没有 {settings} 这个设置文件。")
    values = _read(settings.resolve(), overrides)
    host = HubPelican(values)
    host.order = Order(str(settings.resolve()), overrides)
    return host
