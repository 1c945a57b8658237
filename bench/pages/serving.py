"""A built folder served as a good host serves it: gzip, kept connections, lasting caches for fingerprinted names.

On a free port of 127.0.0.1. Every answer says its length, so that a page's weight can be read off its answers.
"""

from __future__ import annotations

import gzip
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

LEVEL = 6
"""Of gzip, as most hosts set it."""
TYPES = {
    ".avif": "image/avif",
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
TEXT = re.compile(r"text/|application/(?:json|xml|manifest)|image/svg")
FINGERPRINTED = re.compile(r"[.-][0-9a-f]{8,}\.\w+$|/dist/|[.-][0-9A-Za-z_-]{8,}\.(?:css|js)$")


@lru_cache(maxsize=4096)
def body(path: Path) -> tuple[str, bytes, bool]:
    """A file's type, its bytes as they are sent, and whether they are compressed."""
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    data = path.read_bytes()
    if TEXT.match(kind):
        return f"{kind}; charset=utf-8", gzip.compress(data, LEVEL, mtime=0), True
    return kind, data, False


class Handler(BaseHTTPRequestHandler):
    """One connection; HTTP/1.1, so that it is kept."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *arguments: Any, folder: Path, **options: Any) -> None:
        self.folder = folder
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        name = unquote(urlsplit(self.path).path)
        path = (self.folder / name.lstrip("/")).resolve()
        if path.is_dir() and name.endswith("/"):
            path /= "index.html"
        if self.folder not in path.parents:
            self._answer(HTTPStatus.NOT_FOUND, Path())
        elif path.is_dir():
            self._moved(f"{name}/")
        else:
            self._answer(HTTPStatus.OK if path.is_file() else HTTPStatus.NOT_FOUND, path)

    do_HEAD = do_GET  # noqa: N815 - the base class looks for this name

    def _answer(self, status: HTTPStatus, path: Path) -> None:
        kind, data, packed = "text/html; charset=utf-8", b"", False
        if status is not HTTPStatus.OK:
            path = self.folder / "404.html"
        if path.is_file():
            kind, data, packed = body(path)
        lasting = bool(FINGERPRINTED.search(self.path))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if lasting else "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Vary", "Accept-Encoding")
        self.end_headers()
        if self.command != "HEAD":
            with suppress(OSError):  # the browser went on to another page
                self.wfile.write(data)

    def _moved(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """The terminal is for what is measured."""


class Server(ThreadingHTTPServer):
    """Open connections don't keep the program alive."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle is nobody's error."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder; gives its address, without a slash at the end."""
    body.cache_clear()
    server = Server(("127.0.0.1", 0), partial(Handler, folder=folder.resolve()))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
