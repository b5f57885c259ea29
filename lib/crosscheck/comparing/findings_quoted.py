"""Which few words does one article quote out of what another quotes at length?

A quotation of up to four words is looked for inside longer quotations of other articles: its content words must all
stand there, one of them rare in the story, and the passages must
share a name close by. The reading is the clause that holds the
piece, against the words about it in the longer quotation. Not found: a piece of which each word is common.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import Finding, names_in, word_at
from crosscheck.comparing.slots import words_of

PIECE = 0.4
LONGEST_PIECE, SHORTEST_WHOLE = 4, 6  # words
RARE = 7           # passages that may have the rarest word of a piece
FEW = 4            # passages that may have it where no name is shared
CLOSE = 8          # words on either side of a piece in which a shared name stands
BEFORE, ABOUT = 7, 5  # words shown before a piece, and on either side of its words in the longer quotation


_SPOKEN = re.compile(r"\b(?:i|we|my|our|i'm|we're|i've|we've)\b")


class Quoted(NamedTuple):
    """Words `[first, last)` of a passage that stand in quotation marks, and their stems."""

    passage: int
    first: int
    last: int
    stems: frozenset[str]


def piece_differences(passages: Passages) -> Iterator[Finding]:
    """A few words quoted in one article, and the longer quotation of another that holds them."""
    pieces, wholes = _quoted(passages)
    holders = defaultdict(list)
    for whole in wholes:
        for root in sorted(whole.stems):
            holders[root].append(whole)
    counts: dict[str, int] = defaultdict(int)
    for parsed in passages.parsed:
        for root in parsed.content:
            counts[root] += 1
    for piece in pieces:
        rarest = min(sorted(piece.stems), key=lambda root: counts[root])
        for whole in holders.get(rarest, ()) if counts[rarest] <= RARE else ():
            if _is_of(passages, piece, whole, counts[rarest] <= FEW):
                yield _finding(passages, piece, whole, rarest)


def _quoted(passages: Passages) -> tuple[list[Quoted], list[Quoted]]:
    """The pieces and the longer quotations; a sentence in the first person without marks stands inside of one."""
    pieces, wholes = [], []
    for one, parsed in enumerate(passages.parsed):
        if not parsed.quotes and len(parsed.spans) >= SHORTEST_WHOLE and _SPOKEN.search(parsed.low):
            wholes.append(Quoted(one, 0, len(parsed.spans), parsed.content))
        for start, end in parsed.quotes:
            first, last = word_at(parsed, start), word_at(parsed, end)
            last += parsed.spans[last][1] <= end
            stems = frozenset(parsed.stems[first:last]) - {""}
            if stems and last - first <= LONGEST_PIECE and last - first < len(parsed.spans) // 2:
                pieces.append(Quoted(one, first, last, stems))
            elif last - first >= SHORTEST_WHOLE:
                wholes.append(Quoted(one, first, last, stems))
    return pieces, wholes


def _is_of(passages: Passages, piece: Quoted, whole: Quoted, is_rare: bool) -> bool:
    """Another article's words that hold all of the piece; a name close to it is shared, or few have its word at all."""
    if passages.articles[piece.passage] == passages.articles[whole.passage] or not piece.stems <= whole.stems:
        return False
    a, b = passages.parsed[piece.passage], passages.parsed[whole.passage]
    close = set(a.stems[max(0, piece.first - CLOSE):piece.first] + a.stems[piece.last:piece.last + CLOSE])
    return is_rare or bool(close & names_in(a) & names_in(b) - piece.stems)


def _finding(passages: Passages, piece: Quoted, whole: Quoted, rarest: str) -> Finding:
    a, b = passages.parsed[piece.passage], passages.parsed[whole.passage]
    x, y = _clause(a, piece), _about(b, whole, rarest)
    near = passages.nearness(piece.passage, whole.passage)
    if piece.passage < whole.passage:
        return Finding(PIECE + near, "quote", piece.passage, x, whole.passage, y, "piece")
    return Finding(PIECE + near, "quote", whole.passage, y, piece.passage, x, "piece")


def _clause(passage: Passage, piece: Quoted) -> tuple[int, int]:
    """The piece with the words of its clause before it."""
    first = piece.first
    while first and piece.first - first < BEFORE and passage.clauses[first - 1] == passage.clauses[piece.first]:
        first -= 1
    return words_of(passage, first, piece.last)


def _about(passage: Passage, whole: Quoted, rarest: str) -> tuple[int, int]:
    """The words of a longer quotation about one of them."""
    place = next(i for i in range(whole.first, whole.last) if passage.stems[i] == rarest)
    return words_of(passage, max(whole.first, place - ABOUT), min(whole.last, place + ABOUT + 1))
