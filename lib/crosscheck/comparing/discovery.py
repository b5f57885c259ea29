"""Which questions do the articles answer differently, though nobody asked them? The lists of all detectors, merged.

Each detector ranks pairs of passages; pairs are scored by their ranks in all lists (reciprocal rank fusion; Cormack,
Clarke and Büttcher 2009), and each passage with its best partners becomes one row of up to four passages. Rows are
taken best first; a row whose passages stand in earlier rows waits, so that the top of the list covers many questions.
Not found: questions whose passages no detector pairs.
"""

import heapq
from collections import Counter, defaultdict
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.detectors import DETECTORS, Scores, agree

MOST_ROWS = 400
PARTNERS = 3
LONGEST_LIST = 2000
FLATNESS = 40       # the constant of reciprocal rank fusion: higher trusts agreement more than a single first rank
STRANGE = 0.05      # a passage that is less near to all others of its row is taken out
TIREDNESS = 3.0     # how much a row waits for each earlier appearance of its passages


class Row(NamedTuple):
    """Passages that may answer one question differently, in the order of the folder; what found them; their score."""

    passages: tuple[int, ...]
    score: float
    hint: str = "wording"


def discover(passages: Passages) -> list[Row]:
    """The rows most worth reading, best first, at most `MOST_ROWS`.

    First the rows of all lists merged; then those rows of single lists that pair passages anew.
    """
    lists = {name: _ranked(passages, detector(passages)) for name, (detector, _) in DETECTORS.items()}
    rows = _spread(_stars(_merged(lists)))
    known = {pair for row in rows for pair in _pairs_of(row.passages)}
    rest: dict[tuple[int, ...], float] = defaultdict(float)
    for scores in lists.values():
        for rank, row in enumerate(_spread(_stars(scores), tiredness=0.0)):
            rest[row.passages] += 1 / (FLATNESS / 4 + rank)
    anew = {row: score for row, score in rest.items() if not _pairs_of(row) <= known}
    cut = [_without_strangers(passages, row) for row in (rows + _spread(anew))[:MOST_ROWS]]
    distinct = {row.passages: row for row in reversed(cut) if len(row.passages) > 1}
    return [row._replace(hint=_hint(row.passages, lists)) for row in reversed(distinct.values())]


def _ranked(passages: Passages, scores: Scores) -> Scores:
    """The best pairs of one list, best first, without those that say the same."""
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:LONGEST_LIST]
    return {(one, other): score for (one, other), score in best
            if not agree(passages.parsed[one], passages.parsed[other])}


def _without_strangers(passages: Passages, row: Row) -> Row:
    """The row without passages that are near to none of the others."""
    return row._replace(passages=tuple(one for one in row.passages if any(
        other != one and passages.nearness(one, other) >= STRANGE for other in row.passages)))


def _hint(row: tuple[int, ...], lists: dict[str, Scores]) -> str:
    """The kind hinted at by the detector that pairs most of the row, those that hint at least coming last."""
    pairs = _pairs_of(row)
    counts = {name: sum(pair in scores for pair in pairs) for name, scores in lists.items()
              if DETECTORS[name][1] != "wording"}
    best = max(counts, key=lambda name: counts[name])
    return DETECTORS[best][1] if counts[best] else "wording"


def _merged(lists: dict[str, Scores]) -> Scores:
    merged: Scores = defaultdict(float)
    for scores in lists.values():
        for rank, pair in enumerate(scores):
            merged[pair] += 1 / (FLATNESS + rank)
    return merged


def _stars(scores: Scores) -> dict[tuple[int, ...], float]:
    """Each passage with its best partners as one row; the row's score is the sum of theirs."""
    partners = defaultdict(list)
    for (one, other), score in scores.items():
        partners[one].append((-score, other))
        partners[other].append((-score, one))
    rows: dict[tuple[int, ...], float] = {}
    for one, found in partners.items():
        best = heapq.nsmallest(PARTNERS, found)
        row = tuple(sorted([one, *(other for _, other in best)]))
        rows[row] = max(rows.get(row, 0.0), -sum(score for score, _ in best))
    return rows


def _spread(rows: dict[tuple[int, ...], float], tiredness: float = TIREDNESS) -> list[Row]:
    """Rows best first; one waits for each earlier use of its passages, and falls out if half its pairs are known."""
    heap = [(-score, row) for row, score in rows.items()]
    heapq.heapify(heap)
    uses, known, taken = Counter(), set(), []
    while heap and len(taken) < MOST_ROWS:
        score, row = heapq.heappop(heap)
        pairs = _pairs_of(row)
        if 2 * len(pairs & known) > len(pairs):
            continue
        current = rows[row] / (1 + tiredness * sum(uses[one] for one in row) / len(row))
        if -score > current + 1e-12:
            heapq.heappush(heap, (-current, row))
            continue
        taken.append(Row(row, current))
        known |= pairs
        uses.update(row)
    return taken


def _pairs_of(row: tuple[int, ...]) -> set[tuple[int, int]]:
    return {(one, other) for place, one in enumerate(row) for other in row[place + 1:]}
