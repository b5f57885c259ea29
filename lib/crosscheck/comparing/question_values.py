"""Which words of a passage are its reading, among a few passages that may differ?

Where a rule names a difference, its words are the reading. Elsewhere the reading is the clause that says most of its
own about what the passages share. Not found: a reading in scattered words.
"""

import math
import re
from typing import NamedTuple

from crosscheck.comparing.differences_passage import Passage
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, stem

LONGEST_VALUE = 16   # words
ENOUGH = 0.6         # of the weight of the shared words in the clause that has most of them
SHORTEST = 3         # words of a clause that can stand alone
TELLING = frozenset("not no never may might could would will can only all more less most until before after".split())
SMALL = FUNCTION_WORDS - TELLING


class Value(NamedTuple):
    """The words of one reading, and where they stand in its passage."""

    text: str
    spans: tuple[tuple[int, int], ...]


def value_of(passage: Passage, span: tuple[int, int]) -> Value:
    """The words at `span` as a reading."""
    return Value(" ".join(passage.text[slice(*span)].split()), (span,))


def own_clause(passage: Passage, others: list[Passage], weights: dict[str, float]) -> tuple[int, int]:
    """Of the clauses that have most of what is shared the one that says most of its own, up to sixteen words."""
    shared = frozenset().union(*(other.content for other in others))
    told = []
    for first, last in _clauses(passage):
        roots = set(passage.stems[first:last]) - {""}
        told.append((math.fsum(weights.get(root, 0.0) for root in roots & shared),
                     math.fsum(weights.get(root, 0.0) for root in roots - shared), first, last))
    most = max((both for both, *_ in told), default=0.0)
    best = max((one for one in told if one[0] >= ENOUGH * most), key=lambda one: (one[0] + 0.1) * (one[1] + 0.1),
               default=(0.0, 0.0, 0, len(passage.spans)))[2:]
    return _cut(passage, *best, shared)


def _clauses(passage: Passage) -> list[tuple[int, int]]:
    """The first and last words of clauses; one of up to three words goes with the clause behind it."""
    cuts = [i for i, number in enumerate(passage.clauses) if i and number != passage.clauses[i - 1]
            and not passage.low[passage.spans[i][0]].isdigit()]
    found, first = [], 0
    for cut in [*cuts, len(passage.spans)]:
        if cut - first > SHORTEST or cut == len(passage.spans):
            found.append((first, cut))
            first = cut
    return [place for place in found if place[0] < place[1]]


def _cut(passage: Passage, first: int, last: int, shared: frozenset[str]) -> tuple[int, int]:
    """The characters of the words, of a long clause those about its own words."""
    if last - first > LONGEST_VALUE:
        own = [i for i in range(first, last) if passage.stems[i] and passage.stems[i] not in shared]
        middle = own[len(own) // 2] if own else first
        first = max(first, min(middle - LONGEST_VALUE // 2, last - LONGEST_VALUE))
        last = min(last, first + LONGEST_VALUE)
    return passage.spans[first][0], passage.spans[last - 1][1]


def same_value(value: str) -> str:
    """What two values must share to be one: the stems of their words, but for small words that change nothing."""
    words = re.findall(r"[^\W_]+(?:[.,'][^\W_]+)*|[%$£€]", fold(value).lower())
    return " ".join(stem(word) for word in words if word not in SMALL) or fold(value).lower()
