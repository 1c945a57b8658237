"""A folder of a server, by rsync over ssh: a connection for each stage, the next only when the last is complete.

`--delay-updates` puts a stage's files in place together at its end. Exactly the files of the plan are named, so that
nothing else on the server is looked at, replaced or removed.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from ..manifest import NAME, Manifest, dump, parse, pending
from ..plan import Plan, make_plan, refuse_foreign, refuse_unlisted
from ..settings import RsyncTarget
from ..words import Sent
from .processes import run

NOT_THERE = 23
"""rsync's code when a file or folder that was asked for doesn't exist."""
NAMED = ("--from0", "--files-from=-")
SEND = (*NAMED, "--times", "--ignore-times", "--delay-updates", "--mkpath", "--chmod=D755,F644")


class Server:
    """rsync and ssh as one target's settings have them."""

    def __init__(self, target: RsyncTarget, base: Path) -> None:
        self.place = f"{target.host}:{target.path.rstrip('/')}/"
        ssh = ["ssh", "-o", "BatchMode=yes", "-o", "ConnectTimeout=20"]
        ssh += ["-p", str(target.port)] if target.port else []
        ssh += ["-F", str(base / Path(target.ssh_config).expanduser())] if target.ssh_config else []
        self.command = ["rsync", "--protect-args", "-e", shlex.join(ssh)]

    def fetch_manifest(self) -> Manifest | None:
        with tempfile.TemporaryDirectory(prefix="hub-") as folder:
            goal = Path(folder, NAME)
            done = run([*self.command, f"{self.place}{NAME}", str(goal)], accept=(0, NOT_THERE))
            return parse(goal.read_text("utf-8")) if done.returncode == 0 else None

    def is_empty(self) -> bool:
        listed = run([*self.command, "--list-only", self.place], accept=(0, NOT_THERE)).stdout.splitlines()
        return all(line.endswith(" .") for line in listed)

    def already_there(self, site: Path, paths: Iterable[str]) -> list[str]:
        """Which of these files the server has."""
        options = ("--dry-run", "--existing", "--ignore-times", "--out-format=%n", *NAMED)
        listed = run([*self.command, *options, f"{site}/", self.place], given="\0".join(paths)).stdout
        return [name for name in listed.splitlines() if not name.endswith("/")]

    def send(self, site: Path, paths: Iterable[str]) -> None:
        run([*self.command, *SEND, f"{site}/", self.place], given="\0".join(paths))

    def remove(self, site: Path, paths: Iterable[str]) -> None:
        """Removes exactly these files, and the folders that they leave empty where the site has them no longer.

        What no rule includes is protected at the receiver: `--delete` sees nothing but what is named here.
        """
        gone = list(paths)
        folders = sorted({str(parent) for path in gone for parent in list(PurePosixPath(path).parents)[:-1]})
        rules = [f"/{_literal(folder)}/" for folder in folders] + [f"/{_literal(path)}" for path in gone]
        with tempfile.TemporaryDirectory(prefix="hub-") as skeleton:
            for folder in folders:
                if (site / folder).is_dir():
                    Path(skeleton, folder).mkdir(parents=True, exist_ok=True)
            options = ("--recursive", "--delete-after", "--from0", "--include-from=-", "--exclude=*")
            run([*self.command, *options, f"{skeleton}/", self.place], given="\0".join(rules))

    def write_manifest(self, manifest: Manifest) -> None:
        with tempfile.TemporaryDirectory(prefix="hub-") as folder:
            Path(folder, NAME).write_text(dump(manifest), "utf-8")
            self.send(Path(folder), [NAME])


def send(site: Path, new: Manifest, target: RsyncTarget, base: Path) -> Sent:
    """Brings the server's folder to the new site."""
    server = Server(target, base)
    old = server.fetch_manifest()
    if old is None and not server.is_empty():
        refuse_unlisted(server.place)
    plan = make_plan(old or {}, new)
    if plan.empty:
        return Sent()
    if plan.added and old is not None:
        refuse_foreign(server.already_there(site, sorted(plan.added)), server.place)
    server.write_manifest(pending(old or {}, new))
    _carry_out(server, site, plan)
    server.write_manifest(new)
    return plan.sent


def _carry_out(server: Server, site: Path, plan: Plan) -> None:
    for stage in plan.stages:
        if stage:
            server.send(site, stage)
    if plan.removals:
        server.remove(site, plan.removals)


def _literal(path: str) -> str:
    """A path as a pattern that means just that; rsync takes a backslash for one only beside a wildcard."""
    return re.sub(r"([*?\[\\])", r"\\\1", path) if re.search(r"[*?\[]", path) else path
