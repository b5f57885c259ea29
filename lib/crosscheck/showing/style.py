"""What does the kit look like? Colours by role, one type family, and how wide words are in it.

One hue against neutral greys, so that no colour-blind reader and no grey print loses anything; nothing rests on the
hue alone. Sizes are pixels of a 1920 x 1080 page. A character that no shipped font has is drawn as an empty box.
"""

import functools
import pathlib
import re
from contextlib import AbstractContextManager
from dataclasses import replace

import matplotlib
import matplotlib.style
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags

from crosscheck.showing.html import clean

ROLES = {
    "paper": "#FFFFFF",         # ground; sits on any slide
    "ink": "#16191D",           # headline, readings, what is reported
    "context": "#565C64",       # same words as elsewhere, subtitle, dates, notes
    "accent": "#B4231F",        # the one strong colour: what differs, or stands alone
    "conflict": "#B4231F",      # the same, where readings cannot all hold
    "tint": "#FBE9E5",          # ground of a differing cell
    "silence": "#6C727A",       # the words "says nothing"
    "silence_line": "#A9AFB6",  # the dashed line of silence, never text
    "band": "#F2F3F4",          # ground of a band
    "bar": "#A5ADB7",           # an uncertain date
    "rule": "#D3D6DA",          # hairlines
}
REGULAR, SEMIBOLD = 400, 600
FONTS = pathlib.Path(__file__).with_name("fonts")
STYLE = pathlib.Path(__file__).with_name("house.mplstyle")
FAMILY = ("IBM Plex Sans Condensed", "DejaVu Sans")
POINTS = 0.45  # one pixel of the page in points
DPI = 160
LONGEST = 600
OVERLONG = re.compile(r"(\S{48})\S+")
MISSING = "□"
UNBROKEN = "\u2011"  # a hyphen that no line ends at; the type has its look, but not the sign
LARGE = 1000  # pixels; the size at which letters are measured
LATIN = re.compile(r"[ -~\u00a0-\u024f‐-•…]*")


def house() -> AbstractContextManager:
    """The house style, for making and for saving a figure; whatever was set before comes back after it."""
    _fonts()
    return matplotlib.style.context(["default", str(STYLE)])


@functools.cache
def font(size: float, weight: int = REGULAR, italic: bool = False) -> FontProperties:
    """The type at `size` pixels."""
    return FontProperties(family=list(FAMILY), size=size * POINTS, weight=weight,
                          style="italic" if italic else "normal")


def measure(words: str, size: float, weight: int = REGULAR, italic: bool = False) -> float:
    """How many pixels wide `words` are in one line.

    Laying out a line costs milliseconds, so each pair of neighbours is laid out once, at one large size, and a word is
    the sum of its letters and of the gaps between them; no font here kerns across a space.
    """
    parts = words.split(" ")
    known = sum([_width(part, weight, italic) for part in parts])
    return (known + (len(parts) - 1) * _space(weight, italic)) * size / LARGE if words else 0.0


@functools.lru_cache(maxsize=1 << 14, typed=True)
def printable(words: object) -> str:
    """`words` on one line, safe to draw: no control character, no glyph that is missing, no word that never ends.

    >>> printable("a\\tb \\x1b[31m")
    'a b □[31m'
    """
    short = OVERLONG.sub(r"\1…", clean(words).strip()[:LONGEST]).replace(UNBROKEN, "-")
    if short.isascii() and short.isprintable():
        return short
    known = _glyphs()
    return "".join(c if c in known else MISSING for c in short)


@functools.lru_cache(maxsize=1 << 16)
def _width(word: str, weight: int, italic: bool) -> float:
    """The ink of a word at `LARGE`; one with letters beyond the Latin ones is laid out as a whole."""
    if not LATIN.fullmatch(word):
        return _laid(word, weight, italic)
    gaps = [_gap(pair, weight, italic) for pair in map("".join, zip(word[:-1], word[1:], strict=True))]
    return sum([_laid(letter, weight, italic) for letter in word]) + sum(gaps)


@functools.cache
def _gap(pair: str, weight: int, italic: bool) -> float:
    return _laid(pair, weight, italic) - sum(_laid(letter, weight, italic) for letter in pair)


@functools.lru_cache(maxsize=1 << 14)
def _laid(word: str, weight: int, italic: bool) -> float:
    if not word:
        return 0.0
    face = get_font(_faces(weight, italic))
    face.clear()
    face.set_size(LARGE * POINTS, DPI)
    face.set_text(word, 0.0, flags=LoadFlags.NO_HINTING)
    return face.get_width_height()[0] / 64


@functools.cache
def _space(weight: int, italic: bool) -> float:
    return _laid("n n", weight, italic) - 2 * _laid("n", weight, italic)


@functools.cache
def _faces(weight: int, italic: bool) -> list:
    """The files of one type, with those that stand in for letters that it lacks."""
    _fonts()
    return fontManager._find_fonts_by_props(font(LARGE, weight, italic))


@functools.cache
def _fonts() -> tuple[pathlib.Path, ...]:
    """The shipped fonts, made known before any font of the same name on this machine."""
    dejavu = pathlib.Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    paths = (*sorted(FONTS.glob("*.ttf")), dejavu / "DejaVuSans.ttf", dejavu / "DejaVuSans-Bold.ttf",
             dejavu / "DejaVuSans-Oblique.ttf")
    for path in paths:
        fontManager.addfont(path)
        entry = fontManager.ttflist.pop()
        weight = SEMIBOLD if path.stem == "DejaVuSans-Bold" else entry.weight
        fontManager.ttflist.insert(0, replace(entry, weight=weight))
    return paths


@functools.cache
def _glyphs() -> frozenset[str]:
    faces = [path for path in _fonts() if path.stem in ("IBMPlexSansCondensed-Regular", "DejaVuSans")]
    return frozenset(chr(code) for path in faces for code in get_font(path).get_charmap() if code >= 32)
