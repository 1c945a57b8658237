"""The site's one store: a SQLite file, rebuilt from content/ at any time.

Compiled manuscripts flow in; named queries flow out. Features add their tables, queries and page families through a
`Feature`. Everything that spans articles is a query here.
"""

from .families import Family, Listing, Page, around, digest, grouped, root, site_path, slices
from .features import Feature, Query, features
from .records import address_of, date_zh, head
from .store import Archive, discard

__all__ = [
    "Archive",
    "Family",
    "Feature",
    "Listing",
    "Page",
    "Query",
    "address_of",
    "around",
    "date_zh",
    "digest",
    "discard",
    "features",
    "grouped",
    "head",
    "root",
    "site_path",
    "slices",
]
