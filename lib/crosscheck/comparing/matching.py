"""Which row of an earlier run is which row of today's, by the passages that both rest on?

Each earlier row goes to the row that holds most of its passages, at least half of those that still stand, and each row
of today takes one earlier row: the one with the same id, else the one that shares most. Not found: a row all of whose
passages were read anew.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from crosscheck.anchors import SAME, Passages


class Matched(NamedTuple):
    """`pairs`: today's id by the earlier one's; `heirs`: for the others, the row of today that holds their passages."""

    pairs: dict[str, str]
    heirs: dict[str, str]


def match_rows(key: str, old: pd.DataFrame, old_passages: pd.DataFrame, new: pd.DataFrame, new_passages: pd.DataFrame,
               texts: Mapping[str, str]) -> Matched:
    """Which rows of `old` are which of `new`; `texts` are today's, by article."""
    before = Passages(old_passages, key, texts, old[key])
    today = Passages(new_passages, key, texts, new[key])
    shares = {row: _shares(row, before, today) for row in old[key]}
    ranked = sorted(((row != other, -share, at, other) for at, row in enumerate(old[key])
                     for other, share in shares[row].items()))
    order = list(old[key])
    pairs: dict[str, str] = {}
    taken = set()
    for _, _, at, other in ranked:
        if order[at] not in pairs and other not in taken:
            pairs[order[at]] = other
            taken.add(other)
    return Matched(pairs, _heirs(order, shares, pairs))


def _shares(row: str, before: Passages, today: Passages) -> dict[str, float]:
    """Which part of the passages that still stand each row of today holds, where it is at least half."""
    anchors = before.anchors(row)
    if not anchors:
        return {row: 1.0} if row in today.rows else {}
    standing = today.standing(anchors)
    found = today.shared(standing)
    return {other: share / len(standing) for other, share in found.items() if share >= SAME * len(standing)}


def _heirs(order: Iterable[str], shares: Mapping[str, Mapping[str, float]], pairs: Mapping[str, str]) -> dict[str, str]:
    return {row: max(shares[row], key=lambda other: (shares[row][other], other)) for row in order
            if row not in pairs and shares[row]}
