"""Which mentions report one and the same happening?

Two dated mentions are one happening if their words are alike and their days can be the same; the nearer the days, the
less alike the words need to be ("27 February", "Friday" and "late last week" are one date). Groups grow from the most
alike pair, and only while all their days can be the same. Passages without a date join the group they are most like.
Where words are very alike but days differ, the group is one happening with a disputed date. Not found: one happening
told in other words without a date.
"""

from dataclasses import dataclass, field

from crosscheck.comparing.days import OPEN, Interval, length, meet
from crosscheck.comparing.kinship import Kin
from crosscheck.comparing.mentions import Mention

LEAST = 0.15
_ALIKE = ((1, 0.15), (3, 0.20), (8, 0.26), (31, 0.34), (92, 0.42))
_YEARS, UNDATED, DISPUTED, DISPUTE_REACH = 0.5, 0.36, 0.66, 10


@dataclass
class Happening:
    """Places of the mentions that report one happening; `days` is the meeting of what they say."""

    dated: list[int]
    days: Interval
    undated: list[int] = field(default_factory=list)
    disputed: bool = False


def group(mentions: list[Mention], days: list[Interval], kin: list[Kin]) -> list[Happening]:
    """The happenings that the dated mentions report, undated ones joined to them, in the order of the mentions."""
    groups = {place: Happening([place], days[place]) for place, mention in enumerate(mentions)
              if mention.timings and days[place] != OPEN}
    home = {place: place for place in groups}
    for a, b, likeness in kin:
        if a in home and b in home and home[a] != home[b]:
            _join(groups, home, home[a], home[b], likeness)
    for a, b, likeness in kin:
        if likeness < UNDATED:
            break
        for told, bare in ((a, b), (b, a)):
            if told in home and bare not in home and not mentions[bare].timings:
                groups[home[told]].undated.append(bare)
                home[bare] = home[told]
                break
    for happening in groups.values():
        happening.dated.sort()
        happening.undated.sort()
    return list(groups.values())


def needed(one: Interval, other: Interval) -> float:
    """How alike the words must be for two mentions with these days, which can be the same, to be one happening."""
    wider = max(length(one), length(other))
    return next((least for most, least in _ALIKE if wider <= most), _YEARS)


def _join(groups: dict[int, Happening], home: dict[int, int], one: int, other: int, likeness: float) -> None:
    left, right = groups[one], groups[other]
    if left.disputed or right.disputed:
        return
    days = meet(left.days, right.days)
    if days is None:
        if likeness < DISPUTED or not _near(left.days, right.days):
            return
        left.disputed, days = True, (min(left.days[0], right.days[0]), max(left.days[1], right.days[1]))
    elif likeness < needed(left.days, right.days):
        return
    left.days = days
    left.dated += right.dated
    for place in right.dated:
        home[place] = one
    del groups[other]


def _near(one: Interval, other: Interval) -> bool:
    if length(one) > 3 or length(other) > 3:
        return False
    return abs(one[0] - other[0]) <= DISPUTE_REACH
