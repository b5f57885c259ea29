"""How does a picture come onto the screen at once? As SVG whose words are words, many times faster than a PNG.

The artists of a page (`page.py`, `marks.py`) are few: texts, rectangles, ellipses, polygons, paths, and fading bars.
Each becomes one element; the browser sets the type in the kit's own fonts (`font_style`). Files are not made this way.
"""

import base64
import functools
import zlib
from collections.abc import Iterator
from html import escape

from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Patch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.text import Text

from crosscheck.showing.html import clean
from crosscheck.showing.page import DPI
from crosscheck.showing.style import FONTS, POINTS

FACES = (("Regular", 400, "normal"), ("SemiBold", 600, "normal"), ("Italic", 400, "italic"))
FAMILY = "crosscheck Plex, IBM Plex Sans Condensed, DejaVu Sans, sans-serif"
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
COMMANDS = {int(Path.MOVETO): "M", int(Path.LINETO): "L", int(Path.CURVE4): "C"}


@functools.cache
def font_style() -> str:
    """The kit's fonts as a style element; it is needed once on a page of the browser."""
    faces = "".join(
        f"@font-face{{font-family:'crosscheck Plex';font-weight:{weight};font-style:{style};src:url(data:font/ttf;"
        f"base64,{base64.b64encode((FONTS / f'IBMPlexSansCondensed-{name}.ttf').read_bytes()).decode()})}}"
        for name, weight, style in FACES)
    return f"<style>{faces}</style>"


def screen_svg(figure: Figure, alt: str) -> str:
    """The page as one SVG element that fills the width it is given; all words are escaped."""
    artists = sorted(figure.artists, key=lambda artist: artist.get_zorder())
    name = f"fade-{zlib.crc32(alt.encode('utf-8', 'surrogatepass')):08x}"
    body = "".join(part for place, artist in enumerate(artists) for part in _element(artist, f"{name}-{place}"))
    width, height = (round(side * DPI) for side in figure.get_size_inches())
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" width="100%" '
            f'aria-label="{escape(clean(alt))}" font-family="{FAMILY}" style="background:#fff;max-width:1080px">'
            f"{body}</svg>")


def _element(artist: Artist, name: str) -> Iterator[str]:
    """The artist as SVG; `name` is the id of what it needs besides, one of its own on the page of the browser."""
    if isinstance(artist, Text):
        if artist.get_text():
            yield _text(artist)
    elif isinstance(artist, PolyCollection):
        yield _fading(artist, name)
    elif isinstance(artist, Rectangle):
        if artist.get_width() and artist.get_visible():
            yield (f'<rect x="{artist.get_x():.1f}" y="{artist.get_y():.1f}" width="{artist.get_width():.1f}" '
                   f'height="{artist.get_height():.1f}"{_paint(artist)}/>')
    elif isinstance(artist, Ellipse):
        x, y = artist.get_center()
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{artist.get_width() / 2:.1f}"{_paint(artist)}/>'
    elif isinstance(artist, Polygon):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in artist.get_xy())
        yield f'<polygon points="{points}"{_paint(artist)}/>'
    elif isinstance(artist, PathPatch):
        yield f'<path d="{_path(artist.get_path())}"{_paint(artist)}/>'


def _text(text: Text) -> str:
    x, y = text.get_position()
    weight = f' font-weight="{text.get_fontweight()}"' if text.get_fontweight() != 400 else ""
    style = ' font-style="italic"' if text.get_fontstyle() == "italic" else ""
    anchor = ANCHORS[text.get_horizontalalignment()]
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{text.get_fontsize() / POINTS:.1f}" fill="{text.get_color()}"'
            + (f' text-anchor="{anchor}"' if anchor != "start" else "") + weight + style
            + f' xml:space="preserve">{escape(text.get_text())}</text>')


def _fading(strips: PolyCollection, name: str) -> str:
    """The strips of a fading bar as one rectangle; the first strip is the faintest."""
    (left, top), (right, bottom) = strips.get_paths()[0].vertices[0], strips.get_paths()[-1].vertices[2]
    colors = strips.get_facecolor()
    stops = "".join(f'<stop offset="{place}" stop-color="{to_hex(color)}" stop-opacity="{color[3]:.3f}"/>'
                    for place, color in ((0, colors[0]), (1, colors[-1])))
    return (f'<linearGradient id="{name}" x1="{int(right < left)}" x2="{int(right > left)}">{stops}</linearGradient>'
            f'<rect x="{min(left, right):.1f}" y="{top:.1f}" width="{abs(right - left):.1f}" '
            f'height="{bottom - top:.1f}" fill="url(#{name})"/>')


def _path(path: Path) -> str:
    """The path as SVG writes it; the points of one curve follow one letter."""
    if path.codes is None:
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in path.vertices)
    parts, before = [], None
    for (x, y), code in zip(path.vertices, path.codes, strict=True):
        letter = COMMANDS[int(code)]
        parts.append(("" if letter == "C" and before == "C" else letter) + f"{x:.1f} {y:.1f} ")
        before = letter
    return "".join(parts)


def _paint(patch: Patch) -> str:
    """Fill, line and dashes of a patch; lengths are in points and become pixels."""
    face, edge, width = patch.get_facecolor(), patch.get_edgecolor(), patch.get_linewidth() / POINTS
    fill = f' fill="{to_hex(face)}"' if face[3] else ' fill="none"'
    if not edge[3] or not width:
        return fill
    offset, dashes = patch.get_linestyle() if isinstance(patch.get_linestyle(), tuple) else (0, None)
    dashed = f' stroke-dasharray="{" ".join(f"{length * width:.1f}" for length in dashes)}"' if dashes else ""
    return f'{fill} stroke="{to_hex(edge)}" stroke-width="{width:.2f}"{dashed}'
