"""What does the rest of the text say about a time expression: past or future, and which date it hangs on?

`direction` looks for the nearest cue (lexicon `date_cues`: "will", "due", "said" …) in the sentence, to the left first.
`Context` remembers the last date and the last quarter that the text named, so that "a year earlier" or "that week" can
be counted from there. It does not parse: "that day" may mean a day that is not named at all.
"""

import functools
from typing import NamedTuple

from crosscheck import lexicon, timex
from crosscheck.reading.date_grammar import Hit
from crosscheck.reading.date_tokens import BREAK
from crosscheck.timex_values import unit_of

_LEFT, _RIGHT, _REACH = 10, 7, 200
_STOPS = frozenset(".;!?")


class Reading(NamedTuple):
    """What an expression denotes: a TIMEX3 type, and a value or a relation (`timex`); `part` narrows the value's days."""

    type: str
    value: str = ""
    relation: str = ""
    part: str = ""
    flag: str = ""


class Context:
    """What has been read so far: the reference day, the last date and the last quarter."""

    def __init__(self, reference: str | None, day_first: bool | None) -> None:
        self.reference = reference
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

    def last_quarter(self, position: int) -> Reading | None:
        """The last quarter that the text named, not too far before `position`."""
        return self._quarter[0] if self._quarter and position - self._quarter[1] <= _REACH else None

    def last_day(self, position: int, reach: int) -> Reading | None:
        """The last day that the text named, at most `reach` tokens before `position`."""
        if self._last is None or position - self._last[1] > reach or self.unit(self._last[0]) != "day":
            return None
        return self._last[0]


def counted_from(anchor: Reading, steps: str) -> Reading | None:
    """The date that `steps` lead to from another date of the text; None if they lead nowhere."""
    steps = " ".join(step for step in steps.split() if step)
    kind = "TIME" if " T" in f" {steps}" else "DATE"
    if anchor.relation:
        kept = [step for step in anchor.relation.split() if not step.startswith("T") and step not in timex.PARTS]
        return Reading(kind, relation=" ".join([*kept, *steps.split()]))
    value = timex.resolve(steps, anchor.value)
    return Reading(kind, value) if unit_of(value.split("T")[0]) else None


@functools.cache
def _cues() -> dict[str, str]:
    return {word: rule.label for rule in lexicon.load("date_cues") for word in rule.pattern.split("|")}


def direction(hit: Hit) -> str | None:
    """`future` or `past` by the nearest cue in the sentence; None if there is none."""
    cues, words = _cues(), hit.tokens.words
    if cues.get(words[hit.first - 1] if hit.first else "") == "deadline":
        return "future"
    for i in range(hit.first - 1, max(-1, hit.first - 1 - _LEFT), -1):
        if words[i] in _STOPS or hit.tokens.classes[i] == BREAK:
            break
        if (found := _cue(words[i], cues)) is not None:
            return found
    for word in words[hit.last:hit.last + _RIGHT]:
        if word in _STOPS:
            break
        if (found := _cue(word, cues)) is not None:
            return found
    return None


def _cue(word: str, cues: dict[str, str]) -> str | None:
    found = cues.get(word) or ("past" if len(word) > 4 and word.endswith("ed") else None)
    return None if found == "deadline" else found
