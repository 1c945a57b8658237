"""What differs in production; everything else is as in pelicanconf.py. Used by `./hub publish`, values only."""

import os
import sys
from pathlib import Path

# The `pelican` command, unlike `python -m pelican`, doesn't look for modules where it is called.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 - settings files build on each other by star import, as Pelican's manual has it

# The site's absolute address, without a slash at its end: feeds, the sitemap and canonical links carry it.
# The example's ending .invalid is reserved as nobody's, so that a site with it can't be mistaken for a real one;
# targets outside this machine are refused with it.
SITEURL = os.environ.get("HUB_SITEURL", "https://hub.example.invalid").rstrip("/")

PRINT_DRAFTS = False
STYLEGUIDE = False

# Each article has a picture for whoever passes it on, where this machine has a Chinese font to set it in.
SHARE_CARDS = True

# Headlines are set in a Song font from this machine, if there is one; readers who have one themselves load nothing.
HEADLINE_FONT = "auto"

# A release has facts.sqlite up to a million figures, some 36,000 long articles: 13 s and 0.6 GB of memory at most.
DATABASE_FIGURES = 1_000_000

# Where `./hub publish NAME` sends the site; relative paths are relative to this file's folder.
PUBLISH_TARGETS = {
    "folder": {"kind": "folder", "path": os.environ.get("HUB_PUBLISH_FOLDER", ".cache/published")},
    "pages": {"kind": "git", "remote": "origin", "branch": "gh-pages"},
    "server": {"kind": "rsync", "host": os.environ.get("HUB_PUBLISH_HOST", "hub"), "path": "/srv/www/hub"},
}
