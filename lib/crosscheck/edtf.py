"""How is a date or a span written in EDTF (ISO 8601-2), and which days does such a string cover?

Covered: days, months, years, decades `201X`, centuries `20XX`, seasons 21-24, quarters 33-36, half years 40-41,
intervals with open ends, and the qualifiers `~ ? %`. Not covered: times of day, sets, significant digits.
"""

import re
from datetime import date, timedelta

from crosscheck.timex_values import OPEN, Bounds, days_of, unit_of

UNKNOWN = "XXXX"
_PART = {"SP": "21", "SU": "22", "FA": "23", "WI": "24", "Q1": "33", "Q2": "34", "Q3": "35", "Q4": "36",
         "H1": "40", "H2": "41"}
_VALUE_PART = {number: part for part, number in _PART.items()}


def edtf(value: str) -> str:
    """A TIMEX3 date or time as EDTF; weeks become their days, and what names no day becomes `XXXX`.

    >>> edtf("2037-W09"), edtf("2037-SU"), edtf("201"), edtf("XXXX-02-27"), edtf("PRESENT_REF")
    ('2037-02-23/2037-03-01', '2037-22', '201X', 'XXXX-02-27', 'XXXX')
    """
    days = days_of(value)
    if days is None:
        return value if re.fullmatch(r"XXXX-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?", value) else UNKNOWN
    unit = unit_of(value)
    if "/" in value:
        return edtf_of(days[0].isoformat(), days[1].isoformat())
    if unit == "day":
        return days[0].isoformat()
    if unit in ("week", "weekend"):
        return f"{days[0]}/{days[1]}"
    if unit in ("quarter", "half", "season"):
        return f"{value[:4]}-{_PART[value[5:7]]}"
    if unit in ("decade", "century"):
        return value.rstrip("X").ljust(4, "X")
    return value.removeprefix("FY").replace("-XX", "")


def edtf_of(earliest: str | None, latest: str | None, *, approximate: bool = False, uncertain: bool = False) -> str:
    """The shortest EDTF for a span of ISO days, either end open if None; `~` approximate, `?` uncertain, `%` both.

    >>> edtf_of("2025-05-01", "2025-08-31", approximate=True), edtf_of(None, "2037-02-27"), edtf_of(None, None)
    ('2025-05~/2025-08~', '../2037-02-27', 'XXXX')
    """
    if earliest is None and latest is None:
        return UNKNOWN
    mark = {(0, 0): "", (1, 0): "~", (0, 1): "?", (1, 1): "%"}[approximate, uncertain]
    if earliest is None or latest is None:
        return f"../{latest}{mark}" if earliest is None else f"{earliest}{mark}/.."
    if earliest == latest:
        return earliest + mark
    first, last = _shortest(date.fromisoformat(earliest), date.fromisoformat(latest))
    return first + mark if first == last else f"{first}{mark}/{last}{mark}"


def _shortest(first: date, last: date) -> tuple[str, str]:
    if first.day != 1 or (last + timedelta(1) if last < date.max else date.min).day != 1:
        return first.isoformat(), last.isoformat()
    if first.month == 1 and last.month == 12:
        return f"{first.year:04}", f"{last.year:04}"
    return first.isoformat()[:7], last.isoformat()[:7]


def edtf_bounds(edtf: str) -> Bounds:
    """First and last ISO day that an EDTF string covers, None where open or unknown; never an error.

    >>> edtf_bounds("2025-05~/2025-08~"), edtf_bounds("2037-03-03/.."), edtf_bounds("XXXX")
    (('2025-05-01', '2025-08-31'), ('2037-03-03', None), (None, None))
    """
    first, slash, last = edtf.strip().partition("/")
    earliest = _point_bounds(first)
    latest = _point_bounds(last) if slash else earliest
    return earliest[0], latest[1]


def _point_bounds(point: str) -> Bounds:
    point = point.strip().rstrip("~?%")
    match = re.fullmatch(r"(\d{4})-(2[1-4]|3[3-6]|4[01])", point)
    if match:
        point = f"{match[1]}-{_VALUE_PART[match[2]]}"
    elif re.fullmatch(r"\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX|\d{4}(?:-\d\d){0,2}", point) is None:
        return OPEN
    days = days_of(point)
    return OPEN if days is None else (days[0].isoformat(), days[1].isoformat())
