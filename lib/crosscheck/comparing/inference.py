"""On which days can the undated articles of a folder have been written?

At first every day of a window around the story is possible. Each step takes days away, and is kept with its reason:
the article speaks of a dated day as past or as to come; it tells with a weekday, a "last month" or a day without a year
what another article dates. The steps run from the plainest to the weakest, until nothing changes; a step that would
leave no day at all is not taken. Not found: an article that is wrong about a day.
"""

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from crosscheck.comparing.days import OF_YEAR, Interval, ordinal, relation_days
from crosscheck.comparing.direction import AHEAD, BARE, PAST, direction
from crosscheck.comparing.kinship import Kin
from crosscheck.comparing.leads import WIDEST, is_lead, is_news_now
from crosscheck.comparing.mentions import Mention, Timing
from crosscheck.comparing.phrases import excerpt, in_words, stretch_phrase
from crosscheck.text import fold

WINDOW_BEFORE, WINDOW_AFTER, PAST_REACH, FUTURE_REACH, ROUNDS = 500, 370, 330, 150, 4
LIKE_DATED, LIKE_WEEKDAY, LIKE_TOLD, STAMP_REACH, LONGEST_STRETCH = 0.28, 0.17, 0.36, 2, 370
LONGEST_UNIT = 100
_LAST_WEEKDAY = re.compile(r"weekday<(\d)")
_GOES_ON = re.compile(r"(?:He|She|They)\b")
_POST = re.compile(r"\(@\w{1,30}\)\s*(?:on\s+)?$")
_UPDATE = re.compile(r"\b(?:updated|last modified|posted|published)\b[^.\n]{0,20}$", re.IGNORECASE)


class Step(NamedTuple):
    """One reason that took days away, as a clause; `first` and `last` say which end it moved."""

    clause: str
    first: bool
    last: bool


class Inferred(NamedTuple):
    """What is left for one article; `unsure` if a habit of writing, and not the words alone, took days away."""

    days: Interval
    steps: tuple[Step, ...]
    unsure: bool


class Possible:
    """The days that are still possible for one article, and the steps that led there."""

    def __init__(self, days: Iterable[int]) -> None:
        self.days = frozenset(days)
        self.edges = (min(self.days), max(self.days))
        self.steps: list[Step] = []
        self.unsure = False

    def keep(self, allowed: Iterable[int], clause: str, *, first: bool = True, last: bool = True) -> bool:
        """Keep only `allowed` days, if any is left; whether that took any away.

        `first` or `last` is False if the step only helps to find the year, and sets no such end.
        """
        left = self.days & frozenset(allowed)
        if not left or len(left) == len(self.days):
            return False
        self.steps.append(Step(clause, first and min(left) != min(self.days), last and max(left) != max(self.days)))
        self.days = left
        return True


def infer(mentions: list[Mention], kin: list[Kin], stated: dict[str, Interval], labels: dict[str, str],
          ) -> dict[str, Inferred]:
    """What is known of each article of `labels` that is not in `stated`."""
    newest = newest_day(mentions, stated)
    unknown = [article for article in labels if article not in stated]
    if newest is None:
        return {article: Inferred((None, None), (), False) for article in unknown}
    window = _window(newest)
    possible = {article: Possible(range(window[0], window[1] + 1)) for article in unknown}
    fixed = {article: frozenset(range(days[0], days[1] + 1)) for article, days in stated.items() if None not in days}
    own = [(mention, timing) for mention in mentions if mention.article in possible for timing in mention.timings]
    for mention, timing in sorted(own, key=lambda pair: pair[1].relation is not None):
        _own_date(possible[mention.article], mention, timing)
    for article in unknown:
        _one_year(possible[article], newest)
    _stamped(mentions, possible)
    pairs, told = _telling_pairs(mentions, kin, possible), Told(mentions)
    for _ in range(ROUNDS):
        if not _shared_round(mentions, pairs, told, possible, fixed, labels):
            break
    _recent(mentions, possible)
    return {article: _result(possible[article]) for article in unknown}


def newest_day(mentions: list[Mention], stated: dict[str, Interval]) -> int | None:
    """The newest day of publication that is stated, else the newest that an article dates in full, rather as past."""
    newest = [days[1] for days in stated.values() if days[1] is not None]
    if newest:
        return max(newest)
    full = [(mention, timing) for mention in mentions for timing in mention.timings if _is_full(timing)]
    past = [timing for mention, timing in full if direction(mention, timing) != AHEAD]
    return max((ordinal(timing.earliest) for timing in past or [timing for _, timing in full]), default=None)


def _is_full(timing: Timing) -> bool:
    return (timing.relation is None and timing.earliest is not None and timing.latest is not None
            and ordinal(timing.latest) - ordinal(timing.earliest) < 32)


def _window(newest: int) -> tuple[int, int]:
    return max(1, newest - WINDOW_BEFORE), newest + WINDOW_AFTER


def _own_date(possible: Possible, mention: Mention, timing: Timing) -> None:
    """What one dated passage says of the day of its own article: not before a day told as past."""
    told = direction(mention, timing)
    said = f"it speaks of “{in_words(timing.quote)}” as"
    if timing.relation is None and timing.earliest is not None and timing.latest is not None:
        first, last = ordinal(timing.earliest), ordinal(timing.latest)
        if told in (PAST, BARE):
            possible.keep((day for day in possible.days if day >= first), f"{said} past")
        elif told == AHEAD and last - first < 32:
            possible.keep((day for day in possible.days if day <= last), f"{said} to come")
    elif timing.relation is not None and timing.relation.startswith(("md", "month")) and OF_YEAR.match(timing.relation):
        _own_day_of_year(possible, timing.relation, told, said)


def _own_day_of_year(possible: Possible, relation: str, told: str, said: str) -> None:
    """A day without its year is as a rule within ten months if it is past, within five if it is to come."""
    back, on = 0 if told == AHEAD else PAST_REACH, 0 if told == PAST else FUTURE_REACH
    nearest = OF_YEAR.sub(r"\1~", relation)
    found = {relation_days(nearest, (day, day)) for day in sorted(possible.days)[::90]}
    allowed = {day for first, last in found if first is not None for day in range(first - on, last + back + 1)}
    possible.keep(allowed, f"{said} {'to come' if told == AHEAD else told if told == PAST else 'near'}",
                  first=told == PAST, last=told == AHEAD)


def _one_year(possible: Possible, newest: int) -> None:
    """Where the days fall apart into years, keep those nearest to the days that the folder dates in full."""
    runs: list[list[int]] = []
    for day in sorted(possible.days):
        if runs and day - runs[-1][-1] <= 30:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1:
        best = min(runs, key=lambda run: max(0, run[0] - newest, newest - run[-1]))
        own = possible.steps[-1]
        clause = f"{own.clause} (in the year of the folder's other dates)"
        possible.steps[-1] = Step(clause, own.first, own.last)
        possible.keep(best, clause, first=own.first, last=own.last)


class Told:
    """The days that mentions can mean, found anew only when the days of their articles have changed."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._mentions = mentions
        self._known: dict[int, tuple[frozenset[int], frozenset[int]]] = {}

    def days(self, place: int, written: frozenset[int]) -> frozenset[int]:
        """The days that a mention can mean if its article was written on one of the days `written`."""
        known = self._known.get(place)
        if known is None or known[0] is not written:
            known = self._known[place] = (written, _days_of(self._mentions, place, written))
        return known[1]


def _telling_pairs(mentions: list[Mention], kin: list[Kin], possible: dict[str, Possible]) -> list[tuple[int, int]]:
    """The mentions of undated articles, each with one of another article that is alike enough to tell, in order."""
    return [(own, other) for a, b, likeness in kin for own, other in ((a, b), (b, a))
            if mentions[own].article in possible and mentions[own].article != mentions[other].article
            and likeness >= _least_for(mentions[own], mentions[other])]


def _shared_round(mentions: list[Mention], pairs: list[tuple[int, int]], told: Told, possible: dict[str, Possible],
                  fixed: dict[str, frozenset[int]], labels: dict[str, str]) -> bool:
    """Once through the pairs; whether any took days away."""
    changed = False
    for own, other in pairs:
        here, there = possible[mentions[own].article], possible.get(mentions[other].article)
        days = told.days(other, fixed.get(mentions[other].article) or there.days)
        if days:
            known = _known_ends(mentions[other], possible)
            taken = _shared(here, mentions[own], mentions[other], days, known, labels)
            here.unsure |= taken and (bool(there and there.unsure) or _is_undated(mentions[other]))
            changed |= taken
    return changed


def _is_undated(mention: Mention) -> bool:
    return not mention.timings and not _GOES_ON.match(mention.told)


@functools.lru_cache(maxsize=100_000)
def _meant(relation: str, day: int) -> frozenset[int]:
    """The days that a relation can mean on one day; "last Friday" may be the nearest one or that of the week before."""
    days = set(_stretch(relation_days(relation, (day, day))))
    if match := _LAST_WEEKDAY.match(relation):
        days.update(_stretch(relation_days(f"week-1 weekday={match[1]}", (day, day))))
    return frozenset(days)


def _known_ends(mention: Mention, possible: dict[str, Possible]) -> tuple[bool, bool]:
    """Whether the first and the last day that a mention can mean are known, and not only the edges of the window."""
    if mention.article not in possible or mention.timings and mention.timings[0].relation is None:
        return True, True
    steps = possible[mention.article].steps
    return any(step.first for step in steps), any(step.last for step in steps)


def _shared(possible: Possible, own: Mention, other: Mention, told: frozenset[int], known: tuple[bool, bool],
            labels: dict[str, str]) -> bool:
    """What a happening that another article dates says of the day of this one."""
    where = f"{labels[other.article]} puts “{excerpt(other.told)}” {stretch_phrase((min(told), max(told)))}"
    if not own.timings:
        later = (day for day in possible.days if day >= min(told))
        return direction(own) == PAST and possible.keep(later, f"{where}, and it tells this as past", first=known[0])
    relation = own.timings[0].relation
    if own.span or relation is None or relation.startswith("year"):
        return False
    allowed = [day for day in possible.days if not told.isdisjoint(_meant(relation, day))]
    dated = not OF_YEAR.match(relation)
    clause = f"{where}, and it says “{in_words(own.timings[0].quote)}” of this"
    return possible.keep(allowed, clause, first=dated and known[0], last=dated and known[1])


def _least_for(own: Mention, other: Mention) -> float:
    """How alike two passages must be; less if both name the same weekday."""
    if not own.timings:
        return LIKE_TOLD
    if other.timings and (own.timings[0].relation or "").startswith("weekday"):
        return LIKE_WEEKDAY if own.timings[0].relation == other.timings[0].relation else LIKE_DATED
    return LIKE_DATED


def _days_of(mentions: list[Mention], place: int, written: frozenset[int]) -> frozenset[int]:
    """All days that a mention can mean, over all days on which its article can have been written.

    A passage without a date takes that of the sentence before if it goes on with "he"; news that opens an article is of
    its own day or the day before.
    """
    mention = mentions[place]
    if not mention.timings and _GOES_ON.match(mention.told):
        mention = next((other for other in mentions[max(0, place - 3):place] if other.timings
                        and other.article == mention.article and other.position == mention.position - 1), mention)
    if mention.span:
        return frozenset()
    if not mention.timings:
        is_news = max(written) - min(written) <= WIDEST and is_lead(mentions, place) and is_news_now(mention)
        return frozenset(range(min(written) - 1, max(written) + 1)) if is_news else frozenset()
    timing = mention.timings[0]
    if timing.relation is not None and max(written) - min(written) > LONGEST_STRETCH:
        return frozenset()
    if timing.relation is None:
        return frozenset(_stretch((ordinal(timing.earliest), ordinal(timing.latest))))
    return frozenset(day for known in written for day in _stretch(relation_days(timing.relation, (known, known))))


def _stretch(days: Interval) -> range:
    first, last = days
    return range(0) if first is None or last is None or last - first > LONGEST_UNIT else range(first, last + 1)


def _stamped(mentions: list[Mention], possible: dict[str, Possible]) -> None:
    """A dated post that an article shows is as a rule of the day it was written or the days before; so is an update."""
    for mention in mentions:
        for timing in mention.timings if mention.article in possible else ():
            left = fold(mention.told)[:max(0, timing.start - mention.clause[0])]
            if not _is_full(timing) or not (post := _POST.search(left)) and not _UPDATE.search(left):
                continue
            day, here = ordinal(timing.earliest), possible[mention.article]
            allowed = range(day, day + STAMP_REACH + 1) if post else range(day - STAMP_REACH, day + 1)
            what = "shows a post" if post else "was updated"
            clause = f"it {what} of “{in_words(timing.quote)}”, and such are as a rule of the same days"
            here.unsure |= here.keep(allowed, clause)


def _recent(mentions: list[Mention], possible: dict[str, Possible]) -> None:
    """The newest weekday that an article names is, as a rule, its own day or the day before."""
    weekdays: dict[str, list[Timing]] = {}
    for mention in mentions:
        if mention.article in possible:
            weekdays.setdefault(mention.article, []).extend(
                timing for timing in mention.timings if (timing.relation or "").startswith("weekday<="))
    for article, timings in weekdays.items():
        here = possible[article]
        if timings and max(here.days) - min(here.days) < 62:
            allowed = [day for day in here.days
                       if day - max(relation_days(t.relation, (day, day))[0] or 0 for t in timings) <= 1]
            newest = in_words(timings[-1].quote)
            habit = "a weekday is as a rule named on the day itself or the day after"
            here.unsure |= here.keep(allowed, f"it says “{newest}”, and {habit}")


def _result(possible: Possible) -> Inferred:
    first, last = (any(getattr(step, end) for step in possible.steps) for end in ("first", "last"))
    days = (min(possible.days) if first else None, max(possible.days) if last else None)
    return Inferred(days, tuple(possible.steps), possible.unsure)
