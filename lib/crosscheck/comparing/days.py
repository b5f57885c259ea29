"""Which days can a passage mean, when its article's own day is known exactly, roughly, or not at all?

Days are ordinals (`date.toordinal`), an interval is `(first, last)` with None for an open end. A time expression that
hangs on an unknown day of publication means the union over all days that are still possible.
"""

import functools
import re
from collections.abc import Iterable
from datetime import date

from crosscheck import timex
from crosscheck.comparing.direction import PAST, direction, sure_direction
from crosscheck.comparing.mentions import Mention, Timing

Interval = tuple[int | None, int | None]
OPEN: Interval = (None, None)
ROUGH, SLACK = 62, 14
CLEAR = 2  # times as far as the other way
_OPERATOR = re.compile(r"^(\w+)(?:<=|>=|<~|~>|<|>|~)")
OF_YEAR = re.compile(r"^(md|month|season|quarter|half)(?:<=|>=|<~|~>|<|>|~)")


def ordinal(day: str | None) -> int | None:
    """The ordinal of an ISO day; None stays None."""
    return None if day is None else date.fromisoformat(day).toordinal()


def iso(day: int | None) -> str | None:
    """The ISO day of an ordinal; None stays None."""
    return None if day is None else date.fromordinal(day).isoformat()


def meet(one: Interval, other: Interval) -> Interval | None:
    """The days that both intervals hold, or None if there is none."""
    (first, last), (begin, end) = one, other
    if first is None or begin is not None and begin > first:
        first = begin
    if last is None or end is not None and end < last:
        last = end
    return None if first is not None and last is not None and first > last else (first, last)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval that holds all of them."""
    intervals = list(intervals)
    firsts, lasts = [one[0] for one in intervals], [one[1] for one in intervals]
    return (None if not firsts or None in firsts else min(firsts), None if not lasts or None in lasts else max(lasts))


def length(interval: Interval) -> float:
    """How many days the interval holds; infinite if an end is open."""
    first, last = interval
    return float("inf") if first is None or last is None else last - first + 1


def mention_days(mention: Mention, published: Interval, near: int | None = None) -> Interval:
    """The days that a mention is dated to: its time expressions that say most, met; open if it has none.

    `near` is the newest day that the folder dates in full; it gives the year where the article's own day does not.
    """
    if mention.span:
        first, last = mention.timings[:2]
        days = timing_days(mention, first, published, near)
        if last.relation and OF_YEAR.match(last.relation) and days[0] is not None:
            return days[0], _span(OF_YEAR.sub(r"\1>=", last.relation), days[0])[1]
        return days[0], timing_days(mention, last, published, near)[1]
    result = OPEN
    for timing in sorted(mention.timings, key=lambda timing: timing.relation is not None):
        result = meet(result, timing_days(mention, timing, published, near)) or result
    return result


def timing_days(mention: Mention, timing: Timing, published: Interval, near: int | None = None) -> Interval:
    """The days that one time expression can mean in an article published on a day of `published`."""
    if timing.relation is None or timing.earliest is not None and published == OPEN:
        return ordinal(timing.earliest), ordinal(timing.latest)
    if length(published) <= ROUGH:
        return relation_days(_past(mention, timing, published), published)
    if OF_YEAR.match(timing.relation) and (near is not None or published != OPEN):
        return _in_near_year(timing.relation, sure_direction(mention, timing) == PAST, published, near)
    return _one_sided(timing.relation, published)


def _past(mention: Mention, timing: Timing, published: Interval) -> str:
    """The relation; a weekday or month read as to come though the verb before it is past is the last such one."""
    relation = timing.relation
    if relation.startswith(("weekday~>", "weekday>", "month~", "month<~")):
        first = relation_days(relation, published)[0]
        if first is not None and first > published[1] and direction(mention, timing) == PAST:
            return _OPERATOR.sub(r"\1<=", relation)
    return relation


def _in_near_year(relation: str, past: bool, published: Interval, near: int | None) -> Interval:
    """A day or month without its year, in the year nearest to the story; one surely told as past not long after it.

    Where no verb surely tells, and the last such day is about as far from the story as the next one, it stays open.
    """
    first, last = published
    near = near if near is not None else first if first is not None else last
    near = near if first is None else max(near, first)
    near = near if last is None else min(near, last)
    before = _span(OF_YEAR.sub(r"\1<=", relation), near + SLACK)
    after = _span(OF_YEAR.sub(r"\1>=", relation), near)
    if past or before[1] is not None and before[1] >= near:
        return before
    if None in (*before, *after):
        return _span(OF_YEAR.sub(r"\1~", relation), near)
    back, ahead = near - before[1], after[0] - near
    if max(back, ahead) < CLEAR * min(back, ahead):
        return OPEN
    return before if back < ahead else after


def _one_sided(relation: str, published: Interval) -> Interval:
    first, last = published
    return (None if first is None else _span(relation, first)[0], None if last is None else _span(relation, last)[1])


@functools.lru_cache(maxsize=200_000)
def relation_days(relation: str, published: tuple[int, int]) -> Interval:
    """The days that a relation can mean, counted from any day of `published`, which has no open end."""
    return hull(_span(relation, day) for day in range(published[0], published[1] + 1))


@functools.lru_cache(maxsize=200_000)
def _span(relation: str, day: int) -> Interval:
    first, last = timex.span(relation, iso(day))
    return ordinal(first), ordinal(last)
