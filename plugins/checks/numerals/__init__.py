"""Numerals that a page shows outside an article's body, and what backs each: docs/checks.md says how a component does.

`fragments` takes a page apart into pieces of text with the pages that they link to, `feed_notes` a feed, `structured`
JSON-LD; `own` says what a page itself tells. `holding` holds a piece against that, by `quoting`, which goes by figures
as `spotting` finds them. `dates` and `counts` look after the two kinds that no sentence has to say. `spool` keeps on
disk what is waiting for its article.
"""
