"""Manifests and plans: what is sent in which order, and what a target's manifest may not say."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.releases.manifest import Manifest, dump, of_folder, parse, pending
from plugins.releases.plan import make_plan
from plugins.releases.words import ReleaseError, Sent
from tests.site.releasing import FIRST, PUT_IN_ORDER, REMOVED_IN_ORDER, SECOND, write_site

PATHS = st.sampled_from(["index.html", "feed.xml", "a.html", "b/index.html", "s.css", "图.png", "data.json"])
MANIFESTS = st.dictionaries(PATHS, st.sampled_from(["1", "2"]))


def test_assets_then_pages_then_what_points_at_them_then_removals(tmp_path: Path) -> None:
    old, new = (of_folder(write_site(tmp_path / name, files)) for name, files in (("1", FIRST), ("2", SECOND)))
    plan = make_plan(old, new)
    assert [path for stage in plan.stages for path in stage] == PUT_IN_ORDER
    assert list(plan.removals) == REMOVED_IN_ORDER
    assert plan.sent == Sent(added=2, changed=2, removed=4)


@given(old=MANIFESTS, new=MANIFESTS)
def test_carrying_out_a_plan_gives_the_new_site_and_no_page_before_its_assets(old: Manifest, new: Manifest) -> None:
    plan = make_plan(old, new)
    there = dict(old)
    for stage in plan.stages:
        there |= {path: new[path] for path in stage}
    for path in plan.removals:
        del there[path]
    assert there == new
    assert make_plan(new, new).empty
    kinds = [[path.endswith((".html", ".xml")) for path in stage] for stage in plan.stages]
    assert all(max(one, default=False) <= min(other, default=True) for one, other in pairwise(kinds))


@given(old=MANIFESTS, new=MANIFESTS, done=st.integers(0, 9))
def test_a_release_that_broke_off_is_taken_up_where_it_stopped(old: Manifest, new: Manifest, done: int) -> None:
    """Whatever was sent before the end, the pending manifest leads the next release to the same site."""
    queue = [path for stage in make_plan(old, new).stages for path in stage]
    there = dict(old) | {path: new[path] for path in queue[:done]}
    listed = pending(old, new)
    assert there.keys() <= listed.keys()
    plan = make_plan(listed, new)
    there |= {path: new[path] for stage in plan.stages for path in stage}
    for path in plan.removals:
        there.pop(path, None)
    assert there == new


@given(manifest=st.dictionaries(st.sampled_from(["a.html", "党建.html", "b c.css"]), st.text()))
def test_a_manifest_survives_its_file(manifest: Manifest) -> None:
    assert parse(dump(manifest)) == manifest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "读不懂"),
        ("[]", "读不懂"),
        ('{"format": 2, "files": {}}', "另一版程序"),
        (json.dumps({"format": 1, "files": {"../../etc/passwd": ""}}), "站外的路径"),
        (json.dumps({"format": 1, "files": {"/etc/passwd": ""}}), "站外的路径"),
    ],
)
def test_a_manifest_that_was_tampered_with_is_refused(text: str, words: str) -> None:
    with pytest.raises(ReleaseError, match=words):
        parse(text)
