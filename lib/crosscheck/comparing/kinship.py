"""Which mentions speak of the same happening, judged by their words alone?

Mentions are rows of weighted content words; the kinship of two is the cosine between them. Words in very many mentions
make no pairs of their own (they only weigh), so that the work grows with the text and not with its square. Not found:
one happening in entirely different words.
"""

from typing import NamedTuple

from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.word_rows import WordRows
from crosscheck.comparing.words import FAMILY, OCCASION, weights

COMMON, COMMON_IN_MANY, MANY, CHUNK, FEWEST_WORDS = 300, 100, 12_000, 500, 3


class Kin(NamedTuple):
    """Two mentions by their places in the list, the first before the second, and how alike they are (0 to 1)."""

    a: int
    b: int
    likeness: float


def find_kin(mentions: list[Mention], *, least: float, of: list[int] | None = None) -> list[Kin]:
    """The pairs with a likeness of at least `least`, the most alike first.

    `of` are the places of which one must be in each pair (all, if left out).
    """
    if len(mentions) < 2:
        return []
    full, lean = _rows(mentions)
    telling = [sum(word[0] not in FAMILY + OCCASION for word in mention.words) >= FEWEST_WORDS for mention in mentions]
    rows = [place for place in (range(len(mentions)) if of is None else of) if telling[place]]
    found = [_kin_of(rows[place:place + CHUNK], full, lean, telling, least) for place in range(0, len(rows), CHUNK)]
    return _sorted(found) if found else []


def _sorted(found: list[tuple]) -> list[Kin]:
    """All pairs as `Kin`, each once, the most alike first."""
    import numpy as np

    first, second, likeness = (np.concatenate(part) for part in zip(*found, strict=True))
    order = np.lexsort((second, first, -likeness))
    first, second, likeness = first[order], second[order], likeness[order]
    anew = np.ones(len(order), dtype=bool)
    anew[1:] = (np.diff(first) != 0) | (np.diff(second) != 0) | (np.diff(likeness) != 0)
    return list(map(Kin, first[anew].tolist(), second[anew].tolist(), likeness[anew].tolist()))


def _kin_of(rows: list[int], full: WordRows, lean: WordRows, telling: list[bool], least: float) -> tuple:
    """The pairs of these rows with any row, as arrays: the first, the second, and how alike they are."""
    import numpy as np

    place, right, rough = lean.products(rows)
    left = np.array(rows)[place]
    keep = (rough >= least / 3) & (left != right) & np.array(telling)[right]
    left, right = left[keep], right[keep]
    likeness = full.pairs(left, right).round(4)
    keep = likeness >= least
    left, right = left[keep], right[keep]
    return np.minimum(left, right), np.maximum(left, right), likeness[keep]


def _rows(mentions: list[Mention]) -> tuple[WordRows, WordRows]:
    """The words of the mentions, each row of length one, and the same without the words that too many share."""
    import numpy as np

    table = weights(mention.words for mention in mentions)
    column = {word: place for place, word in enumerate(table)}
    rows = np.repeat(np.arange(len(mentions)), [len(mention.words) for mention in mentions])
    columns = np.array([column[word] for mention in mentions for word in mention.words], dtype=np.int64)
    cells = np.array([max(table[word], 0.01) for mention in mentions for word in mention.words])
    norms = np.sqrt(np.bincount(rows, weights=cells * cells, minlength=len(mentions)))
    full = WordRows(rows, columns, cells / norms[rows], (len(mentions), max(1, len(column))))
    counts = np.bincount(columns, minlength=full.shape[1])
    common = COMMON if len(mentions) < MANY else COMMON_IN_MANY
    return full, full.only(counts[columns] <= common)
