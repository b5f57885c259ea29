"""Which days does one TIMEX3 value name, and which value has the day next to it?

A value is matched against the shapes that TIMEX3 allows for a stretch of the calendar; everything else (`PRESENT_REF`,
`P3M`, `XXXX-03`, `2037-02-31`) names no days. Not known here: relations to a reference day (`timex`).
"""

import calendar
import functools
import re
from datetime import MAXYEAR, date, timedelta

Days = tuple[date, date]
Bounds = tuple[str | None, str | None]

OPEN: Bounds = (None, None)
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_VALUE = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?|(?P<week>\d{4}-W\d\d)(?:-(?P<weekday>[1-7]|WE))?(?:T.*)?"
    r"|(?P<quarter>\d{4}-Q[1-4])|(?P<half>\d{4}-H[12])|(?P<season>\d{4}-(?:SP|SU|FA|WI))"
    r"|(?P<month>\d{4}-\d\d)(?:-XX)?|(?P<year>\d{4})(?:-XX)*|(?:FY)(?P<fiscal>\d{4})"
    r"|(?P<decade>\d{3})X?|(?P<century>\d\d)(?:XX)?")
_LETTER = {"C": ("month", 1200), "E": ("month", 120), "Y": ("month", 12), "Q": ("month", 3), "M": ("month", 1),
           "W": ("day", 7), "D": ("day", 1)}
_MONTHS = {"century": 1200, "decade": 120, "year": 12, "half": 6, "quarter": 3, "season": 3, "month": 1}


@functools.lru_cache(maxsize=4096)
def days_of(value: str) -> Days | None:
    """First and last day of a TIMEX3 value; None if it names no stretch of the calendar."""
    if "/" in value:
        first, last = (days_of(end) for end in value.split("/", 1))
        return (first[0], last[1]) if first and last and first <= last else None
    match = _VALUE.fullmatch(value)
    unit = unit_of(value)
    try:
        if match is None or unit is None:
            return None
        if match["day"]:
            day = date.fromisoformat(match["day"])
            return day, day
        if match["week"]:
            return _week_days(match["week"], match["weekday"])
        return _month_days(*_first_month(value, unit))
    except (ValueError, OverflowError):
        return None


def _week_days(week: str, weekday: str | None) -> Days:
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    if weekday is None:
        return monday, monday + timedelta(6)
    if weekday == "WE":
        return monday + timedelta(5), monday + timedelta(6)
    return (monday + timedelta(int(weekday) - 1),) * 2


def _first_month(value: str, unit: str) -> tuple[int, int]:
    value = value.removeprefix("FY")
    if unit in ("century", "decade"):
        year = int(value.rstrip("X")) * (100 if unit == "century" else 10)
        return (year or 1) * 12, (100 if unit == "century" else 10) * 12 - (0 if year else 12)
    year, part = int(value[:4]), value[5:7]
    month = {"year": 0, "half": 6 * (int(part[1:] or 1) - 1) if unit == "half" else 0,
             "quarter": 3 * (int(part[1:] or 1) - 1) if unit == "quarter" else 0,
             "season": SEASONS.get(part, 1) - 1, "month": int(part) - 1 if unit == "month" else 0}[unit]
    if not 0 <= month < 12:
        raise ValueError
    return year * 12 + month, _MONTHS[unit]


def _month_days(index: int, months: int) -> Days:
    year, month = divmod(index, 12)
    last_year, last_month = divmod(index + months - 1, 12)
    return (date(year, month + 1, 1),
            date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1]))


def unit_value(unit: str, day: date, count: int = 0) -> str:
    """The value of the unit that holds `day`, `count` units later; `OverflowError` outside the calendar."""
    if unit in ("day", "week", "weekend"):
        day = day + timedelta(count * (1 if unit == "day" else 7))
        year, week, _ = day.isocalendar()
        return {"day": day.isoformat(), "week": f"{year:04}-W{week:02}", "weekend": f"{year:04}-W{week:02}-WE"}[unit]
    index = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    if not 12 <= index < (MAXYEAR + 1) * 12:
        raise OverflowError
    year, month = divmod(index, 12)
    if unit == "season":
        year, month = (year - 1, 11) if month < 2 else (year, month)
        return f"{year:04}-{'SP SP SU SU SU FA FA FA WI'.split()[month - 3] if month < 11 else 'WI'}"
    return {"century": f"{year // 100:02}", "decade": f"{year // 10:03}", "year": f"{year:04}",
            "half": f"{year:04}-H{month // 6 + 1}", "quarter": f"{year:04}-Q{month // 3 + 1}",
            "month": f"{year:04}-{month + 1:02}"}[unit]


@functools.lru_cache(maxsize=4096)
def unit_of(value: str) -> str | None:
    """Which unit a value is of (`day`, `week`, `quarter`, …); None if it names no stretch of the calendar."""
    match = _VALUE.fullmatch(value.split("/")[0])
    if not match:
        return None
    if match["weekday"]:
        return "weekend" if match["weekday"] == "WE" else "day"
    return next(("year" if name == "fiscal" else name) for name, found in match.groupdict().items() if found)


def shifted(value: str, days: Days, count: int, letter: str) -> str:
    """The value of the same unit so many years, months, … later: `2010-03` by -1 Y is `2009-03`."""
    unit, size = _LETTER[letter]
    if unit == "day":
        return unit_value(unit_of(value) or "day", days[0] + timedelta(count * size))
    year, month = divmod(days[0].year * 12 + days[0].month - 1 + count * size, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return unit_value(unit_of(value) or "day", date(year, month + 1, min(days[0].day, last)))


def part_of(days: Days, part: str) -> Days:
    """The days that early, mid, late (thirds), start and end leave of a stretch; late in a week is Thursday on."""
    first, last = days
    length = (last - first).days + 1
    if length > 300:
        return _part_of_years(first, last, part)
    if length == 7:
        a, b = {"early": (0, 2), "mid": (1, 3), "late": (3, 6), "start": (0, 1), "end": (4, 6)}[part]
        return first + timedelta(a), first + timedelta(b)
    third, edge = length // 3, max(1, length // 6)
    if part == "late":
        return first + timedelta(2 * third), last
    if part == "end":
        return last - timedelta(edge - 1), last
    if part == "mid":
        return first + timedelta(third), first + timedelta(2 * third - 1)
    return first, first + timedelta((third if part == "early" else edge) - 1)


def _part_of_years(first: date, last: date, part: str) -> Days:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    a, b = {"early": (0, months // 3), "mid": (months // 3, 2 * months // 3), "late": (2 * months // 3, months),
            "start": (0, max(1, months // 12)), "end": (months - max(1, months // 12), months)}[part]
    return _month_days(first.year * 12 + first.month - 1 + a, b - a)
