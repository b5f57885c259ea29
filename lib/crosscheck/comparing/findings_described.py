"""How do articles describe the same few things: six harbour towns, six towns with a ferry?

Where passages count the same number of the same noun, the words beside the noun are held against each other: those
between number and noun, and a stretch behind it that begins with `with`, `of`, `from`, `that` or a participle. Not
found: things described without their number.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import MONEY, SPANS_OF_TIME, Finding
from crosscheck.comparing.findings_words import TIMES
from crosscheck.numbers import Amount
from crosscheck.wording import stem

DESCRIBED = 0.72
FEWEST, MOST = 2, 30   # what is counted: neither one nor many
MOST_HELD = 30         # passages that count the same, the first of the folder
LONGEST = 6            # words behind the noun
_BEHIND = re.compile(r"\s(?:with|of|from|that|whose|known|named|listed|deemed|considered|where|in)\s")


class Described(NamedTuple):
    """Where a passage counts things, and the stems that describe them."""

    passage: int
    span: tuple[int, int]
    stems: frozenset[str]


def described_differences(passages: Passages) -> Iterator[Finding]:
    """The same number of the same things, described in other words in two articles."""
    known: dict[tuple[float, str], list[Described]] = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for amount in parsed.amounts:
            if amount.heads and _is_few(amount):
                span, stems = _description(parsed, amount)
                if stems:
                    known[amount.low, amount.unit].append(Described(one, span, stems))
    for held in known.values():
        for place, x in enumerate(held[:MOST_HELD]):
            for y in held[place + 1:MOST_HELD]:
                if passages.articles[x.passage] != passages.articles[y.passage] and _is_unlike(x.stems, y.stems):
                    near = passages.nearness(x.passage, y.passage)
                    yield Finding(DESCRIBED + near / 4, "wording", x.passage, x.span, y.passage, y.span, "described")


def _is_few(amount: Amount) -> bool:
    return (amount.is_point and FEWEST <= amount.low <= MOST
            and amount.unit not in MONEY | SPANS_OF_TIME | {"", "nth", "%"})


def _description(passage: Passage, amount: Amount) -> tuple[tuple[int, int], frozenset[str]]:
    """The words from the number to the end of what describes the things, and their stems without the noun's."""
    end = amount.end
    if _BEHIND.match(passage.low, end):
        words = [i for i, (start, _) in enumerate(passage.spans) if start >= end][:LONGEST]
        words = [i for i in words if passage.clauses[i] == passage.clauses[words[0]]]
        while words and not passage.stems[words[-1]]:
            words.pop()
        end = passage.spans[words[-1]][1] if words else end
    stems = {part for i, (start, _) in enumerate(passage.spans) if amount.start < start < end
             for part in passage.stems[i].split("-") if part}
    return (amount.start, end), frozenset(stems - {amount.heads[-1], stem(amount.heads[-1])} - TIMES)


def _is_unlike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Most of the words of each are its own, and each says more than a word."""
    return 2 * len(one & other) < min(len(one), len(other)) and min(len(one), len(other)) > 1
