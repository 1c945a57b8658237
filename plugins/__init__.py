"""The hub's rooms. Each folder is one room; `docs/rooms.md` is the map and `tests/test_architecture.py` holds it."""
