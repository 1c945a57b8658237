"""A process that starts one command, waits for all that it started, and says in JSON what that took.

    python child.py LOG COMMAND…

Its own children are then the command's processes and no others, so that the kernel's count of them is the command's
cost. Processes that lose their parent come to it (PR_SET_CHILD_SUBREAPER), so that none goes uncounted.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LINGER = 5
"""Seconds that a command's leftovers get after its end."""


def main(log: str, command: list[str]) -> None:
    control = ctypes.CDLL(None).prctl
    control(PR_SET_PDEATHSIG, signal.SIGKILL)
    control(PR_SET_CHILD_SUBREAPER, 1)
    with open(log, "wb") as out, open(f"{log}.err", "wb") as err:  # noqa: PTH123 - nothing is imported without need
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        status = process.wait()
        wall = time.perf_counter() - begun
    stragglers = wait_for_the_rest()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = {
        "status": status,
        "wall": wall,
        "user": used.ru_utime,
        "system": used.ru_stime,
        "largest": used.ru_maxrss * 1024,
        "stragglers": stragglers,
    }
    sys.stdout.write(json.dumps(said))


def wait_for_the_rest() -> bool:
    """Reaps what outlived the command; True if some of it had not ended in time."""
    end = time.monotonic() + LINGER
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.01)
        except ChildProcessError:
            return False
    return True


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
