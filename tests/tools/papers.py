"""Outside copy as it arrives: a folder of `tests/specs/imports` in, the file that an editor would import out.

Text, HTML and Markdown are kept as they are and only written in the case's encoding; Word files and PDFs are made
from a YAML description (`papers_docx`, `papers_pdf`), so that no binary is in the repository. The same case gives the
same bytes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import yaml


def load(path: Path) -> Any:
    """A YAML file's value."""
    return yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def source_of(case_dir: Path) -> Path:
    """The case's one source: `source.txt`, `.html`, `.md`, `.docx.yaml` or `.pdf.yaml`."""
    (source,) = case_dir.glob("source.*")
    return source


def about(case_dir: Path) -> dict[str, str]:
    """`case.yaml`: `about`, and where they matter `encoding` and `filename`; empty if the case has none."""
    path = case_dir / "case.yaml"
    return cast("dict[str, str]", load(path)) if path.exists() else {}


def source_file(case_dir: Path, into: Path) -> Path:
    """Writes the file to import into the folder `into`, under the name that the case gives it, and returns its path."""
    source, case = source_of(case_dir), about(case_dir)
    suffix = source.name.removeprefix("source").removesuffix(".yaml")
    target = into / case.get("filename", case_dir.name + suffix)
    if suffix == ".docx":
        from .papers_docx import write_docx

        write_docx(load(source), target)
    elif suffix == ".pdf":
        from .papers_pdf import write_pdf

        write_pdf(load(source), target)
    else:
        with source.open(encoding="utf-8", newline="") as file:
            target.write_bytes(file.read().encode(case.get("encoding", "utf-8")))
    return target
