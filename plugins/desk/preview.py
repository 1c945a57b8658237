"""The preview's web server: pages of output/ with a reload script put in on the way out, on 127.0.0.1 only.

Nothing of it is written into output/. The page knows by a number which build it shows; the browser hears the
number of every later one over server-sent events and reloads. Faults of the last build lie over whatever page is
looked at. Script and style are files of their own, so that a page's content security policy lets them in.
Why not livereload: docs/decisions/0004-preview-server.md.
"""

from __future__ import annotations

import html
import threading
from collections.abc import Collection
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from .refusal import RefusalError

OWN = "/.hub/"
FILES = {"reload.js": "text/javascript", "faults.css": "text/css"}
HEARTBEAT = 15.0
FAULTS = """<section class="hub-faults" lang="zh-CN">
<h2>没有更新：有错误要先改好，下面仍是上一次的好页面</h2>
<pre>{0}</pre>
</section>
"""
EMPTY = "<!doctype html><html lang=zh-CN><meta charset=utf-8><title>{0}</title><body><p>{0}</p></body></html>"


class State:
    """Which build is on disk and what was wrong with the last one; whoever listens is woken by each new build."""

    def __init__(self) -> None:
        self.number = 0
        self.faults: list[str] = []
        self._changed = threading.Condition()

    def publish(self, faults: Collection[str] = ()) -> None:
        with self._changed:
            self.number += 1
            self.faults = list(faults)
            self._changed.notify_all()

    def later_than(self, number: int, patience: float = HEARTBEAT) -> int:
        """The newest number, as soon as it is another one; the same one when patience runs out."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != number, patience)
            return self.number


class Handler(SimpleHTTPRequestHandler):
    """One request: a page with the script put in, a static file as it is, or the stream of build numbers."""

    def __init__(self, *arguments: Any, state: State, **options: Any) -> None:
        self.state = state
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        if self.path == f"{OWN}builds":
            self._stream()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        name = self.path.partition("?")[0]
        if name.startswith(OWN) and name.removeprefix(OWN) in FILES:
            return self._answer(HTTPStatus.OK, _own(name.removeprefix(OWN)), FILES[name.removeprefix(OWN)])
        if name.endswith("/sw.js"):  # a preview that has ended must not look like one that goes on
            return self._answer(HTTPStatus.NOT_FOUND, b"", "text/javascript")
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not name.endswith("/"):
                return super().send_head()  # redirects to the address with a slash
            path /= "index.html"
        if not path.is_file():
            return self._page(HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html")
        return self._page(HTTPStatus.OK, path) if path.suffix == ".html" else super().send_head()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Requests aren't logged: the terminal is for builds and their faults."""

    def _page(self, status: HTTPStatus, path: Path) -> BytesIO:
        text = path.read_text("utf-8") if path.is_file() else EMPTY.format("还没有这一页")
        return self._answer(status, with_script(text, self.state).encode(), "text/html")

    def _answer(self, status: HTTPStatus, data: bytes, kind: str) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = -1
        try:
            while True:
                number = self.state.later_than(number)
                self.wfile.write(f"data: {number}\n\n".encode())
        except OSError:
            self.close_connection = True  # the browser went on to another page


class Server(ThreadingHTTPServer):
    """Serves until it is shut down; open streams don't keep the program alive."""

    daemon_threads = True


def open_server(output: Path, state: State, port: int) -> Server:
    """A server that listens already; refuses a port that is taken."""
    try:
        return Server(("127.0.0.1", port), partial(Handler, state=state, directory=str(output)))
    except (OSError, OverflowError) as error:
        raise RefusalError(
            f"端口 {port} 用不了，可能已被别的程序占用。请换一个，例如：./hub serve --port 8001"
        ) from error


def with_script(text: str, state: State) -> str:
    """A page as the preview shows it: with the reload script, and the faults of the last build over it."""
    extra = f'<script src="{OWN}reload.js" data-build="{state.number}" defer></script>'
    if state.faults:
        extra += f'<link rel="stylesheet" href="{OWN}faults.css">'
        extra += FAULTS.format(html.escape("\n\n".join(state.faults)))
    before, end, after = text.rpartition("</body>")
    return before + extra + end + after if end else text + extra


def _own(name: str) -> bytes:
    return (Path(__file__).parent / "preview_files" / name).read_bytes()
