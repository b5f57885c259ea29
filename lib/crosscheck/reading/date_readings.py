"""Which days does a dated expression denote? Days, months, years, seasons, quarters, weekdays, times of day.

One function for each reading that the grammar asks for; each takes the hit and the context, and gives a `Reading` or
None when the words turn out to be something else (a price, a name, "may"). Lengths and offsets: `date_lengths`.
"""

import calendar
from collections.abc import Callable
from datetime import date

from crosscheck.reading.date_context import Context, Reading, counted_from, direction
from crosscheck.reading.date_grammar import Hit

MONTHS = ("month", "capmonth", "shortmonth")
DAYS = ("small12", "small24", "small31", "nth", "ordinal")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "E": "decade", "C": "century", "Q": "quarter"}
_BACK, _ON = ("last", "past", "previous"), ("next", "coming", "following")
_BEFORE_MONTH = frozenset("in of by since until till through from during for to and or between early mid late last next this "
                          "before after - , over".split())
_BEFORE_YEAR = frozenset("in since of by from until till to through between and before after during for circa".split())
_QUANTITY = frozenset("$ £ € # than nearly almost some".split())
_NAMED_DAYS = frozenset("black good super ash bloody palm easter cyber fat maundy shrove".split())


def part_of(hit: Hit) -> str:
    """Which part of the stretch the words ask for: early, mid, late, start, end, earlier, later; empty for all."""
    for name in ("early", "mid", "late", "start", "end", "middle", "earlier", "later"):
        if hit.has(name):
            return "mid" if name == "middle" else name
    return ""


def step_of(hit: Hit) -> int | None:
    """How many units away: -1 last, 0 this, +1 next; None if the words do not say."""
    return -1 if hit.has(*_BACK) else 1 if hit.has(*_ON) else 0 if hit.has("this") else None


def nearest(name: str, what: str, hit: Hit, *, default: str) -> str:
    """A relation to the nearest such month, weekday, …, turned by the cues of the sentence."""
    cue = direction(hit)
    if default == "~":
        return f"{name}{_LEANING[cue]}{what}"
    return f"{name}{'>=' if cue == 'future' else default}{what}"


_LEANING = {"future": "~>", "past": "<~", None: "~"}


# --- explicit days -----------------------------------------------------------------------------------------------

def iso(hit: Hit, context: Context) -> Reading | None:
    """"2026-03-04", with or without a time; "2026-03"."""
    value = hit.value("iso").upper()
    day = value.split("T")[0]
    if len(day) == 7:
        return Reading("DATE", day) if 1 <= int(day[5:]) <= 12 else None
    if not _is_day(*map(int, day.split("-"))):
        return Reading("DATE", day, flag="impossible_day")
    return Reading("TIME" if "T" in value else "DATE", value)


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
    """"March 4", "Tuesday, 4 March 2026": with no year the nearest, or the next after a future cue."""
    day, month = hit.value(*DAYS), hit.value(*MONTHS)
    return _day(hit, f"{month}-{int(day):02}", hit.value("year"))


def _day(hit: Hit, month_and_day: str, year: str | None) -> Reading:
    month, day = map(int, month_and_day.split("-"))
    if not _is_day(int(year or 2000), month, day):
        return Reading("DATE", f"{year or 'XXXX'}-{month_and_day}", flag="impossible_day")
    if year is None:
        return Reading("DATE", relation=nearest("md", month_and_day, hit, default="~"))
    weekday = hit.value("weekday", "shortweekday")
    conflict = weekday and date(int(year), month, day).isoweekday() != int(weekday)
    return Reading("DATE", f"{year}-{month_and_day}", flag="weekday_conflict" if conflict else "")


def day_range(hit: Hit, context: Context) -> Reading | None:
    """"between 3 and 5 March 2026": one row for the whole stretch."""
    first, last = (int(day) for day in hit.all(*DAYS)[:2])
    month, year = hit.value(*MONTHS), hit.value("year")
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


# --- months, years, decades --------------------------------------------------------------------------------------

def month(hit: Hit, context: Context) -> Reading | None:
    """"March 2026"; "early March" is the nearest March."""
    year = _year_of(hit)
    if year is None and not _is_bare_month(hit):
        return None
    if year:
        return Reading("DATE", f"{year}-{hit.value(*MONTHS)}", part=part_of(hit))
    return _related(nearest("month", hit.value(*MONTHS), hit, default="~"), hit)


def _is_bare_month(hit: Hit) -> bool:
    before, after = (hit.before(1) or [""])[0], (hit.after(1) or [""])[0]
    if hit.has("capmonth") and hit.last - hit.first == 1:
        return before in _BEFORE_MONTH and not (before in ",-" and hit.has("capmonth"))
    return hit.has("month", "capmonth") or after != "."


def month_relative(hit: Hit, context: Context) -> Reading | None:
    """"last April", "next March"."""
    sign = {-1: "<", 1: ">", 0: "~"}[step_of(hit)]
    if sign == "~" and not hit.has("past", "coming"):
        return _related(f"year+0 month={hit.value(*MONTHS)}", hit)
    day = hit.value("small12", "small24", "small31", "nth")
    what = hit.value(*MONTHS)
    return _related(f"md{sign}{what}-{int(day):02}" if day else f"month{sign}{what}", hit)


def month_of_year(hit: Hit, context: Context) -> Reading | None:
    """"in May last year", "in May of that year"."""
    return _inside_year(hit, context, f"month={hit.value(*MONTHS)}")


def _inside_year(hit: Hit, context: Context, step: str) -> Reading | None:
    if hit.value("singular", "century") != "Y":
        return None
    if hit.has("that", "same", "previous", "following"):
        anchor = context.last()
        count = -1 if hit.has("previous") else 1 if hit.has("following") else 0
        return anchor and counted_from(anchor, f"year{count:+d} {step} {part_of(hit)}")
    return _related(f"year{step_of(hit) or 0:+d} {step}", hit)


def _related(relation: str, hit: Hit) -> Reading:
    return Reading("DATE", relation=f"{relation} {part_of(hit)}".strip())


def _year_of(hit: Hit) -> str | None:
    if (year := hit.value("year")) is not None:
        return year
    short = hit.value("shortyear")
    return short and _century_of(short) + short


def _century_of(short: str) -> str:
    return "19" if int(short) >= 40 else "20"


def year(hit: Hit, context: Context) -> Reading | None:
    """"2025", "mid-2025", "the year two thousand"; not a price, a count or an address."""
    value = hit.value("year", "word")
    before, after = (hit.before(1) or [""])[0], (hit.after(1) or [""])[0]
    if len(value) != 4 or not 1000 <= int(value) <= 2199 or before in _QUANTITY or after in ("%", "percent"):
        return None
    if not part_of(hit) and not 1900 <= int(value) <= 2099 and before not in _BEFORE_YEAR:
        return None
    return Reading("DATE", value, part=part_of(hit))


def year_short(hit: Hit, context: Context) -> Reading | None:
    """"in '98"."""
    return Reading("DATE", _year_of(hit))


def year_range(hit: Hit, context: Context) -> Reading | None:
    """"2014-2019", "2014-19"."""
    first, last = hit.all("year", "small12", "small24", "small31", "number")
    last = first[:4 - len(last)] + last if len(last) < 4 else last
    return Reading("DATE", f"{first}/{last}") if 1400 < int(first) < int(last) < 2200 else None


def decade(hit: Hit, context: Context) -> Reading | None:
    """"the mid-1990s", "the nineties"; ages and temperatures ("in his 30s") are none."""
    value = hit.value("decade", "decadeword")
    if len(value) == 1:
        if "'" not in hit.tokens.words[hit.last - 1] and not hit.has("the"):
            return None
        if set(hit.before(6)) & {"temperatures", "temperature", "highs", "lows", "degrees", "aged", "his", "her", "their"}:
            return None
        value = ("19" if int(value) >= 2 else "20") + value
    return Reading("DATE", value, part=part_of(hit))


def century(hit: Hit, context: Context) -> Reading | None:
    """"the 20th century"."""
    number = int(hit.value("ordinal", "nth"))
    return Reading("DATE", f"{number - 1:02}", part=part_of(hit)) if 1 < number < 30 else None


# --- seasons, quarters, halves -----------------------------------------------------------------------------------

def season(hit: Hit, context: Context) -> Reading | None:
    """"in the summer": the latest, or the next after a future cue."""
    return _related(nearest("season", hit.value("season", "fall"), hit, default="<="), hit)


def season_year(hit: Hit, context: Context) -> Reading | None:
    """"the winter of 1994"."""
    value = hit.value("word") or _year_of(hit)
    return Reading("DATE", f"{value}-{hit.value('season', 'fall')}", part=part_of(hit)) if len(value) == 4 else None


def season_relative(hit: Hit, context: Context) -> Reading | None:
    """"last fall", "this past spring"."""
    sign = {-1: "<", 1: ">", 0: "~"}[step_of(hit)]
    return _related(f"season{sign}{hit.value('season', 'fall')}", hit)


def season_of_year(hit: Hit, context: Context) -> Reading | None:
    """"the summer of last year"."""
    return _inside_year(hit, context, f"season={hit.value('season', 'fall')}")


def quarter(hit: Hit, context: Context) -> Reading | None:
    """"the third quarter", "the 1988 third quarter", "next year's first quarter"."""
    number = int(hit.value("ordinal"))
    if number > 4:
        return None
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-Q{number}", part=part_of(hit))
    if hit.has("singular"):
        return _inside_year(hit, context, f"quarter={number}")
    if hit.has("comparable") and context.last_quarter(hit.first):
        return counted_from(context.last_quarter(hit.first), "shift-1Y")
    return _related(nearest("quarter", str(number), hit, default="~"), hit)


def half(hit: Hit, context: Context) -> Reading | None:
    """"the first half of 2025", "first-half profit"."""
    number = int(hit.value("ordinal"))
    if number > 2:
        return None
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-H{number}", part=part_of(hit))
    if hit.has("singular"):
        return _inside_year(hit, context, f"half={number}")
    return _related(nearest("half", str(number), hit, default="<="), hit)


def quarters_of_year(hit: Hit, context: Context) -> Reading | None:
    """"the first two quarters of 1990" is its first half."""
    if hit.all("small12", "word")[:1] != ["2"] or hit.value("ordinal") not in (None, "1"):
        return None
    number = 1 if hit.has("ordinal") else 2
    if year := hit.value("year"):
        return Reading("DATE", f"{year}-H{number}")
    return _inside_year(hit, context, f"half={number}")


# --- days of speaking --------------------------------------------------------------------------------------------

def deictic(hit: Hit, context: Context) -> Reading | None:
    """"late yesterday", "yesterday afternoon"."""
    if hit.before(1) == ["usa"]:
        return None
    return _timed(hit.value("deictic"), hit)


def _timed(relation: str, hit: Hit) -> Reading:
    time = hit.value("noon") or hit.value("daypart")
    if time is None:
        return _related(relation, hit)
    return Reading("TIME", relation=f"{relation} T{time}")


def tonight(hit: Hit, context: Context) -> Reading | None:
    """"tonight"; "overnight" as an adverb is left alone."""
    return Reading("TIME", relation="day+0 TNI") if hit.tokens.words[hit.last - 1] == "tonight" else None


def daypart_relative(hit: Hit, context: Context) -> Reading | None:
    """"this morning", "last night", "that evening"."""
    time = hit.value("daypart")
    if hit.has("same", "that"):
        return _on_day(context.last("day"), f"T{time}")
    return Reading("TIME", relation=f"day{-1 if hit.has('last') else 0:+d} T{time}")


def _on_day(anchor: Reading | None, steps: str) -> Reading | None:
    return counted_from(anchor, f"day+0 {steps}") if anchor else Reading("TIME", f"XXXX-XX-XX{steps.split()[-1]}")


def daypart(hit: Hit, context: Context) -> Reading | None:
    """"by mid afternoon": of the last day named nearby, else of the reference day."""
    return _time_of(context, hit, f"T{hit.value('daypart')}")


def _time_of(context: Context, hit: Hit, time: str) -> Reading | None:
    anchor = context.last_day(hit.first, 40)
    return counted_from(anchor, time) if anchor else Reading("TIME", relation=f"day+0 {time}")


def time(hit: Hit, context: Context) -> Reading | None:
    """"10:30 p.m.", "noon", "10 p.m. Wednesday", "6 p.m. on March 4"."""
    clock = clock_of(hit)
    if clock is None:
        return None
    if hit.has(*MONTHS):
        days = [d for d in hit.all("small12", "small24", "small31")]
        day = days[-1] if hit.tokens.values[hit.first] != days[0] or len(days) > 1 else days[0]
        return _with_time(_day(hit, f"{hit.value(*MONTHS)}-{int(day):02}", hit.value("year")), clock)
    if number := hit.value("weekday"):
        return Reading("TIME", relation=f"{nearest('weekday', number, hit, default='<=')} {clock}")
    if relation := hit.value("deictic"):
        return Reading("TIME", relation=f"{relation} {clock}")
    return _time_of(context, hit, clock)


def _with_time(day: Reading, clock: str) -> Reading:
    if day.relation:
        return day._replace(type="TIME", relation=f"{day.relation} {clock}")
    return day if day.flag == "impossible_day" else day._replace(type="TIME", value=day.value + clock)


def clock_of(hit: Hit) -> str | None:
    """`T22:30` of the words; None if they are no time of day."""
    if noon := hit.value("noon"):
        return f"T{noon}"
    words = hit.value("clock") or hit.value("word") or hit.value("small12", "small24")
    hour, _, minute = words.replace(".", ":").partition(":")
    half = hit.value("ampm")
    if not hour.isdigit() or int(hour) > 24 or (half and not 1 <= int(hour) <= 12):
        return None
    if half is None and not hit.has("zone", "oclock", "daypart", "weekday", "deictic", *MONTHS) \
            and (":" not in words or not set(hit.before(1)) & {"at", "by", "until", "from", "around", "before", "after"}):
        return None
    hour = int(hour) % 12 + int(half) if half else int(hour)
    return f"T{hour:02}:{minute[:2] or '00'}"


# --- weekdays, weeks and other units -----------------------------------------------------------------------------

def weekday(hit: Hit, context: Context) -> Reading | None:
    """"Friday": the latest not after the reference, itself included; the next after a future cue."""
    if set(hit.before(1)) & _NAMED_DAYS or hit.after(1) in (["times"], ["telegraph"], ["mirror"]):
        return None
    return _timed(nearest("weekday", hit.value("weekday"), hit, default="<="), hit)


def weekday_relative(hit: Hit, context: Context) -> Reading | None:
    """"last Friday", "next Tuesday", "the following Monday"."""
    number = hit.value("weekday")
    if hit.has("that", "same", "previous", "following"):
        sign = "<" if hit.has("previous") else ">" if hit.has("following") else "<="
        anchor = context.last()
        return anchor and counted_from(anchor, f"weekday{sign}{number}")
    step = step_of(hit)
    if step == 1 and hit.has("next"):
        return _timed(f"week+1 weekday={number}", hit)
    return _timed(f"weekday{'<' if step == -1 else '>='}{number}", hit)


def weekday_of_week(hit: Hit, context: Context) -> Reading | None:
    """"Tuesday of last week"."""
    if hit.value("singular") != "W":
        return None
    return _related(f"week{step_of(hit) or 0:+d} weekday={hit.value('weekday')}", hit)


def unit_relative(hit: Hit, context: Context) -> Reading | None:
    """"late last week", "earlier this month", "next year", "the end of the year"."""
    unit = unit_name(hit)
    step = step_of(hit) or 0
    if unit is None or (unit == "day" and step == -1):
        return None
    if unit == "century" and hit.has("past"):
        return Reading("DURATION", relation="past:P100Y")
    if unit == "day" and step == 1:
        return unit_anaphoric(hit, context)
    if unit == "quarter" and context.last_quarter(hit.first) and not hit.has("last", "next", "this", "past", "coming"):
        return counted_from(context.last_quarter(hit.first), part_of(hit))
    return _related(f"{unit}{step:+d}", hit)


def unit_name(hit: Hit) -> str | None:
    """`week`, `quarter`, `weekend`, … for the unit in the words."""
    if hit.has("weekend"):
        return "weekend"
    return UNITS.get(hit.value("singular", "century", "quarter"))


def unit_anaphoric(hit: Hit, context: Context) -> Reading | None:
    """"that week", "the following month", "the next day": counted from the last date of the text, else left open."""
    count = -1 if hit.has("previous") else 1 if hit.has("following", "next") else 0
    unit, anchor = unit_name(hit), context.last()
    if hit.has("daypart"):
        return _on_day(context.last("day"), f"day{count:+d} T{hit.value('daypart')}")
    if unit is None:
        return None
    if anchor is None or (unit == "day" and context.unit(anchor) != "day"):
        return None if count == 0 and not hit.has("same") else Reading("DATE", _OPEN.get(unit, "XXXX"))
    return counted_from(anchor, f"{unit}{count:+d} {part_of(hit)}")


_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
         "decade": "XXX", "century": "XX"}


def unit_end(hit: Hit, context: Context) -> Reading | None:
    """"year-end", "year's end"."""
    return Reading("DATE", relation="year+0 end") if hit.value("singular") == "Y" else None


def unit_the(hit: Hit, context: Context) -> Reading | None:
    """"for the year", "in the quarter": the year or quarter under discussion."""
    unit = unit_name(hit)
    if unit == "quarter":
        return context.last_quarter(hit.first) and counted_from(context.last_quarter(hit.first), "")
    return Reading("DATE", relation="year+0") if unit == "year" else None


def unit_latest(hit: Hit, context: Context) -> Reading | None:
    """"the latest quarter", "the comparable period": the last quarter named, or the same a year before."""
    if not hit.has("quarter", "period") or context.last_quarter(hit.first) is None:
        return Reading("DATE", relation=f"{unit_name(hit)}+0") if hit.has("nowadj") and unit_name(hit) else None
    return counted_from(context.last_quarter(hit.first), "shift-1Y" if hit.has("comparable") else "")


def unit_ago(hit: Hit, context: Context) -> Reading | None:
    """"the year-ago quarter": the last quarter named, a year before."""
    if hit.value("singular") != "Y":
        return None
    if hit.has("ordinal"):
        return _related(f"year-1 quarter={hit.value('ordinal')}", hit)
    if context.last_quarter(hit.first):
        return counted_from(context.last_quarter(hit.first), "shift-1Y")
    return Reading("DATE", relation="quarter-4" if hit.has("quarter") else "year-1")


def fiscal_year(hit: Hit, context: Context) -> Reading | None:
    """"fiscal 1989", read as that year."""
    return Reading("DATE", _year_of(hit), part=part_of(hit))


def weekend(hit: Hit, context: Context) -> Reading | None:
    """"over the weekend": the latest, or the next after a future cue."""
    return Reading("DATE", relation=nearest("weekend", "WE", hit, default="<="))


def then(hit: Hit, context: Context) -> Reading | None:
    """"until then": the last date of the text."""
    return context.last() and counted_from(context.last(), "")


def reference(hit: Hit, context: Context) -> Reading | None:
    """"now", "recently", "soon"; "as soon as" is none."""
    if hit.after(1) == ["as"]:
        return None
    return Reading("DATE", hit.value("now", "nowadj", "ref", "recent"))


def future(hit: Hit, context: Context) -> Reading | None:
    """"in the near future"."""
    return Reading("DATE", "FUTURE_REF")


def past(hit: Hit, context: Context) -> Reading | None:
    """"in the past"."""
    return Reading("DATE", "PAST_REF")


READINGS: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    iso, numeric, month_day, day_range, day_of_month, month, month_relative, month_of_year, year, year_short, year_range,
    decade, century, season, season_year, season_relative, season_of_year, quarter, half, quarters_of_year, deictic,
    tonight, daypart_relative, daypart, time, weekday, weekday_relative, weekday_of_week, unit_relative, unit_anaphoric,
    unit_end, unit_the, unit_latest, unit_ago, fiscal_year, weekend, then, reference, future, past)}
