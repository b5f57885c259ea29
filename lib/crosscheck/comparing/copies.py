"""Which articles share so much wording, quotations apart, that one of them, or both, must have copied?

Every run of `SHINGLE` words outside quotation marks is looked up in one index over the folder; two articles that quote
the same words have not copied each other. Containment is the part of the shorter article's runs that the other has too.
Pairs come from the index, never from comparing all with all; a run that stands in more than `COMMON` articles is a
stock phrase and counts for none. Not told: who copied from whom, and copies in other words.
"""

from collections import Counter
from itertools import combinations

import pandas as pd

from crosscheck import tables
from crosscheck.quotations import find_quotations
from crosscheck.text import WORD, blanked, fold

SHINGLE = 6
COMMON = 25
LEAST = 0.08        # containment that is worth a row
NEAR = 0.4          # containment from which two articles are near copies
STRETCH = 25        # words in one go that are worth a row whatever the containment
FEWEST = 3          # runs that such a stretch has at least, with room for words that only dashes join
SLACK = 0.0001      # containment is rounded
Runs = dict[str, tuple[int, int, int]]  # by its words where a run stands, and its number in the article


def find_copies(articles: pd.DataFrame, regions: pd.DataFrame) -> pd.DataFrame:
    """The table `copies`: a row for each two articles that share much wording, those that share most first.

    What `regions` calls furniture of the page, such as a call to subscribe, is left out.
    """
    furniture: dict[str, list[tuple[int, int]]] = {}
    for row in regions[regions["role"].isin(tables.FURNITURE)].itertuples():
        furniture.setdefault(row.article_id, []).append((row.start, row.end))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    runs = {article: _runs(blanked(text, furniture.get(article, ()))) for article, text in texts.items()}
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    rows = [_row(one, other, shared, runs, texts, labels) for (one, other), shared in _pairs(runs).items()
            if shared >= FEWEST or shared >= (LEAST - SLACK) * min(len(runs[one]), len(runs[other]))]
    kept = [row for row in rows if row["containment"] >= LEAST or row["words"] >= STRETCH]
    kept.sort(key=lambda row: (-row["containment"], labels[row["article_id"]], labels[row["other_id"]]))
    return tables.check("copies", tables.frame("copies", kept))


def _runs(text: str) -> Runs:
    """The place of each run of words outside quotation marks, by its words."""
    folded = fold(text)
    runs: Runs = {}
    at = 0
    for begin, end in [(q.start, q.end) for q in find_quotations(text, folded)] + [(len(text), len(text))]:
        found = list(WORD.finditer(folded, at, begin))
        words = [match.group().lower() for match in found]
        for number in range(len(words) - SHINGLE + 1):
            run = " ".join(words[number:number + SHINGLE])
            if run not in runs:
                runs[run] = (found[number].start(), found[number + SHINGLE - 1].end(), len(runs))
        at = end
    return runs


def _pairs(runs: dict[str, dict]) -> dict[tuple[str, str], int]:
    """How many runs each two articles share."""
    holders: dict[str, list[str]] = {}
    for article, own in runs.items():
        for run in own:
            holders.setdefault(run, []).append(article)
    shared: Counter = Counter()
    for articles in holders.values():
        if 1 < len(articles) <= COMMON:
            shared.update(combinations(articles, 2))
    return dict(shared)


def _row(one: str, other: str, shared: int, runs: dict, texts: dict, labels: dict) -> dict:
    """One pair, the shorter article first, with the longest stretch that the two share."""
    if len(runs[other]) < len(runs[one]):
        one, other = other, one
    start, end, there = _longest(runs[one], runs[other])
    part = shared / max(1, len(runs[one]))
    near = part >= NEAR
    return {"article_id": one, "start": start, "end": end, "quote": texts[one][start:end],
            "rule": "near_copy" if near else "shared_wording", "other_id": other,
            "other_spans": [there], "words": len(WORD.findall(texts[one][start:end])),
            "containment": round(part, 4), "near_copy": near,
            "reasoning": f"{part:.0%} of the wording of {labels[one]}, quotations apart, is in {labels[other]} too."}


def _longest(own: Runs, other: Runs) -> tuple[int, int, tuple[int, int]]:
    """The longest stretch of runs one after the other in both articles: its place here, and there."""
    best, current, last = (0, 0, (0, 0)), None, -1
    for number, start, end, there in sorted((own[run][2], *own[run][:2], other[run]) for run in own.keys() & other):
        if current and number == last + 1 and current[2][0] < there[0] <= current[2][1] and start <= current[1]:
            current = (current[0], end, (current[2][0], there[1]))
        else:
            current = (start, end, there[:2])
        last = number
        if current[1] - current[0] > best[1] - best[0]:
            best = current
    return best
