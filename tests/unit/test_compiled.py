"""Hot rooms as machine code: where there is a compiler, it is found, and does as the Python does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from plugins import compiled

ROOT = Path(__file__).parents[2]
COMPILER = shutil.which("cc") and Path(sysconfig.get_path("include"), "Python.h").exists()
SENTENCES = [
    case["text"]
    for path in sorted((ROOT / "tests/specs").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
]
READ = """
import sys
from plugins.fulltext import folding, grams, marks
from plugins.zhtext import read, reader
print(reader.__file__.endswith(".py"), grams.__file__.endswith(".py"))
lines = [eval(line) for line in sys.stdin]
for line in lines:
    print(read(line), read(line, year=2025), marks.marks(folding.fold(line), "one").hex())
texts = grams.Texts(list(map(folding.fold, lines)), grams.Cut(len(lines)))
print([texts.buckets(kind) for kind in range(texts.cut.classes)])
"""


def python(*words: str, given: str = "", **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, input=given, env=os.environ | environment,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(not COMPILER, reason="no C compiler, or no headers of Python")
def test_machine_code_reads_as_the_python_does() -> None:
    if not Path(compiled.home()).is_dir():
        python("tasks.py", "compile")
    given = "\n".join(map(ascii, [*SENTENCES, "\n".join(SENTENCES)]))
    as_python, *expected = python("-c", READ, given=given, HUB_PURE="1").splitlines()
    as_code, *found = python("-c", READ, given=given, HUB_PURE="").splitlines()
    assert (as_python, as_code) == ("True True", "False False")
    assert found == expected


def test_changed_code_is_not_taken_for_what_was_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "plugins" / "zhtext"
    for name in compiled.ROOMS:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "plugins" / name, room.parent / name, ignore=ignored)
    monkeypatch.setattr(compiled, "PLUGINS", str(room.parent))
    monkeypatch.setattr(compiled, "HOMES", str(tmp_path / "homes"))
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.delenv(compiled.PURE, raising=False)
    draft, modules = compiled.begin()
    assert {"plugins/zhtext/reader.py", "plugins/fulltext/grams.py"} <= {*modules}
    compiled.finish(draft)
    before = compiled.preferred([str(room.parent)])
    assert before[0].startswith(str(tmp_path / "homes"))
    words = room / "lexicon" / "words.txt"
    words.write_text(words.read_text("utf-8") + "# a remark\n", "utf-8")
    assert compiled.preferred([str(room.parent)]) == [str(room.parent)]
    draft, _ = compiled.begin()
    compiled.finish(draft)
    assert compiled.preferred([str(room.parent)])[0] not in ("", before[0])
    assert len([*(tmp_path / "homes").iterdir()]) == 1, "what was compiled from other code goes"
