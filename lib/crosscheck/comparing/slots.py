"""Which words stand in one passage where other words stand in a passage that says much the same?

Two passages are laid on each other by their content words in order. Between two words that both have, or beside one,
each passage may have words of its own: a slot, filled differently. Not found: slots between passages that tell the same
things in another order.
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from crosscheck.comparing.differences_passage import Passage

LONGEST = 6    # words of one filling
LONG = 45      # content words; a longer passage is not laid on another


class Slot(NamedTuple):
    """Words `[a1, a2)` of the one passage stand where words `[b1, b2)` of the other do.

    `held` says on how many sides (0 to 2) a shared word stands right beside both fillings.
    """

    a1: int
    a2: int
    b1: int
    b2: int
    held: int


def find_slots(a: Passage, b: Passage) -> list[Slot]:
    """The slots that both passages fill with content words of their own, in order."""
    one, other = _content(a), _content(b)
    if max(len(one), len(other)) > LONG:
        return []
    roots = [a.stems[i] for i in one], [b.stems[j] for j in other]
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *roots, autojunk=False).get_opcodes():
        if tag == "replace":
            slot = _slot(a, b, one, other, (i1, i2, j1, j2))
            if slot:
                found.append(slot)
    return found


def words_of(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """The characters of the words `[first, last)`."""
    return passage.spans[first][0], passage.spans[last - 1][1]


def _content(passage: Passage) -> list[int]:
    return [i for i, root in enumerate(passage.stems) if root]


def _slot(a: Passage, b: Passage, one: list[int], other: list[int], place: tuple[int, int, int, int]) -> Slot | None:
    """The slot, if it is held on a side and short."""
    i1, i2, j1, j2 = place
    left = i1 > 0 and j1 > 0 and _beside(a, one[i1 - 1], one[i1]) and _beside(b, other[j1 - 1], other[j1])
    right = (i2 < len(one) and j2 < len(other) and _beside(a, one[i2 - 1], one[i2])
             and _beside(b, other[j2 - 1], other[j2]))
    if not (left or right):
        return None
    x, y = (_filled(passage, words) for passage, words in ((a, one[i1:i2]), (b, other[j1:j2])))
    return Slot(*x, *y, left + right) if x and y else None


def _filled(passage: Passage, words: list[int]) -> tuple[int, int] | None:
    """The words from the first to the last; None if they are many or stand in two clauses."""
    if words[-1] - words[0] >= LONGEST or passage.clauses[words[0]] != passage.clauses[words[-1]]:
        return None
    return words[0], words[-1] + 1


def _beside(passage: Passage, first: int, second: int) -> bool:
    """At most two small words between, and no new clause."""
    return second - first <= 3 and passage.clauses[first] == passage.clauses[second]
