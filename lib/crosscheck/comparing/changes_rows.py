"""What is one change between two runs? A row of the table `changes`, before it is one."""

from typing import NamedTuple

import pandas as pd


class Change(NamedTuple):
    """What changed (one of `tables_analyst.CHANGES`), of which row, from what to what, why, and a passage for it."""

    change: str
    about: str
    row_id: str | None
    was_id: str | None
    label: str
    was: str | None
    now: str | None
    reasoning: str
    check: bool = False
    article_id: str | None = None
    start: int | None = None
    end: int | None = None
    quote: str | None = None


def anchor(passages: pd.DataFrame, first: frozenset[str]) -> dict:
    """A passage to show: the first that stands in one of the articles `first`, or else the first; none if none."""
    if passages.empty:
        return {}
    chosen = passages[passages["article_id"].isin(first)]
    row = (chosen if len(chosen) else passages).iloc[0]
    return {"article_id": row["article_id"], "start": int(row["start"]), "end": int(row["end"]), "quote": row["quote"]}


def named(labels: dict[str, str], articles: list[str]) -> str:
    """Articles by their labels, six at most."""
    names = [labels[one] for one in dict.fromkeys(articles)]
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
