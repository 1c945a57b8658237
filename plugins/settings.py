"""Settings as typed classes: each room declares its own with defaults; an unknown name is refused with the nearest one.

`pelicanconf.py` holds values only. The annotated names of a room's class are its settings, in capitals, with their
defaults; `docs/settings.md` has a line for each. Their types may be pydantic's, which checks them; it is imported
for that alone, since values that were found good once need no second look.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

SAID = {
    "int_type": "要一个整数",
    "string_type": "要一段文字，写在引号里",
    "bool_type": "要 True 或 False",
    "dict_type": "要一个字典 {…}",
    "tuple_type": "要一组值 (…)",
    "greater_than_equal": "不能小于 {ge}",
}
"""What is wrong with a value, by pydantic's names."""


class RoomSettings:
    """The base of every room's settings."""

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    @classmethod
    def names(cls) -> list[str]:
        return list(cls.__annotations__)

    def values(self) -> dict[str, Any]:
        """All of them by name, defaults among them."""
        return {name: getattr(self, name) for name in self.names()}


class SettingsError(Exception):
    """A setting that is unknown or has a value of the wrong kind; the message is for the person who runs the hub."""


Model = TypeVar("Model", bound=RoomSettings)


def load(model: type[Model], settings: Mapping[str, Any], *, checked: bool = False) -> Model:
    """A room's settings out of Pelican's; `checked` says that these very values were found good before."""
    given = {name: settings[name] for name in model.names() if name in settings}
    return model(**given) if checked else model(**_checked(model, given))


def _checked(model: type[RoomSettings], given: dict[str, Any]) -> dict[str, Any]:
    import pydantic
    import pydantic.types

    hints = get_type_hints(model, localns=vars(pydantic.types), include_extras=True)
    fields: dict[str, Any] = {name: (hints[name], getattr(model, name)) for name in model.names()}
    schema = pydantic.create_model(model.__name__, __config__=pydantic.ConfigDict(strict=True), **fields)
    try:
        return dict(schema(**given))
    except pydantic.ValidationError as error:
        lines = [f"设置 {'.'.join(map(str, fault['loc']))} 的值不合用：{_said(fault)}。" for fault in error.errors()]
        raise SettingsError("\n".join(lines)) from error


def _said(fault: Mapping[str, Any]) -> str:
    said = SAID.get(fault["type"])
    return said.format_map(fault.get("ctx", {})) if said else str(fault["msg"])


def declared() -> set[str]:
    """The names that any room declares, whether it takes part in this run or not."""
    for file in sorted(Path(__file__).parent.glob("*/settings.py")):
        import_module(f"plugins.{file.parent.name}.settings")
    return {name for model in RoomSettings.__subclasses__() for name in model.names()}


def refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    """Raises for a setting that nobody declares: a misspelt setting must not be ignored."""
    known = set(known)
    lines = []
    for name in sorted(set(names) - known):
        near = get_close_matches(name, sorted(known), n=1)
        lines.append(f"设置 {name} 没有人认识" + (f"，是不是 {near[0]}？" if near else "。"))
    if lines:
        raise SettingsError("\n".join(lines))
