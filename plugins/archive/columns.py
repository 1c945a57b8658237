"""What the page tags say of the columns: the part of their front matter that every page of a column carries.

The tags are those of 《政府网站发展指引》 (国办发〔2017〕47号), annex on page tags: ColumnName, ColumnDescription,
ColumnKeywords, ColumnType.
"""

from __future__ import annotations

import json

from .store import Archive

COLUMNS = """
    SELECT title, card, details FROM manuscripts JOIN bodies USING (path) WHERE kind = 'column' ORDER BY slug
"""


def column_tags(archive: Archive) -> dict[str, dict[str, str]]:
    """`name`, `description`, `keywords` (one text) and `type` of each column by its title; "" where its file is silent.

    Where the file has no description, its text is asked for one, as for that of the column's page.
    """

    def read(archive: Archive) -> dict[str, dict[str, str]]:
        return {row["title"]: _tags(row["title"], row["card"], row["details"]) for row in archive.ask(COLUMNS)}

    return archive.once("archive.column_tags", read)


def _tags(title: str, card: str, details: str) -> dict[str, str]:
    told = json.loads(details)
    return {
        "name": title,
        "description": told["description"] or json.loads(card)["summary"],
        "keywords": ",".join(told["keywords"]),
        "type": told["type"],
    }
