"""Where are quotation marks, and what do they enclose?

Curly, straight, guillemet, British single and doubled typewriter marks (two apostrophes) are paired paragraph by
paragraph; a quotation that has no closing mark ends with its paragraph, and goes on in the next paragraph when that
one opens with a mark. An odd number of marks is no error. Not told apart here: speech, scare and term quotes (see
`reading.attributions`), and apostrophes at the start of a word ('tis) from an opening single mark in rare cases.
"""

import re
from typing import NamedTuple

from crosscheck.text import fold

MARK = re.compile(r"``|'{2,3}(?!')|''|\"")
PARAGRAPH = re.compile(r"\n[ \t\r\f\v]*\n\s*|\n")
_OPENING = frozenset("“„‟«‘‚‛")
_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset(" \t\r\n([{-/:;,\"'")
_SINGLE_REACH = 2000


class Quotation(NamedTuple):
    """One quoted stretch: `text[start:end]` with its marks, `text[inner_start:inner_end]` without.

    `closed` says that a closing mark was found; `continues` that it carries on the quotation of the paragraph before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continues: bool


def find_quotations(text: str, folded: str | None = None) -> list[Quotation]:
    """The outermost quotations of `text` in order; single marks count only outside double ones."""
    folded = fold(text) if folded is None else folded
    found: list[Quotation] = []
    begin = 0
    for stop, after in _paragraphs(folded):
        first = len(found)
        _read_paragraph(text, folded, begin, stop, found)
        if 0 < first < len(found) and not found[first - 1].closed and (
                not folded[found[first - 1].end:found[first].start].strip()):
            found[first] = found[first]._replace(continues=True)
        begin = after
    return _with_single(text, folded, found)


def _read_paragraph(text: str, folded: str, begin: int, stop: int, found: list[Quotation]) -> None:
    """Add the quotations of one paragraph to `found`; one without a closing mark ends with the paragraph."""
    pending: tuple[int, int, str] | None = None      # start, inner start and kind of an opening mark
    for mark in MARK.finditer(folded, begin, stop):
        kind = '"' if mark.group() == '"' else "''"
        at, end = mark.span()
        if end - at == 3:                            # a single mark inside a doubled one
            at, end = (at + 1, end) if pending else (at, end - 1)
        if pending and _closes(text, at, pending, kind):
            found.append(Quotation(pending[0], end, pending[1], at, True, False))
            pending = None
        elif not pending and _opens(text, folded, at, end, begin, stop):
            pending = (at, end, kind)
    if pending:
        last = _last(folded, pending[1], stop)
        found.append(Quotation(pending[0], last, pending[1], last, False, False))


def _paragraphs(folded: str) -> list[tuple[int, int]]:
    ends = [(m.start(), m.end()) for m in PARAGRAPH.finditer(folded)]
    return ends + [(len(folded), len(folded))]


def _opens(text: str, folded: str, at: int, end: int, begin: int, stop: int) -> bool:
    if text[at] in _OPENING or folded[at] == "`" or at == begin:
        return True
    if text[at] in _CLOSING:
        return False
    return end < stop and not folded[end].isspace() and (at == 0 or folded[at - 1] in _BEFORE_OPENING)


def _closes(text: str, at: int, pending: tuple[int, int, str], kind: str) -> bool:
    return kind == pending[2] and at > pending[1] and not (text[at] in _OPENING and kind == '"')


def _last(folded: str, start: int, stop: int) -> int:
    while stop > start and folded[stop - 1].isspace():
        stop -= 1
    return max(stop, start)


def _with_single(text: str, folded: str, found: list[Quotation]) -> list[Quotation]:
    """`found` and the quotations in British single marks that stand in the gaps between them."""
    singles = []
    gap = 0
    for start, end in [(q.start, q.end) for q in found] + [(len(text), len(text))]:
        if folded.find("'", gap, start) >= 0:
            singles += _singles(text, folded, gap, start)
        gap = end
    return sorted(found + singles) if singles else found


SINGLE_OPEN = re.compile(r"(?<![\w'.,?!])'(?=[\w$\[\"(])")
SINGLE_CLOSE = re.compile(r"(?<=[\w.,?!)\]%\-])'(?![\w'])")


def _singles(text: str, folded: str, begin: int, stop: int) -> list[Quotation]:
    found = []
    at = begin
    while opening := SINGLE_OPEN.search(folded, at, stop):
        start = opening.start()
        end = folded.find("\n", start, min(stop, start + _SINGLE_REACH))
        end = min(stop, start + _SINGLE_REACH) if end < 0 else end
        following = SINGLE_OPEN.search(folded, start + 1, end)
        end = following.start() if following else end
        closing = None if text[start] == "’" else _single_close(folded, start + 1, end)
        if closing is None:
            at = start + 1
            continue
        found.append(Quotation(start, closing + 1, start + 1, closing, True, False))
        at = closing + 1
    return found


def _single_close(folded: str, start: int, end: int) -> int | None:
    """The place of the closing mark: the first after punctuation, else the first that is no plural possessive."""
    first = None
    for match in SINGLE_CLOSE.finditer(folded, start, end):
        at = match.start()
        if folded[at - 1] in ".,?!":
            return at
        possessive = folded[at - 1] == "s" and folded[at + 1:at + 2] not in (*".,?!;:)", "") and (
            folded[at + 2:at + 3].islower())
        if first is None and not possessive:
            first = at
        if first is not None and at - first > 200:
            break
    return first
