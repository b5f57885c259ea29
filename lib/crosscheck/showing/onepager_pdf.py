"""How does a briefing stand on one sheet of paper? A4, measured before it is drawn, as a PDF whose words can be read.

Drawn with matplotlib, which the kit draws everything with: its type, its measuring, one font filling in for another
letter by letter, no markup that article text could reach, the same bytes on every run. What does not fit on the sheet
is counted where it would stand. Not here: pictures, which are too small to read at this size, and tags for readers
that speak (the HTML page has both).
"""

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from matplotlib.figure import Figure

from crosscheck.showing.briefing import Briefing
from crosscheck.showing.page import Line as Words
from crosscheck.showing.page import elide, wrap
from crosscheck.showing.style import REGULAR, ROLES, SEMIBOLD, font, house, measure, printable

WIDTH, HEIGHT, MARGIN, DPI = 1323, 1871, 96, 160  # A4 in pixels at 160 dots an inch
RIGHT, BOTTOM = WIDTH - MARGIN, HEIGHT - 92
TITLE, HEADING, BODY, SMALL = 44, 27, 23, 20
INDENT, LONGEST = 26, 700


class Line(NamedTuple):
    """One line to draw: `gap` above its baseline in pixels, its words, size, weight, colour and indent."""

    gap: float
    words: str
    size: float = BODY
    weight: int = REGULAR
    color: str = "ink"
    indent: float = 0
    italic: bool = False
    rule: bool = False
    mark: bool = False


Block = list[Line]


def onepager_pdf(made: Briefing) -> bytes:
    """The briefing as one sheet; the same bytes on every run."""
    with house():
        figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(HEIGHT, 0))
        axes.set_axis_off()
        axes.fill_between([MARGIN, MARGIN + 76], 0, 16, color=ROLES["accent"], linewidth=0)
        y = 58.0
        for line in sheet(made):
            y += line.gap
            _draw(axes, line, y)
        _draw(axes, Line(0, elide(made.source_line, RIGHT - MARGIN, SMALL), SMALL, color="context"), HEIGHT - 52)
        stream = io.BytesIO()
        figure.savefig(stream, format="pdf", dpi=DPI, metadata={
            "Title": made.title, "Subject": " ".join(made.judged), "Keywords": made.source_line,
            "Creator": "crosscheck", "CreationDate": None})
        return stream.getvalue()


def sheet(made: Briefing) -> list[Line]:
    """The lines of the sheet from top to bottom, none below its foot; call it inside `house()`."""
    fixed = [_title(made), _judgement(made)]
    sections = [("What it rests on", [_ground(one) for one in made.basis], "passage"),
                ("What is disputed", [_dispute(one) for one in made.disputed], "question"),
                ("What is not said", [[_text(line, gap=30)] for line in made.unsaid], "gap"),
                ("Sources", [[_source(one)] for one in made.sources], "article")]
    lines = [line for block in fixed for line in block]
    room = BOTTOM - 58 - _height(lines)
    needs = [sum(map(_height, blocks)) + 66 for _, blocks, _ in sections]
    made_of = [_section(*one, share) for one, share in zip(sections, _shares(needs, room), strict=True)]
    for number, one in enumerate(sections):
        spare = room - sum(map(_height, made_of))
        made_of[number] = _section(*one, _height(made_of[number]) + spare)
    return lines + [line for section in made_of for line in section]


def _shares(needs: list[float], room: float) -> list[float]:
    """How much of the room each section gets: all it needs, or an equal part of what the small ones leave."""
    shares, left = [0.0] * len(needs), sorted(range(len(needs)), key=lambda n: needs[n])
    for place, n in enumerate(left):
        shares[n] = min(needs[n], room / (len(left) - place))
        room -= shares[n]
    return shares


def _section(heading: str, blocks: list[Block], noun: str, share: float) -> list[Line]:
    """A heading and as many blocks as its share holds; the rest is counted."""
    lines = [Line(52, heading, HEADING, SEMIBOLD, rule=True), Line(8, "")]
    used, shown = _height(lines), 0
    for block in blocks:
        last = shown == len(blocks) - 1
        if used + _height(block) + (0 if last else 30) > share + 1:
            break
        lines += block
        used += _height(block)
        shown += 1
    more = len(blocks) - shown
    if more:
        lines.append(Line(30, f"{more} more {noun}{'s' if more > 1 else ''}, not shown here", SMALL, color="silence",
                          italic=True))
    return lines if blocks else [*lines, Line(30, f"No {noun} here", SMALL, color="silence", italic=True)]


def _title(made: Briefing) -> Block:
    lines = wrap(made.title, RIGHT - MARGIN, TITLE, SEMIBOLD, most=2)
    return [Line(TITLE if not n else 1.15 * TITLE, words, TITLE, SEMIBOLD) for n, words in enumerate(lines)]


def _judgement(made: Briefing) -> Block:
    first, *rest = made.judged
    block = [Line(52, "Judgement", HEADING, SEMIBOLD, rule=True), Line(10, "")]
    block += [Line(37, words, 29, mark=True, indent=INDENT) for words in _wrapped(first, 29, 6)]
    return block + [Line(30, words, BODY, color="context", mark=True, indent=INDENT)
                    for one in rest for words in _wrapped(one, BODY, 2)]


def _wrapped(words: str, size: float, most: int, indent: float = INDENT) -> list[str]:
    return wrap(words, RIGHT - MARGIN - indent, size, most=most, even=False)


def _ground(one) -> Block:
    detail = elide(one.detail, (RIGHT - MARGIN) / 2, BODY, SEMIBOLD)
    label = elide(one.label, RIGHT - MARGIN - measure(f": {detail}", BODY, SEMIBOLD), BODY, SEMIBOLD)
    head = f"{label}: {detail}"
    quote = f"{one.heading}: “{one.words.strip('“” ')}”"
    return [Line(34, head, BODY, SEMIBOLD), *(Line(28, words, BODY, indent=INDENT, color="context")
                                              for words in _wrapped(quote, BODY, 3))]


def _dispute(one) -> Block:
    told = [f"{elide(value, LONGEST, BODY)} ({who})" for value, who, _ in one.readings]
    told += [f"{one.more} more reading{'s' if one.more > 1 else ''}"] if one.more else []
    told += [f"nothing in {one.silent}"] if one.silent else []
    return [Line(34, elide(one.question, RIGHT - MARGIN, BODY, SEMIBOLD), BODY, SEMIBOLD),
            *(Line(28, words, indent=INDENT) for words in _wrapped("; ".join(told), BODY, 3))]


def _text(words: str, gap: float) -> Line:
    return Line(gap, elide(words, RIGHT - MARGIN, BODY))


def _source(one) -> Line:
    return Line(27, elide(f"{one.label}  {one.words}", RIGHT - MARGIN, SMALL), SMALL)


def _height(lines: Iterable[Line]) -> float:
    return sum(line.gap for line in lines)


def _draw(axes, line: Line, y: float) -> None:
    if line.rule:
        axes.plot([MARGIN, RIGHT], [y + 9, y + 9], color=ROLES["ink"], linewidth=1, zorder=2)
    if line.mark:
        axes.fill_between([MARGIN, MARGIN + 5], y - line.gap + 8, y + 10, color=ROLES["accent"], linewidth=0)
    for words in _printed(line.words):
        axes.add_artist(Words(MARGIN + line.indent, y, words, fontproperties=font(line.size, line.weight, line.italic),
                              color=ROLES[line.color], parse_math=False, zorder=4))


def _printed(words: str) -> Iterator[str]:
    if words.strip():
        yield printable(words)
