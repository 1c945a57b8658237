"""The rsync target against a real sshd on the loopback, which notes what the folder holds after each connection."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from getpass import getuser
from itertools import pairwise
from pathlib import Path

import pytest

from plugins.releases.manifest import NAME, parse
from plugins.releases.sending import send
from plugins.releases.settings import RsyncTarget
from plugins.releases.words import ReleaseError, Sent
from tests.site.releasing import FIRST, SECOND, held, write_site

WATCHER = """\
#!/bin/sh
cd {base}
number=$(ls seen | wc -l)
if [ -e refuse-after ] && [ "$number" -ge "$(cat refuse-after)" ]; then
    echo the line is dead >&2
    exit 255
fi
sh -c "$SSH_ORIGINAL_COMMAND"
code=$?
if [ -d www ]; then (cd www && find . -type f) >seen/$(printf %03d "$number"); else : >seen/$(printf %03d "$number"); fi
exit $code
"""
SSHD = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {base}/host
AuthorizedKeysFile {base}/key.pub
PidFile {base}/sshd.pid
UsePAM no
StrictModes no
PasswordAuthentication no
ForceCommand {base}/watch
"""
CLIENT = """\
Host hub-test
  HostName 127.0.0.1
  Port {port}
  User {user}
  IdentityFile {base}/key
  IdentitiesOnly yes
  UserKnownHostsFile {base}/known_hosts
  ControlPath {line}
"""


class Host:
    """A server with two editions of a site to send to it."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self.www = base / "www"
        self.target = RsyncTarget(kind="rsync", host="hub-test", path=str(self.www), ssh_config="client.conf")
        self.first = write_site(base / "first", FIRST)
        self.second = write_site(base / "second", SECOND)
        self.line = Path(tempfile.mkdtemp(prefix="hub-"), "line")  # a socket's path must be short

    def start(self) -> subprocess.Popen[bytes]:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        for name in ("host", "key"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.base / name], check=True)
        values = {"base": str(self.base), "port": port, "user": getuser(), "line": self.line}
        (self.base / "seen").mkdir()
        (self.base / "sshd.conf").write_text(SSHD.format(**values))
        (self.base / "client.conf").write_text(CLIENT.format(**values))
        key = (self.base / "host.pub").read_text()
        (self.base / "known_hosts").write_text(f"[127.0.0.1]:{port} {key}")
        (self.base / "watch").write_text(WATCHER.format(**values))
        (self.base / "watch").chmod(0o755)
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # sshd, run by root, insists on it
        sshd = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin") or "sshd"
        process = subprocess.Popen([sshd, "-D", "-e", "-f", self.base / "sshd.conf"], stderr=subprocess.DEVNULL)
        end = time.monotonic() + 10
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return process
            time.sleep(0.02)
        raise AssertionError("sshd does not answer")

    def send(self, site: Path) -> Sent:
        return send(site, self.target, self.base)

    def seen(self) -> list[set[str]]:
        """What the folder held after each connection since the last look."""
        notes = sorted((self.base / "seen").iterdir())
        found = [{line.removeprefix("./") for line in note.read_text().splitlines()} for note in notes]
        for note in notes:
            note.unlink()
        return found


@pytest.fixture
def far_host(tmp_path: Path, tools: None) -> Iterator[Host]:
    host = Host(tmp_path)
    process = host.start()
    yield host
    process.terminate()
    process.wait(10)
    shutil.rmtree(host.line.parent)


@pytest.fixture
def host(far_host: Host) -> Iterator[Host]:
    """The same with the line held open, so that many connections cost one handshake."""
    command = ["ssh", "-F", str(far_host.base / "client.conf"), "-MN", "-o", "BatchMode=yes", "hub-test"]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    while not far_host.line.exists():
        assert process.poll() is None
        time.sleep(0.02)
    yield far_host
    process.terminate()
    process.wait(10)


def test_each_release_leaves_exactly_its_site(host: Host) -> None:
    assert host.send(host.first) == Sent(added=7)
    assert held(host.www) == FIRST
    assert host.send(host.second) == Sent(added=2, changed=2, removed=4)
    assert held(host.www) == SECOND
    assert not (host.www / "data").exists()
    assert parse((host.www / NAME).read_text("utf-8")).keys() == SECOND.keys()
    assert (host.www / "index.html").stat().st_mode & 0o777 == 0o644
    stamps = {path: path.stat().st_mtime_ns for path in host.www.rglob("*")}
    assert host.send(host.second) == Sent()
    assert stamps == {path: path.stat().st_mtime_ns for path in host.www.rglob("*")}


def test_a_page_is_never_there_before_its_assets_nor_removed_before_the_new_are_there(host: Host) -> None:
    host.send(host.first)
    host.seen()
    host.send(host.second)
    looks = host.seen()
    assert {"theme/style.2.css"} in [after - before for before, after in pairwise(looks)]
    for look in looks:
        if "articles/b.html" in look:
            assert "theme/style.2.css" in look
        if not look >= FIRST.keys():
            assert look >= SECOND.keys()
        assert not any(".~tmp~" in path for path in look)


def test_a_line_that_breaks_leaves_whole_files_and_the_next_release_completes_it(host: Host) -> None:
    host.send(host.first)
    for connections in range(3, 8):  # dies before: pending manifest, assets, pages, the rest, removals
        host.seen()
        (host.base / "refuse-after").write_text(str(connections - 1))
        with pytest.raises(ReleaseError, match="the line is dead"):
            host.send(host.second)
        now = held(host.www)
        assert all(text in (FIRST.get(path), SECOND.get(path)) for path, text in now.items())
    (host.base / "refuse-after").unlink()
    host.send(host.second)
    assert held(host.www) == SECOND


def test_what_is_someone_elses_is_never_touched(host: Host) -> None:
    host.www.mkdir()
    (host.www / "mail.txt").write_text("别人的", "utf-8")
    with pytest.raises(ReleaseError, match="已有别的文件"):
        host.send(host.first)
    (host.www / "mail.txt").unlink()
    host.send(host.first)
    (host.www / "articles" / "b.html").write_text("别人的", "utf-8")
    with pytest.raises(ReleaseError, match=r"articles/b\.html"):
        host.send(host.second)
    (host.www / "articles" / "b.html").unlink()
    (host.www / "data" / "old" / "verify.txt").write_text("别人的", "utf-8")
    host.send(host.second)
    assert held(host.www) == SECOND | {"data/old/verify.txt": "别人的"}


def test_an_unknown_server_is_refused_without_a_question(far_host: Host) -> None:
    (far_host.base / "known_hosts").write_text("")
    with pytest.raises(ReleaseError, match="Host key verification failed"):
        far_host.send(far_host.first)
    assert not far_host.www.exists()
