"""What is the news of an article whose first sentence has no date?

News is told on the day it happens or the day after. An opening sentence that tells something as past, or as just
revealed, without a day of its own, is dated to the article's own day or the day before. Not found: old news.
"""

import re

from crosscheck.comparing.days import Interval, length, meet
from crosscheck.comparing.direction import AHEAD, direction
from crosscheck.comparing.happenings import Happening, meeting
from crosscheck.comparing.kinship import Kin
from crosscheck.comparing.mentions import Mention
from crosscheck.text import fold

WIDEST, ALIKE = 8, 0.25
_JUST_TOLD = re.compile(
    r"\b(?:has|have) (?:now |just |today )?\w{3,15}(?:ed|n)\b[^.\n]{0,30}? (?:that|it|he|she|they)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:(?P<now>is|are)|has|have|had|was|were|(?<!that )(?<!which )(?<!who )(?!need)\w{2,20}ed)\b", re.IGNORECASE)


def lead_happenings(mentions: list[Mention], happenings: list[Happening], published: dict[str, Interval],
                    kin: list[Kin]) -> list[Happening]:
    """One happening for each article of known days whose opening sentence tells undated news; in article order.

    Openings that are alike, and a dated happening of those days that one is like, are one. An opening that tells one of
    the `happenings` without a date bounds that one.
    """
    dated = {place for happening in happenings for place in happening.dated}
    joined = {place: happening for happening in happenings for place in happening.undated}
    found = []
    for place, mention in enumerate(mentions):
        first, last = published[mention.article]
        known = joined.get(place)
        if length((first, last)) > WIDEST or known and (known.dated or known.name) or not is_lead(mentions, place):
            continue
        if is_told_now(mention) if place in dated else is_news_now(mention):
            if known is None:
                found.append(Happening([], [place]))
            opening = known or found[-1]
            opening.opens.append(place)
            opened_on(opening, [published[mentions[other].article] for other in opening.opens])
    return _joined(found, happenings, kin)


def opened_on(happening: Happening, published: list[Interval]) -> None:
    """Bound a happening by the days of the articles that it opens; disputed if these share none, open if one is not."""
    if any(length(days) > WIDEST for days in published):
        return
    happening.bounds, happening.disputed = meeting((first - 1, last) for first, last in published)
    happening.unsure = True
    because = "it opens an article, and news is as a rule told on its day or the day after"
    happening.because = [because, *(other for other in happening.because if other != because)]


def _joined(leads: list[Happening], happenings: list[Happening], kin: list[Kin]) -> list[Happening]:
    home = {place: happening for happening in happenings for place in happening.dated if None not in happening.days}
    own = {lead.undated[0]: lead for lead in leads}
    for a, b, likeness in kin:
        if likeness < ALIKE:
            break
        for place, other in ((a, b), (b, a)):
            lead = own.get(place)
            goal = None if lead is None else home.get(other) or own.get(other)
            if goal is None or goal is lead or place in goal.places:
                continue
            days = meet(lead.bounds, goal.when)
            if days is not None and len(lead.undated) == 1 and not set(lead.undated) & set(goal.dated):
                goal.undated.append(place)
                if goal in leads:
                    goal.bounds = days
                    goal.opens.append(place)
                own[place] = goal
                leads = [one for one in leads if one is not lead]
    return leads


def is_lead(mentions: list[Mention], place: int) -> bool:
    """Whether the mention stands in the first sentence of its article's body."""
    mention = mentions[place]
    if mention.role != "body" or len(mention.words) < 4:
        return False
    for other in reversed(mentions[max(0, place - 12):place]):
        if other.article != mention.article:
            return True
        if other.role == "body":
            return False
    return place < 12 or mentions[place - 12].article != mention.article


def is_news_now(mention: Mention) -> bool:
    """Whether an undated sentence tells something as done: its first verb is neither present nor future."""
    found = _FINITE.search(fold(mention.told))
    return found is not None and not found.group("now") and direction(mention) != AHEAD


def is_told_now(mention: Mention) -> bool:
    """Whether the sentence has just revealed what its date dates ("has admitted that it closed last week")."""
    match = _JUST_TOLD.search(fold(mention.told))
    return match is not None and mention.clause[0] + match.end() <= mention.timings[0].start
