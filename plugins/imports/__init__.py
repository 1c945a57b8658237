"""Outside copy becomes manuscripts: text, Word, web pages, saved WeChat articles, PDF pages and others' Markdown in,
manuscripts with an account of every character out.

`opening` finds the sources, `readers` make the same stream of lines of each format, `rules` judge the lines, `joining`
and `structure` build articles of them, `writing` prints Markdown, and `accounting` reads what was written again and
holds it against the source. Nothing is in its place before the account holds (`run`). See docs/imports.md.
"""
