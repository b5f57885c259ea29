"""What does the order that the texts state, and the day an article was written, say of happenings without a date?

"X after Y" puts X not before the first day of Y and Y not after the last day of X; what an article tells as past was
past when it was written; a passage that goes on ("also", "furthermore") from a dated one had happened by then; a
meeting without a date may be the one meeting of that name that has one; what is told under an "if" lies ahead. Only
ends that the votes leave open are moved. Not found: an order that only knowledge of the world tells.
"""

import re
from typing import NamedTuple

from crosscheck.comparing.days import Interval, length
from crosscheck.comparing.direction import PAST, direction
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.phrases import day_phrase, excerpt
from crosscheck.comparing.words import occasions
from crosscheck.text import fold

ROUNDS = 8
_REFERS_BACK = re.compile(r"(?:this|that|these|those|such) \w+", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:furthermore|moreover|in addition|additionally)\b|(?:\S+\s+){1,4}?also\b", re.IGNORECASE)
_IF = re.compile(r"(?:if|should|unless)\b|\b(?:may|might) not\b|\bif (?:it|the|this|that|they)\b", re.IGNORECASE)


class Edge(NamedTuple):
    """One happening came after another, and the words that say so."""

    later: Happening
    earlier: Happening
    because: str


def order_edges(mentions: list[Mention], happenings: list[Happening], labels: dict[str, str]) -> list[Edge]:
    """What the sentences say of the order of happenings; "this deal" stands for what the sentence before tells."""
    home = {place: happening for happening in happenings for place in happening.places}
    edges = []
    for place, mention in enumerate(mentions):
        if mention.order:
            one = home.get(place) or _told_before(place, mentions, home)
            other = home.get(place + mention.partner)
            if one and other and one is not other:
                later, earlier = (one, other) if mention.order == "after" else (other, one)
                edges.append(Edge(later, earlier, f"{labels[mention.article]} says “{excerpt(mention.quote)}”"))
    return edges


def _told_before(place: int, mentions: list[Mention], home: dict[int, Happening]) -> Happening | None:
    """What "this deal" points to: the first happening of the sentence before."""
    mention = mentions[place]
    if not _REFERS_BACK.match(mention.told):
        return None
    for earlier in range(max(0, place - 4), place):
        same = mentions[earlier]
        if same.article == mention.article and same.position == mention.position - 1 and earlier in home:
            return home[earlier]
    return None


def bound(mentions: list[Mention], happenings: list[Happening], edges: list[Edge], published: dict[str, Interval],
          labels: dict[str, str], newest: int | None) -> None:
    """Fill the open ends of `happenings` as far as order and publication allow; `newest` is the last stated day."""
    for happening in happenings:
        happening.conditional = _is_conditional(mentions, happening)
    _same_occasion(mentions, happenings, labels)
    for happening in happenings:
        if not happening.conditional:
            _by_publication(mentions, happening, published, labels)
        elif newest is not None:
            because = f"it was still open on {day_phrase(newest)}, the last stated day of publication"
            _raise(happening, newest, because)
    home = {place: happening for happening in happenings for place in happening.places}
    _going_on(mentions, happenings, home, labels)
    for _ in range(ROUNDS):
        moved = [edge for edge in edges if _apply(edge)]
        if not moved:
            break
    if newest is not None:
        _end_with_folder(mentions, happenings, newest)


def _end_with_folder(mentions: list[Mention], happenings: list[Happening], newest: int) -> None:
    """What began on a known day and is told as past ended, as far as the folder tells, by its last stated day."""
    for happening in happenings:
        first, last = happening.when
        if first is not None and last is None and first <= newest and _is_past(mentions, happening):
            _lower(happening, newest, f"{day_phrase(newest)} is the last stated day of publication in the folder")
            happening.unsure = True


def _is_past(mentions: list[Mention], happening: Happening) -> bool:
    return any(direction(mentions[place]) == PAST for place in happening.undated)


def _is_conditional(mentions: list[Mention], happening: Happening) -> bool:
    return not happening.dated and bool(happening.undated) and all(
        _IF.search(mentions[place].quote) and direction(mentions[place]) != PAST for place in happening.undated)


def _by_publication(mentions: list[Mention], happening: Happening, published: dict[str, Interval],
                    labels: dict[str, str]) -> None:
    for place in happening.undated:
        mention = mentions[place]
        last = published[mention.article][1]
        if last is not None and direction(mention) == PAST:
            _lower(happening, last, f"{labels[mention.article]}, written by {day_phrase(last)}, tells it as past")


def _going_on(mentions: list[Mention], happenings: list[Happening], home: dict[int, Happening],
              labels: dict[str, str]) -> None:
    """A passage that goes on from a dated one tells what had happened by that day."""
    for happening in happenings:
        for place in happening.undated:
            mention = mentions[place]
            if not _GOES_ON.match(fold(mention.quote)):
                continue
            for earlier in range(max(0, place - 4), place):
                other = mentions[earlier]
                dated = home.get(earlier)
                if dated and dated is not happening and other.timings and other.paragraph == mention.paragraph \
                        and other.article == mention.article and dated.days[1] is not None \
                        and direction(other, other.timings[0]) == PAST:
                    _lower(happening, dated.days[1], f"{labels[mention.article]} adds it to what it tells of "
                                                     f"{day_phrase(dated.days[1])}")


def _same_occasion(mentions: list[Mention], happenings: list[Happening], labels: dict[str, str]) -> None:
    """An undated "staff meeting" may be the one dated "staff meeting" of the folder: the same day, marked unsure."""
    dated: dict[tuple, dict[Interval, None]] = {}
    for happening in happenings:
        for place in happening.dated if length(happening.days) == 1 else ():
            for occasion in occasions(mentions[place].told):
                dated.setdefault(occasion, {})[happening.days] = None
    for happening in happenings:
        if happening.dated:
            continue
        for place in happening.undated:
            days = {found for occasion in occasions(mentions[place].told) for found in dated.get(occasion, ())}
            if len(days) == 1:
                happening.bounds, happening.unsure = days.pop(), True
                day = happening.bounds[0]
                happening.because.append(f"{labels[mentions[place].article]} tells it of a "
                                         f"{' '.join(occasions(mentions[place].told)[0])}, and the one that the folder "
                                         f"dates was on {day_phrase(day)}")
                break


def _apply(edge: Edge) -> bool:
    changed = False
    first, last = edge.earlier.when[0], edge.later.when[1]
    if first is not None:
        changed |= _raise(edge.later, first, edge.because)
    if last is not None:
        changed |= _lower(edge.earlier, last, edge.because)
    return changed


def _raise(happening: Happening, first: int, because: str) -> bool:
    """Put the open first end not before `first`, if that leaves a day; whether anything changed."""
    known, last = happening.bounds[0], happening.when[1]
    if happening.days[0] is not None or known is not None and known >= first or last is not None and last < first:
        return False
    happening.bounds = (first, happening.bounds[1])
    happening.because.append(because)
    return True


def _lower(happening: Happening, last: int, because: str) -> bool:
    """Put the open last end not after `last`, if that leaves a day; whether anything changed."""
    first, known = happening.when[0], happening.bounds[1]
    if happening.days[1] is not None or known is not None and known <= last or first is not None and first > last:
        return False
    happening.bounds = (happening.bounds[0], last)
    happening.because.append(because)
    return True
