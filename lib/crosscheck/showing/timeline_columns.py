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
from crosscheck.showing.sheet import SLIDE, Sheet
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure
from crosscheck.showing.timeline_axis import Axis, draw_heads, make_axis
from crosscheck.showing.timeline_shapes import Shape, event_shape, qualifier

NAMED, NARROW = 12, 4
CHART_RIGHT, LIST_LEFT = 1190, 1262
HIGHEST_PITCH, LOWEST_PITCH = 28, 3
LEFT_OUT = {"bound": "known only by a bound", "span": "spread over several columns", "future": "yet to come",
            "undated": "without a date", "far": "off the scale"}


class Plan(NamedTuple):
    """Where the columns and the list stand, how many events are named, and in which type."""

    left: float
    right: float
    list_left: float
    list_right: float
    named: int
    chart: float = 0
    size: float = 25
    small: float = 21


class Dot(NamedTuple):
    """One event of the crowd: its row of `events`, its shape, and its column (or why it has none)."""

    event: tuple
    shape: Shape
    column: int | None
    reason: str


def columns_picture(events: pd.DataFrame, event_evidence: pd.DataFrame, articles: pd.DataFrame, *,
                    headline: str | None, digest: str | None, name: str, sheet: Sheet = SLIDE) -> Picture:
    """The columns of `events`, with the best ranked named; call it in `house()`."""
    events = events.sort_values("rank")
    passages = event_evidence.groupby("event_id", sort=False)["vote"].agg(list).to_dict()
    shapes = [event_shape(event, passages.get(event.event_id, ())) for event in events.itertuples()]
    exact = [shape for shape in shapes if shape.kind in ("point", "inferred", "votes")]
    plan = _plan(sheet)
    axis = make_axis(exact if len(exact) > 1 else shapes, plan.left, plan.right, narrow=NARROW, sides=False,
                     compact=sheet.narrow)
    dots = [Dot(event, shape, *_column(shape, axis)) for event, shape in zip(events.itertuples(), shapes, strict=True)]
    title = headline or columns_headline(dots, axis)
    shown = [day for dot in dots if dot.column is not None for day in dot.shape.known]
    subtitle = (f"{len(events):,} events in {count(len(articles), 'article')}, one mark an event"
                f"{f', {period_words(min(shown), max(shown))}' if shown else ''}; the {plan.named} best ranked "
                "are named")
    page = Page(sheet)
    top = page.header(title, subtitle) + (24 if sheet.narrow else 64)
    note = ("Red: the articles give days that cannot all hold. Black: the events named "
            f"{'below' if sheet.narrow else 'at the right'}.")
    source = source_line(articles, digest, sheet)
    bottom = page.footer(note, source)
    foot = top + plan.chart if sheet.narrow else bottom
    _draw_columns(page, dots, axis, plan, top, foot)
    page.trim(_draw_list(page, dots[:plan.named], plan, foot + 52 if sheet.narrow else top, bottom))
    rows = events.assign(column=[_name(axis, dot.column) for dot in dots])
    return Picture(page.figure, name, title, subtitle, note, source, _alt(dots, title), lambda: rows)


def _plan(sheet: Sheet) -> Plan:
    """The list beside the columns on a slide, below them on a narrow sheet."""
    if not sheet.narrow:
        return Plan(MARGIN, CHART_RIGHT, LIST_LEFT, RIGHT, NAMED)
    half = sheet.name == "half"
    return Plan(sheet.margin, sheet.right, sheet.margin, sheet.right, 6 if half else NAMED, 400 if half else 560, 22,
                18)


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


def _draw_columns(page: Page, dots: list[Dot], axis: Axis | None, plan: Plan, top: float, bottom: float) -> None:
    tally = {reason: sum(dot.reason == reason for dot in dots) for reason in LEFT_OUT}
    parts = [f"{number:,} {LEFT_OUT[reason]}" for reason, number in tally.items() if number]
    lines = wrap(f"Not in the columns: {', '.join(parts)}", plan.right - plan.left, plan.size - 1,
                 most=2) if parts else []
    page.lines(plan.left, bottom - 12 - 30 * (len(lines) - 1), lines, plan.size - 1, 30, color="context")
    if axis is None:
        return
    base = bottom - 92 - 30 * len(lines)
    stacks: dict[int, list[Dot]] = {}
    named = {dot.event.event_id for dot in dots[:plan.named]}
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
        middle = (axis.x(cell.first) + axis.x(cell.last)) / 2
        _draw_stack(page, stack, middle, base, pitch, cell_width, named)


def _draw_stack(page: Page, stack: list[Dot], x: float, base: float, pitch: float,
                width: float, named: set[str]) -> None:
    for number, dot in enumerate(stack):
        color = "conflict" if dot.shape.kind == "votes" else "ink" if dot.event.event_id in named else "bar"
        y = base - (number + 0.5) * pitch
        if pitch >= LOWEST_PITCH:
            disc(page, x, y, 0.42 * pitch, fill=color)
        elif color != "bar":
            box(page, x - 6, y - 1, 12, 2, fill=color, order=2)
    if pitch < LOWEST_PITCH:
        box(page, x - 6, base - len(stack) * pitch, 12, len(stack) * pitch, fill="bar")
    if width > 1.2 * measure(f"{len(stack):,}", 20):
        page.text(x, base - len(stack) * pitch - 8, f"{len(stack):,}", 20, color="context", align="center")


def _draw_list(page: Page, dots: list[Dot], plan: Plan, top: float, bottom: float) -> float:
    """The best ranked events by day, each with how it is dated; where the list ends."""
    x, room = plan.list_left + 30, plan.list_right - plan.list_left - 30
    page.text(plan.list_left, top - 6, "Best ranked", plan.size + 1, weight=SEMIBOLD)
    step = min((bottom - top - 14) / max(1, len(dots)), 3.2 * plan.size)
    for number, dot in enumerate(sorted(dots, key=lambda dot: (not dot.shape.known, dot.shape.known, dot.event.rank))):
        y = top + 30 + number * step
        color, weight = ("conflict", SEMIBOLD) if dot.shape.kind == "votes" else ("ink", REGULAR)
        disc(page, plan.list_left + 8, y - 8, 7, fill=color)
        page.text(x, y, elide(dot.event.label, room, plan.size, weight), plan.size, color=color, weight=weight)
        words = qualifier(dot.shape, year=None, exact=False, status=dot.event.status) or "undated"
        page.text(x, y + plan.size, elide(f"{words}; {count(int(dot.event.articles), 'article')}", room, plan.small),
                  plan.small, color="context")
    return top + 30 + len(dots) * step - 20


def _name(axis: Axis | None, column: int | None) -> str:
    return "" if column is None else period_words(axis.cells[column].first, axis.cells[column].last)


def _alt(dots: list[Dot], title: str) -> str:
    best = "; ".join(f"{dot.event.label} ({qualifier(dot.shape, year=None, exact=False) or 'undated'})"
                     for dot in dots[:NAMED])
    return sentence(f"Columns of {len(dots):,} events. {title}. Best ranked: {best}")
