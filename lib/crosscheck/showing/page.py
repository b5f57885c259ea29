"""How do words and marks come onto a page? 1920 x 1080 pixels, y downwards, every text measured before it is drawn.

A page has a red tab, a headline of one or two lines, a subtitle, the picture, a note and a source line. Words that
do not fit are wrapped, then elided at a word with `…`; nothing shrinks below its size in silence. `overlaps` finds
texts that meet or leave the page.
"""

import re

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from crosscheck.showing.style import REGULAR, ROLES, SEMIBOLD, font, house, measure, printable

WIDTH, HEIGHT, MARGIN = 1920, 1080, 64
DPI = 160
RIGHT = WIDTH - MARGIN
NOTE_SIZE, SOURCE_SIZE = 21, 21
ELLIPSIS = "…"
BREAK = re.compile(r"(?<=[,;:.?!)”])$")


class Page:
    """A figure whose coordinates are pixels, with the few things that every picture needs."""

    def __init__(self) -> None:
        self.figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI)
        pixels = Affine2D().scale(1 / DPI, -1 / DPI).translate(0, HEIGHT / DPI)
        self._pixels = pixels + self.figure.dpi_scale_trans

    def text(self, x: float, y: float, words: str, size: float, *, weight: int = REGULAR, color: str = "ink",
             align: str = "left", italic: bool = False) -> float:
        """Draw `words` with their baseline at `y`; how wide they are. `color` is a role."""
        words = printable(words)
        if words:
            self.add(Text(x, y, words, fontproperties=font(size, weight, italic), color=ROLES[color],
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

    def header(self, headline: str, subtitle: str, *, size: float = 50) -> float:
        """Tab, headline and subtitle; the baseline of the subtitle."""
        self.add(Rectangle((MARGIN, 0), 76, 16, facecolor=ROLES["accent"], linewidth=0))
        lines = headline_lines(headline, size)
        while len(lines) > 2 and size > 36:
            size -= 4
            lines = headline_lines(headline, size)
        if len(lines) > 2:
            lines = wrap(headline, RIGHT - MARGIN, size, SEMIBOLD, most=2)
        last = self.lines(MARGIN, 30 + size, lines, size, 1.15 * size, weight=SEMIBOLD)
        self.subtitle(last + 47, subtitle)
        return last + 47

    def subtitle(self, y: float, words: str) -> None:
        """What is drawn, of how much, in which period."""
        self.text(MARGIN, y, elide(words, RIGHT - MARGIN, 28), 28, color="context")

    def footer(self, note: str, source: str) -> float:
        """Note (two lines at most) and source line; the y above which the picture must end."""
        notes = wrap(note, RIGHT - MARGIN, NOTE_SIZE, most=2, even=False) if note else []
        first = HEIGHT - 27 - 30 * len(notes)
        self.lines(MARGIN, first, notes, NOTE_SIZE, 30, color="context")
        self.text(MARGIN, HEIGHT - 27, elide(source, RIGHT - MARGIN, SOURCE_SIZE), SOURCE_SIZE, color="context")
        return first - 32


def headline_lines(headline: str, size: float) -> list[str]:
    """`headline` in one line if it fits; else broken after punctuation, or as evenly as it can."""
    words = printable(headline).split(" ")
    width = RIGHT - MARGIN
    if measure(" ".join(words), size, SEMIBOLD) <= width:
        return [" ".join(words)]
    cuts = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    sized = [(abs(measure(a, size, SEMIBOLD) - measure(b, size, SEMIBOLD)), a, b) for a, b in cuts
             if max(measure(a, size, SEMIBOLD), measure(b, size, SEMIBOLD)) <= width]
    if not sized:
        return wrap(headline, width, size, SEMIBOLD, most=9)
    after = [cut for cut in sized if BREAK.search(cut[1]) and cut[0] < 0.45 * width]
    return list(min(after or sized)[1:])


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
    words = printable(words)
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
