"""What another process does while this one goes on: it brings bytes back, or none if it came to nothing."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Glance:
    """Begins at once. The other process is this one's fork, and must leave alone what both have open."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        self._answer, answer = os.pipe()
        self._process = os.fork()
        if not self._process:
            try:
                with os.fdopen(answer, "wb") as pipe:
                    pipe.write(work())
            finally:
                os._exit(0)
        os.close(answer)
        self._said: bytes | None = None

    def result(self) -> bytes:
        """What came of it, b"" if nothing; waits for that."""
        if self._said is None:
            with os.fdopen(self._answer, "rb") as answer:
                self._said = answer.read()
            os.waitpid(self._process, 0)
        return self._said
