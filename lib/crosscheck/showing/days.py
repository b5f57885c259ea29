"""How is a day, or the span it may lie in, written on a picture, and which cells does a calendar need?

Days are counted as `datetime.date.toordinal` does. A cell is a day, week, month, quarter, year, decade or century:
the smallest of which the whole span needs no more than fit side by side.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from crosscheck.edtf import edtf_bounds

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
ABOUT, UNSURE = re.compile("[~%]"), re.compile("[?%]")
MOST = {"day": 14, "week": 14, "month": 18, "quarter": 16, "year": 20, "decade": 20, "century": 100}


class Cell(NamedTuple):
    """One stretch of a calendar from the day `first` to the day `last`, with its two lines of heading."""

    first: int
    last: int
    above: str
    name: str


def ordinal(iso: object) -> int | None:
    """The number of a day written as ISO; None if it is missing or no day.

    >>> ordinal("0001-01-02"), ordinal(None)
    (2, None)
    """
    try:
        return date.fromisoformat(iso).toordinal() if isinstance(iso, str) else None
    except ValueError:
        return None


def day_words(edtf: str) -> str:
    """A plain date in words; anything else stays as it is written.

    >>> day_words("2031-03-04"), day_words("2031-03"), day_words("2031-03-04/..")
    ('4 Mar 2031', 'Mar 2031', '2031-03-04/..')
    """
    found = PLAIN.match(edtf)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return edtf
    year, month, day = found.groups()
    return " ".join(part for part in (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year)
                    if part)


def date_words(edtf: object) -> str:
    """Any date as a page writes it: a day, a span, a bound, about when, or that nobody is sure.

    >>> date_words("2031-03-04"), date_words("2031-03~"), date_words("../2031-03-04"), date_words("XXXX")
    ('4 Mar 2031', 'about Mar 2031', 'by 4 Mar 2031', 'no date')
    >>> date_words("2031-03-04/2031-03-05"), date_words("2031-03-04?")
    ('4 or 5 Mar 2031', '4 Mar 2031, inferred')
    """
    if not isinstance(edtf, str):
        return ""
    bounds = edtf_bounds(edtf) if edtf != "XXXX" else None
    words = span_words(*map(ordinal, bounds)) if bounds else "no date"
    if words == "no date":
        return words
    return ("about " if ABOUT.search(edtf) else "") + words + (", inferred" if UNSURE.search(edtf) else "")


def span_words(first: int | None, last: int | None, *, year: int | None = None) -> str:
    """The span between two days in words; `year` is left out where it is the same.

    >>> day = date(2031, 3, 3).toordinal()
    >>> span_words(day, day + 1), span_words(None, day), span_words(day, None, year=2031)
    ('3 or 4 Mar 2031', 'by 3 Mar 2031', '3 Mar or later')
    """
    if first is None or last is None:
        known = first if last is None else last
        if known is None:
            return "no date"
        return f"{_day(known, year)} or later" if last is None else f"by {_day(known, year)}"
    if first >= last:
        return _day(first, year)
    a, b = date.fromordinal(first), date.fromordinal(last)
    whole = _whole(a, b, year)
    if whole:
        return whole
    word = "or" if last == first + 1 else "to"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day} {word} {_day(last, year)}"
    return f"{_day(first, b.year if a.year == b.year else year)} {word} {_day(last, year)}"


def cells(first: int, last: int, *, narrow: int = 1) -> tuple[str, list[Cell]]:
    """The unit and the cells of a calendar that holds the days `first` to `last`; `narrow` times as many as usual."""
    for unit, most in ((unit, narrow * most) for unit, most in MOST.items()):
        starts = _starts(unit, first, last, most)
        if len(starts) <= most:
            break
    found: list[Cell] = []
    for number, start in enumerate(starts):
        end = _next(unit, start) - timedelta(days=1)
        above, name = _heading(unit, start, starts[number - 1] if number else None)
        found.append(Cell(start.toordinal(), end.toordinal(), above, name))
    return unit, found


def weekend(day: int) -> bool:
    """The day is a Saturday or a Sunday."""
    return date.fromordinal(day).weekday() >= 5


def mondays(days: Iterable[Cell]) -> list[Cell]:
    """The cells of Mondays, each with its month where it is another than before."""
    found: list[Cell] = []
    for cell in days:
        day, before = date.fromordinal(cell.first), date.fromordinal(found[-1].first) if found else None
        if day.weekday() == 0:
            same = before and before.month == day.month
            found.append(cell._replace(name=f"{day.day}" if same else f"{day.day} {MONTHS[day.month - 1]}"))
    return found


def _day(day: int, year: int | None) -> str:
    found = date.fromordinal(day)
    return f"{found.day} {MONTHS[found.month - 1]}" + ("" if found.year == year else f" {found.year}")


def period_words(first: int, last: int) -> str:
    """From the first to the last day in words: with days up to two months, with months up to ten years, else years."""
    a, b = date.fromordinal(first), date.fromordinal(last)
    if last - first <= 62:
        return span_words(first, last)
    if b.year - a.year > 10:
        return f"{a.year} to {b.year}"
    return _months(a, b, None)


def _whole(a: date, b: date, year: int | None) -> str:
    """The name of a span of whole months or years; empty if it is neither."""
    after = b + timedelta(days=1) if b < date.max else b
    if a.day != 1 or after.day != 1:
        return ""
    if (a.month, after.month) == (1, 1):
        return str(a.year) if a.year == b.year else f"{a.year} to {b.year}"
    return _months(a, b, year)


def _months(a: date, b: date, year: int | None) -> str:
    first, last = MONTHS[a.month - 1], MONTHS[b.month - 1] + ("" if b.year == year else f" {b.year}")
    if (a.year, a.month) == (b.year, b.month):
        return last
    return f"{first}{'' if a.year == b.year else f' {a.year}'} to {last}"


def _starts(unit: str, first: int, last: int, most: int) -> list[date]:
    start, starts = _floor(unit, date.fromordinal(first)), []
    while start.toordinal() <= last and len(starts) <= most:
        starts.append(start)
        start = _next(unit, start)
        if start <= starts[-1]:
            break
    return starts


def _floor(unit: str, day: date) -> date:
    if unit == "week":
        return date.fromordinal(max(1, day.toordinal() - day.weekday()))
    if unit in ("decade", "century"):
        years = 10 if unit == "decade" else 100
        return date(max(1, day.year // years * years), 1, 1)
    return {"day": day, "month": day.replace(day=1), "year": day.replace(month=1, day=1),
            "quarter": day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)}[unit]


def _next(unit: str, start: date) -> date:
    """The first day after the unit that begins at `start`; the last day there is at the end of the calendar."""
    try:
        if unit in ("day", "week"):
            return start + timedelta(days=1 if unit == "day" else 7 - start.weekday())
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        years, month = divmod(start.month - 1 + months, 12)
        return date((start.year if unit not in ("decade", "century") else start.year // 10 * 10) + years, month + 1, 1)
    except (OverflowError, ValueError):
        return date.max


def _heading(unit: str, start: date, before: date | None) -> tuple[str, str]:
    month = MONTHS[start.month - 1]
    new_month = before is None or (before.year, before.month) != (start.year, start.month)
    new_year = before is None or before.year != start.year
    return {
        "day": lambda: (WEEKDAYS[start.weekday()], f"{start.day} {month}" if new_month else str(start.day)),
        "week": lambda: (f"{month} {start.year}" if new_year else month if new_month else "",
                         str(start.day)),
        "month": lambda: (str(start.year) if new_year else "", month),
        "quarter": lambda: (str(start.year) if new_year else "", f"Q{(start.month + 2) // 3}"),
        "year": lambda: ("", str(start.year)),
        "decade": lambda: ("", f"{start.year}s"),
        "century": lambda: ("", f"{start.year}s"),
    }[unit]()


def years(days: list[int]) -> Iterator[int]:
    """The years that the days lie in."""
    return (date.fromordinal(day).year for day in days)
