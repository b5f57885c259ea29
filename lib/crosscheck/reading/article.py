"""What does one article say? All rooms of reading, in order, on one text that knows of no other.

The rows of every table point into the text and hang together by ids made from content, so that an article may be read
on any machine, in any order. What was read can be packed as JSON, to be sent or kept; quotes are left out, since the
text has them, so an unpacked row always holds the words it points at. Not found here: anything that takes a second
article.
"""

import json
import zlib
from bisect import bisect_right
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.reading.claims import find_claims
from crosscheck.reading.dates import find_dates
from crosscheck.reading.layout import find_regions
from crosscheck.reading.restrictions import find_restrictions
from crosscheck.reading.sentences import find_sentences
from crosscheck.reading.story_attributions import story_attributions
from crosscheck.text import content_id

READ = ("regions", "sentences", "dates", "attributions", "claims", "restrictions")
IDS = {"sentences": ("sentence_id", "s"), "dates": ("date_id", "t"), "attributions": ("attribution_id", "q"),
       "claims": ("claim_id", "c"), "restrictions": ("restriction_id", "r")}
DERIVED = ("quote", "article_id")
LARGEST = 400_000_000  # characters that a packed article may unpack to

Columns = dict[str, list]


class Job(NamedTuple):
    """What reading needs of one article: its id, its text, and the day it was published if that is known."""

    article_id: str
    text: str
    reference: str | None


def read_article(job: Job) -> dict[str, Columns]:
    """The tables of `READ` of one article, each as lists of plain cells by column, None where a cell is missing."""
    regions = find_regions(job.text)
    sentences = find_sentences(job.text, regions)
    attributions = story_attributions(job.text, regions)
    found = {
        "regions": regions,
        "sentences": sentences,
        "dates": find_dates(job.text, job.reference),
        "attributions": attributions,
        "claims": find_claims(job.text, sentences, attributions),
        "restrictions": find_restrictions(job.text, sentences, attributions),
    }
    cells = {name: {column: _plain(rows[column]) for column in rows} for name, rows in found.items()}
    ids = {name: _ids(cells[name], prefix, job) for name, (_, prefix) in IDS.items()}
    return {name: _finish(name, cells[name], job, cells["sentences"], ids) for name in READ}


def pack(read: dict[str, Columns]) -> bytes:
    """What `read_article` gave, as compressed JSON."""
    lean = {name: {column: cells for column, cells in columns.items() if column not in DERIVED}
            for name, columns in read.items()}
    return zlib.compress(json.dumps(lean, separators=(",", ":")).encode("ascii"), 1)


def unpack(packed: bytes, job: Job) -> dict[str, Columns]:
    """What `read_article` gives for `job`, from what `pack` made of it; `ValueError` if it is something else."""
    unpacker = zlib.decompressobj()
    try:
        lean = json.loads(unpacker.decompress(packed, LARGEST))
        return {name: _unpacked(name, lean[name], job) for name in READ}
    except (zlib.error, KeyError, TypeError, AttributeError, RecursionError, IndexError) as error:
        raise ValueError(f"no packed article: {error!r}") from None


def read_packed(job: Job) -> bytes:
    """`read_article`, packed: what another process sends back."""
    return pack(read_article(job))


def _unpacked(name: str, lean: Columns, job: Job) -> Columns:
    places = list(zip(lean["start"], lean["end"], strict=True))
    if not all(0 <= start <= end <= len(job.text) for start, end in places):
        raise ValueError("no packed article: a passage lies outside the text")
    given = {"quote": [job.text[start:end] for start, end in places], "article_id": [job.article_id] * len(places)}
    columns = {}
    for column in tables.TABLES[name].columns:
        cells = given.get(column.name) if column.name in given else lean.get(column.name, [None] * len(places))
        if len(cells) != len(places):
            raise ValueError("no packed article: columns of unlike length")
        columns[column.name] = [[tuple(span) for span in cell] for cell in cells] if column.type == "spans" else cells
    return columns


def _plain(cells: pd.Series) -> list:
    """The cells as Python's own values, None where one is missing."""
    values, missing = cells.tolist(), cells.isna()
    if missing.any():
        values = [None if none else cell for cell, none in zip(values, missing, strict=True)]
    return [list(cell) if isinstance(cell, tuple) else cell for cell in values] if cells.dtype == object else values


def _ids(rows: Columns, prefix: str, job: Job) -> list[str]:
    """One id a row from article and span; rows with the same span are told apart by rule and count."""
    seen: dict[tuple, int] = {}
    ids = []
    for key in zip(rows["start"], rows["end"], rows["rule"], strict=True):
        seen[key] = seen.get(key, 0) + 1
        ids.append(content_id(prefix, job.article_id, *key, *([seen[key]] if seen[key] > 1 else [])))
    return ids


def _finish(name: str, rows: Columns, job: Job, sentences: Columns, ids: dict[str, list[str]]) -> Columns:
    """The columns of the table `name`, with ids and what leads to other tables."""
    count = len(rows["start"])
    added: Columns = {"article_id": [job.article_id] * count}
    if name != "sentences":
        added["sentence_id"] = _holding(rows["start"], sentences, ids["sentences"])
    if name in IDS:
        added[IDS[name][0]] = ids[name]
    if name == "restrictions":
        added["rank"] = list(range(1, count + 1))  # the place in the article, until the folder's ranking replaces it
    if "attribution" in rows:
        added["attribution_id"] = [None if i is None else ids["attributions"][int(i)] for i in rows["attribution"]]
    known = rows | added
    return {column.name: known.get(column.name, [None] * count) for column in tables.TABLES[name].columns}


def _holding(starts: list[int], sentences: Columns, sentence_ids: list[str]) -> list[str | None]:
    """For each start the id of the sentence it falls in, or None between sentences."""
    left, right = sentences["start"], sentences["end"]
    places = [(bisect_right(left, start) - 1, start) for start in starts]
    return [sentence_ids[i] if i >= 0 and start < right[i] else None for i, start in places]
