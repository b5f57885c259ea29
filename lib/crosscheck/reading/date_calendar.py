"""Which days do days, months, seasons and quarters denote?

One function for each reading that the grammar asks for; each takes the hit and the context, and gives a `Reading` or
None when the words turn out to be something else ("may", "April Jones"). A month or a day without a year is the
nearest, leaning to the past or the future by the sentence's cues. Not known: the fiscal years of companies.
"""

import calendar
from collections.abc import Callable
from datetime import date

from crosscheck.reading.date_context import (
    DAYS,
    MONTHS,
    Context,
    Reading,
    counted_from,
    inside_year,
    nearest,
    part_of,
    related,
    shared_date,
    step_of,
)
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_years import year_of

_BEFORE_MONTH = frozenset(
    "in of by since until till through from during for to and or between early mid late last next this before after "
    "- , over".split())
_BEFORE_NAMED = frozenset("in since until till through during early mid late last next this".split())
_DETERMINERS = frozenset("a an the this that its their 's".split())
_NAMES = ("03", "04", "05", "06", "08")
_BUSINESS = frozenset(
    "sales profit profits revenue revenues turnover earnings income loss losses orders output exports imports growth "
    "dividend net results gdp economy company shares".split())


def iso(hit: Hit, context: Context) -> Reading | None:
    """"2037-03-04", with or without a time; "2037-03"."""
    value = hit.value("iso").upper().replace("/", "-")
    day = value.split("T")[0]
    if len(day) == 7:
        return _month_or_years(day)
    if not _is_day(*map(int, day.split("-"))):
        return Reading("DATE", day, flag="impossible_day")
    return Reading("TIME" if "T" in value else "DATE", value)


def _month_or_years(words: str) -> Reading | None:
    """"2037-03" is a month, "2011-12" and "2037-27" are two years."""
    first, second = words[:4], words[5:]
    if int(second) > 12 or int(second) == int(first[2:]) + 1:
        return Reading("DATE", f"{first}/{first[:2]}{second}") if int(second) > int(first[2:]) else None
    return Reading("DATE", words) if int(second) else None


def numeric(hit: Hit, context: Context) -> Reading | None:
    """"10/30/1989": month first unless the text shows the other order; a reading that stays open is flagged."""
    words = hit.value("numeric")
    cut = "/" if "/" in words else "."
    a, b, year = words.split(cut)
    if cut == "." and len(year) < 4:
        return None
    day_first = int(a) > 12 or (int(b) <= 12 and (cut == "." or bool(context.day_first)))
    month, day = (int(b), int(a)) if day_first else (int(a), int(b))
    if not _is_day(2000, month, day):
        return Reading("DATE", f"{'XX' * (len(year) == 2)}{year}-{month:02}-{day:02}", flag="impossible_day") \
            if month <= 12 and day <= 31 else None
    open_order = cut == "/" and int(a) <= 12 and int(b) <= 12 and a != b and context.day_first is None
    flag = "ambiguous_order" if open_order else "two_digit_year" if len(year) == 2 else ""
    if len(year) == 2:
        return Reading("DATE", relation=f"yy~{year}-{month:02}-{day:02}", flag=flag)
    return Reading("DATE", f"{year}-{month:02}-{day:02}", flag=flag) if _is_day(int(year), month, day) else \
        Reading("DATE", f"{year}-{month:02}-{day:02}", flag="impossible_day")


def month_day(hit: Hit, context: Context) -> Reading | None:
    """"March 4", "Tuesday, 4 March 2037": with no year the nearest, or the next after a future cue."""
    day, month, year = hit.value(*DAYS), hit.value(*MONTHS), hit.value("year", "faryear")
    if year is None and _is_day(2000, int(month), int(day)):
        shared = shared_date("md", f"{month}-{int(day):02}", hit)
        if shared is not None:
            return shared
    return day_of(hit, f"{month}-{int(day):02}", hit.value("year", "faryear"))


def day_of(hit: Hit, month_and_day: str, year: str | None) -> Reading:
    """The day `03-04` of `year`, or of the nearest year; flagged if there is no such day or the weekday is another."""
    month, day = map(int, month_and_day.split("-"))
    if not _is_day(int(year or 2000), month, day):
        return Reading("DATE", f"{year or 'XXXX'}-{month_and_day}", flag="impossible_day")
    weekday = hit.value("weekday", "shortweekday")
    if year is None:
        return Reading("DATE", relation=nearest("md", month_and_day, hit, default="~"), weekday=weekday or "")
    conflict = weekday and date(int(year), month, day).isoweekday() != int(weekday)
    return Reading("DATE", f"{year}-{month_and_day}", flag="weekday_conflict" if conflict else "")


def holiday(hit: Hit, context: Context) -> Reading | None:
    """"Christmas Eve 2019", "Labor Day", "New Year's Day"."""
    if hit.has("new") and (hit.all("singular")[:1] != ["Y"] or hit.all("singular")[1:] not in ([], ["D"])):
        return None
    if hit.has("singular") and not hit.has("new") and hit.value("singular") != "D":
        return None
    what = "01-01" if hit.has("new") else hit.value("holiday", "holidayfirst")
    eve = " day-1" if hit.has("eve") else ""
    month, nth = what.split("/") if "/" in what else (what, "")
    steps = f"{' nth=' + nth if nth else ''}{eve}".strip()
    if year := hit.value("year"):
        return counted_from(Reading("DATE", f"{int(year) + (what == '01-01' and bool(eve)):04}-{month}"), steps)
    name = "month" if nth else "md"
    return Reading("DATE", relation=f"{nearest(name, month, hit, default='~')} {steps}".strip())


def holiday_may(hit: Hit, context: Context) -> Reading | None:
    """"May Day"."""
    if hit.value("capmonth") != "05" or hit.value("singular") != "D" or not hit.is_titled(hit.first + 1):
        return None
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-05-01")
    return Reading("DATE", relation=nearest("md", "05-01", hit, default="~"))


def day_range(hit: Hit, context: Context) -> Reading | None:
    """"between 3 and 5 March 2037": one row for the whole stretch."""
    first, last = (int(day) for day in hit.all(*DAYS)[:2])
    month, year = hit.value(*MONTHS), hit.value("year", "faryear")
    if not (first < last and _is_day(int(year or 2000), int(month), last)):
        return None
    if year:
        return Reading("DATE", f"{year}-{month}-{first:02}/{year}-{month}-{last:02}")
    return Reading("DATE", relation=f"{nearest('md', f'{month}-{first:02}', hit, default='~')} to:{last:02}")


def day_of_month(hit: Hit, context: Context) -> Reading | None:
    """"on the 27th": the last one, or the next after a future cue."""
    day = int(hit.value("nth"))
    return Reading("DATE", relation=nearest("dom", f"{day:02}", hit, default="<=")) if 1 <= day <= 31 else None


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def month(hit: Hit, context: Context) -> Reading | None:
    """"March 2037"; "early March" is the nearest March."""
    year = year_of(hit)
    if year is None and not _is_bare_month(hit):
        return None
    if year:
        return Reading("DATE", f"{year}-{hit.value(*MONTHS)}", part=part_of(hit))
    if (shared := shared_date("month", hit.value(*MONTHS), hit)) is not None:
        return shared._replace(part=part_of(hit))
    return related(nearest("month", hit.value(*MONTHS), hit, default="~"), hit)


def _is_bare_month(hit: Hit) -> bool:
    """Whether a month alone is one: "in May", not "May Collins", "may" or "Jan Novak"."""
    before, after = (hit.before(1) or [""])[0], (hit.after(1) or [""])[0]
    if hit.last - hit.first > 1:
        return True
    ambiguous = hit.has("shortmonth") or hit.value(*MONTHS) in _NAMES
    if hit.is_name() and before not in (_BEFORE_NAMED if ambiguous else _BEFORE_MONTH | _DETERMINERS):
        return False
    if hit.has("capmonth"):
        return before in _BEFORE_MONTH and before not in ",-"
    return hit.has("month") or before in _BEFORE_MONTH and after != "."


def month_relative(hit: Hit, context: Context) -> Reading | None:
    """"last April", "next March"."""
    sign = {-1: "<", 1: ">", 0: "~"}[step_of(hit)]
    if sign == "~" and not hit.has("past", "coming"):
        return related(f"year+0 month={hit.value(*MONTHS)}", hit)
    day = hit.value("small12", "small24", "small31", "nth")
    what = hit.value(*MONTHS)
    if hit.has("the") and not day and (anchor := context.anchor("month", hit.first)):
        return counted_from(anchor, f"month{sign}{what} {part_of(hit)}")
    return related(f"md{sign}{what}-{int(day):02}" if day else f"month{sign}{what}", hit)


def month_of_year(hit: Hit, context: Context) -> Reading | None:
    """"in May last year", "in May of that year"."""
    return inside_year(hit, context, f"month={hit.value(*MONTHS)}")


def season(hit: Hit, context: Context) -> Reading | None:
    """"in the summer": the latest, or the next after a future cue."""
    return related(nearest("season", hit.value("season", "fall"), hit, default="~"), hit)


def season_year(hit: Hit, context: Context) -> Reading | None:
    """"the winter of 1994"."""
    value = hit.value("spokenyear") or (hit.value("iso") or year_of(hit))[:4]
    return Reading("DATE", f"{value}-{hit.value('season', 'fall')}", part=part_of(hit)) if len(value) == 4 else None


def season_relative(hit: Hit, context: Context) -> Reading | None:
    """"last fall", "this past spring"."""
    sign = {-1: "<", 1: ">", 0: "~"}[step_of(hit)]
    steps = f"season{sign}{hit.value('season', 'fall')}"
    if hit.has("the") and sign != "~" and (anchor := context.anchor("season", hit.first)):
        return counted_from(anchor, f"{steps} {part_of(hit)}")
    return related(steps, hit)


def season_that(hit: Hit, context: Context) -> Reading | None:
    """"that winter": the one that goes on from the last date of the text."""
    anchor = context.anchor("season", hit.first)
    if anchor is None or hit.has("fall") and not hit.is_titled(hit.last - 1):
        return None
    return counted_from(anchor, f"season^{hit.value('season', 'fall')}")


def season_of_year(hit: Hit, context: Context) -> Reading | None:
    """"the summer of last year"."""
    return inside_year(hit, context, f"season={hit.value('season', 'fall')}")


def quarter(hit: Hit, context: Context) -> Reading | None:
    """"the third quarter", "the 1988 third quarter", "next year's first quarter"."""
    number = int(hit.value("ordinal"))
    if number > 4:
        return None
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-Q{number}", part=part_of(hit))
    if hit.has("singular"):
        return inside_year(hit, context, f"quarter={number}")
    if hit.has("comparable") and context.last_quarter(hit.first):
        return counted_from(context.last_quarter(hit.first), "shift-1Y")
    return related(nearest("quarter", str(number), hit, default="~"), hit)


def quarter_name(hit: Hit, context: Context) -> Reading | None:
    """"Q3 2010", "H1 2025"."""
    number, name = hit.value("quartername", "halfname"), "quarter" if hit.has("quartername") else "half"
    if year := year_of(hit):
        return Reading("DATE", f"{year}-{name[0].upper()}{number}")
    return related(nearest(name, number, hit, default="~"), hit)


def half(hit: Hit, context: Context) -> Reading | None:
    """"the first half of 2025", "first-half profit"."""
    number = int(hit.value("ordinal"))
    if number > 2:
        return None
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-H{number}", part=part_of(hit))
    if hit.has("singular"):
        return inside_year(hit, context, f"half={number}")
    return related(nearest("half", str(number), hit, default="<="), hit)


def half_bare(hit: Hit, context: Context) -> Reading | None:
    """"in the first half", where a sentence speaks of business."""
    if int(hit.value("ordinal")) > 2 or not _BUSINESS & {*hit.before(14), *hit.after(10)}:
        return None
    return related(nearest("half", hit.value("ordinal"), hit, default="<="), hit)


def quarters_of_year(hit: Hit, context: Context) -> Reading | None:
    """"the first two quarters of 1990" is its first half."""
    if hit.all("small12", "word")[:1] != ["2"] or hit.value("ordinal") not in (None, "1"):
        return None
    number = 1 if hit.has("ordinal") else 2
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-H{number}")
    return inside_year(hit, context, f"half={number}")


CALENDAR: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    iso, numeric, month_day, holiday, holiday_may, day_range, day_of_month, month, month_relative, month_of_year,
    season, season_year, season_relative, season_that, season_of_year, quarter, quarter_name, half, half_bare,
    quarters_of_year)}
