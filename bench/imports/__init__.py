"""How well outside copy is imported: cases with their right answers in, scores out.

`cases` finds the cases and imports each as the command would; `scoring` holds the written manuscripts, as they are read
back, against the answer; `report` makes the table. The measures: docs/imports.md.
"""
