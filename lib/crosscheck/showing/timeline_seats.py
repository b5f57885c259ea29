"""Which articles report an event? Seats at the right edge.

One seat an article, in the order of the folder and the same in every row: empty is silent, filled reports it, framed
also dates it. Up to 8 articles have their label or its number, up to 24 a narrow seat, more become a bar with its
number; on a narrow sheet more than 8 do.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing.marks import box, rule, seat
from crosscheck.showing.page import Page
from crosscheck.showing.picture import short_labels
from crosscheck.showing.sheet import SLIDE, Sheet
from crosscheck.showing.style import SEMIBOLD, measure

FEW, MANY = 8, 24
HEAD_SIZE, SMALL_HEAD = 26, 20
NARROW, NARROWEST, BAR, SMALL_BAR = 21, 16, 190, 110
WIDEST_HEAD, WIDEST_HEADS = 78, 460
TITLE = "Which articles report it"


class Seats(NamedTuple):
    """The articles of a folder as columns: ids, heads, and the middle of each column."""

    ids: tuple[str, ...]
    heads: tuple[str, ...]
    xs: tuple[float, ...]
    left: float
    right: float
    accent: str | None
    range: str = ""
    size: float = HEAD_SIZE
    bar: float = BAR

    @classmethod
    def of(cls, articles: pd.DataFrame, accent: str | None, sheet: Sheet = SLIDE) -> "Seats":
        """The columns for these articles, with the widths that their labels need."""
        ids, count, right = tuple(articles["article_id"]), len(articles), sheet.right
        size, bar = (SMALL_HEAD, SMALL_BAR) if sheet.narrow else (HEAD_SIZE, BAR)
        ends = _ends(articles, bar) if count > FEW else ""
        if count > (FEW if sheet.narrow else MANY):
            return cls(ids, (), (), right - bar - 3.7 * size, right, accent, f"{count:,} articles", size, bar)
        if count > FEW:
            step = NARROW if count <= 2 * FEW else NARROWEST
            xs = tuple(right - 10 - step * (count - 1 - n) for n in range(count))
            return cls(ids, (), xs, xs[0] - 12, right, accent, ends)
        heads = tuple(short_labels(articles).values())
        widest = max((measure(head, size, SEMIBOLD) for head in heads), default=0)
        if widest > WIDEST_HEAD or widest * count > WIDEST_HEADS * size / HEAD_SIZE:
            heads = tuple(str(n) for n in range(1, count + 1))
            widest = measure("0", size, SEMIBOLD)
        step = max(1.77 * size, widest + 10)
        xs = tuple(right - 0.85 * size - step * (count - 1 - n) for n in range(count))
        return cls(ids, heads, xs, (xs[0] if xs else right) - 0.85 * size, right, accent, "", size, bar)

    @property
    def leader_end(self) -> float:
        """Where the dotted lines to the seats end."""
        return self.left - 24

    def draw_heads(self, page: Page, y: float) -> None:
        """What the columns are, above the axis line at `y`; words that the columns have no room for stand left."""
        page.text(self.right, y - 0.73 * self.size - 29, TITLE, self.size, color="context", align="right")
        for article_id, head, x in zip(self.ids, self.heads, self.xs, strict=False):
            page.text(x, y - 19, head, self.size, weight=SEMIBOLD, align="center",
                      color="accent" if article_id == self.accent else "ink")
        if not self.heads:
            page.text(self.right, y - 19, self.range, self.size, weight=SEMIBOLD, align="right")

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
        box(page, self.left, y - 6, self.bar, 12, fill="band")
        box(page, self.left, y - 6, self.bar * number / len(self.ids), 12, fill="bar", order=2)
        box(page, self.left, y - 6, self.bar * dated / len(self.ids), 12, fill="ink", order=3)
        page.text(self.right, y + 0.35 * self.size, f"{number}", self.size, align="right")


def _ends(articles: pd.DataFrame, room: float) -> str:
    """The first and the last label, or how many there are."""
    names = list(short_labels(articles).values())
    ends = f"{names[0]} to {names[-1]}"
    return ends if measure(ends, HEAD_SIZE, SEMIBOLD) <= room + 60 else f"{len(names):,} articles"
