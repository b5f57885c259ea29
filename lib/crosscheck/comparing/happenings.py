"""Which mentions report one and the same happening?

Two dated mentions are one happening if their words are alike and their days can be the same; the nearer the days, the
less alike the words need to be ("4 May", "Tuesday" and "early this week" may be one date). Groups grow from the most
alike pair, only while all their days can be the same, and the larger they and the folder are the more alike the next
must be. Passages without a date join the group they are most like if they tell the same act as done; those that several
articles tell without any date make groups of their own. Where words of two articles are very alike but days differ, the
group is one happening with a disputed date; not so where they count different numbers. Not found: one happening told in
other words without a date.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from crosscheck.comparing.days import OPEN, Interval, hull, length, meet
from crosscheck.comparing.direction import PAST, direction
from crosscheck.comparing.kinship import Kin
from crosscheck.comparing.mentions import IMPRINT, Mention
from crosscheck.comparing.telling import bears_speech, tells_too, verb_acts
from crosscheck.comparing.words import is_act

LEAST = 0.10
_ALIKE = ((1, 0.10), (3, 0.16), (8, 0.22), (31, 0.26), (92, 0.36))
_YEARS, UNDATED, TOGETHER, DISPUTED, DISPUTE_REACH, GROWTH, FEW, NEWS = 0.5, 0.36, 0.45, 0.66, 10, 0.05, 15, 8
SAME_VERB = 0.2


@dataclass(eq=False)
class Happening:
    """Places of the mentions that report one happening; `days` is the meeting of what the dated ones say.

    `bounds` narrows the ends that the votes leave open, `because` says how; `opens` are the mentions that open an
    article and so set them; `name` is the analyst's label.
    """

    dated: list[int]
    undated: list[int]
    days: Interval = OPEN
    bounds: Interval = OPEN
    because: list[str] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    disputed: bool = False
    unsure: bool = False
    conditional: bool = False
    name: str | None = None
    identity: str | None = None

    @property
    def places(self) -> list[int]:
        """All its mentions, the dated ones first."""
        return self.dated + self.undated

    @property
    def when(self) -> Interval:
        """Its days, an open end filled by the bounds."""
        first, last = self.days
        return (self.bounds[0] if first is None else first, self.bounds[1] if last is None else last)


def group(mentions: list[Mention], days: list[Interval], published: dict[str, Interval], kin: list[Kin],
          known: list[Happening]) -> list[Happening]:
    """The happenings that the mentions report beside those `known`, in the order of the mentions.

    Passages without a date also join the known ones, which change in no other way.
    """
    home = {place: happening for happening in known for place in happening.places}
    taken = set(home)
    home |= {place: Happening([place], [], days[place]) for place, mention in enumerate(mentions)
             if mention.timings and place not in taken and mention.role not in IMPRINT}
    more = GROWTH * math.log2(max(1.0, len({mention.article for mention in mentions}) / FEW))
    for a, b, likeness in kin:
        if likeness < min(LEAST + more, DISPUTED):
            break
        if a in home and b in home and home[a] is not home[b] and not (a in taken or b in taken) \
                and mentions[a].sentence != mentions[b].sentence:
            _join(home, home[a], home[b], likeness, more, (mentions[a], mentions[b]))
    for a, b, likeness in kin:
        if likeness < UNDATED:
            break
        for told, bare in ((a, b), (b, a)):
            if told in home and bare not in home and tells_too(mentions[bare], mentions[told]) \
                    and _is_in_time(mentions[bare], home[told].days, published):
                home[bare] = home[told]
                home[told].undated.append(bare)
    for a, b, likeness in kin:
        if likeness < SAME_VERB:
            break
        if not mentions[a].timings and not mentions[b].timings and _told_twice(mentions[a], mentions[b], likeness):
            _put_together(home, a, b)
    old = set(map(id, known))
    return [happening for happening in _distinct(home) if id(happening) not in old]


def unite(mentions: list[Mention], days: list[Interval], places: list[int]) -> Happening:
    """One happening of mentions that are known to tell the same: their days met, or disputed."""
    happening = Happening([place for place in places if mentions[place].timings],
                          [place for place in places if not mentions[place].timings])
    happening.days, happening.disputed = meeting(days[place] for place in happening.dated)
    return happening


def meeting(votes: Iterable[Interval]) -> tuple[Interval, bool]:
    """The days that all votes hold; if there are none, all days from the first to the last, and that they are disputed.

    The narrowest votes come first, and each later one narrows those that it can share a day with.

    >>> meeting([(5, 5), (1, 9)]), meeting([(5, 5), (1, 9), (7, 7)]), meeting([])
    (((5, 5), False), ((5, 7), True), ((None, None), False))
    """
    sides: list[Interval] = []
    for vote in sorted(votes, key=length):
        met = [meet(side, vote) for side in sides]
        if any(met):
            sides = [narrower or side for narrower, side in zip(met, sides, strict=True)]
        else:
            sides.append(vote)
    return (hull(sides), len(sides) > 1) if sides else (OPEN, False)


def needed(one: Interval, other: Interval) -> float:
    """How alike the words must be for two mentions with these days, which can be the same, to be one happening."""
    wider = max(length(one), length(other))
    return next((least for most, least in _ALIKE if wider <= most), _YEARS)


def _is_in_time(mention: Mention, days: Interval, published: dict[str, Interval]) -> bool:
    """Whether a passage can be of these days; a headline tells the news of its week."""
    first, last = published[mention.article][0], days[1]
    return mention.role != "headline" or first is None or last is None or last >= first - NEWS


def _told_twice(one: Mention, other: Mention, likeness: float) -> bool:
    """Whether two articles tell, without a date, one act as done; less likeness is needed if by verbs for one act."""
    if one.article == other.article or not (_is_told_act(one) and _is_told_act(other)):
        return False
    return likeness >= TOGETHER or bool(verb_acts(one) & verb_acts(other))


def _put_together(home: dict[int, Happening], a: int, b: int) -> None:
    """Let two undated mentions be one happening, or one join that of the other if that has no date either."""
    if a not in home and b not in home:
        home[a] = home[b] = Happening([], [a, b])
    for known, new in ((a, b), (b, a)):
        if new not in home and not home[known].dated:
            home[new] = home[known]
            home[known].undated.append(new)


def _is_told_act(mention: Mention) -> bool:
    return direction(mention) == PAST and any(map(is_act, mention.words)) and not mention.quoted


def _distinct(home: dict[int, Happening]) -> list[Happening]:
    found = list({id(happening): happening for _, happening in sorted(home.items())}.values())
    for happening in found:
        happening.dated.sort()
        happening.undated.sort()
    return found


def _may_disagree(one: Mention, other: Mention) -> bool:
    """Whether two passages of different days can be of one act, and not of two days of a series, or two remarks."""
    counts, others = ({word for word in mention.words if word[0].isdigit()} for mention in (one, other))
    if one.article == other.article or bears_speech(one) or bears_speech(other):
        return False
    return not counts or not others or bool(counts & others)


def _join(home: dict[int, Happening], left: Happening, right: Happening, likeness: float, more: float,
          pair: tuple[Mention, Mention]) -> None:
    if left.disputed or right.disputed:
        return
    days = meet(left.days, right.days)
    if days is None:
        if likeness < DISPUTED or not _near(left.days, right.days) or not _may_disagree(*pair):
            return
        left.disputed, days = True, (min(left.days[0], right.days[0]), max(left.days[1], right.days[1]))
    elif likeness < needed(left.days, right.days) + more + GROWTH * math.log2((len(left.dated) + len(right.dated)) / 2):
        return
    left.days = days
    left.dated += right.dated
    for place in right.dated:
        home[place] = left


def _near(one: Interval, other: Interval) -> bool:
    return length(one) <= 3 and length(other) <= 3 and abs(one[0] - other[0]) <= DISPUTE_REACH
