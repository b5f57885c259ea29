"""Where on the page does a day stand? One calendar that is true to scale, with cells beside it that are not.

The scale holds the days where most of the story lies. What is far off goes beyond a break, into a cell that only names
its years; "earlier" and "after" are cells as well, for dates that are open to one side. Nothing is measured in a cell.
"""

import math
from datetime import date
from typing import NamedTuple

from crosscheck.showing.days import Cell, cells, mondays, span_words, weekend, years
from crosscheck.showing.marks import box, rule
from crosscheck.showing.page import Page
from crosscheck.showing.style import REGULAR, SEMIBOLD, measure
from crosscheck.showing.timeline_shapes import Shape

SIDE, BREAK, SIZE, FADE = 124, 36, 26, 214
COMPACT = {"side": 84, "gap": 30, "size": 18, "fade": 110}
CORE_SHARE, FAR = 0.75, 4
FEWEST_DAYS = 5
WIDEST_CELL = 112


class Axis(NamedTuple):
    """A calendar between two x: its cells to scale, and the cells beside it that it needs."""

    left: float
    right: float
    core_left: float
    core_right: float
    unit: str
    cells: tuple[Cell, ...]
    year: int | None
    before: tuple[int, int] | None
    beyond: tuple[int, int] | None
    earlier: bool
    after: bool
    side: float = SIDE
    gap: float = BREAK
    size: float = SIZE
    fade: float = FADE

    def x(self, day: int) -> float:
        """The middle of the day, or of the cell beyond a break that it falls into."""
        first, last = self.cells[0].first, self.cells[-1].last
        if day < first:
            return self.left + self.side / 2
        if day > last:
            return self.right - self.side / 2
        return self.core_left + (day - first + 0.5) / (last - first + 1) * (self.core_right - self.core_left)

    def far(self, day: int) -> bool:
        """The day lies beyond a break."""
        return not self.cells[0].first <= day <= self.cells[-1].last


def make_axis(shapes: list[Shape], left: float, right: float, *, narrow: int = 1,
              sides: bool = True, compact: bool = False) -> Axis | None:
    """The axis for `shapes` between two x, no wider than its cells need; None if no shape has a day.

    `narrow` allows that many times more cells than usual; without `sides` it has no cells beside the scale; a
    `compact` one has smaller cells and type.
    """
    own = COMPACT if compact else {}
    side, gap = own.get("side", SIDE), own.get("gap", BREAK)
    days = sorted(day for shape in shapes for day in shape.known)
    if not days:
        return None
    points = sorted(day for shape in shapes if shape.kind in ("point", "inferred", "planned", "votes")
                    for day in shape.known)
    first, last = core(points if len(points) > 1 else days, days)
    near = [day for day in days if first <= day <= last]
    if near[-1] - near[0] < FEWEST_DAYS - 1:
        pad = FEWEST_DAYS - 1 - (near[-1] - near[0])
        first, last = max(1, near[0] - (pad + 1) // 2), near[-1] + pad // 2
    unit, found = cells(first, last, narrow=narrow)
    before = [day for day in days if sides and day < found[0].first]
    beyond = [day for day in days if sides and day > found[-1].last]
    earlier = sides and any(shape.kind in ("before", "about") for shape in shapes)
    after = sides and any(shape.kind in ("after", "future") for shape in shapes)
    core_left = left + (side + gap if before else 0) + (side if earlier else 0)
    ends = (side if after else 0) + (side + gap if beyond else 0)
    width = min(right - ends - core_left, WIDEST_CELL * len(found))
    one_year = set(years([found[0].first, found[-1].last]))
    return Axis(left, core_left + width + ends, core_left, core_left + width, unit, tuple(found),
                one_year.pop() if len(one_year) == 1 else None, (before[0], before[-1]) if before else None,
                (beyond[0], beyond[-1]) if beyond else None, earlier, after, **own)


def whole_axis(shapes: list[Shape], left: float, right: float, *, compact: bool = False) -> Axis | None:
    """An axis that holds all days of `shapes` to scale, with some room at either end; None if no shape has a day."""
    days = [day for shape in shapes for day in shape.known]
    if not days:
        return None
    pad = max(2, (max(days) - min(days)) // 8)
    first, last = max(1, min(days) - pad), min(date.max.toordinal() - 1, max(days) + pad)
    unit, found = cells(first, last)
    one_year = set(years([found[0].first, found[-1].last]))
    return Axis(left, right, left, right, unit, tuple(found), one_year.pop() if len(one_year) == 1 else None, None,
                None, False, False, **(COMPACT if compact else {}))


def core(points: list[int], days: list[int]) -> tuple[int, int]:
    """The days between which the scale runs: the shortest stretch with most of `points`, and the days near to it."""
    wanted = max(1, math.ceil(CORE_SHARE * len(points)))
    length, start = min((points[n + wanted - 1] - points[n], points[n]) for n in range(len(points) - wanted + 1))
    first, last = start, start + length
    reach = FAR * max(length, FEWEST_DAYS)
    near = [day for day in days if first - reach <= day <= last + reach]
    return min(near), max(near)


def draw_axis(page: Page, axis: Axis, y: float, bottom: float) -> None:
    """Headings above the line at `y`, hairlines and shaded weekends down to `bottom`."""
    _cells(page, axis, y, bottom)
    line = [axis.left, axis.right]
    if axis.before:
        line[0] = axis.left + axis.side + axis.gap - 8
        rule(page, axis.left, y, axis.left + axis.side + 8, y, color="ink", line=2)
        _break(page, axis, axis.left + axis.side + 8, y)
        _side(page, axis, axis.left, y, _period(axis.before), "far back")
    if axis.earlier:
        _side(page, axis, axis.core_left - axis.side, y, str(next(years([axis.cells[0].first]))), "earlier")
    if axis.after:
        day = axis.cells[-1].last
        words = (span_words(day, day, year=axis.year), span_words(day, day).split(" ", 1)[1], str(next(years([day]))))
        short = next((w for w in words if measure(w, axis.size) < axis.side - 16), words[-1])
        _side(page, axis, axis.core_right, y, "after", short)
    if axis.beyond:
        line[1] = axis.right - axis.side - axis.gap + 8
        rule(page, axis.right - axis.side - 8, y, axis.right, y, color="ink", line=2)
        _break(page, axis, axis.right - axis.side - axis.gap + 8, y)
        _side(page, axis, axis.right - axis.side, y, _period(axis.beyond), "far ahead")
    rule(page, line[0], y, line[1], y, color="ink", line=2)


def _cells(page: Page, axis: Axis, y: float, bottom: float) -> None:
    first, last = axis.cells[0].first, axis.cells[-1].last
    per_day = (axis.core_right - axis.core_left) / (last - first + 1)
    for cell in axis.cells:
        left, right = (axis.core_left + (day - first) * per_day for day in (cell.first, cell.last + 1))
        if axis.unit == "day" and weekend(cell.first):
            box(page, left, y, right - left, bottom - y, fill="band", order=0)
        rule(page, left, y, left, bottom, line=1.2, order=0.5)
    rule(page, axis.core_right, y, axis.core_right, bottom, line=1.2, order=0.5)
    draw_heads(page, axis, y - 0.73 * axis.size - 29, y - 19)


def draw_heads(page: Page, axis: Axis, above: float, name: float) -> None:
    """The two lines of heading of each cell, with their baselines; those that would meet another are left out."""
    first, last = axis.cells[0].first, axis.cells[-1].last
    per_day = (axis.core_right - axis.core_left) / (last - first + 1)
    wide = axis.unit != "day" or per_day >= 2.07 * axis.size
    free = {"above": 0.0, "name": 0.0}
    for cell in axis.cells if wide else mondays(axis.cells):
        left, right = (axis.core_left + (day - first) * per_day for day in (cell.first, cell.last + 1))
        for row, words, weight, y in (("above", cell.above, REGULAR, above), ("name", cell.name, SEMIBOLD, name)):
            centred = axis.unit == "day" or (row == "name" and axis.unit != "week")
            if row == "above" and measure(words, axis.size) > right - left and axis.year:
                words = words.split(" ")[0]
            width = measure(words, axis.size, weight)
            start = (left + right - width) / 2 if centred else left
            if words and start >= free[row]:
                page.text(start, y, words, axis.size, weight=weight, color="ink" if weight == SEMIBOLD else "context")
                free[row] = start + width + 10


def _side(page: Page, axis: Axis, left: float, y: float, above: str, name: str) -> None:
    for words, height in ((above, 0.73 * axis.size + 29), (name, 19)):
        page.text(left + axis.side / 2, y - height, words, axis.size, color="context", align="center")


def _break(page: Page, axis: Axis, x: float, y: float) -> None:
    for start in (x, x + axis.gap - 16):
        rule(page, start - 6, y + 13, start + 6, y - 13, color="ink", line=2)


def _period(days: tuple[int, int]) -> str:
    first, last = years(list(days))
    return str(first) if first == last else f"{first}–{last}"
