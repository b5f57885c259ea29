"""What days does a time value cover? TIMEX3 values, EDTF intervals, and the reference day they hang on.

A *value* is a TIMEX3 value (`2037-03-04`, `2037-W10`, `2037-Q1`, `P3M`, `XXXX-WXX-5`). A *relation* says in small
steps, read from left to right, how a value hangs on a reference day; `resolve` walks them:

    day-1  week+0  month-2  quarter-1  year+1      that unit, counted from the one that holds the reference
    weekday<=5  month~03  md>=03-04  dom<27        the nearest such Friday, March, 4 March, 27th: `<=` not after,
    season<=SU  quarter<=3  half<=1                `<` before, `>=` not before, `>` after, `~` the nearer one,
                                                   a past one by a quarter; `<~` and `~>` lean further
    md^03-04                                       the one that a story goes on to: of the same year if it can be
    month=03  quarter=3  weekday=5  md=03-04       that part of the value so far (`year-1 quarter=3`)
    nth=1-5                                        the first Friday in it (5 is the last)
    shift-1Y                                       the same stretch so much earlier or later
    early  mid  late  start  end  earlier  later   a part of it: narrows `span`, not the value
    T22:00  TMO                                    a time of that day
    past:P3M  next:P2W                             a length that ends or begins at the reference
    to:05                                          and on to that day of the month
    yy~89-10-30                                    the century of a year with two digits

Not known here: calendars other than the Gregorian, time zones, and hemispheres (summer is June to August).
"""

import functools
import re
from datetime import MAXYEAR, date, timedelta

from crosscheck.edtf import edtf, edtf_bounds, edtf_of
from crosscheck.timex_values import OPEN, Bounds, Days, days_of, part_of, shifted, unit_value

__all__ = ["bounds", "edtf", "edtf_bounds", "edtf_of", "narrowed", "resolve", "span"]

_STEP = re.compile(
    r"(?P<unit>century|decade|year|half|quarter|season|month|weekend|week|day)(?P<count>[+-]\d{1,6})"
    r"|(?P<name>weekday|weekend|month|md|dom|season|quarter|half|yy|nth)(?P<op><=|>=|<~|~>|<|>|~|\^|=)(?P<what>[\w-]+)"
    r"|shift(?P<shift>[+-]\d{1,6})(?P<letter>[CEYQMWD])|(?P<part>early|mid|late|start|end|earlier|later)|(?P<time>T\S+)"
    r"|(?P<side>past|next):(?P<length>P\S+)|to:(?P<to>\d\d)")
PARTS = ("early", "mid", "late", "start", "end", "earlier", "later")

_LEANING, _HALF_YEAR = 5, 184
_VAGUE = {4: "XXXX", 7: "XXXX-XX"}


def bounds(value: str) -> Bounds:
    """First and last ISO day that a TIMEX3 value can mean; `(None, None)` if it names no stretch of the calendar.

    >>> bounds("2037-W09"), bounds("2037-Q1"), bounds("XXXX-WXX-5")
    (('2037-02-23', '2037-03-01'), ('2037-01-01', '2037-03-31'), (None, None))
    """
    days = days_of(value)
    return OPEN if days is None else (days[0].isoformat(), days[1].isoformat())


def resolve(relation: str, reference: str | None) -> str:
    """The TIMEX3 value of a relation, counted from an ISO day; typed but open (`XXXX-WXX-5`) without one.

    >>> resolve("weekday<=5", "2037-03-04"), resolve("week-1 late", "2037-03-04"), resolve("weekday<=5", None)
    ('2037-02-27', '2037-W09', 'XXXX-WXX-5')
    """
    value = _walk(relation, reference)
    return _typed(relation) if value is None else value


def span(relation: str, reference: str | None) -> Bounds:
    """First and last ISO day of a relation counted from an ISO day; narrower than its value for "late last week".

    >>> span("week-1 late", "2037-03-04")
    ('2037-02-26', '2037-03-01')
    """
    steps = relation.split()
    if steps and (match := _STEP.fullmatch(steps[-1])) and match["side"]:
        return _length_bounds(match["side"], match["length"], _walk(" ".join(steps[:-1]), reference))
    value = _walk(relation, reference)
    parts = [step for step in steps if step in PARTS]
    if value is None:
        return OPEN
    if parts and parts[-1] in ("earlier", "later"):
        return _up_to(parts[-1], bounds(value), reference)
    return narrowed(value, parts[-1] if parts else None)


def _up_to(part: str, days: Bounds, reference: str) -> Bounds:
    """"Earlier this month" ends at the reference day, "later this month" begins there."""
    if days == OPEN or not days[0] <= reference <= days[1]:
        return days
    return (days[0], reference) if part == "earlier" else (reference, days[1])


def narrowed(value: str, part: str | None) -> Bounds:
    """The bounds of one part (`early mid late start end`) of a value; all of it if the part is None.

    >>> narrowed("2025", "mid"), narrowed("2037-W09", "late")
    (('2025-05-01', '2025-08-31'), ('2037-02-26', '2037-03-01'))
    """
    days = days_of(value)
    if days is None:
        return OPEN
    first, last = days if part is None or days[0] == days[1] else part_of(days, part)
    return first.isoformat(), last.isoformat()


# --- walking a relation ------------------------------------------------------------------------------------------

@functools.lru_cache(maxsize=4096)
def _walk(relation: str, reference: str | None) -> str | None:
    value = reference
    for step in relation.split():
        match = _STEP.fullmatch(step)
        if value is None or match is None:
            return None
        try:
            value = _step(match, value)
        except (ValueError, OverflowError):
            return None
    return value


def _step(match: re.Match, value: str) -> str | None:
    if match["part"]:
        return value
    if match["length"]:
        return match["length"]
    if match["time"]:
        return value.split("T")[0] + match["time"]
    if match["to"]:
        return f"{value}/{value[:8]}{match['to']}"
    days = days_of(value)
    if days is None:
        return None
    if match["unit"]:
        return unit_value(match["unit"], days[0], int(match["count"]))
    if match["shift"]:
        return shifted(value, days, int(match["shift"]), match["letter"])
    if match["op"] == "=":
        return _inside(match["name"], match["what"], days)
    return _nearest(match["name"], match["op"], match["what"], days[0])


def _inside(name: str, what: str, days: Days) -> str | None:
    first, last = days
    if name == "weekday":
        day = first + timedelta((int(what) - first.isoweekday()) % 7)
        return day.isoformat() if day <= last else None
    if name == "nth":
        return _nth_weekday(first, last, *map(int, what.split("-")))
    year = (first + (last - first) / 2).year
    if name == "dom":
        return date(first.year, first.month, int(what)).isoformat()
    return _of_year(name, what, year)


def _nth_weekday(first: date, last: date, number: int, weekday: int) -> str | None:
    """The first, second, … such weekday of a stretch; 5 is the last."""
    day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    if number == 5 and day > last:
        day -= timedelta(7)
    return day.isoformat() if day <= last else None


def _of_year(name: str, what: str, year: int) -> str | None:
    value = {"quarter": f"{year:04}-Q{what}", "half": f"{year:04}-H{what}"}.get(name, f"{year:04}-{what}")
    return value if days_of(value) else None


def _nearest(name: str, op: str, what: str, day: date) -> str | None:
    candidates = [(found[0], found[1], value) for value in _candidates(name, what, day) if (found := days_of(value))]
    if "~" in op:
        return min(candidates, key=lambda c: (_distance(c, day, op), c[0] > day), default=(None,) * 3)[2]
    if op == "^":
        return _going_on(candidates, day)
    keep = {"<=": lambda c: c[0] <= day, "<": lambda c: c[1] < day, ">=": lambda c: c[1] >= day,
            ">": lambda c: c[0] > day}[op]
    kept = [candidate for candidate in candidates if keep(candidate)]
    if not kept:
        return None
    return (max if "<" in op else min)(kept)[2]


def _going_on(candidates: list[tuple[date, date, str]], day: date) -> str | None:
    """The one of the same year; that of the next if the story would go back, and it is at most half a year ahead."""
    later = min((one for one in candidates if one[1] >= day), default=None)
    if later and (later[0].year == day.year or (later[0] - day).days <= _HALF_YEAR):
        return later[2]
    return max((one for one in candidates if one[0].year <= day.year), default=(None,) * 3)[2]


def _distance(candidate: tuple[date, date, str], day: date, op: str) -> int:
    ahead, behind = (candidate[0] - day).days, (day - candidate[1]).days
    on, back = {"~>": (1, _LEANING), "<~": (_LEANING, 1), "~": (1.25, 1)}[op]
    return max(0, ahead * on, behind * back)


def _candidates(name: str, what: str, day: date) -> list[str]:
    if name == "weekday":
        monday = day - timedelta(day.isoweekday() - int(what))
        return [(monday + timedelta(n)).isoformat() for n in (-7, 0, 7)]
    if name == "weekend":
        return [unit_value("weekend", day, n) for n in (-1, 0, 1)]
    if name == "yy":
        return [f"{day.year // 100 + n:02}{what}" for n in (-1, 0, 1)]
    if name == "dom":
        index = day.year * 12 + day.month - 1
        return [f"{(index + n) // 12:04}-{(index + n) % 12 + 1:02}-{int(what):02}" for n in (-2, -1, 0, 1, 2)]
    reach = 8 if what == "02-29" else 1
    return [v for n in range(-reach, reach + 1) if 1 <= day.year + n <= MAXYEAR
            and (v := _of_year(name, what, day.year + n))]


def _length_bounds(side: str, length: str, reference: str | None) -> Bounds:
    days = days_of(reference or "")
    match = re.fullmatch(r"P(\d{1,5})([CEYQMWD])", length)
    if days is None or match is None:
        return OPEN
    try:
        other = shifted(days[0].isoformat(), days, int(match[1]) * (-1 if side == "past" else 1), match[2])
    except (ValueError, OverflowError):
        return OPEN
    return (other, days[1].isoformat()) if side == "past" else (days[0].isoformat(), other)


def _typed(relation: str) -> str:
    value = ""
    for step in relation.split():
        match = _STEP.fullmatch(step)
        if match is None or match["part"] or match["to"]:
            continue
        value = match["length"] or (value or "XXXX-XX-XX") + match["time"] if match["time"] or match["length"] \
            else _open_value(match, value)
    return value or "XXXX"


def _open_value(match: re.Match, value: str) -> str:
    if match["unit"]:
        return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
                "quarter": "XXXX-QX", "half": "XXXX-HX", "decade": "XXX", "century": "XX"}.get(match["unit"], "XXXX")
    if match["shift"]:
        return value if match["letter"] in "CEY" else _VAGUE.get(len(value), "XXXX-XX-XX")
    what = match["what"]
    return {"weekday": f"XXXX-WXX-{what}", "dom": f"XXXX-XX-{what}", "quarter": f"XXXX-Q{what}",
            "half": f"XXXX-H{what}", "weekend": "XXXX-WXX-WE", "yy": f"XX{what}"}.get(match["name"], f"XXXX-{what}")


