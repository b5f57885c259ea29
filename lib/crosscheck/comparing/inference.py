"""On which days can the undated articles of a folder have been written?

At first every day of a window around the story is possible. Each step takes days away, and is kept with its reason:
the article speaks of a dated day as past or as to come; it tells with a weekday, a "last month" or a day without a year
what another article dates. The steps run from the plainest to the weakest, until nothing changes; a step that would
leave no day at all is not taken. Not found: an article that is wrong about a day.
"""

import functools
import re

from crosscheck.comparing.days import OF_YEAR, OPEN, Interval, ordinal, relation_days
from crosscheck.comparing.direction import AHEAD, BARE, PAST, direction, sure_direction
from crosscheck.comparing.inference_own import is_full, one_year, own_date, recent, stamped
from crosscheck.comparing.kinship import Kin
from crosscheck.comparing.leads import WIDEST, is_lead, is_news_now
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.phrases import excerpt, in_words, stretch_phrase
from crosscheck.comparing.possible import Inferred, Possible

WINDOW_BEFORE, WINDOW_AFTER, ROUNDS = 500, 370, 6
LIKE_DATED, LIKE_WEEKDAY, LIKE_TOLD, LONGEST_STRETCH = 0.28, 0.17, 0.36, 370
LONGEST_UNIT = 100
NARROW, WEEK = 31, 7  # days on which an article can be of, for others to learn from what hangs on them
_LAST_WEEKDAY = re.compile(r"weekday<(\d)")
_GOES_ON = re.compile(r"(?:He|She|They)\b")


def infer(mentions: list[Mention], kin: list[Kin], stated: dict[str, Interval], labels: dict[str, str],
          ) -> dict[str, Inferred]:
    """What is known of each article of `labels` that is not in `stated`."""
    newest, sure = _newest(mentions, stated)
    unknown = [article for article in labels if article not in stated]
    if newest is None:
        return {article: Inferred((None, None), (), False) for article in unknown}
    window = _window(newest)
    possible = {article: Possible(range(window[0], window[1] + 1)) for article in unknown}
    fixed = {article: frozenset(range(days[0] or window[0], (days[1] or window[1]) + 1))
             for article, days in stated.items() if days != OPEN}
    own = [(mention, timing) for mention in mentions if mention.article in possible for timing in mention.timings]
    for mention, timing in sorted(own, key=lambda pair: pair[1].relation is not None):
        own_date(possible[mention.article], mention, timing)
    for article in unknown:
        possible[article].unsure |= one_year(possible[article], newest) and not sure
    stamped(mentions, possible)
    placed = possible.keys() | fixed.keys()
    placed_kin = [pair for pair in kin if {mentions[pair.a].article, mentions[pair.b].article} <= placed]
    _share(mentions, placed_kin, possible, fixed, labels)
    recent(mentions, possible)
    return {article: possible[article].result() for article in unknown}


def newest_day(mentions: list[Mention], stated: dict[str, Interval]) -> int | None:
    """The newest day of publication that is stated, else the newest that the folder dates in full.

    Days that are surely told as past come first, then those that a verb or none tells; a limit ("until July 2031") and
    a condition give none.
    """
    return _newest(mentions, stated)[0]


def _newest(mentions: list[Mention], stated: dict[str, Interval]) -> tuple[int | None, bool]:
    """The newest day, and whether it is sure that there was an article or a happening on it."""
    newest = [days[1] for days in stated.values() if days[1] is not None]
    if newest:
        return max(newest), True
    full = [(mention, timing) for mention in mentions for timing in mention.timings if is_full(timing)]
    sure = [timing for mention, timing in full if sure_direction(mention, timing) == PAST]
    told = [timing for mention, timing in full if direction(mention, timing) in (PAST, BARE)]
    ahead = [timing for mention, timing in full if direction(mention, timing) == AHEAD]
    return max((ordinal(timing.earliest) for timing in sure or told or ahead), default=None), bool(sure)


def _window(newest: int) -> tuple[int, int]:
    return max(1, newest - WINDOW_BEFORE), newest + WINDOW_AFTER


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


def _share(mentions: list[Mention], kin: list[Kin], possible: dict[str, Possible], fixed: dict[str, frozenset[int]],
           labels: dict[str, str]) -> None:
    """Take away what the articles tell of each other; where they still push each other on, nothing is taken away."""
    pairs, told = _telling_pairs(mentions, kin, possible), Told(mentions)
    before = {article: here.copy() for article, here in possible.items()}
    moved: set[str] = set()
    for _ in range(ROUNDS):
        moved = _shared_round(mentions, pairs, told, possible, fixed, labels)
        if not moved:
            return
    for article in sorted(moved):
        possible[article] = before[article]


def _shared_round(mentions: list[Mention], pairs: list[tuple[int, int]], told: Told, possible: dict[str, Possible],
                  fixed: dict[str, frozenset[int]], labels: dict[str, str]) -> set[str]:
    """Once through the pairs; the articles that days were taken from."""
    moved: set[str] = set()
    for own, other in pairs:
        here, there = possible[mentions[own].article], possible.get(mentions[other].article)
        days = told.days(other, fixed.get(mentions[other].article) or there.days)
        if days and there and len(there.days) > NARROW and max(days) - min(days) > WEEK \
                and not any(map(is_full, mentions[other].timings)):
            continue  # what hangs on a day of publication that is itself hardly known tells nothing
        if days:
            known = _known_ends(mentions[other], possible)
            if _shared(here, mentions[own], mentions[other], days, known, labels):
                here.unsure |= bool(there and there.unsure) or _is_unsure(mentions[other])
                moved.add(mentions[own].article)
    return moved


def _is_unsure(mention: Mention) -> bool:
    """Whether a mention has no date of its own, or one that was still to come."""
    return _is_planned(mention) or not mention.timings and not _GOES_ON.match(mention.told)


def _is_planned(mention: Mention) -> bool:
    """Whether the date of a mention was still to come."""
    return bool(mention.timings) and direction(mention, mention.timings[0]) == AHEAD


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
        if other.timings and direction(other, other.timings[0]) not in (PAST, BARE):
            return False
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
    """How alike two passages must be: more if one has no date or a planned one, less if both name the same weekday."""
    if not own.timings or _is_planned(own) or _is_planned(other):
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
