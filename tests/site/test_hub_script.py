"""The front door itself: real venvs and a real pip in a small house of its own, with a wheel made here."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TASKS = '''
import os, sys
def task(f=None, **options): return f or task
@task
def echo():
    """照样说一遍。"""
@task(name="import")
def import_(
    file: str,
):
    """收进外来稿。

    第二段。
    """
print(os.environ["HUB_CWD"], *sys.argv[1:])
'''


def wheel(folder: Path, version: str) -> str:
    """Makes a tiny wheel; answers the lock's line for it."""
    folder.mkdir(exist_ok=True)
    path = folder / f"hubpart-{version}-py3-none-any.whl"
    info = f"hubpart-{version}.dist-info"
    files = {
        "hubpart.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: hubpart\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {name: base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()) for name, text in files.items()}
    record = "".join(f"{name},sha256={digests[name].decode().rstrip('=')},\n" for name in files)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in (files | {f"{info}/RECORD": f"{record}{info}/RECORD,,\n"}).items():
            archive.writestr(name, text)
    return f"hubpart=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


class House:
    """A checkout with nothing but the door, two tasks and a lock of one package."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.wheels = path.parent / "wheels"
        self.venv = path / ".venv"

    def furnish(self) -> None:
        self.path.mkdir()
        shutil.copy(ROOT / "hub", self.path)
        (self.path / "tasks.py").write_text(TASKS, "utf-8")
        self.lock(wheel(self.wheels, "1.0"))

    def lock(self, text: str) -> None:
        (self.path / "requirements.lock").write_text(text, "utf-8")
        (self.path / "requirements-test.lock").write_text(text, "utf-8")

    def start(self, *words: str, cwd: Path | None = None, path: str = "") -> subprocess.Popen[str]:
        env = {"HOME": str(self.path.parent), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels), "LC_ALL": "C"}
        env["PATH"] = path or os.pathsep.join([str(Path(sys.executable).parent), "/usr/local/bin:/usr/bin:/bin"])
        command = [str(self.path / "hub"), *words]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        return subprocess.Popen(command, cwd=cwd or self.path, env=env, encoding="utf-8", **streams)  # type: ignore[call-overload,no-any-return]

    def run(self, *words: str, cwd: Path | None = None, path: str = "") -> subprocess.CompletedProcess[str]:
        process = self.start(*words, cwd=cwd, path=path)
        out, err = process.communicate()
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def part(self) -> str:
        """The version that the venv really has."""
        code = "import hubpart; print(hubpart.version)"
        return subprocess.check_output([self.venv / "bin/python", "-c", code], text=True).strip()


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> House:
    """One house for the tests that leave its venv as they found it."""
    house = House(tmp_path_factory.mktemp("hub") / "main")
    house.furnish()
    both = [house.start("echo"), house.start("echo")]  # two at once on a fresh checkout
    answers = [process.communicate() for process in both]
    assert [process.returncode for process in both] == [0, 0], answers
    assert sum("正在按 requirements.lock 安装" in err for _, err in answers) == 1
    return house


def test_commands_are_listed_with_a_line_each(furnished: House) -> None:
    listed = furnished.run()
    assert listed.returncode == 0
    assert re.findall(r"^  (\S+) +(\S+)$", listed.stdout, re.MULTILINE) == [
        ("echo", "照样说一遍。"),
        ("import", "收进外来稿。"),
    ]


def test_the_list_is_that_of_tasks_py() -> None:
    import tasks
    from plugins.desk import door

    listed = subprocess.check_output([str(ROOT / "hub")], encoding="utf-8", env={"PATH": os.defpath})
    lines = dict(re.findall(r"^  (\S+) +(\S.*)$", listed, re.MULTILINE))
    assert lines == {door.name_of(task): (task.__doc__ or "").splitlines()[0] for task in door.commands(tasks)}
    assert all(re.search("[一-鿿]", line) for line in lines.values())


def test_an_unknown_command_names_the_nearest(furnished: House) -> None:
    answer = furnished.run("ehco")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "没有“ehco”这个命令，是不是 echo？" in answer.stderr


def test_a_second_start_is_quick_and_silent(furnished: House) -> None:
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        answer = furnished.run("echo", "一", "two words")
        times.append(time.perf_counter() - begin)
    assert (answer.stdout, answer.stderr) == (f"{furnished.path} echo 一 two words\n", "")
    assert min(times) < 0.3


def test_works_from_any_folder_and_through_a_link(furnished: House, tmp_path: Path) -> None:
    answer = furnished.run("echo", "file.txt", cwd=tmp_path)
    assert answer.stdout == f"{tmp_path} echo file.txt\n"
    link = tmp_path / "hub"
    link.symlink_to(furnished.path / "hub")
    answer = subprocess.run([link, "echo"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert (answer.stdout, answer.stderr) == (f"{tmp_path} echo\n", "")


def test_what_follows_test_is_for_pytest(furnished: House) -> None:
    tasks = furnished.path / "tasks.py"
    tasks.write_text(TASKS + '@task\ndef test():\n    """测试。"""\n', "utf-8")
    try:
        assert furnished.run("test", "-k", "a b").stdout == f"{furnished.path} test -- -k a b\n"
        assert furnished.run("test", "--help").stdout == f"{furnished.path} test --help\n"
        assert (furnished.venv / "requirements-test.lock").exists()
    finally:
        tasks.write_text(TASKS, "utf-8")


def test_a_changed_lock_is_installed_and_a_wrong_hash_refused(furnished: House) -> None:
    lock = (furnished.path / "requirements.lock").read_text("utf-8")
    furnished.lock(wheel(furnished.wheels, "2.0"))
    assert furnished.run("echo").returncode == 0
    assert furnished.part() == "2.0"
    furnished.lock(lock[:-9] + "00000000\n")
    for _ in range(2):  # what failed is tried again, not taken for done
        answer = furnished.run("echo")
        assert (answer.returncode, answer.stdout) == (1, "")
        assert "安装没有成功" in answer.stderr
    furnished.lock(lock)
    assert furnished.run("echo").returncode == 0
    assert furnished.part() == "1.0"


def test_a_killed_holder_leaves_no_lock_behind(furnished: House) -> None:
    mark = furnished.venv / "requirements.lock"
    mark.unlink()
    process = furnished.start("echo")
    time.sleep(0.2)
    process.kill()
    process.communicate()
    assert furnished.run("echo").returncode == 0
    assert mark.exists()


def test_a_moved_checkout_and_a_foreign_venv_get_one_of_their_own(furnished: House, tmp_path: Path) -> None:
    moved = House(tmp_path / "moved")
    shutil.copytree(furnished.path, moved.path, symlinks=True)
    moved.wheels = furnished.wheels
    (moved.venv / "hub-made-for").unlink()  # now it could be anyone's
    (moved.venv / "notes.txt").write_text("mine")
    assert "不是 ./hub 建的" in moved.run("echo").stderr
    assert [path.read_text() for path in moved.path.glob(".cache/venv-aside-*/notes.txt")] == ["mine"]
    (moved.venv / "hub-made-for").write_text((furnished.venv / "hub-made-for").read_text())
    assert moved.run("echo").stdout == f"{moved.path} echo\n"
    assert str(moved.path) in (moved.venv / "bin" / "pip").read_text("utf-8")


def test_without_the_venv_module_one_line_says_what_to_install(tmp_path: Path) -> None:
    house = House(tmp_path / "main")
    house.furnish()
    bare = tmp_path / "bin"
    bare.mkdir()
    for tool in ("dirname", "awk", "cut", "grep", "readlink", "cmp", "mkdir", "cp", "mv", "rm", "id"):
        (bare / tool).symlink_to(shutil.which(tool) or tool)
    nothing = house.run("echo", path=str(bare))
    assert (nothing.returncode, nothing.stderr.count("\n")) == (1, 1)
    assert "找不到 Python 3.11" in nothing.stderr
    fake = bare / "python3"
    fake.write_text(f"""#!/bin/sh
case "$*" in
*ensurepip*) exit 1 ;;
*_base_executable*) echo "$0" ;;
*) exec {sys.executable} "$@" ;;
esac
""")
    fake.chmod(0o755)
    missing = house.run("echo", path=str(bare))
    assert (missing.returncode, missing.stderr.count("\n")) == (1, 1)
    assert re.search(r"apt install python3\.\d+-venv", missing.stderr)
    assert not house.venv.exists()
