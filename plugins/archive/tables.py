"""The archive's own tables: files, manuscripts, their topics and links; pictures; pages planned and pages printed."""

TABLES = """
CREATE TABLE files (
    path TEXT PRIMARY KEY, stat INTEGER, digest TEXT
) WITHOUT ROWID;
CREATE TABLE manuscripts (
    path TEXT PRIMARY KEY, kind TEXT, slug TEXT, address TEXT, title TEXT, date TEXT, column_title TEXT, series TEXT,
    published INTEGER, card TEXT, card_stamp TEXT, head_stamp TEXT, body_stamp TEXT
) WITHOUT ROWID;
CREATE TABLE bodies (path TEXT PRIMARY KEY, html TEXT, details TEXT);
CREATE TABLE memberships (
    path TEXT, rank INTEGER, topic TEXT, published INTEGER, date TEXT, slug TEXT, PRIMARY KEY (path, rank)
) WITHOUT ROWID;
CREATE TABLE links (
    path TEXT, target TEXT, fragment TEXT, written TEXT, image INTEGER, place TEXT
);
CREATE TABLE pictures (
    path TEXT PRIMARY KEY, stat INTEGER, key TEXT, sheet TEXT, fault TEXT
) WITHOUT ROWID;
CREATE TABLE aliases (path TEXT, rank INTEGER, alias TEXT, PRIMARY KEY (path, rank)) WITHOUT ROWID;
CREATE TABLE planned (
    address TEXT PRIMARY KEY, family TEXT, key TEXT, stamp TEXT, listed INTEGER, scope TEXT
) WITHOUT ROWID;
CREATE TABLE plan (name TEXT PRIMARY KEY, mark TEXT);
CREATE TABLE touched (family TEXT, scope TEXT, path TEXT, PRIMARY KEY (family, scope, path)) WITHOUT ROWID;
CREATE TABLE version (version TEXT);
CREATE TABLE clean (verdict TEXT);
CREATE TABLE layouts (output TEXT, address TEXT, layout TEXT, PRIMARY KEY (output, address)) WITHOUT ROWID;
CREATE TABLE printed (
    output TEXT, address TEXT, stamp TEXT, stat INTEGER, PRIMARY KEY (output, address)
) WITHOUT ROWID;
"""

INDEXES = """
CREATE INDEX manuscripts_by_date ON manuscripts (kind, published, date, slug);
CREATE INDEX manuscripts_by_column ON manuscripts (column_title, published, date, slug);
CREATE INDEX manuscripts_by_series ON manuscripts (series, published, date, slug);
CREATE INDEX memberships_by_topic ON memberships (topic, published, date, slug);
CREATE INDEX memberships_by_first ON memberships (topic, rank, published, date, slug);
CREATE INDEX planned_by_scope ON planned (family, scope);
CREATE INDEX manuscripts_by_slug ON manuscripts (kind, slug);
CREATE INDEX manuscripts_by_title ON manuscripts (kind, title) WHERE kind <> 'article';
CREATE INDEX manuscripts_by_address ON manuscripts (address);
CREATE INDEX aliases_by_name ON aliases (alias);
CREATE INDEX links_by_path ON links (path);
CREATE INDEX links_by_target ON links (target);
CREATE INDEX pictures_by_key ON pictures (key);
CREATE INDEX links_to_images ON links (path) WHERE image;
"""

OWN_TABLES = ("manuscripts", "bodies", "memberships", "links", "aliases")
"""Tables that hold rows of a manuscript and lose them with it; the others have lives of their own."""
INWARD = ("bodies", "links")
"""Tables with what only a manuscript's own page shows of it."""
OUTWARD = "path, kind, slug, address, title, date, column_title, series, published, card_stamp, head_stamp"
"""The columns of `manuscripts` with what other pages show; cards are known by their stamps."""
