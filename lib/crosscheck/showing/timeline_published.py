"""When did the articles themselves appear? A band below the events, on the same axis, and the key beside it.

Up to 8 articles have a line each, with what their date rests on; more are counted by cell, and the rest in words.
"""

import pandas as pd

from crosscheck.showing.days import ordinal
from crosscheck.showing.findings import count, listed, sentence
from crosscheck.showing.marks import box, rule, seat
from crosscheck.showing.page import MARGIN, RIGHT, Page, elide
from crosscheck.showing.picture import labels
from crosscheck.showing.style import SEMIBOLD, measure
from crosscheck.showing.timeline_axis import Axis
from crosscheck.showing.timeline_marks import draw_shape, extent
from crosscheck.showing.timeline_seats import FEW, Seats
from crosscheck.showing.timeline_shapes import Shape, date_shape, published_words

LINE, SIZE = 27, 23
STACK, CAPTION = 64, 236


def published_height(publication: pd.DataFrame) -> float:
    """How much room the band needs."""
    if publication.empty:
        return 0
    return 44 + LINE * max(4, len(publication)) if len(publication) <= FEW else STACK + 106


def published_shapes(publication: pd.DataFrame) -> list[Shape]:
    """The shapes of the publication dates, in the order of the table."""
    return [date_shape(row.edtf, ordinal(row.earliest), ordinal(row.latest), row.basis)
            for row in publication.itertuples()]


def draw_published(page: Page, axis: Axis | None, articles: pd.DataFrame, publication: pd.DataFrame, seats: Seats,
                   y: float, accent: str | None) -> None:
    """The band from `y` down."""
    if publication.empty:
        return
    shapes = [shape for shape in published_shapes(publication) if shape.kind != "undated"]
    starts = [axis.core_left, *(extent(axis, shape)[0] for shape in shapes)] if axis else [RIGHT]
    if min(starts) > MARGIN + CAPTION:
        page.lines(MARGIN, y + 26, ["When the articles", "themselves appeared"], SIZE, 28, color="context")
    else:
        page.text(MARGIN, y + 22, "When the articles themselves appeared", SIZE, color="context")
        y += LINE + 6
    if len(publication) <= FEW:
        _lines(page, axis, articles, publication, seats, y, accent)
    else:
        _stacks(page, axis, publication, y)


def draw_key(page: Page, seats: Seats, y: float, article_id: str | None, articles: pd.DataFrame) -> None:
    """What the seats mean, from `y` down."""
    entries = [("dates", "reports it and dates it", "ink"), ("reports", "reports it, no date", "ink"),
               ("silent", "says nothing", "ink")]
    if article_id and seats.xs:
        entries.append(("reports", elide(f"{labels(articles)[article_id]} and its own events", 300, SIZE), "accent"))
    x = RIGHT - 8 - max(measure(words, SIZE) for _, words, _ in entries)
    for number, (kind, words, color) in enumerate(entries):
        middle = y + 20 + number * 31
        if seats.xs:
            seat(page, x - 22, middle, kind, color=color)
        else:
            box(page, x - 46, middle - 6, 34, 12, fill={"dates": "ink", "reports": "bar", "silent": "band"}[kind])
        page.text(x, middle + 8, words, SIZE, color="accent" if color == "accent" else "context")


def _lines(page: Page, axis: Axis | None, articles: pd.DataFrame, publication: pd.DataFrame, seats: Seats, y: float,
           accent: str | None) -> None:
    names = labels(articles)
    left = (axis.right if axis else MARGIN + 300) + 12
    for number, (row, shape) in enumerate(zip(publication.itertuples(), published_shapes(publication), strict=True)):
        middle = y + 18 + number * LINE
        if axis and shape.kind == "undated":
            rule(page, axis.core_left, middle, axis.right, middle, color="silence_line", line=2, dashes=(4, 3.4))
        elif axis:
            draw_shape(page, axis, shape, middle, accent=False, thin=True)
        name = names[row.article_id]
        place = list(names).index(row.article_id)
        if seats.heads and seats.heads[place] != name:
            name = f"{seats.heads[place]}  {name}"
        words = published_words(shape, row.basis, year=axis.year if axis else None)
        room = 1500 - left - measure(words, SIZE) - 14
        end = left + page.text(left, middle + 8, elide(name, max(60, room), SIZE, SEMIBOLD), SIZE, weight=SEMIBOLD,
                               color="accent" if row.article_id == accent else "ink")
        page.text(end + 10, middle + 8, words, SIZE, color="context")


def _stacks(page: Page, axis: Axis | None, publication: pd.DataFrame, y: float) -> None:
    shapes = published_shapes(publication)
    exact = [shape.first for shape in shapes if shape.kind in ("point", "inferred")]
    others = {"spans": "between two days", "before": "open to the past", "after": "open to the future",
              "undated": "undated", "far": "off the scale"}
    tally = dict.fromkeys(others, 0)
    for shape in shapes:
        if shape.kind not in ("point", "inferred"):
            tally[shape.kind if shape.kind in tally else "spans"] += 1
    base = y + STACK + 30
    if axis:
        tally["far"] = sum(axis.far(day) for day in exact)
        _bars(page, axis, [day for day in exact if not axis.far(day)], base)
    parts = [f"{number:,} {words}" for (kind, words), number in zip(others.items(), tally.values(), strict=True)
             if number]
    drawn = len(publication) - sum(tally.values())
    if parts:
        told = f"and {count(sum(tally.values()), 'article')} more" if drawn else sentence(
            count(len(publication), "article"))[:-1]
        page.text(MARGIN, base + 34 if drawn else y + 30, f"{told}: {listed(parts)}", SIZE, color="context")


def _bars(page: Page, axis: Axis, days: list[int], base: float) -> None:
    numbers = [sum(cell.first <= day <= cell.last for day in days) for cell in axis.cells]
    most = max(numbers, default=0)
    if not most:
        return
    rule(page, axis.core_left, base, axis.core_right, base, color="context", line=2)
    for cell, number in zip(axis.cells, numbers, strict=True):
        if number:
            left, right = (axis.x(cell.first) + axis.x(cell.last)) / 2, 22
            height = max(3, (STACK - 26) * number / most)
            box(page, left - right / 2, base - height, right, height, fill="bar")
            page.text(left, base - height - 6, f"{number:,}", 22, align="center")
