"""What a reader pays for each kind of page, and whether it is sound: weight, requests, Lighthouse, axe, vnu, links.

A built site goes in: the shipped content, or the bench's corpus and beside it the same articles in the themes of peers
(`themes`, with their settings in `peers/`). It is served as a good host would (`serving`). `visiting` has Chromium
open one page of each kind, through a Node script in `tools/` with Lighthouse and axe, which its lock file fetches into
the work folder; they are no part of the project. `sweeping` has the Nu checker and lychee read every page. `goals` says
what is wanted, `report` prints one table. The short form of it, without timings, runs in `./hub test`
(tests/browser/budgets.py). Results: docs/pages.md.
"""
