"""Jinja as the press uses it: templates read once a build, inputs that are mappings, helpers alike on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, Template
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined] # in C where there is a compiler

from plugins.archive import digest


class PlainContext(Context):
    """Calls what a template calls just so: no helper and no component asks for the context that it is called in."""

    def call(self, called: Callable[..., Any], /, *args: Any, **named: Any) -> Any:
        """`_loop_vars` and `_block_vars` come with calls out of loops and blocks, for those that do ask."""
        if named:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*args, **named)


class PlainCode(CodeGenerator):
    """Has templates escape by the engine's `escaped`; a page shows a hundred values, so that it tells."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def macro_def(self, macro_ref: Any, frame: Any) -> None:
        """Has components called by the engine's `component`; a page is made of a dozen."""
        self.write("environment.component(")
        super().macro_def(macro_ref, frame)
        self.write(")")


def component(macro: Macro) -> Callable[..., str]:
    """A macro as a plain function of its arguments; one that takes more than these, or does not escape, as it is."""
    if macro.catch_kwargs or macro.catch_varargs or macro.caller or not macro._default_autoescape:
        return macro
    function, names = macro._func, tuple(macro.arguments)

    def called(*args: Any, **named: Any) -> str:
        rest = [named.pop(name, missing) for name in names[len(args) :]]
        if named or len(args) > len(names):
            raise TypeError(f"{macro.name} takes no more than {names}")
        return str.__new__(Markup, function(*args, *rest))  # a text, which `Markup` need not ask for its `__html__`

    return called


def escaped(value: Any) -> Any:
    """What HTML has for a value, as by `markupsafe.escape`, but without a new `Markup` around it."""
    kind = type(value)
    if kind is str:
        return escape_text(value)
    return value if kind is Markup else escape(value)


class Engine(Environment):
    """An environment that spends its time on the page: a template has many lookups, imports and calls."""

    context_class = PlainContext
    code_generator_class = PlainCode
    escaped = staticmethod(escaped)
    component = staticmethod(component)
    getattr = Environment.getitem  # type: ignore[assignment] # `card.title`: the item first, then the attribute

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.make_ready()

    def make_ready(self) -> None:
        """Templates are read once and kept: an engine is of one build."""
        self.cache = None
        self._loaded: dict[str | Template, Template] = {}

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of this name, which is the same wherever it is asked for."""
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """No template has globals of its own: a view of two mappings would be asked for every name of every import."""
        return self.globals if d is None else super().make_globals(d)


def engine(host: Environment) -> Engine:
    """An engine that finds, escapes, filters and knows what the host's environment does."""
    made = Engine.__new__(Engine)
    vars(made).update(vars(host), globals=dict(host.globals))
    made.make_ready()
    return made


def kept_templates(settings: Mapping[str, Any]) -> FileSystemBytecodeCache:
    """Compiled templates from build to build, apart by manner of compiling; Jinja checks each against its source."""
    folder = Path(settings["CACHE_PATH"]) / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(
        str(folder), f"{digest([Path(__file__).read_text('utf-8'), manner(settings)])}_%s.cache"
    )


def manner(settings: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Settings of Jinja that are not templates; functions and classes by name, for they have no other lasting mark."""
    return {
        name: {key: _named(value) for key, value in settings.get(name, {}).items()}
        for name in ("JINJA_ENVIRONMENT", "JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS")
    }


def _named(value: object) -> str:
    name = getattr(value, "__qualname__", None)
    return f"{getattr(value, '__module__', '')}.{name}" if name else repr(value)
