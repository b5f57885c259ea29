"""Which days do "Friday", "late last week" and "that month" denote?

Words that are counted from the day of writing, or from another date of the text. One function for each reading that
the grammar asks for; each gives a `Reading` or None. A weekday is the latest not after the reference day, itself
included, or the next after a future cue. Offsets such as "three years ago": `date_lengths`; times of day: `date_clock`.
"""

from collections.abc import Callable

from crosscheck.reading.date_calendar import month_day
from crosscheck.reading.date_clock import on_day, timed
from crosscheck.reading.date_context import (
    MONTHS,
    OPEN,
    UNITS,
    Context,
    Reading,
    counted_from,
    inside_year,
    nearest,
    part_of,
    related,
    step_of,
)
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_tokens import letters

_BEFORE_THAT = frozenset("on by since until till of from late early before after".split())
_BEFORE_CLAUSE = frozenset("said says say told reported announced confirmed".split())
_BEFORE_END = frozenset("by until till before through".split())
_PAPERS = frozenset(
    "times telegraph mirror gazette herald post tribune independent express mail observer star sun journal review club "
    "group world people".split())
_NAMED_DAYS = frozenset("black good super ash bloody palm easter cyber fat maundy shrove".split())


def weekday(hit: Hit, context: Context) -> Reading | None:
    """"Friday": the latest not after the reference, itself included; the next after a future cue."""
    if set(hit.before(1)) & _NAMED_DAYS or hit.is_name() and set(hit.after(1)) & _PAPERS:
        return None
    if _is_title(hit):
        return None
    return timed(nearest("weekday", hit.value("weekday"), hit, default="<="), hit)


def _is_title(hit: Hit) -> bool:
    """"They watched Saturday Night Live": a capital on the part of the day and on the word after it."""
    part = hit.last - 1 if hit.has("daypart") else hit.last
    return (part + 1 < len(hit.tokens.words) and hit.tokens.classes[part] == letters()["daypart"]
            and hit.is_titled(part) and hit.is_titled(part + 1) and not (hit.first and hit.is_titled(hit.first - 1)))


def weekday_relative(hit: Hit, context: Context) -> Reading | None:
    """"last Friday", "next Tuesday", "the following Monday"."""
    number = hit.value("weekday")
    if hit.has("that") and not set(hit.before(1)) & _BEFORE_THAT:
        return None
    if hit.has("that", "same", "previous", "following"):
        sign = "<" if hit.has("previous") else ">" if hit.has("following") else "<="
        anchor = context.anchor("week", hit.first)
        return anchor and counted_from(anchor, f"weekday{sign}{number}")
    step = step_of(hit)
    if step == 1 and hit.has("next"):
        return timed(f"week+1 weekday={number}", hit)
    return timed(f"weekday{'<' if step == -1 else '>='}{number}", hit)


def weekday_nth(hit: Hit, context: Context) -> Reading | None:
    """"the first Monday in June"."""
    number = int(hit.value("ordinal", "nth") or 5)
    if number > 5:
        return None
    month, nth = hit.value(*MONTHS), f"nth={number}-{hit.value('weekday')}"
    if year := hit.value("year"):
        return counted_from(Reading("DATE", f"{year}-{month}"), nth)
    if hit.has("singular"):
        return inside_year(hit, context, f"month={month} {nth}")
    return Reading("DATE", relation=f"{nearest('month', month, hit, default='~')} {nth}")


def weekday_of_week(hit: Hit, context: Context) -> Reading | None:
    """"Tuesday of last week"."""
    if hit.value("singular") != "W":
        return None
    return related(f"week{step_of(hit) or 0:+d} weekday={hit.value('weekday')}", hit)


def unit_relative(hit: Hit, context: Context) -> Reading | None:
    """"late last week", "earlier this month", "next year", "the end of the year"."""
    unit = unit_name(hit)
    step = step_of(hit) or 0
    if unit is None or (unit == "day" and (step == -1 or hit.has("end") and not set(hit.before(1)) & _BEFORE_END)):
        return None
    if unit == "century" and hit.has("past"):
        return Reading("DURATION", relation="past:P100Y")
    if unit == "day" and step == 1:
        return unit_anaphoric(hit, context)
    if unit == "quarter" and context.last_quarter(hit.first) and not hit.has("last", "next", "this", "past", "coming"):
        return counted_from(context.last_quarter(hit.first), part_of(hit))
    return related(f"{unit}{step:+d}", hit)


def unit_name(hit: Hit) -> str | None:
    """`week`, `quarter`, `weekend`, … for the unit in the words."""
    if hit.has("weekend"):
        return "weekend"
    return UNITS.get(hit.value("singular", "century", "quarter"))


def unit_anaphoric(hit: Hit, context: Context) -> Reading | None:
    """"that week", "the following month", "the next day": counted from the last date of the text, else left open."""
    if hit.has("that") and set(hit.before(1)) & _BEFORE_CLAUSE:
        return None
    count = -1 if hit.has("previous") else 1 if hit.has("following", "next") else 0
    if hit.has("daypart"):
        return on_day(context.anchor("day", hit.first), f"day{count:+d} T{hit.value('daypart')}")
    unit = unit_name(hit)
    if unit is None:
        return None
    anchor = context.anchor(unit, hit.first)
    if anchor is None:
        return None if hit.has("that") else Reading("DATE", OPEN.get(unit, "XXXX"))
    return counted_from(anchor, f"{unit}{count:+d} {part_of(hit)}")


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
        return related(f"year-1 quarter={hit.value('ordinal')}", hit)
    if context.last_quarter(hit.first):
        return counted_from(context.last_quarter(hit.first), "shift-1Y")
    return Reading("DATE", relation="quarter-4" if hit.has("quarter") else "year-1")


def week_of(hit: Hit, context: Context) -> Reading | None:
    """"the week of March 9"."""
    day = month_day(hit, context)
    if hit.value("singular") != "W" or day.flag == "impossible_day":
        return None
    return counted_from(day, "week+0")


def weekend(hit: Hit, context: Context) -> Reading | None:
    """"over the weekend": the latest, or the next after a future cue."""
    return Reading("DATE", relation=nearest("weekend", "WE", hit, default="<="))


def then(hit: Hit, context: Context) -> Reading | None:
    """"until then": the last date of the text."""
    return context.last() and counted_from(context.last(), "")


def reference(hit: Hit, context: Context) -> Reading | None:
    """"now", "recently", "soon"; "as soon as" is none."""
    if set(hit.after(1)) & {"as", "after", "before"} and hit.has("ref"):
        return None
    return Reading("DATE", hit.value("now", "nowadj", "ref", "recent"))


def moment(hit: Hit, context: Context) -> Reading | None:
    """"at the moment", "these days"."""
    if hit.has("units") and (hit.tokens.words[hit.first] != "these" or hit.value("units") != "D"):
        return None
    return Reading("DATE", "PRESENT_REF")


def future(hit: Hit, context: Context) -> Reading | None:
    """"in the near future"."""
    return Reading("DATE", "FUTURE_REF")


def past(hit: Hit, context: Context) -> Reading | None:
    """"in the past"."""
    return Reading("DATE", "PAST_REF")


RELATIVE: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    weekday, weekday_relative, weekday_nth, weekday_of_week, unit_relative, unit_anaphoric, unit_end, unit_the,
    unit_latest, unit_ago, week_of, weekend, then, reference, moment, future, past)}
