"""How large is a picture where it is printed? A whole slide, half a slide, or the text column of an A4 page.

Each size is laid out anew, in pixels of which 160 are an inch: type keeps its size and the picture says less, so that
the smallest words have at least 8 points at print size. A column is as high as its content, up to its whole page.
"""

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from crosscheck.errors import FigureError


class Sheet(NamedTuple):
    """The room for a picture in pixels, the size of its headline, and how many lines its words may take."""

    name: str
    width: int
    height: int
    margin: int
    headline: float
    headlines: int
    subtitle: float
    subtitles: int
    small: float
    notes: int
    sources: int

    @property
    def narrow(self) -> bool:
        """Less wide than a slide: pictures stand their columns one under the other."""
        return self.name != "slide"

    @property
    def right(self) -> int:
        """Where the right margin begins."""
        return self.width - self.margin

    @property
    def room(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


SLIDE = Sheet("slide", 1920, 1080, 64, 50, 2, 28, 1, 21, 2, 2)
HALF = Sheet("half", 960, 1080, 40, 38, 3, 23, 2, 18, 3, 3)       # 6 x 6.75 inches
COLUMN = Sheet("column", 1071, 1559, 20, 38, 3, 23, 2, 18, 3, 4)  # 17 x 24.75 cm
SHEETS = {sheet.name: sheet for sheet in (SLIDE, HALF, COLUMN)}


def sheet_of(size: str) -> Sheet:
    """The sheet of that name; `FigureError` if there is none."""
    if size not in SHEETS:
        raise FigureError(f"size={size!r}: no such size of a figure; write one of {', '.join(SHEETS)}")
    return SHEETS[size]


def sized(draw: Callable) -> Callable:
    """The figure function `draw`, which takes a sheet, as one that takes `size`; its pictures can change theirs."""
    @functools.wraps(draw)
    def made(*tables, size: str = "slide", name: str = "", **options):
        sheet = sheet_of(size)
        picture = draw(*tables, sheet=sheet, **({"name": name} if name else {}), **options)
        return replace(picture, name=f"{picture.name}_{size}" if sheet.narrow else picture.name, size=size,
                       again=lambda other: made(*tables, size=other, name=name, **options))

    return made
