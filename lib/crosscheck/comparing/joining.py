"""Which happenings, told apart at first, are one after all?

Two passages may share few words though the groups around them speak of the same thing: groups of the same days are
joined if their words taken together are alike. A group that only refers to its day ("Monday's ruling") joins the group
of those days that tells of such an act. Not found: one happening that two articles date to different weeks.
"""

import math
from collections import Counter

from crosscheck.comparing.days import Interval, length, meet
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.kinship import Kin
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.telling import dated_acts, refers
from crosscheck.comparing.words import is_act, weights

_ALIKE_SAME = ((1, 0.15), (8, 0.2), (31, 0.2))
_ALIKE_WITHIN = ((8, 0.2), (31, 0.3))
SAME_ACT, SAME_DAYS, LEAST_REFERENCE, WIDEST = 0.05, 0.05, 0.1, 31


class Joiner:
    """Happenings on the way to being joined; each knows its words, and which other took it in."""

    def __init__(self, mentions: list[Mention], happenings: list[Happening]) -> None:
        self.mentions = mentions
        self.table = weights(mention.words for mention in mentions)
        self._alive = {id(one): one for one in happenings if one.dated and not one.disputed and not one.identity}
        self.home = {place: one for one in self.alive for place in one.dated}
        self._words: dict[int, dict[str, float]] = {}

    @property
    def alive(self) -> list[Happening]:
        """Those that no other has taken in."""
        return list(self._alive.values())

    def words(self, happening: Happening) -> dict[str, float]:
        """The words of all dated passages of a happening, weighted, of length one."""
        if id(happening) not in self._words:
            total: Counter[str] = Counter()
            for place in happening.dated:
                total.update(self._of_mention(self.mentions[place]))
            self._words[id(happening)] = _normal(total)
        return self._words[id(happening)]

    def _of_mention(self, mention: Mention) -> dict[str, float]:
        return _normal({word: max(self.table[word], 0.01) for word in mention.words})

    def likeness(self, one: Happening, other: Happening) -> float:
        """The cosine between the words of two happenings."""
        left, right = sorted((self.words(one), self.words(other)), key=len)
        return round(sum(weight * right.get(word, 0.0) for word, weight in left.items()), 6)

    def worth(self, one: Happening, other: Happening) -> float:
        """Their likeness, and more if both name an act of the same kind."""
        return self.likeness(one, other) + SAME_ACT * any(
            is_act(word) and word in self.words(one) for word in self.words(other))

    def join(self, one: Happening, other: Happening, days: Interval) -> None:
        """Let `one` take in `other`."""
        one.days = days
        one.dated = sorted(one.dated + other.dated)
        one.undated = sorted(one.undated + other.undated)
        for place in other.dated:
            self.home[place] = one
        del self._alive[id(other)]
        self._words.pop(id(one), None)


def join_happenings(mentions: list[Mention], happenings: list[Happening], kin: list[Kin]) -> list[Happening]:
    """The happenings that are left, in their order; those named in the codebook stay as they are."""
    joiner = Joiner(mentions, happenings)
    _join_alike(joiner, kin)
    _join_same_act(joiner)
    _join_references(joiner)
    left = {id(one) for one in joiner.alive}
    return [one for one in happenings if id(one) in left or one.disputed or one.identity or not one.dated]


def _join_alike(joiner: Joiner, kin: list[Kin]) -> None:
    """Join pairs, the most alike first, of which at least two passages are alike."""
    pairs, get = {}, joiner.home.get
    for a, b, _ in kin:
        one = get(a)
        other = None if one is None else get(b)
        if other is not None and one is not other:
            places = (one.dated[0], other.dated[0]) if one.dated[0] < other.dated[0] else (other.dated[0], one.dated[0])
            if places not in pairs and meet(one.days, other.days) and _needed(one.days, other.days) < math.inf:
                pairs[places] = (one, other)
    scored = sorted((-joiner.likeness(*pair), places) for places, pair in pairs.items())
    for _, (a, b) in scored:
        one, other = joiner.home[a], joiner.home[b]
        days = None if one is other else meet(one.days, other.days)
        needed = _needed(one.days, other.days) if days else math.inf
        if needed < math.inf and joiner.worth(one, other) >= needed:
            joiner.join(one, other, days)


def _needed(one: Interval, other: Interval) -> float:
    wider = max(length(one), length(other))
    steps = _ALIKE_SAME if one == other else _ALIKE_WITHIN
    return next((least for most, least in steps if wider <= most), math.inf)


def _join_same_act(joiner: Joiner) -> None:
    """Join groups of the very same days whose dates stand beside words for the same act or occasion."""
    first: dict[tuple[Interval, str], Happening] = {}
    for place, mention in enumerate(joiner.mentions):
        one = joiner.home.get(place)
        if one is None or length(one.days) > WIDEST:
            continue
        for act in sorted(dated_acts(mention)):
            other = first.setdefault((one.days, act), one)
            goal = joiner.home[other.dated[0]]
            if goal is not one and goal.days == one.days:
                joiner.join(goal, one, one.days)
                one = goal


def _join_references(joiner: Joiner) -> None:
    """A group that only refers to its day joins the one of the same days that is most like it, by words or by act."""
    narrow = [one for one in joiner.alive if length(one.days) <= WIDEST]
    points = [all(refers(joiner.mentions[place]) for place in one.dated) for one in narrow]
    pointing = [one for one, only in zip(narrow, points, strict=True) if only]
    telling = [one for one, only in zip(narrow, points, strict=True) if not only]
    of_day: dict[int, list[int]] = {}
    for number, goal in enumerate(telling):
        for day in range(goal.days[0], goal.days[1] + 1):
            of_day.setdefault(day, []).append(number)
    for one in pointing:
        near = sorted({number for day in range(one.days[0], one.days[1] + 1) for number in of_day.get(day, ())})
        goals = [(joiner.worth(goal, one) + SAME_DAYS * (goal.days == one.days), len(goal.places), goal)
                 for goal in map(telling.__getitem__, near) if meet(goal.days, one.days)]
        best = max(goals, key=lambda item: item[:2], default=None)
        if best and best[0] >= LEAST_REFERENCE:
            joiner.join(best[2], one, meet(best[2].days, one.days))


def _normal(words: dict[str, float]) -> dict[str, float]:
    size = math.sqrt(sum(weight * weight for weight in words.values())) or 1.0
    return {word: weight / size for word, weight in words.items()}
