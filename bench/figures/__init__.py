"""How well figures are read: labelled passages in, the scores of three readers and their speed out.

`passages` finds the texts and their labels, `child` lets every reader read them and takes the time, in a venv of the
bench's own in which Recognizers-Text and rjieba are installed; `scoring` holds what they found against the labels, and
`report` makes the table. `regex` is the plain regular expression that ours is held against. The measures, and what
counts as a figure: docs/figures.md.
"""
