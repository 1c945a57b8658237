"""`./hub serve`: real builds of a small house, a real server, and for what only a browser shows, a real browser."""

from __future__ import annotations

import http.client
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from plugins.desk.preview import State, open_server, with_script
from plugins.desk.refusal import RefusalError
from plugins.desk.serve import Preview, serve
from plugins.press.session import Session
from tests.site.furnishing import furnish, write_article

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 20


def until(met: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < end, "nothing came of it"
        time.sleep(0.02)


class House:
    """A root folder like the project's, with one article; its preview runs in a thread of this process."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.stop = threading.Event()
        self.ended: list[bool] = []
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]

    def say(self, body: str) -> None:
        write_article(self.root, body)

    def start(self) -> threading.Thread:
        session = Session(self.root / "pelicanconf.py", {"PRESS_JOBS": 1})
        preview = Preview(self.root, self.root / "output", session.build, self.port)
        thread = threading.Thread(target=lambda: self.ended.append(serve(preview, self.stop)))
        thread.start()
        return thread

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except ConnectionRefusedError:
            return 0, ""
        finally:
            connection.close()

    def shows(self, words: str, path: str = "/articles/a.html") -> None:
        until(lambda: words in self.get(path)[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/articles/a.html"


@pytest.fixture
def quiet_house(tmp_path: Path) -> House:
    house = House(tmp_path / "house")
    furnish(house.root)
    return house


@pytest.fixture
def house(quiet_house: House) -> Iterator[House]:
    house = quiet_house
    thread = house.start()
    yield house
    house.stop.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()


def test_an_edit_shows_and_an_error_keeps_the_last_good_page(house: House, capfd: pytest.CaptureFixture[str]) -> None:
    house.shows("12公里")
    page = house.root / "output" / "articles" / "a.html"
    assert "/.hub/" not in page.read_text("utf-8")

    house.say("果园修路86公里。")
    house.shows("86公里")

    house.say("果园修路99公里。\n\n[不在了](../articles/nowhere.md)")
    house.shows("hub-faults")
    status, shown = house.get("/articles/a.html")
    assert status == HTTPStatus.OK
    assert "86公里" in shown
    assert "articles/a.md:11:" in shown
    assert "86公里" in page.read_text("utf-8")
    assert "hub-faults" not in page.read_text("utf-8")
    assert "articles/a.md:11:" in capfd.readouterr().err

    house.say("果园修路100公里。")
    house.shows("100公里")
    until(lambda: "hub-faults" not in house.get("/articles/a.html")[1])


def test_theme_settings_and_missing_pages(house: House) -> None:
    house.shows("12公里")
    settings = house.root / "pelicanconf.py"
    replaced = settings.read_text("utf-8").replace("济南党建融媒", "泉边小报")
    (house.root / "new.py").write_text(replaced, "utf-8")
    (house.root / "new.py").replace(settings)  # as many an editor saves
    house.shows("泉边小报")

    template = house.root / "theme" / "templates" / "article.html"
    good = template.read_text("utf-8")
    template.write_text(good + "{% if %}", "utf-8")
    house.shows("hub-faults")
    template.write_text(good, "utf-8")
    until(lambda: "hub-faults" not in house.get("/articles/a.html")[1])

    status, missing = house.get("/no/such/page.html")
    assert status == HTTPStatus.NOT_FOUND
    assert "reload.js" in missing
    assert (house.root / "output" / "404.html").read_text("utf-8")[:200] in missing
    assert house.get("/../pelicanconf.py")[0] == HTTPStatus.NOT_FOUND
    assert house.get("/articles")[0] == HTTPStatus.MOVED_PERMANENTLY
    assert house.get("/articles/")[0] == HTTPStatus.NOT_FOUND  # no list of files


def test_changed_code_asks_for_a_new_process(house: House) -> None:
    house.shows("12公里")
    (house.root / "plugins" / "room.py").write_text("", "utf-8")
    until(lambda: house.ended == [True])


def test_the_browser_reloads_and_shows_faults_with_carets_in_line(house: House, browser: Browser) -> None:
    house.shows("12公里")
    page = browser.new_page()
    page.goto(house.address)
    house.say("果园修路86公里。")
    page.get_by_text("86公里").first.wait_for()
    house.say("果园修路86公里，[去处不在了](../articles/nowhere.md)。")
    page.locator(".hub-faults pre").wait_for()
    assert page.locator("article").count() > 0
    wide = "() => { const r = document.createRange(), p = document.querySelector('.hub-faults pre');"
    wide += " p.textContent = '汉aa'; const w = (a, b) => { r.setStart(p.firstChild, a); r.setEnd(p.firstChild, b);"
    wide += " return r.getBoundingClientRect().width }; return w(0, 1) / w(1, 3) }"
    assert page.evaluate(wide) == pytest.approx(1, abs=0.01)
    house.say("果园修路87公里。")
    page.get_by_text("87公里").first.wait_for()
    assert page.locator(".hub-faults").count() == 0
    page.close()


def test_a_taken_port_is_named_and_only_this_machine_is_served(tmp_path: Path) -> None:
    server = open_server(tmp_path, State(), 0)
    try:
        assert server.server_address[0] == "127.0.0.1"
        with pytest.raises(RefusalError, match=r"--port"):
            open_server(tmp_path, State(), server.server_port)
    finally:
        server.server_close()


def test_faults_are_shown_as_text() -> None:
    state = State()
    state.publish(["a.md:1:1 <script>alert(1)</script>"])
    assert "&lt;script&gt;alert" in with_script("<body>x</body>", state)


def test_ctrl_c_ends_the_command_cleanly(quiet_house: House) -> None:
    """The command itself, as an editor runs it: Ctrl-C is a signal to the process in front."""
    code = "import sys; sys.path.insert(0, '.'); from plugins.desk.serve import *; from pathlib import Path\n"
    code += "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's `&` has it ignored
    code += "from plugins.press.session import Session; root = Path(sys.argv[1])\n"
    code += "serve(Preview(root, root / 'out', Session(root / 'pelicanconf.py').build, 0))"
    streams = {"stderr": subprocess.PIPE, "encoding": "utf-8"}
    process = subprocess.Popen([sys.executable, "-c", code, str(quiet_house.root)], cwd=ROOT, **streams)  # type: ignore[call-overload]
    said = ""
    while "Ctrl-C" not in said:
        said += process.stderr.readline()
    process.send_signal(2)
    rest = process.stderr.read()
    assert (process.wait(PATIENCE), "Traceback" in rest) == (0, False)
    assert "预览结束" in rest
    process.stderr.close()
