"""The front desk: each command a few lines that call a room. `./hub` lists the first line of every docstring.

Rooms are imported inside the commands, so that a command waits only for what it uses.
"""

from __future__ import annotations

import sys

from plugins.press.standing import answered

if __name__ == "__main__" and answered(sys.argv[1:]):
    sys.exit()  # before anything is imported that only a build with work to do needs

import os
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.desk.door import Exit, content_folder, enter, from_caller, option, task

if TYPE_CHECKING:
    from invoke.context import Context

ROOT = Path(__file__).resolve().parent
LOCKS = {
    "requirements.lock": [],
    "requirements-compile.lock": ["--extra", "compile"],
    "requirements-test.lock": ["--extra", "compile", "--extra", "test"],
}
"""What each lock has beside the dependencies of a build."""


@task(
    help={
        "content": "稿件文件夹（默认 content）",
        "output": "成品文件夹（默认 output）",
        "cache": "缓存文件夹（默认 .cache）",
        "jobs": "同时用几个进程；0 由程序决定",
        "fresh": "不用缓存，从头做起",
        "settings": "设置文件（默认 pelicanconf.py）",
        "profile": "说明时间花在哪里：各阶段、各类页面的秒数、件数和字节",
        "explain": "说明某一页为什么印了或没有印，例：--explain topics/rural/index.html",
    },
)
def build(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    _: Context,
    content: str = "",
    output: str = "",
    cache: str = "",
    jobs: int = 0,
    fresh: bool = False,
    settings: str = "",
    profile: bool = False,
    explain: str = "",
) -> None:
    """把稿件做成网站，放进 output/。

    有一处错误就不算成功：错在哪个文件、哪一行、怎么改，都会一次列出。最后一行是这次的清点（JSON）。
    """
    from plugins.press.standing import remember, surroundings

    conf = option(settings) or ROOT / "pelicanconf.py"
    around = surroundings(str(conf))  # before any of it is read

    from plugins import press
    from plugins.desk.watching import Bar, tell
    from plugins.press.stages import Stages

    with Bar() as bar:
        stages = Stages(bar)
        report = press.build(
            content=content_folder(content),
            output=option(output),
            cache=option(cache),
            jobs=jobs or None,
            fresh=fresh,
            settings=conf,
            stages=stages,
            explain=explain.lstrip("/"),
        )
    tell(report, stages if profile else None)
    if report.errors:
        raise Exit(code=1)
    remember(sys.argv[1:], str(conf), around, report)


def _run(*command: str) -> int:
    import subprocess

    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False).returncode


@task
def test(_: Context) -> None:
    """检查代码并运行全部测试，包括真实浏览器里的测试；后面的参数交给 pytest。

    例：./hub test tests/unit -k slug
    """
    from tests.tools.provision import provision

    if missing := provision():
        raise Exit("\n".join(missing), code=1)
    # All of them run, so that one round tells everything, and pytest's summary is the last line.
    style = [_run("ruff", "check", "."), _run("ruff", "format", "--check", "."), _run("mypy")]
    if any(style):
        print("代码检查没有通过（见上）；测试照跑，最后以 1 退出。", file=sys.stderr)
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else []
    code = _run("pytest", "-n", "2", "--dist", "worksteal", *words)  # `-m slow` runs the long ones
    raise Exit(code=code or int(any(style)))


@task(
    positional=["file"],
    help={"file": "UTF-8 纯文本文件", "year": "文中日期没写年份时用哪一年"},
)
def read(_: Context, file: str, year: str = "") -> None:
    """从一个纯文本文件里认出数字和日期，每行印一个 JSON。"""
    from plugins.desk.read import report

    for line in report(from_caller(file), year):
        print(line)


@task(
    positional=["file"],
    many="file",
    help={
        "file": "只校对这些稿件；不写就校对全部",
        "format": "结果的样式：text（默认）、json 或 sarif",
        "content": "稿件文件夹（默认 content）",
        "cache": "缓存文件夹（默认 .cache）",
        "settings": "设置文件（默认 pelicanconf.py）",
    },
)
def proof(
    _: Context,
    file: str | tuple[str, ...] = "",
    format: str = "text",
    content: str = "",
    cache: str = "",
    settings: str = "",
) -> None:
    """校对稿件：各篇之间数字有没有打架、加起来对不对、日期有没有、数字旧不旧。

    逐条列出问题、原因和改法；有必须改好的，以 1 退出。写明 FILE 时只校对这几篇，与其余稿件对照。
    """
    from plugins.desk.proof import proofs, rendered

    files = [from_caller(one) for one in ((file,) if isinstance(file, str) else file) if one]
    conf = option(settings) or ROOT / "pelicanconf.py"
    findings = proofs(conf, files, content=content_folder(content), cache=option(cache))
    print(rendered(findings, format))
    raise Exit(code=int(any(finding.level == "block" for finding in findings)))


@task(help={"port": "端口（默认 8000）"})
def serve(_: Context, port: int = 8000) -> None:
    """边写边看：在本机预览网站，改了稿件浏览器会自动更新。"""
    from plugins.desk.serve import Preview
    from plugins.desk.serve import serve as preview
    from plugins.press.session import Session

    session = Session(ROOT / "pelicanconf.py")
    if preview(Preview(ROOT, ROOT / "output", session.build, port)):
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - the rooms' code changed: start over


@task(
    help={
        "title": "标题",
        "column": "栏目的名称或编号",
        "topics": "专题的名称或编号，几个之间用逗号隔开",
        "slug": "网址用的短名；不写则由标题的拼音拟定",
        "content": "稿件文件夹（默认 content）",
    },
)
def new(_: Context, title: str = "", column: str = "", topics: str = "", slug: str = "", content: str = "") -> None:
    """新建一篇稿件：问标题、栏目和专题，写好开头的各项。"""
    from plugins.desk.new import Wish, terminal, write

    path = write(option(content) or ROOT / "content", Wish(title, column, topics, slug), terminal())
    print(f"已建好：{path}\n写好正文，删去“status: draft”一行，再运行 ./hub build。")


@task(
    name="import",
    positional=["file"],
    many="file",
    help={
        "file": "txt、docx、html（含另存的公众号文章）、pdf、md，或装着它们的文件夹、zip",
        "out": "稿件写进哪个文件夹",
        "content": "稿件文件夹（默认 content）：从它拟专题、避开用过的短名",
        "dry-run": "只印出认出的结构和理由，什么也不写",
        "interactive": "拿不准的地方在终端里逐个问",
    },
)
def import_(
    _: Context,
    file: str | tuple[str, ...] = "",
    out: str = "",
    content: str = "",
    dry_run: bool = False,
    interactive: bool = False,
) -> None:
    """把外来稿件变成本站稿件：段落接好，标题、署名、图片说明各归其位，一个字也不丢。

    每篇写成 NAME.md 和 NAME.report.json；报告逐字说明原文的字在哪里、为什么。字数对不上就什么也不写。
    """
    from plugins.desk.new import terminal
    from plugins.imports.run import Wish, run

    files = [from_caller(one) for one in ((file,) if isinstance(file, str) else file) if one]
    if not files:
        raise Exit("没有说明导入哪个文件。例：./hub import 来稿.docx --out 导入", code=2)
    folder = content_folder(content) or ROOT / "content"
    wish = Wish(option(out), folder, dry_run, terminal() if interactive else None)
    for line in run(files, wish):
        print(line, flush=True)


@task(
    help={
        "output": "成品文件夹（默认 output）",
        "site-url": "成品是为哪个网址做的；默认看首页的 canonical",
        "production": "还按正式网站的要求检查：页脚的登记项、首页和栏目的更新、发布日期",
        "settings": "--production 用哪个设置文件（默认 publishconf.py）",
        "now": "--production 以哪个时刻为现在，例：--now 2026-12-01；默认看时钟",
        "published": "--production 与以前发布的哪个文件夹比：稿件的日期有没有动过",
    },
)
def check(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    _: Context,
    output: str = "",
    site_url: str = "",
    production: bool = False,
    settings: str = "",
    now: str = "",
    published: str = "",
) -> None:
    """检查做好的网站：链接、编号、图片说明等，逐条列出问题和改法。

    有必须改好的，以 1 退出；--production 时，检查指标里的单项否决也算。
    """
    from plugins import checks
    from plugins.checks.inspection import address_of, inspection

    folder = option(output) or ROOT / "output"
    if not (folder / "index.html").is_file():
        raise Exit(f"{folder} 里没有做好的网站，请先运行 ./hub build。", code=1)
    terms = None
    if production:
        from plugins.press.host import open_host

        conf = open_host(option(settings) or ROOT / "publishconf.py", {}).settings
        terms = inspection(conf, now=now, published=option(published))
    findings = checks.run(folder, site_url=site_url or address_of(folder), production=terms)
    for finding in findings:
        print(finding.render())
    blocking = sum(finding.level != "warn" for finding in findings)
    print(f"共 {len(findings)} 处，其中 {blocking} 处必须改好。" if findings else "没有发现问题。")
    raise Exit(code=int(blocking > 0))


@task(
    positional=["target"],
    help={
        "target": "发布到哪里：publishconf.py 里 PUBLISH_TARGETS 的一个名字",
        "settings": "设置文件（默认 publishconf.py）",
    },
)
def publish(_: Context, target: str, settings: str = "") -> None:
    """按正式网址重做一遍网站，检查无误后发布到 TARGET。"""
    from plugins import releases

    sent = releases.publish(target, root=ROOT, settings=option(settings) or ROOT / "publishconf.py")
    print(f"已发布到 {target}：{sent}")


@task(
    positional=["kind"],
    help={
        "kind": "build（几个程序轮流做站）、growth（篇数增长时）、serve（预览）、figures（认数字）、"
        "import（导入来稿）、pages（网页）、search（搜索）",
        "articles": "稿件篇数；growth、search 可写几个，用逗号隔开",
        "against": "与哪些程序比：hugo、eleventy、pelican；pages 与哪些主题比：papermod、eleventy、pelican；用逗号隔开",
        "rounds": "轮数（serve 是修改的次数，pages 是 Lighthouse 测几次，search 是问几次）",
        "steps": "步骤：cold,warm,edit,add,setting,template",
        "out": "全部数据写进哪个文件（JSON）",
        "work": "在哪个文件夹里做（默认 .cache/bench）",
        "texts": "figures、import 读哪个文件夹（默认自带的几篇和 tests/specs）",
        "themes": "pages 要比的主题取来后放在哪个文件夹：hugo-PaperMod、eleventy-base-blog",
        "kinds": "pages 只测哪几种页面，例：home,article",
    },
)
def bench(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    _: Context,
    kind: str,
    articles: str = "",
    against: str = "",
    rounds: int = 0,
    steps: str = "",
    out: str = "",
    work: str = "",
    texts: str = "",
    themes: str = "",
    kinds: str = "",
) -> None:
    """测速度、内存和认数字的准确率，可与别的程序比（程序员用）。"""
    from bench import commands
    from bench.measure import BenchError

    folders = option(out), option(work) or commands.WORK, option(texts), option(themes)
    wish = commands.Wish(articles, against, rounds, steps, *folders, kinds)
    try:
        print(commands.bench(kind, wish))
    except BenchError as error:
        raise Exit(str(error), code=1) from error


@task(name="compile")
def compile_(_: Context) -> None:
    """把认数字的部分编译成机器码，认得快一倍，结果一样；要有 C 编译器。第一次安装时自动做。"""
    import subprocess

    from plugins import compiled

    draft, modules = compiled.begin()
    command = [sys.executable, "-m", "mypyc", "--strict", "--explicit-package-bases", *modules]
    done = subprocess.run(
        command, cwd=draft, env=os.environ | {"MYPYC_OPT_LEVEL": "1"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Exit(f"{(done.stdout + done.stderr)[-2000:]}\n没有编译成，不影响使用：照旧用 Python 运行。", code=1)
    compiled.finish(draft)


@task
def lock(_: Context) -> None:
    """更新各个 requirements*.lock（程序员用）。"""
    import subprocess
    import tempfile
    import venv

    with tempfile.TemporaryDirectory(prefix="hub-") as folder:
        venv.create(folder, with_pip=True)
        python = f"{folder}/bin/python"
        subprocess.run([python, "-m", "pip", "install", "-qq", "--no-input", "uv"], check=True)
        for name, extra in LOCKS.items():
            options = ["--generate-hashes", "--no-header", "--no-annotate", "--universal", "--python-version", "3.11"]
            command = [python, "-m", "uv", "pip", "compile", "-q", *options, *extra, "pyproject.toml", "-o", name]
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            print(f"已更新 {name}")


if __name__ == "__main__":
    enter(sys.modules[__name__])
