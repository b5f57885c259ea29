"""How alike are rows of weighted words? Products of rows, dense for a small folder and sparse for a large one.

Both ways give the same pairs in the same order; importing scipy takes longer than reading a small folder does.
"""

import numpy as np

DENSE = 1_000_000  # cells; above it the rows are held sparse
DIGITS = 9


class WordRows:
    """Weights by row and word; each (row, word) stands at most once in the lists it is made from."""

    def __init__(self, rows, words, weights, shape: tuple[int, int]):
        self.shape = shape
        self.rows, self.words, self.weights = (np.asarray(part) for part in (rows, words, weights))
        self._dense = shape[0] * shape[1] <= DENSE
        if self._dense:
            self._cells = np.zeros(shape)
            self._cells[self.rows, self.words] = self.weights
        else:
            from scipy.sparse import csr_matrix

            self._cells = csr_matrix((self.weights, (self.rows, self.words)), shape=shape)

    def only(self, keep) -> "WordRows":
        """The same rows with the entries that `keep` marks."""
        return WordRows(self.rows[keep], self.words[keep], self.weights[keep], self.shape)

    def products(self, chosen) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The products of the chosen rows with all rows that share a word: place in `chosen`, row, and value."""
        if self._dense:
            product = self._cells[chosen] @ self._cells.T
            one, other = np.nonzero(product)
            return one, other, product[one, other].round(DIGITS)
        product = (self._cells[chosen] @ self._cells.T).tocoo()
        order = np.lexsort((product.col, product.row))
        return product.row[order], product.col[order], product.data[order].round(DIGITS)

    def pairs(self, left, right) -> np.ndarray:
        """The product of each row in `left` with the row at the same place in `right`."""
        if self._dense:
            return np.einsum("ij,ij->i", self._cells[left], self._cells[right]).round(DIGITS)
        return np.asarray(self._cells[left].multiply(self._cells[right]).sum(axis=1)).ravel().round(DIGITS)
