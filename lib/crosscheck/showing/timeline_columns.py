"""What does a timeline of several hundred events look like? One column a day, week or month, one disc an event.

Every event whose date lies within one column is in it, stacked from the best ranked upward; a column too high for
discs becomes a bar. The best ranked are named beside the columns; what has no column is counted in words below.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.showing.days import period_words
from crosscheck.showing.findings import count, sentence
from crosscheck.showing.marks import box, disc, rule
from crosscheck.showing.page import MARGIN, RIGHT, Page, elide, wrap
from crosscheck.showing.picture import Picture, source_line
from crosscheck.showing.style import SEMIBOLD, measure
from crosscheck.showing.timeline_axis import Axis, draw_heads, make_axis
from crosscheck.showing.timeline_shapes import Shape, event_shape, qualifier

NAMED, NARROW = 12, 4
CHART_RIGHT, LIST_LEFT = 1190, 1262
HIGHEST_PITCH, LOWEST_PITCH = 28, 3
LEFT_OUT = {"bound": "known only by a bound", "span": "spread over several columns", "future": "yet to come",
            "undated": "without a date", "far": "off the scale"}


class Dot(NamedTuple):
    """One event of the crowd: its row of `events`, its shape, and its column (or why it has none)."""

    event: tuple
    shape: Shape
    column: int | None
    reason: str


def columns_picture(events: pd.DataFrame, event_evidence: pd.DataFrame, articles: pd.DataFrame, *,
                    headline: str | None, digest: str | None, name: str) -> Picture:
    """The columns of `events`, with the best ranked named; call it in `house()`."""
    events = events.sort_values("rank")
    passages = event_evidence.groupby("event_id", sort=False)["vote"].agg(list).to_dict()
    shapes = [event_shape(event, passages.get(event.event_id, ())) for event in events.itertuples()]
    exact = [shape for shape in shapes if shape.kind in ("point", "inferred", "votes")]
    axis = make_axis(exact if len(exact) > 1 else shapes, MARGIN, CHART_RIGHT, narrow=NARROW, sides=False)
    dots = [Dot(event, shape, *_column(shape, axis)) for event, shape in zip(events.itertuples(), shapes, strict=True)]
    title = headline or columns_headline(dots, axis)
    shown = [day for dot in dots if dot.column is not None for day in dot.shape.known]
    subtitle = (f"{len(events):,} events in {count(len(articles), 'article')}, one mark an event"
                f"{f', {period_words(min(shown), max(shown))}' if shown else ''}; the {NAMED} best ranked are named")
    page = Page()
    top = page.header(title, subtitle) + 64
    note = "Red: the articles give days that cannot all hold. Black: the events named at the right."
    source = source_line(articles, digest)
    bottom = page.footer(note, source)
    _draw_columns(page, dots, axis, top, bottom)
    _draw_list(page, dots[:NAMED], top, bottom)
    rows = events.assign(column=[_name(axis, dot.column) for dot in dots])
    return Picture(page.figure, name, title, subtitle, note, source, _alt(dots, title), rows)


def columns_headline(dots: list[Dot], axis: Axis | None) -> str:
    """Which column holds most events."""
    placed = [dot.column for dot in dots if dot.column is not None]
    if not placed:
        return f"None of the {len(dots):,} events can be dated"
    most = max(sorted(set(placed)), key=placed.count)
    return (f"{placed.count(most):,} of {len(dots):,} events fall {'on' if axis.unit == 'day' else 'in'} "
            f"{period_words(axis.cells[most].first, axis.cells[most].last)}; no other {axis.unit} has more")


def _column(shape: Shape, axis: Axis | None) -> tuple[int | None, str]:
    """The column that holds the whole of a date, or why none does."""
    if shape.kind in ("undated", "future", "planned"):
        return None, "undated" if shape.kind == "undated" else "future"
    if shape.kind in ("before", "after"):
        return None, "bound"
    if axis is None or axis.far(shape.first) or axis.far(shape.last):
        return None, "far"
    found = next((n for n, cell in enumerate(axis.cells) if cell.first <= shape.first <= cell.last), None)
    held = found is not None and shape.last <= axis.cells[found].last
    return (found, "") if held else (None, "span")


def _draw_columns(page: Page, dots: list[Dot], axis: Axis | None, top: float, bottom: float) -> None:
    tally = {reason: sum(dot.reason == reason for dot in dots) for reason in LEFT_OUT}
    parts = [f"{number:,} {LEFT_OUT[reason]}" for reason, number in tally.items() if number]
    lines = wrap(f"Not in the columns: {', '.join(parts)}", CHART_RIGHT - MARGIN, 24, most=2) if parts else []
    page.lines(MARGIN, bottom - 12 - 30 * (len(lines) - 1), lines, 24, 30, color="context")
    if axis is None:
        return
    base = bottom - 92 - 30 * len(lines)
    stacks: dict[int, list[Dot]] = {}
    for dot in dots:
        if dot.column is not None:
            stacks.setdefault(dot.column, []).append(dot)
    most = max((len(stack) for stack in stacks.values()), default=1)
    cell_width = (axis.core_right - axis.core_left) / len(axis.cells)
    pitch = min(HIGHEST_PITCH, 0.92 * cell_width, (base - top - 40) / most)
    rule(page, axis.core_left, base + 4, axis.core_right, base + 4, color="ink", line=2)
    draw_heads(page, axis, base + 62, base + 33)
    for column, stack in sorted(stacks.items()):
        cell = axis.cells[column]
        _draw_stack(page, stack, (axis.x(cell.first) + axis.x(cell.last)) / 2, base, pitch, cell_width)


def _draw_stack(page: Page, stack: list[Dot], x: float, base: float, pitch: float,
                width: float) -> None:
    named = [dot for dot in stack if dot.event.rank <= NAMED]
    for number, dot in enumerate(stack):
        color = "conflict" if dot.shape.kind == "votes" else "ink" if dot in named else "bar"
        y = base - (number + 0.5) * pitch
        if pitch >= LOWEST_PITCH:
            disc(page, x, y, 0.42 * pitch, fill=color)
        elif color != "bar":
            box(page, x - 6, y - 1, 12, 2, fill=color, order=2)
    if pitch < LOWEST_PITCH:
        box(page, x - 6, base - len(stack) * pitch, 12, len(stack) * pitch, fill="bar")
    if width > 1.2 * measure(f"{len(stack):,}", 20):
        page.text(x, base - len(stack) * pitch - 8, f"{len(stack):,}", 20, color="context", align="center")


def _draw_list(page: Page, dots: list[Dot], top: float, bottom: float) -> None:
    page.text(LIST_LEFT, top - 6, "Best ranked", 26, weight=SEMIBOLD)
    step = (bottom - top - 14) / max(1, len(dots))
    for number, dot in enumerate(sorted(dots, key=lambda dot: (not dot.shape.known, dot.shape.known, dot.event.rank))):
        y = top + 30 + number * step
        color = "conflict" if dot.shape.kind == "votes" else "ink"
        disc(page, LIST_LEFT + 8, y - 8, 7, fill=color)
        label = elide(dot.event.label, RIGHT - LIST_LEFT - 30, 25, SEMIBOLD if color == "conflict" else 400)
        page.text(LIST_LEFT + 30, y, label, 25, color=color, weight=SEMIBOLD if color == "conflict" else 400)
        words = qualifier(dot.shape, year=None, exact=False, status=dot.event.status) or "undated"
        page.text(LIST_LEFT + 30, y + 25, elide(f"{words}; {count(int(dot.event.articles), 'article')}",
                                                RIGHT - LIST_LEFT - 30, 21), 21, color="context")


def _name(axis: Axis | None, column: int | None) -> str:
    return "" if column is None else period_words(axis.cells[column].first, axis.cells[column].last)


def _alt(dots: list[Dot], title: str) -> str:
    best = "; ".join(f"{dot.event.label} ({qualifier(dot.shape, year=None, exact=False) or 'undated'})"
                     for dot in dots[:NAMED])
    return sentence(f"Columns of {len(dots):,} events. {title}. Best ranked: {best}")
