"""Which lines of a text belong together as one paragraph?

A line break ends a paragraph, unless the text is hard-wrapped or the break plainly stands inside a sentence: the line
before ends in an abbreviation or with no mark at all, and the next goes on in lower case. Not found: paragraphs that
no line break shows.
"""

import re
from typing import NamedTuple

from crosscheck.reading.boundaries import is_end
from crosscheck.text import trim

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_MARKED_END = re.compile(r"[.!?:;…\"')\]]$")
ITEM = re.compile(r"[-*•·▪◦‣–—]\s|\d{1,2}[.)]\s|[•▪◦‣●■]")
_LOWER_WORD = re.compile(r"[a-z]+(?:'[a-z]{1,2})?[\s,;.)]")


class Line(NamedTuple):
    """A line that is not blank, trimmed; `gap` tells that a blank line, or nothing, stands before it."""

    start: int
    end: int
    gap: bool


class Block(NamedTuple):
    """A paragraph, `gap` as for its first line."""

    start: int
    end: int
    gap: bool


def blocks(text: str, folded: str) -> list[Block]:
    """The paragraphs of `text` in order; together they hold all its non-blank text."""
    lines = _lines(text)
    width = _wrap_width(lines, folded)
    found: list[Block] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before and _goes_on(folded, found[-1], before, line, width):
            found[-1] = Block(found[-1].start, line.end, found[-1].gap)
        else:
            found.append(Block(*line))
    return found


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    for match in _LINE.finditer(text):
        start, end = trim(text, match.start(), match.end())
        if start < end:
            between = text[found[-1].end:start] if found else "\n\n"
            found.append(Line(start, end, between.replace("\r\n", "\n").count("\n") != 1))
    return found


def _wrap_width(lines: list[Line], folded: str) -> int:
    """The width at which lines are cut, 0 if they are not: none is long, and many go on in lower case."""
    inner = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.gap]
    if len(inner) < 4:
        return 0
    lengths = sorted(a.end - a.start for a, _ in inner)
    low = sum(folded[b.start].islower() for _, b in inner)
    return lengths[len(lengths) * 9 // 10] if lengths[-1] <= 130 and low * 4 >= len(inner) else 0


def _goes_on(folded: str, block: Block, before: Line, line: Line, width: int) -> bool:
    """Whether `line` continues the paragraph `block`, whose last line is `before`.

    In a text wrapped at `width` it does unless `before` is too short to have been cut there.
    """
    if ITEM.match(folded, line.start):
        return False
    marked = _MARKED_END.search(folded, max(block.start, block.end - 1), block.end)
    if not marked and _LOWER_WORD.match(folded, line.start):
        return not line.gap or min(block.end - block.start, 2 * (line.end - line.start)) > 80
    if line.gap:
        return False
    return before.end - before.start > width * 0.75 > 0 or _inside_abbreviation(folded, block, line)


def _inside_abbreviation(folded: str, block: Block, line: Line) -> bool:
    """Whether the break stands after an abbreviation that does not end its sentence, as in "the U.S.\\nSenate"."""
    if folded[block.end - 1] != "." or block.end - block.start < 40:
        return False
    return not is_end(folded, block.start, line.end, block.end - 1, block.end)
