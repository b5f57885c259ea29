"""Which moment do "10 p.m. Wednesday", "noon", "last night" and "the morning of 6 June 1944" denote?

Times of day and parts of days, each with its day: the one in the words, else the last that the text named nearby, else
the reference day. One function for each reading that the grammar asks for. Not known: time zones; "10 p.m. GMT" is read
as ten in the evening of its day.
"""

from collections.abc import Callable

from crosscheck.reading.date_calendar import day_of, month_day
from crosscheck.reading.date_context import MONTHS, Context, Reading, counted_from, nearest, related
from crosscheck.reading.date_grammar import Hit

_BEFORE_CLOCK = frozenset("at by until from around before after".split())


def deictic(hit: Hit, context: Context) -> Reading | None:
    """"late yesterday", "yesterday afternoon"."""
    if hit.before(1) == ["usa"]:
        return None
    return timed(hit.value("deictic"), hit)


def timed(relation: str, hit: Hit) -> Reading:
    """A day, or a moment of it if the words name a part of the day."""
    time = hit.value("noon") or hit.value("daypart", "overnight")
    if time is None:
        return related(relation, hit)
    return Reading("TIME", relation=f"{relation} T{time}")


def tonight(hit: Hit, context: Context) -> Reading | None:
    """"tonight"; "overnight" as an adverb is left alone."""
    return Reading("TIME", relation="day+0 TNI") if hit.tokens.words[hit.last - 1] == "tonight" else None


def daypart_relative(hit: Hit, context: Context) -> Reading | None:
    """"this morning", "last night", "that evening"."""
    time = hit.value("daypart")
    if hit.has("same", "that"):
        return on_day(context.anchor("day", hit.first), f"T{time}")
    return Reading("TIME", relation=f"day{-1 if hit.has('last') else 0:+d} T{time}")


def on_day(anchor: Reading | None, steps: str) -> Reading | None:
    """A moment of the day of another date; of a day that is not known without one."""
    return counted_from(anchor, f"day+0 {steps}") if anchor else Reading("TIME", f"XXXX-XX-XX{steps.split()[-1]}")


def daypart(hit: Hit, context: Context) -> Reading | None:
    """"by mid afternoon": of the last day named nearby, else of the reference day."""
    return _time_of(context, hit, f"T{hit.value('daypart')}")


def _time_of(context: Context, hit: Hit, time: str) -> Reading | None:
    anchor = context.last_day(hit.first, 40)
    return counted_from(anchor, time) if anchor else Reading("TIME", relation=f"day+0 {time}")


def daypart_of(hit: Hit, context: Context) -> Reading | None:
    """"the morning of 6 June 1944", "dawn on Friday"."""
    clock = f"T{hit.value('noon') or hit.value('daypart')}"
    if hit.has(*MONTHS):
        return _with_time(month_day(hit, context), clock)
    return Reading("TIME", relation=f"{nearest('weekday', hit.value('weekday'), hit, default='<=')} {clock}")


def time(hit: Hit, context: Context) -> Reading | None:
    """"10:30 p.m.", "noon", "10 p.m. Wednesday", "6 p.m. on March 4"."""
    clock = clock_of(hit)
    if clock is None:
        return None
    if hit.has(*MONTHS):
        day = next(hit.tokens.values[i] for i in hit.places("small12", "small24", "small31") if i + 1 != _half_day(hit))
        return _with_time(day_of(hit, f"{hit.value(*MONTHS)}-{int(day):02}", hit.value("year")), clock)
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
    words = hit.value("clock") or hit.tokens.values[_half_day(hit) - 1]
    hour, _, minute = words.replace(".", ":").partition(":")
    half = hit.value("ampm")
    if not hour.isdigit() or int(hour) > 24 or (half and not 1 <= int(hour) <= 12):
        return None
    if half is None and not hit.has("zone", "oclock", "daypart", "weekday", "deictic", *MONTHS) \
            and (":" not in words or not set(hit.before(1)) & _BEFORE_CLOCK):
        return None
    hour = int(hour) % 12 + int(half) if half else int(hour)
    if half is None and hour < 12 and hit.value("daypart") in (("AF", "EV", "NI") if hour > 5 else ("AF", "EV")):
        hour += 12
    return f"T{hour:02}:{minute[:2] or '00'}"


def time_military(hit: Hit, context: Context) -> Reading | None:
    """"1430 GMT", "0900 GMT on Friday"."""
    words = hit.tokens.words[hit.first]
    if len(words) != 4 or int(words[:2]) > 24 or int(words[2:]) > 59:
        return None
    clock = f"T{words[:2]}:{words[2:]}"
    if number := hit.value("weekday"):
        return Reading("TIME", relation=f"{nearest('weekday', number, hit, default='<=')} {clock}")
    if relation := hit.value("deictic"):
        return Reading("TIME", relation=f"{relation} {clock}")
    return _time_of(context, hit, clock)


def _half_day(hit: Hit) -> int:
    """Where "a.m." or "o'clock" stands, right after its hour; 0 if nowhere."""
    return next(iter(hit.places("ampm", "oclock")), 0)


CLOCK: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    deictic, tonight, daypart_relative, daypart, daypart_of, time, time_military)}
