"""Which rows of a table belong to which article? One pass over the table, rows as named tuples in their order."""

import pandas as pd


def by_article(table: pd.DataFrame) -> dict[str, list]:
    """The rows of each article by its id; articles without rows are left out."""
    found: dict[str, list] = {}
    for row in table.itertuples(index=False):
        found.setdefault(row.article_id, []).append(row)
    return found
