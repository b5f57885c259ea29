"""What does one date look like on the axis? Disc, bar, fade, diamonds or arrow, where its days stand.

`extent` says between which x a mark stands, so that words can be placed beside it.
"""

from crosscheck.showing.marks import arrow, diamond, disc, fade, rule, span
from crosscheck.showing.page import Page
from crosscheck.showing.timeline_axis import Axis
from crosscheck.showing.timeline_shapes import Shape

SHORTEST, UNDATED = 44, 340


def extent(axis: Axis | None, shape: Shape) -> tuple[float, float]:
    """The x between which the mark of a shape stands."""
    if axis is None or shape.kind == "undated":
        start = max(axis.core_left + 56, UNDATED) if axis else UNDATED
        return start - 8, start + 8
    if shape.kind == "future":
        start = max(axis.core_right, axis.x(shape.first) if shape.first else 0) + 4
        return start, start + axis.side - 8
    if shape.kind == "before":
        return max(axis.left, axis.x(shape.last) - axis.fade), axis.x(shape.last)
    if shape.kind == "after":
        return axis.x(shape.first), min(axis.right, axis.x(shape.first) + axis.fade)
    x0, x1 = axis.x(shape.first), axis.x(shape.last)
    if shape.kind == "about":
        return min(x0, (x0 + x1) / 2 - SHORTEST), max(x1, (x0 + x1) / 2 + SHORTEST)
    return (x0 - 10, x1 + 10) if shape.kind in ("point", "inferred", "planned", "votes") or x1 - x0 < 8 else (x0, x1)


def draw_shape(page: Page, axis: Axis, shape: Shape, y: float, *, accent: bool, thin: bool = False) -> None:
    """The mark of one date at height `y`."""
    strong, height = ("accent" if accent else "ink"), (7 if thin else 11)
    left, right = extent(axis, shape)
    radius = 8 if thin else 10
    if shape.kind in ("point", "inferred"):
        disc(page, axis.x(shape.first), y, radius, fill=strong if shape.kind == "point" else "bar",
             edge=None if shape.kind == "point" else strong)
    elif shape.kind == "planned":
        disc(page, axis.x(shape.first), y, radius, fill=None, edge=strong, dashed=True)
    elif shape.kind == "votes":
        rule(page, axis.x(shape.first), y, axis.x(shape.last), y, color="conflict", line=2)
        for day in shape.days:
            diamond(page, axis.x(day), y, radius + 2, fill="conflict")
    elif shape.kind == "future":
        arrow(page, left, right - 0.21 * axis.side, y, color=strong, height=height)
    elif shape.kind in ("before", "after"):
        start, end = (left, right) if shape.kind == "before" else (right, left)
        fade(page, start, end, y, color="accent" if accent else "context", height=height)
        rule(page, end, y - height, end, y + height, color=strong, line=3, order=2)
    elif shape.kind == "about":
        for end in (left, right):
            fade(page, end, (left + right) / 2, y, color="accent" if accent else "context", height=height)
    else:
        span(page, left, right, y, color="bar", cap=strong, height=height)
