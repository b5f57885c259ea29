"""What is left to draw when the analyst has rejected rows? The same corpus, without them and their passages.

Rejected rows stay in the tables, marked; views and figures are given `kept(corpus)`. Where nothing is rejected, that is
the corpus itself, so that it costs nothing.
"""

import functools

import pandas as pd

CHILDREN = {"events": ("event_id", ("event_evidence",)), "questions": ("question_id", ("readings", "origins")),
            "restrictions": ("restriction_id", ("rungs", "rung_changes"))}
HOMES = {child: (home, key) for home, (key, children) in CHILDREN.items() for child in children}


def kept(corpus):
    """`corpus` without the rows that were rejected; `corpus` itself when there are none."""
    rejected = any((getattr(corpus, name)["decided"] == "rejected").any() for name in CHILDREN)
    return Kept(corpus) if rejected else corpus


def whole(corpus):
    """The corpus with the rejected rows, whether `corpus` is seen without them or not."""
    return corpus._corpus if isinstance(corpus, Kept) else corpus


class Kept:
    """A corpus seen without its rejected rows; everything else is the corpus's own."""

    def __init__(self, corpus) -> None:
        self._corpus, self._tables = corpus, {}

    def __getattr__(self, name: str):
        if name in CHILDREN or name in HOMES:
            if name not in self._tables:
                self._tables[name] = self._table(name)
            return self._tables[name]
        return getattr(self._corpus, name)

    def __len__(self) -> int:
        return len(self._corpus)

    def table(self, name: str) -> pd.DataFrame:
        """The table `name` without rejected rows."""
        return getattr(self, name)

    @functools.cached_property
    def discrepancies(self) -> pd.DataFrame:
        """The questions whose readings differ, best first."""
        return self.questions[self.questions["differs"]].sort_values("rank").reset_index(drop=True)

    def _table(self, name: str) -> pd.DataFrame:
        table = getattr(self._corpus, name)
        if name in CHILDREN:
            return table[table["decided"] != "rejected"].reset_index(drop=True)
        home, key = HOMES[name]
        return table[table[key].isin(getattr(self, home)[key])].reset_index(drop=True)
