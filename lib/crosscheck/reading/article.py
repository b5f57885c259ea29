"""What does one article say? All rooms of reading, in order, on one text that knows of no other.

The rows of every table point into the text and hang together by ids made from content, so that an article may be read
on any machine, in any order. Not found here: anything that takes a second article.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from crosscheck import tables
from crosscheck.reading.attributions import find_attributions
from crosscheck.reading.claims import find_claims
from crosscheck.reading.dates import find_dates
from crosscheck.reading.layout import find_regions
from crosscheck.reading.restrictions import find_restrictions
from crosscheck.reading.sentences import find_sentences
from crosscheck.text import content_id

IDS = {"sentences": ("sentence_id", "s"), "dates": ("date_id", "t"), "attributions": ("attribution_id", "q"),
       "claims": ("claim_id", "c"), "restrictions": ("restriction_id", "r")}


class Job(NamedTuple):
    """What reading needs of one article: its id, its text, and the day it was published if that is known."""

    article_id: str
    text: str
    reference: str | None


def read_article(job: Job) -> dict[str, pd.DataFrame]:
    """The tables regions, sentences, dates, attributions, claims and restrictions of one article."""
    regions = find_regions(job.text)
    sentences = find_sentences(job.text, regions)
    attributions = find_attributions(job.text, nested=True)
    found = {
        "regions": regions,
        "sentences": sentences,
        "dates": find_dates(job.text, job.reference),
        "attributions": attributions,
        "claims": find_claims(job.text, sentences, attributions),
        "restrictions": find_restrictions(job.text, sentences, attributions),
    }
    sentence_ids, attribution_ids = _ids(sentences, "s", job), _ids(attributions, "q", job)
    return {name: _finish(name, rows, job, sentences, sentence_ids, attribution_ids) for name, rows in found.items()}


def _ids(rows: pd.DataFrame, prefix: str, job: Job) -> list[str]:
    """One id a row from article and span; rows with the same span are told apart by rule and count."""
    seen: dict[tuple, int] = {}
    ids = []
    for key in zip(rows["start"], rows["end"], rows["rule"], strict=True):
        seen[key] = seen.get(key, 0) + 1
        ids.append(content_id(prefix, job.article_id, *key, *([seen[key]] if seen[key] > 1 else [])))
    return ids


def _finish(name: str, rows: pd.DataFrame, job: Job, sentences: pd.DataFrame, sentence_ids: list[str],
            attribution_ids: list[str]) -> pd.DataFrame:
    columns = {column.name for column in tables.TABLES[name].columns}
    rows = rows.assign(article_id=job.article_id)
    if name in IDS:
        key, prefix = IDS[name]
        rows[key] = _ids(rows, prefix, job)
    if "sentence_id" in columns and name != "sentences":
        rows["sentence_id"] = _holding(rows["start"].to_numpy(), sentences, sentence_ids)
    if name == "restrictions":
        rows["rank"] = range(1, len(rows) + 1)  # the place in the article, until the folder's ranking replaces it
    if "attribution" in rows:
        rows["attribution_id"] = [None if pd.isna(i) else attribution_ids[int(i)] for i in rows["attribution"]]
    return rows


def _holding(starts: np.ndarray, sentences: pd.DataFrame, sentence_ids: list[str]) -> list[str | None]:
    """For each start the id of the sentence it falls in, or None between sentences."""
    left, right = sentences["start"].to_numpy(), sentences["end"].to_numpy()
    places = np.searchsorted(left, starts, side="right") - 1
    return [sentence_ids[i] if i >= 0 and start < right[i] else None for i, start in zip(places, starts, strict=True)]
