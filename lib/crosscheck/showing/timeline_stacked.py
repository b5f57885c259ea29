"""What does a timeline look like on a narrow sheet? Each event's label on a line of its own, its mark below it.

As many of the best ranked events are drawn as the height holds. Below them, where there is room, stand the days on
which the articles themselves appeared; the key of the seats comes last.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing.days import ordinal
from crosscheck.showing.marks import box, rule, seat
from crosscheck.showing.page import Page, elide, wrap
from crosscheck.showing.picture import labels
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure
from crosscheck.showing.timeline_axis import Axis, draw_axis, make_axis
from crosscheck.showing.timeline_marks import draw_shape, extent
from crosscheck.showing.timeline_seats import FEW, Seats
from crosscheck.showing.timeline_shapes import Shape, date_shape, published_words, qualifier

LABEL, WORDS, LEADING = 22, 18, 27
HEADS, MARK, AIR, KEY = 104, 24, 12, 44
PUBLISHED, INLINE = 40, 29
LEAST = HEADS + KEY + 10  # the heads, the key, and some air


class Stack(NamedTuple):
    """The rows that fit, with their lines of label, on one axis beside the seats."""

    rows: list
    lines: list[list[str]]
    axis: Axis | None
    seats: Seats
    published: list["Appeared"]
    pitch: float

    @property
    def undated(self) -> int:
        """How many rows at the end have no date."""
        return sum(row.shape.kind == "undated" for row in self.rows)

    @property
    def height(self) -> float:
        """How much room all of it needs, without the heads and the key."""
        marks = (len(self.rows) - self.undated) * MARK
        band = 44 if self.undated else 0
        return (sum(LEADING * len(lines) + AIR for lines in self.lines) + marks + band
                + (self.pitch * len(self.published) + 50 if self.published else 0))


def stacked(rows: list, articles: pd.DataFrame, publication: pd.DataFrame, accent: str | None, page: Page) -> Stack:
    """The rows laid out for the width of `page`; the days of the articles are left out of half a slide."""
    seats = Seats.of(articles, accent, page.sheet)
    shown = _published(articles, publication, seats) if page.sheet.name == "column" and len(articles) <= FEW else []
    axis = make_axis([*(row.shape for row in rows), *(one.shape for one in shown)], page.sheet.margin,
                     seats.leader_end, compact=True)
    lines = [wrap(row.label, seats.leader_end - page.sheet.margin - 20, LABEL, SEMIBOLD if row.accent else REGULAR,
                  most=2, even=False) for row in rows]
    pitch = INLINE if all(_beside(one, axis, page) for one in shown) else PUBLISHED
    return Stack(rows, lines, axis, seats, shown, pitch)


def draw_stacked(page: Page, stack: Stack, articles: pd.DataFrame, accent: str | None, top: float) -> float:
    """All of it from `top` (the subtitle's foot) down; where it ends."""
    line = top + HEADS
    stack.seats.draw_heads(page, line)
    dated = sum(LEADING * len(lines) + AIR + MARK for row, lines in zip(stack.rows, stack.lines, strict=True)
                if row.shape.kind != "undated")
    if stack.axis:
        draw_axis(page, stack.axis, line, line + dated + 6)
    y, silent = line + 6.0, []
    for number, (row, lines) in enumerate(zip(stack.rows, stack.lines, strict=True)):
        if row.shape.kind == "undated" and number == len(stack.rows) - stack.undated:
            y = _undated_band(page, stack, y)
        if accent and accent not in row.votes and row.shape.kind != "undated":
            silent.append(y + 18)
        y = _draw_row(page, stack, row, lines, y)
    if accent and len(silent) > 2:
        stack.seats.draw_silence(page, accent, silent[0], silent[-1])
    if stack.published:
        y = _draw_published(page, stack, accent, y + 24)
    name = labels(articles).get(accent, "")
    return _draw_key(page, stack.seats, f"{name} and its own events" if name else "", y + 26)


class Appeared(NamedTuple):
    """When one article appeared: its id, what it is called here, and the shape and words of its date."""

    article_id: str
    name: str
    shape: Shape
    words: str


def _published(articles: pd.DataFrame, publication: pd.DataFrame, seats: Seats) -> list[Appeared]:
    names, heads = labels(articles), dict(zip(seats.ids, seats.heads, strict=False))
    found = []
    for row in publication.itertuples():
        shape = date_shape(row.edtf, ordinal(row.earliest), ordinal(row.latest), row.basis)
        name, head = names[row.article_id], heads.get(row.article_id, "")
        found.append(Appeared(row.article_id, elide(name if name.startswith(head) else f"{head}  {name}", 300, WORDS,
                                                    SEMIBOLD), shape, published_words(shape, row.basis, year=None)))
    return found


def _beside(one: Appeared, axis: Axis | None, page: Page) -> bool:
    """Name and words leave the mark of an article free, so that all stand on one line."""
    end = page.sheet.margin + measure(one.name, WORDS, SEMIBOLD) + measure(one.words, WORDS) + 34
    return axis is None or one.shape.kind == "undated" or end < extent(axis, one.shape)[0]


def _draw_row(page: Page, stack: Stack, row, lines: list[str], y: float) -> float:
    """Label and seats, then mark and qualifier; where the next row begins."""
    left, color = page.sheet.margin, "accent" if row.accent else "ink"
    weight = SEMIBOLD if row.accent else REGULAR
    if row.shape.kind == "undated":
        page.text(left + 12, y + 25, "?", LABEL, weight=SEMIBOLD, color=color)
        left += 32
        lines = wrap(row.label, stack.seats.leader_end - left - 20, LABEL, weight, most=len(lines), even=False)
    page.lines(left, y + 25, lines, LABEL, LEADING, weight=weight, color=color)
    end = left + measure(lines[0], LABEL, weight) + 14 if lines else left
    if end < stack.seats.leader_end:
        rule(page, end, y + 18, stack.seats.leader_end, y + 18, color="silence_line", line=1.6, dashes=(1, 3))
    stack.seats.draw(page, row.votes, y + 18)
    y += LEADING * max(1, len(lines)) + AIR
    if row.shape.kind != "undated":
        _draw_mark(page, stack, row.shape, row.status, y + 8, accent=row.accent)
        y += MARK
    return y


def _draw_mark(page: Page, stack: Stack, shape: Shape, status: str, y: float, *, accent: bool) -> None:
    axis = stack.axis
    far = any(axis.far(day) for day in shape.known)
    draw_shape(page, axis, shape, y, accent=accent, thin=True)
    words = qualifier(shape, year=None if far else axis.year, exact=False, status=status)
    left, right = extent(axis, shape)
    width = measure(words, WORDS)
    if right + 12 + width <= stack.seats.leader_end:
        page.text(right + 12, y + 6, words, WORDS, color="context")
    else:
        room = left - 12 - page.sheet.margin
        page.text(left - 12, y + 6, elide(words, room, WORDS), WORDS, color="context", align="right")


def _undated_band(page: Page, stack: Stack, y: float) -> float:
    height = sum(LEADING * len(lines) + AIR for lines in stack.lines[len(stack.rows) - stack.undated:]) + 32
    left = page.sheet.margin
    box(page, left, y + 10, stack.seats.leader_end - left, height, fill="band", order=0)
    page.text(left + 12, y + 34, "No date in any article", WORDS, color="context")
    return y + 36


def _draw_published(page: Page, stack: Stack, accent: str | None, y: float) -> float:
    left = page.sheet.margin
    page.text(left, y + 20, "When the articles themselves appeared", LABEL, color="context")
    y += 30
    for one in stack.published:
        end = left + page.text(left, y + 22, one.name, WORDS, weight=SEMIBOLD,
                               color="accent" if one.article_id == accent else "ink")
        page.text(end + 10, y + 22, elide(one.words, stack.seats.leader_end - end - 10, WORDS), WORDS, color="context")
        if stack.axis and one.shape.kind != "undated":
            middle = y + (16 if stack.pitch == INLINE else 33)
            draw_shape(page, stack.axis, one.shape, middle, accent=False, thin=True)
        y += stack.pitch
    return y


def _draw_key(page: Page, seats: Seats, accent: str, y: float) -> float:
    """What the seats mean, in one line."""
    x = page.sheet.margin
    for kind, words, fill in (("dates", "reports it and dates it", "ink"), ("reports", "reports it, no date", "bar"),
                              ("silent", "says nothing", "band")):
        if seats.xs:
            seat(page, x + 12, y, kind)
            x += 30
        else:
            box(page, x, y - 6, 34, 12, fill=fill)
            x += 42
        x += page.text(x, y + 6, words, WORDS, color="context") + 26
    if accent and seats.xs:
        seat(page, x + 12, y, "reports", color="accent")
        page.text(x + 30, y + 6, elide(accent, page.sheet.right - x - 30, WORDS), WORDS, color="accent")
    return y + 12
