"""How do words and marks come onto a page? In pixels, y downwards, every text measured before it is drawn.

A page has a red tab, a headline of one or two lines, a subtitle, the picture, a note and a source line. Words that
do not fit are wrapped, then elided at a word with `…`; nothing shrinks below its size in silence. `overlaps` finds
texts that meet or leave the page.
"""

import functools
import re

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from crosscheck.showing.sheet import SLIDE, Sheet
from crosscheck.showing.style import REGULAR, ROLES, SEMIBOLD, font, house, measure, printable

DPI = 160
MARGIN, RIGHT = SLIDE.margin, SLIDE.right
LEAST_HEADLINE, ORPHAN = 0.72, 0.3
ELLIPSIS = "…"
BREAK = re.compile(r"(?<=[,;:.?!)”])$")


class Line(Text):
    """One line of words; where it begins at its place, it is drawn without being laid out to find out where."""

    def draw(self, renderer: RendererBase) -> None:
        """Draw the line at its place; `renderer` is that of any form of file."""
        if self.get_horizontalalignment() != "left" or self.get_verticalalignment() != "baseline":
            super().draw(renderer)
            return
        x, y = self.get_transform().transform(self.get_position())
        if renderer.flipy():
            y = renderer.get_canvas_width_height()[1] - y
        renderer.open_group("text", self.get_gid())
        ink = renderer.new_gc()
        ink.set_foreground(self.get_color())
        ink.set_antialiased(self.get_antialiased())
        renderer.draw_text(ink, x, y, self.get_text(), self.get_fontproperties(), 0, ismath=False, mtext=self)
        ink.restore()
        renderer.close_group("text")


class Page:
    """A figure whose coordinates are pixels, with the few things that every picture needs."""

    def __init__(self, sheet: Sheet = SLIDE) -> None:
        self.sheet = sheet
        self.figure = Figure(figsize=(sheet.width / DPI, sheet.height / DPI), dpi=DPI)
        self._upright = Affine2D().scale(1 / DPI, -1 / DPI).translate(0, sheet.height / DPI)
        self._pixels = self._upright + self.figure.dpi_scale_trans
        self._foot: list[Text] = []

    def text(self, x: float, y: float, words: str, size: float, *, weight: int = REGULAR, color: str = "ink",
             align: str = "left", italic: bool = False) -> float:
        """Draw `words` with their baseline at `y`; how wide they are. `color` is a role."""
        words = printable(words)
        if words:
            self.add(Line(x, y, words, fontproperties=font(size, weight, italic), color=ROLES[color],
                          horizontalalignment=align, verticalalignment="baseline", parse_math=False, zorder=4))
        return measure(words, size, weight, italic)

    def add(self, artist: Artist) -> None:
        """Put an artist onto the page, in pixels; it is not clipped, since nothing may leave the page anyway."""
        artist.set_transform(self._pixels)
        self.figure.add_artist(artist)

    def lines(self, x: float, y: float, lines: list[str], size: float, leading: float, **options) -> float:
        """Draw `lines` one under the other; the baseline of the last."""
        for number, words in enumerate(lines):
            self.text(x, y + number * leading, words, size, **options)
        return y + (len(lines) - 1) * leading

    def header(self, headline: str, subtitle: str, *, size: float | None = None) -> float:
        """Tab, headline and subtitle; the baseline of the subtitle."""
        sheet = self.sheet
        size = min(size or sheet.headline, sheet.headline)
        least = max(LEAST_HEADLINE * sheet.headline, 30)
        self.add(Rectangle((sheet.margin, 0), 76, 16, facecolor=ROLES["accent"], linewidth=0))
        lines = headline_lines(headline, size, sheet.room)
        while len(lines) > sheet.headlines and size > least:
            size -= 4
            lines = headline_lines(headline, size, sheet.room)
        if len(lines) > sheet.headlines:
            lines = wrap(headline, sheet.room, size, SEMIBOLD, most=sheet.headlines)
        last = self.lines(sheet.margin, 30 + size, lines, size, 1.15 * size, weight=SEMIBOLD)
        return self.subtitle(last + 1.68 * sheet.subtitle, subtitle)

    def subtitle(self, y: float, words: str) -> float:
        """What is drawn, of how much, in which period; the baseline of its last line."""
        sheet = self.sheet
        lines = self._filled(words, sheet.subtitle, sheet.subtitles) or [""]
        return self.lines(sheet.margin, y, lines, sheet.subtitle, 1.25 * sheet.subtitle, color="context")

    def footer(self, note: str, source: str) -> float:
        """Note and source lines at the foot; the y above which the picture must end."""
        sheet, leading = self.sheet, 1.43 * self.sheet.small
        lines = self._filled(note, sheet.small, sheet.notes) + self._filled(source, sheet.small, sheet.sources)
        first = sheet.height - 27 - leading * (len(lines) - 1)
        before = len(self.figure.artists)
        self.lines(sheet.margin, first, lines, sheet.small, leading, color="context")
        self._foot = self.figure.artists[before:]
        return first - 32

    def _filled(self, words: str, size: float, most: int) -> list[str]:
        """The words across the page; evenly where a word or two would be left for the last line."""
        room = self.sheet.room
        lines = wrap(words, room, size, most=most, even=False)
        orphaned = len(lines) > 1 and measure(lines[-1], size) < ORPHAN * room
        return wrap(words, room, size, most=most) if orphaned else lines

    def trim(self, end: float) -> None:
        """Draw up the foot to the `end` of the picture, and the page with it, where its height is free."""
        top = min((text.get_position()[1] for text in self._foot), default=self.sheet.height)
        spare = round(top - 44 - end)
        if self.sheet.name != "column" or spare <= 0:
            return
        for text in self._foot:
            x, y = text.get_position()
            text.set_position((x, y - spare))
        height = (self.sheet.height - spare) / DPI
        self._upright.clear().scale(1 / DPI, -1 / DPI).translate(0, height)
        self.figure.set_size_inches(self.sheet.width / DPI, height)


def headline_lines(headline: str, size: float, width: float = SLIDE.room) -> list[str]:
    """`headline` in one line if it fits; else broken after punctuation, or as evenly as it can."""
    words = printable(headline).split(" ")
    if measure(" ".join(words), size, SEMIBOLD) <= width:
        return [" ".join(words)]
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    sized = [(abs(measure(a, size, SEMIBOLD) - measure(b, size, SEMIBOLD)), a, b) for a, b in cuts
             if max(measure(a, size, SEMIBOLD), measure(b, size, SEMIBOLD)) <= width]
    if not sized:
        return wrap(headline, width, size, SEMIBOLD, most=9)
    after = [cut for cut in sized if BREAK.search(cut[1]) and cut[0] < 0.45 * width]
    return list(min(after or sized)[1:])


@functools.lru_cache(maxsize=1 << 13)
def elide(words: str, width: float, size: float, weight: int = REGULAR, italic: bool = False) -> str:
    """`words`, cut at a word and ended with `…` if they are wider than `width`."""
    words = printable(words)
    if measure(words, size, weight, italic) <= width:
        return words
    most = _longest(words, width - measure(" " + ELLIPSIS, size, weight, italic), size, weight, italic)
    kept, inside = words[:most], not words[most:most + 1].isspace()
    if inside and " " in kept[len(kept) // 2:]:
        kept, inside = kept[:kept.rindex(" ")], False
    return kept.rstrip() + ELLIPSIS if inside else kept.rstrip(" ,;:-…") + " " + ELLIPSIS


def _longest(words: str, width: float, size: float, weight: int, italic: bool = False) -> int:
    """How many characters of `words` fit."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        fits = measure(words[:middle], size, weight, italic) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return low


def quoted(words: str, width: float, size: float, weight: int = REGULAR) -> str:
    """`words` in quotation marks, elided to fit; marks that already stand at their ends are not doubled."""
    words = printable(words).strip("“”\"")
    inner = elide(words, width - measure("“”", size, weight), size, weight)
    return f"“{inner}”" if inner else ""


def wrap(words: str, width: float, size: float, weight: int = REGULAR, *, most: int = 3,
         even: bool = True) -> list[str]:
    """`words` in at most `most` lines no wider than `width`, as even as they can be; the last elided if need be."""
    return list(_wrapped(printable(words), width, size, weight, most, even))


@functools.lru_cache(maxsize=1 << 13)
def _wrapped(words: str, width: float, size: float, weight: int, most: int, even: bool) -> list[str]:
    """The lines of `wrap`, kept: the same words come onto many pictures of one folder."""
    lines = filled(words, width, size, weight)
    if len(lines) > most:
        return [*lines[:most - 1], elide(_rest(words, lines[:most - 1]), width, size, weight)]
    if not even or len(lines) < 2:
        return lines
    low, high = width / len(lines), width
    while high - low > 4:
        middle = (low + high) / 2
        low, high = (low, middle) if len(filled(words, middle, size, weight)) <= len(lines) else (middle, high)
    return filled(words, high, size, weight)


def _rest(words: str, lines: list[str]) -> str:
    at = 0
    for line in lines:
        at = words.index(line, at) + len(line)
    return words[at:].strip()


def filled(words: str, width: float, size: float, weight: int = REGULAR) -> list[str]:
    """`words` in as many lines as they need, each as full as it can be; a word too long for a line is cut."""
    return list(_filled(words, width, size, weight))


@functools.lru_cache(maxsize=1 << 14)
def _filled(words: str, width: float, size: float, weight: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in words.split(" "):
        longer = f"{current} {word}" if current else word
        if measure(longer, size, weight) <= width:
            current = longer
            continue
        lines += [current] if current else []
        *full, current = _pieces(word, width, size, weight)
        lines += full
    return [*lines, current] if current else lines


def _pieces(word: str, width: float, size: float, weight: int) -> list[str]:
    """A word cut into stretches that fit."""
    pieces = []
    while measure(word, size, weight) > width and len(word) > 1:
        most = max(1, _longest(word, width, size, weight))
        pieces.append(word[:most])
        word = word[most:]
    return [*pieces, word]


def overlaps(figure: Figure, *, slack: float = 2.0) -> list[str]:
    """Texts of `figure` that leave the page or meet another text, each as a sentence; empty if all is well."""
    with house():
        renderer = figure._get_renderer()
        boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in figure.findobj(Text)
                 if text.get_visible() and text.get_text().strip()]
    found = [f"{words!r} leaves the page" for words, box in boxes
             if box.x0 < 0 or box.y0 < 0 or box.x1 > figure.bbox.x1 or box.y1 > figure.bbox.y1]
    boxes.sort(key=lambda pair: pair[1].x0)
    for number, (words, box) in enumerate(boxes):
        for other, against in boxes[number + 1:]:
            if against.x0 >= box.x1 - slack:
                break
            if min(box.y1, against.y1) - max(box.y0, against.y0) > slack:
                found.append(f"{words!r} meets {other!r}")
    return found
