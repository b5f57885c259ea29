"""Which days does a passage name, as far as two passages can be held against each other?

A day here is a pattern of year, month, day of month and weekday, each of them perhaps open, with a bound
("before", "after"); two days differ when a part that both give differs. Time expressions with known days
(`days_of`) are intervals. Not found: relative expressions ("last week"), unless the caller gives their days.
"""

import datetime
import re
from typing import NamedTuple

from crosscheck.wording import by_first_letters

MONTHS = {name: number for number, names in enumerate(
    ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
     "september sept sep", "october oct", "november nov", "december dec"), start=1) for name in names.split()}
TENS = {"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
        "eighties": 1980, "nineties": 1990}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20)\d\d"
_NAMES = [(word[:2], word[2:] + r"\b") for word in (*MONTHS, *WEEKDAYS, *TENS)]
CANDIDATE = re.compile(r"\d|" + by_first_letters(_NAMES))
DAY = re.compile(rf"""
    \b(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\b\.?
            (?:\s?,?\s(?P<year>{_YEAR})(?![\d,-]))?
      | (?P<month2>{_MONTH})\b\.?\s(?:the\s)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:|\s?%)
            (?:\s?,?\s(?P<year2>{_YEAR})(?![\d,-]))?
      | (?P<month3>{_MONTH})\b(?:\sof)?,?\s(?P<year3>{_YEAR})(?![\d,-])
      | (?P<iso>{_YEAR})-(?P<isomonth>\d\d)-(?P<isoday>\d\d)\b
      | (?P<decade>{_YEAR[:-2]}\d0)s\b
      | (?<![\d/$-])(?P<year4>{_YEAR})(?![\w:%/-]|[.,]\d|\s?%)
      | (?P<weekday>{"|".join(WEEKDAYS)})\b
      | (?<=\b[io]n\s)(?P<month4>{"|".join(m for m in MONTHS if len(m) > 2)})\b
      | (?:(?<=the\s)|(?<=late\s)|(?<=early\s)|(?<=mid-))(?P<tens>{"|".join(TENS)})\b
    )""", re.VERBOSE)
_BOUNDS = re.compile(r"\b(?:(?P<before>before|prior to|earlier than)|(?P<until>until|till|up to|by|no later than)"
                     r"|(?P<asof>as of|as at)|(?P<after>after|later than|following)|(?P<since>since|from))"
                     r"(?: the)?(?: end of| start of| beginning of| year| late| early| mid)?\s$")


class Day(NamedTuple):
    """One day or span named in a passage; parts that are not given are 0, `weekday` counts from 1 (Monday).

    `bound` is `before`, `until`, `asof`, `after`, `since` or empty; `earliest` and `latest` are ISO days or empty.
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    bound: str = ""
    earliest: str = ""
    latest: str = ""


def find_days(low: str) -> tuple[Day, ...]:
    """The days named in `low`, a folded lower-case text, in order."""
    found, position = [], 0
    while candidate := CANDIDATE.search(low, position):
        match = DAY.match(low, candidate.start())
        position = match.end() if match else candidate.end()
        day = _day(match, low) if match else None
        if day:
            found.append(day)
    return tuple(found)


def days_of(dates: tuple[tuple[int, int, str | None, str | None], ...], low: str) -> tuple[Day, ...]:
    """Days whose first and last day the caller knows; those with neither are left out."""
    return tuple(_bounded(Day(start, end, bound=_bound(low, start)), earliest or "", latest or "")
                 for start, end, earliest, latest in dates if earliest or latest)


def differ(a: Day, b: Day) -> bool:
    """No day fits both."""
    if not (a.earliest or a.latest) and not (b.earliest or b.latest):
        a, b = in_some_year(a), in_some_year(b)
    if (a.earliest or a.latest) and (b.earliest or b.latest):
        return bool(a.latest and b.earliest and a.latest < b.earliest
                    or b.latest and a.earliest and b.latest < a.earliest)
    return not (a.bound or b.bound) and any(x and y and x != y for x, y in zip(a[2:6], b[2:6], strict=True))


def unbounded(day: Day) -> Day:
    """`day` without its bound: the day that is named."""
    plain = day._replace(bound="", earliest="", latest="")
    if day.year:
        return _bounded(plain, *_covers(day.year, day.month, day.day))
    return plain if day.month or day.weekday else day._replace(bound="")


def in_some_year(day: Day) -> Day:
    """A day of a month without a year, set in a leap year, so that two of them can be ordered."""
    if not day.month or day.earliest or day.latest:
        return day
    return _bounded(day, *_covers(2000, day.month, day.day))


def _day(match: re.Match, low: str) -> Day | None:
    group = match.groupdict()
    year = next((int(group[name]) for name in ("year", "year2", "year3", "iso", "year4") if group[name]), 0)
    month = next((MONTHS[group[name]] for name in ("month", "month2", "month3", "month4") if group[name]), 0)
    month = month or int(group["isomonth"] or 0)
    day = int(group["day"] or group["day2"] or group["isoday"] or 0)
    weekday = WEEKDAYS.index(group["weekday"]) + 1 if group["weekday"] else 0
    found = Day(*match.span(), year, month, day, weekday, _bound(low, match.start()))
    if group["decade"] or group["tens"]:
        decade = int(group["decade"] or TENS[group["tens"]])
        return _bounded(found, f"{decade}-01-01", f"{decade + 9}-12-31")
    try:
        covered = _covers(year or 2000, month, day)
    except ValueError:
        return None
    return _bounded(found, *covered) if year else found


def _covers(year: int, month: int, day: int) -> tuple[str, str]:
    """First and last ISO day of a year, month or day; `ValueError` for a day that is none."""
    first = datetime.date(year, month or 1, day or 1)
    if day:
        return first.isoformat(), first.isoformat()
    after = datetime.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return first.isoformat(), (after - datetime.timedelta(1)).isoformat()


def _bounded(day: Day, earliest: str, latest: str) -> Day:
    """`day` with the days that its bound leaves: `before 1990` ends with 1989, `since 1990` never ends."""
    match day.bound:
        case "before":
            earliest, latest = "", _shift(earliest, -1)
        case "until":
            earliest = ""
        case "after":
            earliest, latest = _shift(latest, 1), ""
        case "since":
            latest = ""
    return day._replace(earliest=earliest, latest=latest)


def _shift(day: str, by: int) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(by)).isoformat() if day else ""


def _bound(low: str, start: int) -> str:
    match = _BOUNDS.search(low, max(0, start - 30), start)
    return match.lastgroup or "" if match else ""
