"""Which marks carry the meaning? Paths drawn on a page, since no font has them all; shape says it, colour repeats it.

Every function takes the page, a centre or a span in pixels, and roles of colour. An open end of a date fades over the
same distance wherever it stands: its length carries no meaning.
"""

import numpy as np
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba
from matplotlib.patches import Ellipse, PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from crosscheck.showing.page import Page
from crosscheck.showing.style import ROLES, measure

STRIP = 2


def box(page: Page, x: float, y: float, width: float, height: float, *, fill: str | None = None,
        edge: str | None = None, line: float = 2, dashed: bool = False, order: float = 1) -> None:
    """A rectangle with its upper left corner at `x, y`."""
    page.add(Rectangle(
        (x, y), width, height, facecolor=ROLES[fill] if fill else "none", edgecolor=ROLES[edge] if edge else "none",
        linewidth=line * 0.45 if edge else 0, linestyle=(0, (4, 3)) if dashed else "-", zorder=order))


def rule(page: Page, x0: float, y0: float, x1: float, y1: float, *, color: str = "rule", line: float = 1.4,
         dashes: tuple[float, float] | None = None, order: float = 1) -> None:
    """A straight line; `dashes` are lengths on and off, in line widths."""
    path = Path([(x0, y0), (x1, y1)])
    page.add(PathPatch(path, facecolor="none", edgecolor=ROLES[color], linewidth=line * 0.45,
                       linestyle=(0, dashes) if dashes else "-", capstyle="butt", zorder=order))


def disc(page: Page, x: float, y: float, radius: float, *, fill: str | None = "ink", edge: str | None = None,
         line: float = 2, dashed: bool = False, order: float = 3) -> None:
    """A disc; with `edge` it has a rim, without `fill` it is open."""
    page.add(Ellipse(
        (x, y), 2 * radius, 2 * radius, facecolor=ROLES[fill] if fill else "none",
        edgecolor=ROLES[edge] if edge else "none", linewidth=line * 0.45 if edge else 0,
        linestyle=(0, (2.2, 1.6)) if dashed else "-", zorder=order))


def diamond(page: Page, x: float, y: float, radius: float, *, fill: str = "accent") -> None:
    """A filled diamond: a reading that differs."""
    corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    page.add(Polygon(corners, facecolor=ROLES[fill], linewidth=0, zorder=3))


def triangle(page: Page, x: float, y: float, radius: float, *, color: str = "context") -> None:
    """An open triangle, point down: softer drift."""
    corners = [(x - radius, y - 0.75 * radius), (x + radius, y - 0.75 * radius), (x, y + 0.95 * radius)]
    page.add(Polygon(corners, facecolor="none", edgecolor=ROLES[color], linewidth=1.0, zorder=3, joinstyle="miter"))


def turning(page: Page, x: float, y: float, radius: float, *, color: str = "context") -> None:
    """An arrow that turns back: a correction."""
    r = radius
    shaft = [(x + r, y + 0.9 * r), (x + r, y - 0.2 * r), (x - r, y - 0.2 * r)]
    head = [(x - 0.45 * r, y - 0.85 * r), (x - r, y - 0.2 * r), (x - 0.45 * r, y + 0.45 * r)]
    _strokes(page, [shaft, head], color)


def dropped(page: Page, x: float, y: float, radius: float, *, color: str = "accent") -> None:
    """A minus in a circle: words are gone."""
    disc(page, x, y, radius, fill=None, edge=color)
    _strokes(page, [[(x - 0.5 * radius, y), (x + 0.5 * radius, y)]], color)


def added(page: Page, x: float, y: float, radius: float, *, color: str = "accent") -> None:
    """A plus in a circle: words are new."""
    dropped(page, x, y, radius, color=color)
    _strokes(page, [[(x, y - 0.5 * radius), (x, y + 0.5 * radius)]], color)


def replaced(page: Page, x: float, y: float, radius: float, *, color: str = "accent") -> None:
    """An equals sign struck through: other words stand there."""
    r = radius
    _strokes(page, [[(x - r, y - 0.35 * r), (x + r, y - 0.35 * r)], [(x - r, y + 0.35 * r), (x + r, y + 0.35 * r)],
                    [(x - 0.5 * r, y + r), (x + 0.5 * r, y - r)]], color)


def widened(page: Page, x: float, y: float, radius: float, *, color: str = "accent") -> None:
    """A two-headed arrow: the words cover more."""
    r = radius
    _strokes(page, [[(x - r, y), (x + r, y)], [(x - 0.5 * r, y - 0.5 * r), (x - r, y), (x - 0.5 * r, y + 0.5 * r)],
                    [(x + 0.5 * r, y - 0.5 * r), (x + r, y), (x + 0.5 * r, y + 0.5 * r)]], color)


def narrowed(page: Page, x: float, y: float, radius: float, *, color: str = "accent") -> None:
    """Two arrows that meet: the words cover less."""
    r = radius
    _strokes(page, [[(x - r, y), (x - 0.15 * r, y)], [(x + 0.15 * r, y), (x + r, y)],
                    [(x - 0.6 * r, y - 0.5 * r), (x - 0.15 * r, y), (x - 0.6 * r, y + 0.5 * r)],
                    [(x + 0.6 * r, y - 0.5 * r), (x + 0.15 * r, y), (x + 0.6 * r, y + 0.5 * r)]], color)


def silence(page: Page, x0: float, x1: float, y: float, words: str = "says nothing", *, size: float = 20) -> None:
    """A dashed line that the words interrupt; the line alone where they do not fit."""
    width, gap = measure(words, size) if words else 0, 12
    middle = (x0 + x1) / 2
    if words and width + 2 * gap < x1 - x0 - 24:
        page.text(middle, y + 0.33 * size, words, size, color="silence", align="center")
        rule(page, x0, y, middle - width / 2 - gap, y, color="silence_line", dashes=(4, 3.4), line=2)
        rule(page, middle + width / 2 + gap, y, x1, y, color="silence_line", dashes=(4, 3.4), line=2)
    else:
        rule(page, x0, y, x1, y, color="silence_line", dashes=(4, 3.4), line=2)


def span(page: Page, x0: float, x1: float, y: float, *, color: str = "bar", cap: str = "ink",
         caps: tuple[bool, bool] = (True, True), height: float = 11) -> None:
    """A bar between two days; a cap where it ends for certain."""
    box(page, x0, y - height / 2, max(x1 - x0, 1), height, fill=color)
    for x, drawn in ((x0, caps[0]), (x1, caps[1])):
        if drawn:
            rule(page, x, y - height, x, y + height, color=cap, line=3, order=2)


def fade(page: Page, x0: float, x1: float, y: float, *, color: str = "context", height: float = 11) -> None:
    """A bar that is full at `x1` and gone at `x0`, to either side."""
    count = max(2, round(abs(x1 - x0) / STRIP))
    edges, high, low = np.linspace(x0, x1, count + 1), np.full(count, y - height / 2), np.full(count, y + height / 2)
    corners = ((edges[:-1], high), (edges[1:], high), (edges[1:], low), (edges[:-1], low))
    shapes = np.stack([np.stack(corner, axis=-1) for corner in corners], axis=1)
    colors = np.array([to_rgba(ROLES[color], 0.75 * ((n + 0.5) / count)) for n in range(count)])
    page.add(PolyCollection(shapes, facecolors=colors, linewidths=0, antialiaseds=False, zorder=1))


def arrow(page: Page, x0: float, x1: float, y: float, *, color: str = "ink", height: float = 11) -> None:
    """A hollow dashed arrow: it may come."""
    tip = 13
    outline = [(x1 - tip, y - height / 2), (x0, y - height / 2), (x0, y + height / 2), (x1 - tip, y + height / 2)]
    page.add(PathPatch(Path(outline), facecolor="none", edgecolor=ROLES[color], linewidth=1.1,
                       linestyle=(0, (3, 2)), zorder=2))
    _strokes(page, [[(x1 - tip, y - height), (x1, y), (x1 - tip, y + height)]], color)


def seat(page: Page, x: float, y: float, kind: str, *, color: str = "ink", size: float = 14, gap: float = 5) -> None:
    """One article's vote: `silent` empty, `reports` filled, `dates` filled and framed at a distance of `gap`."""
    half = size / 2
    if kind == "silent":
        box(page, x - half + 1, y - half + 1, size - 2, size - 2, fill="paper", edge="silence_line", line=1.6, order=3)
        return
    box(page, x - half, y - half, size, size, fill=color, order=3)
    if kind == "dates":
        box(page, x - half - gap, y - half - gap, size + 2 * gap, size + 2 * gap, edge=color, line=0.44 * gap, order=3)


def bracket(page: Page, x: float, y0: float, y1: float, *, color: str = "accent") -> None:
    """A vertical line beside the rows that a sentence speaks of."""
    rule(page, x, y0, x, y1, color=color, line=3, order=2)


def curve(page: Page, x0: float, y0: float, x1: float, y1: float, *, color: str = "ink", line: float = 5,
          dashed: bool = False) -> None:
    """A link, level at both ends."""
    middle = (x0 + x1) / 2
    path = Path([(x0, y0), (middle, y0), (middle, y1), (x1, y1)], [Path.MOVETO, *[Path.CURVE4] * 3])
    page.add(PathPatch(path, facecolor="none", edgecolor=ROLES[color], linewidth=line * 0.45,
                       linestyle=(0, (2.2, 1.5)) if dashed else "-", capstyle="butt", zorder=1.5))


def _strokes(page: Page, strokes: list[list[tuple[float, float]]], color: str) -> None:
    vertices = [point for stroke in strokes for point in stroke]
    codes = [code for stroke in strokes for code in (Path.MOVETO, *[Path.LINETO] * (len(stroke) - 1))]
    page.add(PathPatch(Path(vertices, codes), facecolor="none", edgecolor=ROLES[color], linewidth=1.0,
                       capstyle="butt", joinstyle="miter", zorder=3))
