"""What do an article's own dates tell of the day it was written?

A happening that is told as past was over when the article was written, one that will be was not. Only statements that
leave no doubt count (`sure_direction`): a report in the past tense with its day, not "called an election for 3 June". A
dated post that the article shows, and the newest weekday that it names, are as a rule of its own days.
"""

import re

from crosscheck.comparing.days import OF_YEAR, ordinal, relation_days
from crosscheck.comparing.direction import AHEAD, OPEN, PAST, sure_direction
from crosscheck.comparing.mentions import Mention, Timing
from crosscheck.comparing.phrases import excerpt, in_words
from crosscheck.comparing.possible import Possible, Step
from crosscheck.text import fold

REACH, STAMP_REACH, FINE, AROUND = 330, 2, 32, 70
_AHEAD_READING = re.compile(r"\w+(?:~>|>=|>)")
_POST = re.compile(r"\(@\w{1,30}\)\s*(?:on\s+)?$")
_UPDATE = re.compile(r"\b(?:updated|last modified|posted|published)\b[^.\n]{0,20}$", re.IGNORECASE)


def own_date(possible: Possible, mention: Mention, timing: Timing) -> None:
    """What one dated passage says of the day of its own article: not before a day told as past."""
    told = sure_direction(mention, timing)
    if timing.relation is None and timing.earliest is not None and timing.latest is not None:
        first, last = ordinal(timing.earliest), ordinal(timing.latest)
        if told == PAST:
            possible.keep((day for day in possible.days if day >= first), _said(mention, timing, "past"))
        elif told == AHEAD and last - first < FINE:
            possible.keep((day for day in possible.days if day <= last), _said(mention, timing, "to come"))
    elif timing.relation is not None and timing.relation.startswith(("md", "month")) and OF_YEAR.match(timing.relation):
        _own_day_of_year(possible, mention, timing, told)


def _said(mention: Mention, timing: Timing, told: str) -> str:
    """The clause of reasoning with the words around the date, so that the sentence can be found."""
    at, end = timing.start - mention.clause[0], timing.end - mention.clause[0]
    words = mention.told[max(0, at - AROUND):end + AROUND]
    words = words if at <= AROUND else words.partition(" ")[2]
    words = words if len(mention.told) <= end + AROUND else words.rpartition(" ")[0]
    return f"it tells “{excerpt(words, len(words))}” as {told}"


def _own_day_of_year(possible: Possible, mention: Mention, timing: Timing, told: str) -> None:
    """A day without its year is as a rule within eleven months, before if it is past, ahead if it is to come."""
    if told == OPEN or told == (PAST if _AHEAD_READING.match(timing.relation) else AHEAD):
        return
    back, on = (REACH, 0) if told == PAST else (0, REACH)
    nearest = OF_YEAR.sub(r"\1~", timing.relation)
    found = {relation_days(nearest, (day, day)) for day in sorted(possible.days)[::90]}
    allowed = {day for first, last in found if first is not None for day in range(first - on, last + back + 1)}
    clause = _said(mention, timing, "past" if told == PAST else "to come")
    possible.keep(allowed, clause, first=told == PAST, last=told == AHEAD)


def one_year(possible: Possible, newest: int) -> bool:
    """Where the days fall apart into years, keep those nearest to the newest day of the folder; whether they did."""
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
    return len(runs) > 1


def stamped(mentions: list[Mention], possible: dict[str, Possible]) -> None:
    """The newest dated post that an article shows is as a rule of its day or the two before; so is an update."""
    newest: dict[tuple[str, bool], Timing] = {}
    for mention in mentions:
        for timing in mention.timings if mention.article in possible else ():
            left = fold(mention.told)[:max(0, timing.start - mention.clause[0])]
            if is_full(timing) and ((post := _POST.search(left)) or _UPDATE.search(left)):
                key = mention.article, post is not None
                newest[key] = max(newest.get(key, timing), timing, key=lambda one: one.earliest)
    for (article, post), timing in newest.items():
        day, here = ordinal(timing.earliest), possible[article]
        allowed = range(day, day + STAMP_REACH + 1) if post else range(day - STAMP_REACH, day + 1)
        what = "shows a post" if post else "was updated"
        clause = f"it {what} of “{in_words(timing.quote)}”, and such are as a rule of the same days"
        here.unsure |= here.keep(allowed, clause)


def recent(mentions: list[Mention], possible: dict[str, Possible]) -> None:
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


def is_full(timing: Timing) -> bool:
    """Whether the expression names its days, a month at most, without help."""
    return (timing.relation is None and timing.earliest is not None and timing.latest is not None
            and ordinal(timing.latest) - ordinal(timing.earliest) < FINE)
