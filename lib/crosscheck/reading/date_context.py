"""Which other date of the text does a time expression hang on?

`Context` remembers the last date and the last quarter that the text named, so that "a year earlier" or "that week" can
be counted from there. It does not parse: "that day" may mean a day that is not named at all.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import timex
from crosscheck.reading.date_direction import direction
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_tokens import letters
from crosscheck.timex_values import unit_of

MONTHS = ("month", "capmonth", "shortmonth")
DAYS = ("small12", "small24", "small31", "nth", "ordinal")
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year", "E": "decade", "C": "century", "Q": "quarter"}
_BACK, _ON = ("last", "past", "previous"), ("next", "coming", "following")
_LEANING = {"future": "~>", "past": "<~", None: "~"}
_FINER = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")
OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
        "decade": "XXX", "century": "XX"}
_PARTS = ("early", "mid", "late", "start", "end", "middle", "earlier", "later")
_REACH = 200


class Reading(NamedTuple):
    """What an expression denotes: a TIMEX3 type, and a value or a relation; `part` narrows the value's days.

    `flag` is a doubt about the words; `weekday` the weekday that they give for a day without a year.
    """

    type: str
    value: str = ""
    relation: str = ""
    part: str = ""
    flag: str = ""
    weekday: str = ""


class Context:
    """What has been read so far: the order of numeric dates, the last date and the last quarter."""

    def __init__(self, day_first: bool | None) -> None:
        self.day_first = day_first
        self._last: tuple[Reading, int] | None = None
        self._quarter: tuple[Reading, int] | None = None

    def remember(self, reading: Reading, position: int) -> None:
        """Keep a date that later expressions can be counted from."""
        unit = self.unit(reading)
        if unit is None or reading.type not in ("DATE", "TIME"):
            return
        self._last = (reading, position)
        if unit == "quarter":
            self._quarter = (reading, position)

    def unit(self, reading: Reading) -> str | None:
        """Which unit of the calendar a reading is of; None if it is none."""
        return unit_of(timex.resolve(reading.relation, "2000-01-01") if reading.relation else reading.value)

    def last(self, *units: str) -> Reading | None:
        """The last date that the text named, if it is of one of these units (any if none is asked)."""
        if self._last is None or (units and self.unit(self._last[0]) not in units):
            return None
        return self._last[0]

    def anchor(self, unit: str, position: int) -> Reading | None:
        """The last date named not far before, if it is fine enough to count such units from it."""
        last = self.last(*_FINER[:_FINER.index(unit) + 1])
        return last if last and position - self._last[1] <= _REACH else None

    @property
    def place(self) -> int | None:
        """Where the last date stands."""
        return self._last and self._last[1]

    def last_told(self, position: int, reach: int) -> Reading | None:
        """The last date with its year, at most `reach` tokens before; None if the last date has none of its own."""
        last = self.last("day", "weekend", "week", "month", "quarter", "season", "half", "year")
        return last if last and last.value and position - self._last[1] <= reach else None

    def last_quarter(self, position: int) -> Reading | None:
        """The last quarter that the text named, not too far before `position`."""
        return self._quarter[0] if self._quarter and position - self._quarter[1] <= _REACH else None

    def last_day(self, position: int, reach: int) -> Reading | None:
        """The last day that the text named, at most `reach` tokens before `position`."""
        if self._last is None or position - self._last[1] > reach or self.unit(self._last[0]) != "day":
            return None
        return self._last[0]


def shared_date(name: str, what: str, hit: Hit) -> Reading | None:
    """A month or day that shares the year of the next: "March and April 2012", "March 3 to April 5, 2012"."""
    tokens, after = hit.tokens, hit.last
    if after >= len(tokens.words) or tokens.words[after] not in ("and", "to", "or", "-", "through"):
        return None
    found = _dated_month().match(tokens.classes, after + 1)
    if found is None:
        return None
    month, year = tokens.values[found.start(1)], tokens.values[found.end() - 1]
    return Reading("DATE", timex.resolve(f"{name}<={what}", timex.bounds(f"{year}-{month}")[1]))


@functools.cache
def _dated_month() -> re.Pattern:
    part = _letters_of(("early", "mid", "late", "hyphen"))
    day, month, end = _letters_of(DAYS), _letters_of(MONTHS), f"{letters()['comma']}?{letters()['year']}"
    return re.compile(f"[{part}]{{0,2}}[{day}]?([{month}])[{day}]?{end}")


def _letters_of(names: tuple[str, ...]) -> str:
    return "".join(letters()[name] for name in names)


def counted_from(anchor: Reading, steps: str) -> Reading | None:
    """The date that `steps` lead to from another date of the text; None if they lead nowhere."""
    steps = " ".join(step for step in steps.split() if step)
    kind = "TIME" if " T" in f" {steps}" else "DATE"
    if anchor.relation:
        kept = [step for step in anchor.relation.split() if not step.startswith("T") and step not in timex.PARTS]
        return Reading(kind, relation=" ".join([*kept, *steps.split()]))
    value = timex.resolve(steps, anchor.value)
    return Reading(kind, value) if unit_of(value.split("T")[0]) else None


# --- what the readings share ---------------------------------------------------------------------------------

def part_of(hit: Hit) -> str:
    """Which part of the stretch the words ask for: early, mid, late, start, end, earlier, later; empty for all."""
    if not hit.has(*_PARTS):
        return ""
    name = next(name for name in _PARTS if hit.has(name))
    return "mid" if name == "middle" else name


def step_of(hit: Hit) -> int | None:
    """How many units away: -1 last, 0 this, +1 next; None if the words do not say."""
    return -1 if hit.has(*_BACK) else 1 if hit.has(*_ON) else 0 if hit.has("this") else None


def nearest(name: str, what: str, hit: Hit, *, default: str) -> str:
    """A relation to such a month, weekday, …: `default` (`<=` or `~`), turned by the cues of the sentence."""
    cue = direction(hit)
    if default == "~":
        return f"{name}{_LEANING[cue]}{what}"
    return f"{name}{'>=' if cue == 'future' else default}{what}"


def related(relation: str, hit: Hit) -> Reading:
    """A date by its relation, with the part that the words ask for."""
    return Reading("DATE", relation=f"{relation} {part_of(hit)}".strip())


def inside_year(hit: Hit, context: Context, step: str) -> Reading | None:
    """A month, season or quarter of "last year", "that year"; None if the words name another unit."""
    if hit.value("singular", "century") != "Y":
        return None
    if hit.has("that", "same", "previous", "following"):
        anchor = context.last()
        count = -1 if hit.has("previous") else 1 if hit.has("following") else 0
        return anchor and counted_from(anchor, f"year{count:+d} {step} {part_of(hit)}")
    return related(f"year{step_of(hit) or 0:+d} {step}", hit)
