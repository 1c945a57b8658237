"""The press: content/ in, a full static site out, at the cost of what changed.

Nothing is imported before it is used: a build that finds all as it was must not wait for what it does not need.
`build` is the one way in for `./hub build`, `./hub serve` and tests; `pelican content` comes in through
`host.HubPelican`. Both end in `run.make`, so that they print the same bytes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from .report import Report
    from .stages import Stages

__all__ = ["build"]


def build(  # noqa: PLR0913 - one parameter for each option of ./hub build
    *,
    content: str | Path | None = None,
    output: str | Path | None = None,
    cache: str | Path | None = None,
    jobs: int | None = None,
    fresh: bool = False,
    settings: str | Path = "pelicanconf.py",
    overrides: dict[str, Any] | None = None,
    stages: Stages | None = None,
    explain: str = "",
) -> Report:
    """Builds the site and says what was done; faults of manuscripts are in the report, not raised.

    `stages` measures and lets someone watch; `explain` is the address, relative to the output folder, of a page of
    which the report shall say why it was printed or was not.
    """
    from pathlib import Path

    from .reopening import reopened

    given = {"PATH": content, "OUTPUT_PATH": output, "CACHE_PATH": cache}
    values = {name: str(Path(value).resolve()) for name, value in given.items() if value is not None}
    over = {**values, **({} if jobs is None else {"PRESS_JOBS": jobs}), **(overrides or {})}
    if (site := reopened(Path(settings), over)) is not None:
        from .machine import told
        from .run import make

        with told():
            return make(site, fresh=fresh, stages=stages, explain=explain)
    from .host import open_host

    return open_host(Path(settings), over).make(fresh=fresh, stages=stages, explain=explain)
