"""The bench: what a build costs, beside the peers' and beside what the machine itself costs.

A made-up corpus (`corpus`) is written in each generator's format (`formats`) into a site of each (`sites`, with the
peers' own files in `peers/`). `builds` runs the steps in alternating rounds, each a whole process that `measure` times
from outside, and checks on the pages that the step was really done; `growth` does so for several sizes and draws how
the cost grows; `reload` times the preview. Everything is kept under one work folder, and nothing in the checkout is
touched. Method and results: docs/performance.md.
"""
