"""Which days do days, months, years, seasons and quarters denote?

One function for each reading that the grammar asks for; each takes the hit and the context, and gives a `Reading` or
None when the words turn out to be something else (a price, an age, "may"). A month or a day without a year is the
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

_BEFORE_MONTH = frozenset(
    "in of by since until till through from during for to and or between early mid late last next this before after "
    "- , over".split())
_BEFORE_YEAR = frozenset(
    "in since of by from until till to through between and before after during for circa".split())
_NAMES = ("04", "06", "08")
_QUANTITY = frozenset("$ £ € # than nearly almost some".split())
_NO_DECADE = frozenset("temperatures temperature highs lows degrees aged his her their".split())


def iso(hit: Hit, context: Context) -> Reading | None:
    """"2037-03-04", with or without a time; "2037-03"."""
    value = hit.value("iso").upper()
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
    day_first = int(a) > 12 or (int(b) <= 12 and bool(context.day_first))
    month, day = (int(b), int(a)) if day_first else (int(a), int(b))
    if not _is_day(2000, month, day):
        return Reading("DATE", f"{'XX' * (len(year) == 2)}{year}-{month:02}-{day:02}", flag="impossible_day") \
            if month <= 12 and day <= 31 else None
    open_order = int(a) <= 12 and int(b) <= 12 and a != b and context.day_first is None
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
    before, after = (hit.before(1) or [""])[0], (hit.after(1) or [""])[0]
    if hit.is_name() and before not in _BEFORE_YEAR - {"and"} and hit.value("month") in _NAMES:
        return False
    if hit.has("capmonth") and hit.last - hit.first == 1:
        return before in _BEFORE_MONTH and not (before in ",-" and hit.has("capmonth"))
    return hit.has("month", "capmonth") or after != "."


def month_relative(hit: Hit, context: Context) -> Reading | None:
    """"last April", "next March"."""
    sign = {-1: "<", 1: ">", 0: "~"}[step_of(hit)]
    if sign == "~" and not hit.has("past", "coming"):
        return related(f"year+0 month={hit.value(*MONTHS)}", hit)
    day = hit.value("small12", "small24", "small31", "nth")
    what = hit.value(*MONTHS)
    return related(f"md{sign}{what}-{int(day):02}" if day else f"month{sign}{what}", hit)


def month_of_year(hit: Hit, context: Context) -> Reading | None:
    """"in May last year", "in May of that year"."""
    return inside_year(hit, context, f"month={hit.value(*MONTHS)}")


def year_of(hit: Hit) -> str | None:
    """The year in the words, with its century; None if they name none."""
    if (year := hit.value("year", "faryear")) is not None:
        return year
    short = hit.value("shortyear")
    return short and _century_of(short) + short


def _century_of(short: str) -> str:
    return "19" if int(short) >= 40 else "20"


def year(hit: Hit, context: Context) -> Reading | None:
    """"2025", "mid-2025", "the year two thousand"; not a price, a count or an address."""
    value = hit.value("year", "spokenyear")
    before, after = (hit.before(1) or [""])[0], (hit.after(1) or [""])[0]
    if len(value) != 4 or not 1000 <= int(value) <= 2199 or before in _QUANTITY or after in ("%", "percent"):
        return None
    if before == "-" and hit.before(2)[-1].isdigit():
        return None
    if not part_of(hit) and not 1900 <= int(value) <= 2099 and before not in _BEFORE_YEAR:
        return None
    return Reading("DATE", value, part=part_of(hit))


def year_short(hit: Hit, context: Context) -> Reading | None:
    """"in '98"."""
    return Reading("DATE", year_of(hit))


def fiscal_year(hit: Hit, context: Context) -> Reading | None:
    """"fiscal 1989", read as that year."""
    return Reading("DATE", year_of(hit), part=part_of(hit))


def year_range(hit: Hit, context: Context) -> Reading | None:
    """"2014-2019", "2014-19"."""
    first, last = hit.all("year", "small12", "small24", "small31", "number")
    last = first[:4 - len(last)] + last if len(last) < 4 else last
    return Reading("DATE", f"{first}/{last}") if 1400 < int(first) < int(last) < 2200 else None


def decade(hit: Hit, context: Context) -> Reading | None:
    """"the mid-1990s", "the nineties"; ages and temperatures ("in his 30s") are none."""
    value = hit.value("decade", "decadeword")
    if len(value) == 1:
        if "'" not in hit.tokens.words[hit.last - 1] and (part_of(hit) or not hit.has("the")):
            return None
        if set(hit.before(6)) & _NO_DECADE:
            return None
        value = ("19" if int(value) >= 2 else "20") + value
    return Reading("DATE", value, part=part_of(hit))


def century(hit: Hit, context: Context) -> Reading | None:
    """"the 20th century"."""
    number = int(hit.value("ordinal", "nth"))
    return Reading("DATE", f"{number - 1:02}", part=part_of(hit)) if 1 < number < 30 else None


def season(hit: Hit, context: Context) -> Reading | None:
    """"in the summer": the latest, or the next after a future cue."""
    return related(nearest("season", hit.value("season", "fall"), hit, default="~"), hit)


def season_year(hit: Hit, context: Context) -> Reading | None:
    """"the winter of 1994"."""
    value = hit.value("spokenyear") or year_of(hit)
    return Reading("DATE", f"{value}-{hit.value('season', 'fall')}", part=part_of(hit)) if len(value) == 4 else None


def season_relative(hit: Hit, context: Context) -> Reading | None:
    """"last fall", "this past spring"."""
    sign = {-1: "<", 1: ">", 0: "~"}[step_of(hit)]
    return related(f"season{sign}{hit.value('season', 'fall')}", hit)


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


def quarters_of_year(hit: Hit, context: Context) -> Reading | None:
    """"the first two quarters of 1990" is its first half."""
    if hit.all("small12", "word")[:1] != ["2"] or hit.value("ordinal") not in (None, "1"):
        return None
    number = 1 if hit.has("ordinal") else 2
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-H{number}")
    return inside_year(hit, context, f"half={number}")


CALENDAR: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    iso, numeric, month_day, holiday, day_range, day_of_month, month, month_relative, month_of_year, year,
    year_short, fiscal_year, year_range, decade, century, season, season_year, season_relative, season_of_year, quarter,
    quarter_name, half, quarters_of_year)}
