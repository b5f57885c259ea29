"""Where does one passage use the opposite of the other's word, or drop a word that limits?

Opposites come from a lexicon and from prefixes that turn a word round (classified, unclassified). They count
where both stand at the same word, or where the passages say nearly the same. Not found: opposites of phrases.
"""

from collections.abc import Iterator

from crosscheck.comparing.differences_amounts import Pair
from crosscheck.comparing.differences_passage import Passage, bare

REACH = 4


def antonym_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """An opposite in the other passage, at the same word."""
    for root in sorted(a.opposed & b.content):
        other = a.opposites[root]
        if other in b.content or root in a.content:
            continue
        yield from _at_same_word(a, b, other, root, near)
    for root in sorted(a.content ^ b.content):
        plain = bare(root)
        if not plain:
            continue
        if root in a.content and plain in b.content and plain not in a.content and root not in b.content:
            yield from _at_same_word(a, b, root, plain, near)
        if root in b.content and plain in a.content and plain not in b.content and root not in a.content:
            yield from _at_same_word(a, b, plain, root, near)


def _at_same_word(a: Passage, b: Passage, one: str, other: str, near: float) -> Iterator[Pair]:
    i, j = a.place[one], b.place[other]
    if _around(a, i) & _around(b, j):
        yield "antonym", a.spans[i], b.spans[j], f"{one} / {other}"


def _around(passage: Passage, word: int) -> frozenset[str]:
    return frozenset(passage.stems[max(0, word - REACH):word] + passage.stems[word + 1:word + 1 + REACH]) - {""}
