"""Which mentions speak of the same happening, judged by their words alone?

Mentions are rows of weighted content words; the kinship of two is the cosine between them. Words in very many mentions
make no pairs of their own (they only weigh), so that the work grows with the text and not with its square. Not found:
one happening in entirely different words.
"""

from typing import NamedTuple

from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.words import FAMILY, OCCASION, weights

COMMON, FEWEST_WORDS = 300, 3


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
    full, sparse = _matrices(mentions)
    telling = [sum(word[0] not in FAMILY + OCCASION for word in mention.words) >= FEWEST_WORDS for mention in mentions]
    rows = [place for place in (range(len(mentions)) if of is None else of) if telling[place]]
    if not rows:
        return []
    near = (sparse[rows] @ sparse.T).tocoo()
    strong = near.data >= least / 3
    wanted = {(min(rows[i], j), max(rows[i], j))
              for i, j in zip(near.row[strong].tolist(), near.col[strong].tolist(), strict=True)
              if rows[i] != j and telling[j]}
    pairs = sorted(wanted)
    if not pairs:
        return []
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    likeness = full[left].multiply(full[right]).sum(axis=1).A1.tolist()
    found = [Kin(a, b, round(value, 4)) for (a, b), value in zip(pairs, likeness, strict=True) if value >= least]
    return sorted(found, key=lambda kin: (-kin.likeness, kin.a, kin.b))


def _matrices(mentions: list[Mention]):
    """The normalised matrix of all words, and the same without the words that too many mentions share."""
    import numpy as np
    from scipy import sparse

    table = weights(mention.words for mention in mentions)
    column = {word: place for place, word in enumerate(table)}
    rows = np.repeat(np.arange(len(mentions)), [len(mention.words) for mention in mentions])
    columns = np.array([column[word] for mention in mentions for word in mention.words], dtype=np.int64)
    cells = np.array([max(table[word], 0.01) for mention in mentions for word in mention.words])
    shape = (len(mentions), max(1, len(column)))
    matrix = sparse.csr_matrix((cells, (rows, columns)), shape=shape)
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    matrix = sparse.csr_matrix(sparse.diags(1 / np.where(norms > 0, norms, 1)) @ matrix)
    counts = np.bincount(columns, minlength=shape[1])
    rare = sparse.diags((counts <= COMMON).astype(float))
    return matrix, sparse.csr_matrix(matrix @ rare)
