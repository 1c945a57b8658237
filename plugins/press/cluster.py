"""Many machines: an executor on a `dask.distributed` cluster.

Every worker runs in a checkout of this very code, and reaches content, cache and output under the same paths, through a
shared folder. A worker that ends in the middle costs time only: its chunks are done again by another.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager, suppress

from .workshop import WorkshopError

FAILURES: tuple[type[Exception], ...] = ()
"""What dask raises when workers have been lost for good; nothing where dask is not installed."""
with suppress(ImportError):
    from distributed import Client, KilledWorker
    from distributed.comm import CommClosedError

    FAILURES = (KilledWorker, CommClosedError, CancelledError)

PATIENCE = 15
"""Seconds within which the scheduler must answer."""
RETRIES = 3


@contextmanager
def connect(address: str) -> Iterator[Executor]:
    """The executor behind `dask://host:port`."""
    scheme, _, place = address.partition("://")
    if scheme != "dask" or not place:
        raise WorkshopError(f"看不懂 PRESS_EXECUTOR = {address!r}。应写成 dask://主机:端口，或留空。")
    if not FAILURES:
        raise WorkshopError("PRESS_EXECUTOR 要用 dask，但没有装：pip install distributed。")
    try:
        client = Client(f"tcp://{place}", timeout=PATIENCE)
    except OSError as error:
        raise WorkshopError(f"连不上 {address}：请核对地址，并确认 dask scheduler 已经启动。") from error
    with client:
        yield client.get_executor(pure=False, retries=RETRIES)
