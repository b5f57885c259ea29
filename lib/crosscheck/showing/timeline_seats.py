"""Which articles report an event? Seats at the right edge.

One seat an article, in the order of the folder and the same in every row: empty is silent, filled reports it, framed
also dates it. Up to 8 articles have their label, up to 24 a narrow seat, more become a bar with its number.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing.marks import box, rule, seat
from crosscheck.showing.page import RIGHT, Page
from crosscheck.showing.picture import labels
from crosscheck.showing.style import SEMIBOLD, measure

FEW, MANY = 8, 24
HEAD_SIZE = 26
NARROW, NARROWEST, BAR = 21, 16, 190


class Seats(NamedTuple):
    """The articles of a folder as columns: ids, heads, and the middle of each column."""

    ids: tuple[str, ...]
    heads: tuple[str, ...]
    xs: tuple[float, ...]
    left: float
    accent: str | None
    range: str = ""

    @classmethod
    def of(cls, articles: pd.DataFrame, accent: str | None) -> "Seats":
        """The columns for these articles, with the widths that their labels need."""
        names = labels(articles)
        ids, count = tuple(names), len(names)
        ends = f"{next(iter(names.values()))} to {list(names.values())[-1]}" if count > FEW else ""
        if measure(ends, HEAD_SIZE, SEMIBOLD) > BAR + 60:
            ends = f"{count:,} articles"
        if count > MANY:
            return cls(ids, (), (), RIGHT - BAR - 96, accent, f"{count:,} articles")
        if count > FEW:
            step = NARROW if count <= 2 * FEW else NARROWEST
            xs = tuple(RIGHT - 10 - step * (count - 1 - n) for n in range(count))
            return cls(ids, (), xs, xs[0] - 12, accent, ends)
        heads = tuple(names.values())
        widest = max((measure(head, HEAD_SIZE, SEMIBOLD) for head in heads), default=0)
        if widest > 78 or widest * count > 460:
            heads = tuple(str(n) for n in range(1, count + 1))
            widest = measure("0", HEAD_SIZE, SEMIBOLD)
        step = max(46, widest + 10)
        xs = tuple(RIGHT - 22 - step * (count - 1 - n) for n in range(count))
        return cls(ids, heads, xs, (xs[0] if xs else RIGHT) - 22, accent)

    @property
    def leader_end(self) -> float:
        """Where the dotted lines to the seats end."""
        return self.left - 24

    def draw_heads(self, page: Page, y: float) -> None:
        """What the columns are, above the axis line at `y`."""
        words = "Which articles report it"
        right = max(RIGHT, self.left + measure(words, HEAD_SIZE))
        page.text(min(right, RIGHT), y - 48, words, HEAD_SIZE, color="context", align="right")
        for article_id, head, x in zip(self.ids, self.heads, self.xs, strict=False):
            page.text(x, y - 19, head, HEAD_SIZE, weight=SEMIBOLD, align="center",
                      color="accent" if article_id == self.accent else "ink")
        if not self.heads:
            page.text(RIGHT, y - 19, self.range, HEAD_SIZE, weight=SEMIBOLD, align="right")

    def draw(self, page: Page, votes: dict[str, str], y: float) -> None:
        """The seats of one row."""
        if not self.xs:
            self._draw_share(page, votes, y)
            return
        size, gap = (14, 5) if self.heads else (10, 4) if len(self.ids) <= 2 * FEW else (8, 3)
        for article_id, x in zip(self.ids, self.xs, strict=True):
            color = "accent" if article_id == self.accent else "ink"
            seat(page, x, y, votes.get(article_id, "silent"), color=color, size=size, gap=gap)

    def draw_silence(self, page: Page, article_id: str, first: float, last: float) -> None:
        """Dashes through the empty seats of one article."""
        if self.xs:
            x = self.xs[self.ids.index(article_id)]
            rule(page, x, first, x, last, color="silence", line=2, dashes=(3, 3), order=2)

    def _draw_share(self, page: Page, votes: dict[str, str], y: float) -> None:
        number, dated = len(votes), sum(vote == "dates" for vote in votes.values())
        box(page, self.left, y - 6, BAR, 12, fill="band")
        box(page, self.left, y - 6, BAR * number / len(self.ids), 12, fill="bar", order=2)
        box(page, self.left, y - 6, BAR * dated / len(self.ids), 12, fill="ink", order=3)
        page.text(RIGHT, y + 9, f"{number}", HEAD_SIZE, align="right")
