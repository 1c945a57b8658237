"""Releases: a settings file and a target's name in, the site at its target out.

gate (build, checks) → manifest of what was built → plan of what to send in which order → the target's own way of
sending. Signatures join at the gate; verification and rolling back work on manifests; an atomic switch is a target's.
"""

from __future__ import annotations

from pathlib import Path

from .words import ReleaseError, Sent

__all__ = ["ReleaseError", "Sent", "publish"]


def publish(name: str, *, root: Path, settings: Path) -> Sent:
    """Publishes the site to the target of that name; raises `ReleaseError` with what stands in the way."""
    from . import gate
    from .dates import note_dates
    from .sending import send

    work = root / ".cache" / "release"
    with gate.alone(work):
        target = gate.settings_of(settings).target(name)
        passed = gate.pass_gate(settings, work)
        if target.kind != "folder":
            gate.refuse_placeholder(passed.settings.SITEURL)
        sent = send(passed.site, target, root)
        note_dates(work, passed.dates)
        return sent
