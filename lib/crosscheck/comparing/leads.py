"""What is the news of an article whose first sentence has no date?

News is told on the day it happens or the day after. An opening sentence that tells something as past, or as just
revealed, without a day of its own, is dated to the article's own day or the day before. Not found: old news.
"""

import re

from crosscheck.comparing.days import Interval, length
from crosscheck.comparing.direction import AHEAD, direction
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.mentions import Mention
from crosscheck.text import fold

WIDEST = 8
_JUST_TOLD = re.compile(r"\b(?:has|have) (?:now |just |today )?\w{3,15}(?:ed|n)\b[^.\n]{0,30}? (?:that|it|he|she|they)\b",
                        re.IGNORECASE)
_TELLS = re.compile(r"\b(?:has|have|had|was|were)\b|\b\w{3,20}ed\b", re.IGNORECASE)


def lead_happenings(mentions: list[Mention], happenings: list[Happening], published: dict[str, Interval],
                    ) -> list[Happening]:
    """One happening for each article of known days whose opening sentence tells undated news; in article order."""
    taken = {place for happening in happenings for place in happening.dated}
    joined = {place for happening in happenings for place in happening.undated}
    found, seen = [], set()
    for place, mention in enumerate(mentions):
        if mention.role != "body" or mention.article in seen or len(mention.words) < 4:
            continue
        seen.add(mention.article)
        first, last = published[mention.article]
        if length((first, last)) > WIDEST or place in joined or not _is_news(mention, place in taken):
            continue
        lead = Happening([], [place], bounds=(first - 1, last))
        lead.because.append("it opens an article, and news is as a rule told on its day or the day after")
        lead.unsure = True
        found.append(lead)
    return found


def _is_news(mention: Mention, dated: bool) -> bool:
    told = fold(mention.told)
    if dated:
        match = _JUST_TOLD.search(told)
        return bool(match) and mention.clause[0] + match.end() <= mention.timings[0].start
    return bool(_TELLS.search(told)) and direction(mention) != AHEAD
