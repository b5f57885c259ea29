"""Which mentions speak of the same happening, judged by their words alone?

Mentions are rows of weighted content words; the kinship of two is the cosine between them. Words in very many mentions
make no pairs of their own (they only weigh), so that the work grows with the text and not with its square. Not found:
one happening in entirely different words.
"""

from typing import NamedTuple

from crosscheck.comparing.mentions import Mention
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
    full, sparse = _matrices(mentions)
    telling = [sum(word[0] not in FAMILY + OCCASION for word in mention.words) >= FEWEST_WORDS for mention in mentions]
    rows = [place for place in (range(len(mentions)) if of is None else of) if telling[place]]
    found: list[Kin] = []
    for place in range(0, len(rows), CHUNK):
        found += _kin_of(rows[place:place + CHUNK], full, sparse, telling, least)
    return sorted(dict.fromkeys(found), key=lambda kin: (-kin.likeness, kin.a, kin.b))


def _kin_of(rows: list[int], full, sparse, telling: list[bool], least: float) -> list[Kin]:
    """The pairs of these rows with any row."""
    import numpy as np

    near = (sparse[rows] @ sparse.T).tocoo()
    left, right = np.array(rows)[near.row], near.col
    keep = (near.data >= least / 3) & (left != right) & np.array(telling)[right]
    left, right = left[keep], right[keep]
    likeness = np.asarray(full[left].multiply(full[right]).sum(axis=1)).ravel().round(4)
    keep = likeness >= least
    pairs = zip(left[keep].tolist(), right[keep].tolist(), likeness[keep].tolist(), strict=True)
    return [Kin(min(a, b), max(a, b), value) for a, b, value in pairs]


def _matrices(mentions: list[Mention]) -> tuple:
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
    common = COMMON if len(mentions) < MANY else COMMON_IN_MANY
    rare = sparse.diags((counts <= common).astype(float))
    return matrix, sparse.csr_matrix(matrix @ rare)
