"""Which row of today rests on the passages that a row of another day rested on?

Ids of events and of discovered questions are made from their passages, so they change when an article joins; the
passages themselves do not. A row is found again where at least two thirds of the passages that still stand in the
folder meet in it, more than in any other row, and where they are two thirds of what that row rests on in the articles
that were known then: what has become a part of another row is not that row. Nothing is moved: words that stand
elsewhere are named, not followed.
"""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from crosscheck.text import overlap

MOST = 20
SAME = 0.5  # of two spans must be common for one passage
MOSTLY = 2 / 3
SHORT = 5  # letters of an article's id that tell it apart
SHOWN = 90


class Anchor(NamedTuple):
    """The exact words of one passage: `text[start:end] == quote`."""

    article_id: str
    start: int
    end: int
    quote: str


class Home(NamedTuple):
    """The row of today, or None with the reason why there is none."""

    row_id: str | None
    reason: str = ""


class Passages:
    """The passages of a table's rows, ready to ask which rows hold given anchors."""

    def __init__(self, passages: pd.DataFrame, key: str, texts: Mapping[str, str], rows: Iterable[str]) -> None:
        self._texts, self.rows = texts, dict.fromkeys(rows)
        self._anchors: dict[str, dict[Anchor, None]] = {}
        self._places: dict[str, list[tuple[int, int, str]]] = {}
        for row_id, *place in zip(passages[key], *(passages[name] for name in Anchor._fields), strict=True):
            self._anchors.setdefault(row_id, {})[Anchor(*place)] = None
            self._places.setdefault(place[0], []).append((place[1], place[2], row_id))

    def anchors(self, row_id: str) -> tuple[Anchor, ...]:
        """The first passages of a row, in the table's order."""
        return tuple(self._anchors.get(row_id, ()))[:MOST]

    def join(self, kept: str, gone: str) -> None:
        """From now on the row `gone` is a part of the row `kept`."""
        self._anchors.setdefault(kept, {}).update(self._anchors.pop(gone, {}))
        self._places = {article: [(start, end, kept if row == gone else row) for start, end, row in places]
                        for article, places in self._places.items()}
        self.rows.pop(gone, None)

    def standing(self, anchors: Iterable[Anchor]) -> list[Anchor]:
        """The anchors whose words stand where they stood."""
        return [one for one in anchors if self._texts.get(one.article_id, "")[one.start:one.end] == one.quote]

    def home(self, row_id: str, anchors: tuple[Anchor, ...], known: frozenset[str] = frozenset()) -> Home:
        """The row that holds `anchors` today; one without anchors is found by its id alone.

        `known` are the articles of that day, as `known_articles` has them; empty if that is not known.
        """
        if not anchors:
            return Home(row_id) if row_id in self.rows else Home(None, "no row has this id, and it has no passage")
        standing = self.standing(anchors)
        if not standing:
            return Home(None, self._gone(anchors))
        shared = self.shared(standing)
        ranked = sorted(shared, key=lambda row: (-shared[row], row != row_id, row))
        if not ranked or shared[ranked[0]] < MOSTLY * len(standing) - 0.01:
            return Home(None, f"its words still stand, but no row rests on most of them: {_quoted(standing[0])}")
        if len(ranked) > 1 and shared[ranked[1]] == shared[ranked[0]] and ranked[0] != row_id:
            return Home(None, f"its passages now stand in several rows: {_quoted(standing[0])}")
        if shared[ranked[0]] < MOSTLY * self.held(ranked[0], known) - 0.01:
            return Home(None, f"its passages are now a part of another row: {_quoted(standing[0])}")
        return Home(ranked[0])

    def held(self, row_id: str, known: frozenset[str]) -> int:
        """On how many passages of the `known` articles a row rests, `MOST` at most."""
        return min(MOST, sum(one.article_id[:SHORT] in known for one in self._anchors.get(row_id, ())))

    def shared(self, anchors: Iterable[Anchor]) -> dict[str, float]:
        """How much of `anchors` each row holds: 1 for each passage that is the same, less where they overlap."""
        found: dict[str, float] = {}
        for one in anchors:
            best: dict[str, float] = {}
            for start, end, row in self._places.get(one.article_id, ()):
                common = overlap((one.start, one.end), (start, end))
                alike = common / max(1, max(one.end, end) - min(one.start, start))
                if alike >= SAME:
                    best[row] = max(alike, best.get(row, 0.0))
            for row, alike in best.items():
                found[row] = found.get(row, 0.0) + alike
        return found

    def _gone(self, anchors: tuple[Anchor, ...]) -> str:
        """What became of words that stand no more where they stood."""
        first = anchors[0]
        elsewhere = [article for article, text in self._texts.items() if first.quote in text]
        if elsewhere:
            return f"its words stand in another article or place now, so decide anew: {_quoted(first)}"
        what = "the words stand no more in its article" if first.article_id in self._texts else (
            "its article is not in the folder")
        return f"{what}: {_quoted(first)}"


def known_articles(articles: Iterable[str]) -> frozenset[str]:
    """Ids of articles, short enough to be kept with every decision."""
    return frozenset(article[:SHORT] for article in articles)


def anchors_json(anchors: Iterable[Anchor]) -> str:
    """Anchors as a JSON list; empty text if there are none."""
    found = [list(one) for one in anchors]
    return json.dumps(found, ensure_ascii=False) if found else ""


def read_anchors(cell: str) -> tuple[Anchor, ...]:
    """The anchors in a JSON list of `[article_id, start, end, quote]`; `ValueError` if it is none."""
    rows = json.loads(cell) if cell else []
    if not isinstance(rows, list) or not all(
            isinstance(row, list) and [type(part) for part in row] == [str, int, int, str] for row in rows):
        raise ValueError("no list of [article_id, start, end, quote]")
    return tuple(Anchor(*row) for row in rows)


def _quoted(anchor: Anchor) -> str:
    words = " ".join(anchor.quote.split())
    return f"“{words if len(words) <= SHOWN else words[:SHOWN].rsplit(' ', 1)[0] + ' …'}”"
