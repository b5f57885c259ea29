"""Which row of an earlier run is which row of today's, by the passages that both rest on?

A row of today is the earlier one where they share at least half of the passages of either, as far as these stand in
articles that both runs have; the ones most alike go together first. An earlier row most of whose passages went into a
larger row has that row as its heir. Not found: a row all of whose passages were read anew.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from crosscheck.anchors import Passages, known_articles

HALF = 0.5


class Matched(NamedTuple):
    """`pairs`: today's id by the earlier one's; `heirs`: for the others, the row of today that holds their passages."""

    pairs: dict[str, str]
    heirs: dict[str, str]


def match_rows(key: str, old: pd.DataFrame, old_passages: pd.DataFrame, new: pd.DataFrame, new_passages: pd.DataFrame,
               texts: Mapping[str, str], articles: Iterable[str]) -> Matched:
    """Which rows of `old` are which of `new`; `texts` are today's, by article, and `articles` those of the old run."""
    before = Passages(old_passages, key, texts, old[key])
    today = Passages(new_passages, key, texts, new[key])
    known = known_articles(articles)
    shares = {row: _shares(row, before, today) for row in old[key]}
    alike = {row: {other: _likeness(share, len(before.standing(before.anchors(row))), today.held(other, known))
                   for other, share in found.items()} for row, found in shares.items()}
    ranked = sorted((-likeness, row != other, at, other) for at, row in enumerate(old[key])
                    for other, likeness in alike[row].items() if likeness >= HALF)
    order = list(old[key])
    pairs: dict[str, str] = {}
    taken = set()
    for _, _, at, other in ranked:
        if order[at] not in pairs and other not in taken:
            pairs[order[at]] = other
            taken.add(other)
    return Matched(pairs, _heirs(order, shares, pairs))


def _shares(row: str, before: Passages, today: Passages) -> dict[str, float]:
    """How many of the passages that still stand each row of today holds, where it is at least half."""
    anchors = before.anchors(row)
    if not anchors:
        return {row: 0.0} if row in today.rows else {}
    standing = today.standing(anchors)
    return {other: share for other, share in today.shared(standing).items() if share >= HALF * len(standing)}


def _likeness(share: float, standing: int, held: int) -> float:
    """1 where both rest on the same passages, and where the earlier row rests on none and has the same id."""
    return share / max(standing, held) if standing else 1.0


def _heirs(order: Iterable[str], shares: Mapping[str, Mapping[str, float]], pairs: Mapping[str, str]) -> dict[str, str]:
    return {row: max(shares[row], key=lambda other: (shares[row][other], other)) for row in order
            if row not in pairs and shares[row]}
