"""The hub's rooms. Each folder is one room; the README has the map and `tests/test_architecture.py` holds it."""

from plugins.compiled import preferred

__path__ = preferred(__path__)
