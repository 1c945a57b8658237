"""The site's one store: a SQLite file, rebuilt from content/ at any time.

Compiled manuscripts flow in; named queries flow out. Features add their tables, queries and page families through a
`Feature`. Everything that spans articles is a query here.
"""

from .bodies import as_sheet
from .columns import column_tags
from .families import (
    Family,
    Listing,
    Page,
    ScopedFamily,
    SplicedFamily,
    TemplatelessFamily,
    around,
    digest,
    grouped,
    is_apart,
    is_inward,
    is_scoped,
    is_spliced,
    is_templateless,
    remarks,
    root,
    site_path,
    slices,
)
from .features import Feature, Query, features, manuscript_rows
from .lists import list_page
from .records import address_of, date_zh, holds, in_common
from .sheets import APART, END, cell, heading
from .store import Archive, ArchiveError, discard

__all__ = [
    "APART",
    "END",
    "Archive",
    "ArchiveError",
    "Family",
    "Feature",
    "Listing",
    "Page",
    "Query",
    "ScopedFamily",
    "SplicedFamily",
    "TemplatelessFamily",
    "address_of",
    "around",
    "as_sheet",
    "cell",
    "column_tags",
    "date_zh",
    "digest",
    "discard",
    "features",
    "grouped",
    "heading",
    "holds",
    "in_common",
    "is_apart",
    "is_inward",
    "is_scoped",
    "is_spliced",
    "is_templateless",
    "list_page",
    "manuscript_rows",
    "remarks",
    "root",
    "site_path",
    "slices",
]
