"""Which figure does an article itself give up for another, in one sentence?

A sentence that says what was said before (previously said, initially estimated, revised from … to …) and holds two
amounts of one kind that exclude each other is a row of its own: both readings stand in one article. Not found: a
correction told in two sentences.
"""

import re
from collections.abc import Iterator

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import MONEY, SPANS_OF_TIME, are_apart, is_vague
from crosscheck.comparing.rows import Row
from crosscheck.numbers import Amount

CORRECTED = 0.8
FARTHEST = 60     # times the smaller of two figures
_BEFORE = re.compile(r"\b(?:previously|initially|originally|at first|earlier|first)\s(?:(?:been|was|were|had|have)\s)?"
                     r"(?:said|reported|announced|estimated|disclosed|stated|thought|believed|told|put|given|claimed)\b")
_REVISED = re.compile(r"\b(?:revised|corrected|raised|lowered|cut|increased|reduced|amended|adjusted|updated)\b"
                      r"[^.;:\n]{0,60}\bfrom\b[^.;:\n]{3,60}\bto\b")
_FIGURE = re.compile(r"\b(?:estimates?|figures?|forecasts?|counts?|tally|tolls?|projections?|totals?|numbers?)\b")


def corrected_rows(passages: Passages) -> Iterator[Row]:
    """One row for each sentence that gives up a figure for another, in order."""
    for one, parsed in enumerate(passages.parsed):
        pair = _given_up(parsed)
        if pair:
            x, y = pair
            yield Row("number", CORRECTED, ((one, (x.start, x.end)), (one, (y.start, y.end))), (x.unit,))


def _given_up(passage: Passage) -> tuple[Amount, Amount] | None:
    """Two amounts of one kind, the one that was said before and its correction, in order of place."""
    revised = _REVISED.search(passage.low)
    if not _BEFORE.search(passage.low) and not (revised and _FIGURE.search(passage.low)):
        return None
    held = [amount for amount in passage.amounts if amount.unit not in SPANS_OF_TIME | {"", "nth"}
            and not is_vague(passage, amount)]
    return next(((x, y) for place, x in enumerate(held) for y in held[place + 1:] if _is_other(x, y)), None)


def _is_other(x: Amount, y: Amount) -> bool:
    """Both count one kind of thing or are money, in unlike figures that are not too far apart."""
    smaller, larger = sorted((x.low or x.high, y.low or y.high))
    same = x.unit == y.unit and (x.unit in MONEY or x.unit == "%" or set(x.heads) & set(y.heads) or x.unit == "person")
    return bool(same) and are_apart(x, y) and 0 < larger <= FARTHEST * smaller
