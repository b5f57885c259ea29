"""Which day or span does each time expression of a text denote, given a reference day or none?

`date_tokens` gives each word a class, the rules of `date_grammar` find where expressions can stand, the longest from
the left wins, and its reading (`date_calendar`, `date_years`, `date_clock`, `date_relative`, `date_lengths`) makes a
TIMEX3 value, or a relation that waits for a reference day. Without one, relative expressions stay typed and open; in a
text that is told from its own dates (`date_story`) they are counted from those. Not found: holidays that move, events
that serve as dates ("after the war"), and times that only one organisation knows (its fiscal year).
"""

import re
from datetime import date

import pandas as pd

from crosscheck import timex
from crosscheck.reading.date_calendar import CALENDAR
from crosscheck.reading.date_clock import CLOCK
from crosscheck.reading.date_context import Context, Reading
from crosscheck.reading.date_grammar import Hit, hits
from crosscheck.reading.date_lengths import LENGTHS
from crosscheck.reading.date_relative import RELATIVE
from crosscheck.reading.date_story import as_told, is_history, one_way
from crosscheck.reading.date_tokens import tag
from crosscheck.reading.date_years import YEARS

COLUMNS = ("start", "end", "quote", "type", "value", "relation", "earliest", "latest", "rule")
_READINGS = CALENDAR | YEARS | CLOCK | RELATIVE | LENGTHS
_COMPARISONS = frozenset(("ago", "earlier", "unit_ago", "unit_latest", "unit_the", "then"))
_UNSURE = ("impossible_day", "ambiguous_order")
_DAY_FIRST = re.compile(
    r"(?<![\d/.])(?:(1[3-9]|2\d|3[01])[/.]\d{1,2}|\d{1,2}[/.](1[3-9]|2\d|3[01]))[/.](?:19|20)?\d\d(?!\d)")


def find_dates(text: str, reference: str | None = None) -> pd.DataFrame:
    """The time expressions of `text` in order, without overlap.

    Columns: start, end, quote; `type` DATE, TIME, DURATION or SET; `value` TIMEX3; `relation` for `timex.resolve`,
    missing for absolute dates; `earliest` and `latest` as ISO days, missing if nothing is known; `rule`. `reference`
    is the ISO day of publication. A rule ends in `.weekday_conflict`, `.impossible_day`, `.ambiguous_order` or
    `.two_digit_year` where the words are doubtful.
    """
    columns = list(zip(*_rows(text, reference), strict=True)) or [()] * len(COLUMNS)
    return pd.DataFrame({name: pd.array(list(cells), dtype="int64" if name in ("start", "end") else "str")
                         for name, cells in zip(COLUMNS, columns, strict=True)})


def _rows(text: str, reference: str | None) -> list[tuple]:
    tokens = tag(text)
    context, found, done = Context(_day_first(text)), [], 0
    history = is_history(tokens, reference)
    for hit in hits(tokens):
        if hit.first < done:
            continue
        reading = _READINGS[hit.rule.reading](hit, context)
        if reading is None:
            continue
        reading = as_told(reading, hit, context, history=history)
        if hit.rule.reading not in _COMPARISONS:
            context.remember(reading, hit.first)
        found.append((hit, reading))
        done = hit.last
    return [_row(text, hit, reading, reference) for hit, reading in one_way(found)]


def _day_first(text: str) -> bool | None:
    """Whether numeric dates of this text put the day first; None if none shows it, or both orders occur."""
    found = {bool(first) for first, _ in _DAY_FIRST.findall(text)}
    return found.pop() if len(found) == 1 else None


def _row(text: str, hit: Hit, reading: Reading, reference: str | None) -> tuple:
    start, end = hit.tokens.starts[hit.first], hit.tokens.ends[hit.last - 1]
    if reading.relation:
        value = timex.resolve(reading.relation, reference)
        earliest, latest = timex.span(reading.relation, reference) if reference else timex.OPEN
    else:
        value = reading.value
        earliest, latest = timex.narrowed(value, reading.part or None)
    if reading.flag in _UNSURE:
        earliest, latest = timex.OPEN
    if reading.weekday and earliest and date.fromisoformat(earliest).isoweekday() != int(reading.weekday):
        reading = reading._replace(flag="weekday_conflict")
    rule = f"{hit.rule.rule_id}.{reading.flag}" if reading.flag else hit.rule.rule_id
    return start, end, text[start:end], reading.type, value, reading.relation or None, earliest, latest, rule
