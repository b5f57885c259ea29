"""How long, how often, how far from another day? Durations, sets, and offsets such as "three years ago".

Each function takes the hit and the context and gives a `Reading` or None. "The past three months" is a duration that
ends at the reference day; "a year earlier" is counted from the last date of the text.
"""

from collections.abc import Callable

from crosscheck.reading.date_context import OPEN, UNITS, Context, Reading, counted_from
from crosscheck.reading.date_grammar import Hit

_COUNTS = ("small12", "small24", "small31", "number", "decimal", "word", "mixed", "year", "spokenyear", "faryear")
_UNITS = ("singular", "century", "units", "quarter", "quarters")
_CLOCK = ("clockunit", "clockunits")
_QUANTS = ("few", "several")
_LONG_UNITS = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W"), "Q": (3, "M"), "L": (1000, "Y")}
_RATE_BEFORE = frozenset(
    "for in within about nearly over than after of by take takes took last lasts lasted least only just almost during "
    "until be is was it's such quite and to up under with as on -".split())


def amount(hit: Hit) -> str | None:
    """The number in the words: `3`, `2.5`, `X` for "several"; None if there is none."""
    if hit.has("couple"):
        return "2"
    if hit.has(*_QUANTS):
        return "X"
    return hit.value(*_COUNTS) or ("1" if hit.has("a", "additional") else None)


def length_value(count: str, hit: Hit) -> str | None:
    """The TIMEX3 duration of so many of the unit in the hit: `P3M`, `PT12H`, `PXY`."""
    if letter := hit.value(*_CLOCK):
        return f"PT{_fraction(count, letter)}"
    letter = hit.value(*_UNITS)
    if letter is None or count == "0":
        return None
    factor, base = _LONG_UNITS.get(letter, (1, letter))
    if count == "X" or factor == 1:
        return f"P{_fraction(count, letter)}" if count != "X" else f"PX{letter}"
    return f"P{float(count) * factor:g}{base}"


def _fraction(count: str, letter: str) -> str:
    small = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S")}.get(letter)
    if "." in count and small and (float(count) * small[0]).is_integer():
        whole, rest = divmod(round(float(count) * small[0]), small[0])
        return (f"{whole}{letter}" if whole else "") + f"{rest}{small[1]}"
    return f"{count}{letter}"


def length(hit: Hit, context: Context) -> Reading | None:
    """"three months", "over the past three months", "a few days"; not an age, and not "a day" as a rate."""
    count = amount(hit)
    if count is None or hit.after(1) == ["old"] or hit.after(2) == ["-", "old"]:
        return None
    if _is_fraction(hit) or (hit.has("a") and hit.before(1) == ["-"]):
        return None
    if hit.tokens.words[hit.first] in ("a", "an") and not hit.has(*_COUNTS, *_QUANTS, "couple", "additional"):
        if _is_rate(hit):
            return set_rate(hit, context)
        if hit.has("quarter"):
            return None
    value = length_value(count, hit)
    side = "past" if hit.has("past", "last") else "next" if hit.has("next", "coming") else ""
    if value and side and value[1] not in "XT" and "." not in value:
        return Reading("DURATION", relation=f"{side}:{value}")
    return Reading("DURATION", value) if value else None


def _is_fraction(hit: Hit) -> bool:
    """"Three-quarters of", unlike "the past three quarters" and "a four-quarter test"."""
    determined = hit.has("past", "last", "next", "ordinal", "the") or set(hit.before(1)) & {"a", "the"}
    return hit.has("hyphen") and hit.has("quarter", "quarters") and not determined


def _is_rate(hit: Hit) -> bool:
    before = (hit.before(1) or [""])[0]
    return before not in _RATE_BEFORE and hit.after(1) not in (["after"], ["before"], ["later"], ["earlier"], ["or"])


def length_first(hit: Hit, context: Context) -> Reading | None:
    """"two" of "two to six days": it takes the unit of the second number, which is a row of its own."""
    second = hit._replace(first=hit.first, last=min(hit.last + 4, len(hit.tokens.words)))
    if "old" in hit.after(5):
        return None
    value = length_value(amount(hit), second)
    return Reading("DURATION", value) if value else None


def length_hyphen(hit: Hit, context: Context) -> Reading | None:
    """"a two-year deal"; not an age ("a ten-year-old boy")."""
    if hit.tokens.words[hit.last - 1] == "old" or hit.after(2) == ["-", "old"]:
        return None
    if hit.has("half"):
        return length_half(hit, context)
    value = length_value(amount(hit), hit)
    return Reading("DURATION", value) if value else None


def length_bare(hit: Hit, context: Context) -> Reading | None:
    """"for weeks", "days after the deal"."""
    return Reading("DURATION", length_value("X", hit))


def length_half(hit: Hit, context: Context) -> Reading | None:
    """"a year and a half", "half an hour"."""
    whole = 0.0 if hit.tokens.words[hit.first] == "half" or hit.tokens.words[hit.first + 1] == "half" else float(
        amount(hit) or 1)
    value = length_value(f"{whole + 0.5:g}", hit)
    return Reading("DURATION", value) if value else None


def length_quarter(hit: Hit, context: Context) -> Reading | None:
    """"a quarter of a century"."""
    return Reading("DURATION", "P25Y")


def length_long(hit: Hit, context: Context) -> Reading | None:
    """"yearlong"."""
    return Reading("DURATION", hit.value("longword"))


def length_vague(hit: Hit, context: Context) -> Reading | None:
    """"recent years" is vaguely past, "coming months" vaguely future, "the weeks ahead" a length."""
    if hit.has("recent"):
        return Reading("DATE", "PAST_REF")
    if hit.has("coming"):
        return Reading("DATE", "FUTURE_REF")
    return Reading("DURATION", length_value("X", hit))


def length_while(hit: Hit, context: Context) -> Reading | None:
    """"for a while"."""
    return Reading("DURATION", "PXX")


def length_ended(hit: Hit, context: Context) -> Reading | None:
    """"the year ended March 31"."""
    return Reading("DURATION", "P1Q" if hit.has("quarter") else length_value("1", hit))


# --- how often ---------------------------------------------------------------------------------------------------

def set_each(hit: Hit, context: Context) -> Reading | None:
    """"every Monday", "each year", "every two weeks"."""
    if number := hit.value("weekday"):
        return Reading("SET", f"XXXX-WXX-{number}" + (f"T{hit.value('daypart')}" if hit.has("daypart") else ""))
    if number := hit.value("month", "capmonth", "shortmonth"):
        return Reading("SET", f"XXXX-{number}")
    if part := hit.value("season", "fall"):
        return Reading("SET", f"XXXX-{part}")
    if hit.has("weekend"):
        return Reading("SET", "XXXX-WXX-WE")
    if (part := hit.value("daypart")) and not hit.has(*_UNITS, *_CLOCK):
        return Reading("SET", f"XXXX-XX-XXT{part}")
    count = "2" if hit.has("otherone") else hit.value(*_COUNTS) or ("X" if hit.has(*_QUANTS) else "1")
    if count == "1" and hit.has("quarter"):
        return Reading("SET", "P1Q")
    value = length_value(count, hit)
    return Reading("SET", value) if value else None


def set_adverb(hit: Hit, context: Context) -> Reading | None:
    """"daily", "annually"; not in a name ("Congressional Quarterly")."""
    if hit.is_titled(hit.first) and hit.first and hit.before(1)[0].isalnum():
        return None
    return Reading("SET", hit.value("adverb"))


def set_weekdays(hit: Hit, context: Context) -> Reading | None:
    """"Mondays", "Tuesday nights", "weekends"."""
    if hit.has("weekends"):
        return Reading("SET", "XXXX-WXX-WE")
    part = hit.value("dayparts")
    return Reading("SET", f"XXXX-WXX-{hit.value('weekdays', 'weekday')}" + (f"T{part}" if part else ""))


def set_rate(hit: Hit, context: Context) -> Reading | None:
    """"twice a year"."""
    value = length_value("1", hit)
    return Reading("SET", value) if value and _is_rate(hit) and not hit.has("quarter") else None


# --- how far from another day ------------------------------------------------------------------------------------

def ago(hit: Hit, context: Context) -> Reading | None:
    """"three years ago": that unit, counted from the reference day; "years ago" is vaguely past."""
    count, unit = amount(hit), UNITS.get(hit.value(*_UNITS) or "")
    if count is None or count == "X" or len(hit.all(*_COUNTS)) > 1:
        return Reading("DATE", "PAST_REF")
    if hit.has(*_CLOCK):
        return Reading("DATE", relation="day+0")
    if unit is None or "." in count or int(count) > 9999:
        return Reading("DATE", "PAST_REF")
    if unit == "year" and count == "1" and context.last_quarter(hit.first):
        return counted_from(context.last_quarter(hit.first), "shift-1Y")
    return Reading("DATE", relation=f"{unit}-{count}")


def earlier(hit: Hit, context: Context) -> Reading | None:
    """"a year earlier": that unit, counted from the last date of the text, else from the reference day."""
    count, unit = amount(hit), UNITS.get(hit.value(*_UNITS) or "")
    if count is None or count == "X" or unit is None or "." in count or int(count) > 9999:
        return Reading("DATE", "PAST_REF")
    if unit == "year" and count == "1" and context.last_quarter(hit.first):
        return counted_from(context.last_quarter(hit.first), "shift-1Y")
    anchor = context.anchor(unit, hit.first)
    if anchor is not None:
        fine = unit == "year" and context.unit(anchor) in ("day", "month", "season", "half")
        return counted_from(anchor, f"shift-{count}Y" if fine else f"{unit}-{count}")
    if unit in ("day", "week"):
        return Reading("DATE", OPEN[unit])
    return Reading("DATE", relation=f"{unit}-{count}")


def later(hit: Hit, context: Context) -> Reading | None:
    """"two days later", counted from the last date of the text; without one the length alone is read."""
    count, unit = amount(hit), UNITS.get(hit.value(*_UNITS) or "")
    if count is None or not count.isdigit() or unit is None or int(count) > 9999:
        return None
    anchor = context.anchor(unit, hit.first)
    return anchor and counted_from(anchor, f"{unit}+{count}")


def from_now(hit: Hit, context: Context) -> Reading | None:
    """"two years from now"."""
    count, unit = amount(hit), UNITS.get(hit.value(*_UNITS) or "")
    if count in (None, "X") or unit is None or "." in count or int(count) > 9999:
        return Reading("DATE", "FUTURE_REF")
    return Reading("DATE", relation=f"{unit}+{count}")


LENGTHS: dict[str, Callable[[Hit, Context], Reading | None]] = {reading.__name__: reading for reading in (
    length, length_first, length_hyphen, length_bare, length_half, length_quarter, length_long, length_vague,
    length_while, length_ended, set_each, set_adverb, set_weekdays, set_rate, ago, earlier, later, from_now)}
