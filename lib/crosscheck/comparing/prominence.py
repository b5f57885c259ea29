"""Which events matter most to the story?

An event ranks by how many articles and passages tell it, how exactly it is dated, how early an article tells it,
whether it opens one or counts something, and how it is told: as an act whose verb bears the date, or only referred to,
spoken of in a quotation or noted below a picture. What is vague or only bounded comes last. Not found: importance that
the words do not show.
"""

import math
import re
from collections import Counter

from crosscheck.comparing.days import length
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.telling import bears_act, refers

_COUNTS = re.compile(r"(?<![\d-])(?!(?:19|20)\d\d\b)\d[\d,.]*")
_OF_CALENDAR = re.compile(r"(?:md|yy)\b")
PRECISION = ((1, 1.0), (8, 0.8), (31, 0.6), (92, 0.4), (366, 0.1))
FEW_WORDS = 6


def ranked(mentions: list[Mention], happenings: list[Happening]) -> list[Happening]:
    """The happenings, the most worth reading first; the analyst's own events before all others."""
    spread = _spread(mentions)
    scored = [(happening.name is not None and happening.identity is not None, score(happening, mentions, spread),
               -happening.places[0], happening) for happening in happenings]
    return [happening for *_, happening in sorted(scored, key=lambda item: item[:3], reverse=True)]


def score(happening: Happening, mentions: list[Mention], spread: dict[str, float]) -> float:
    """How much the event is worth reading."""
    told = [mentions[place] for place in happening.places]
    dating = [mentions[place] for place in happening.dated]
    central = max(sum(sorted((spread[word] for word in mention.words), reverse=True)[:8]) for mention in told)
    early = max(1 / (1 + mention.position / 4) for mention in dating or told)
    counts = any(_COUNTS.search(mention.told) for mention in dating or told)
    size = length(happening.when)
    exact = next((worth for most, worth in PRECISION if size <= most), 0.0)
    return (0.6 * math.log(_articles(told)) + 0.6 * math.log(len(told)) + 1.5 * exact + 0.3 * early + 0.3 * counts
            + 0.05 * central + 1.0 * bool(happening.opens) + _told_worth(dating))


def _told_worth(dating: list[Mention]) -> float:
    """How directly the passages that date an event tell it."""
    if not dating:
        return 0.0
    acts = any(bears_act(mention) for mention in dating)
    days = any(mention.timings[0].relation is None or _OF_CALENDAR.match(mention.timings[0].relation)
               for mention in dating)
    only = all(refers(mention) or mention.quoted or mention.role == "caption" for mention in dating)
    short = max(len(mention.words) for mention in dating) < FEW_WORDS
    return 1.6 + 0.5 * acts + 0.3 * days - 0.7 * only - 0.7 * short


def _articles(mentions: list[Mention]) -> int:
    return len({mention.article for mention in mentions})


def _spread(mentions: list[Mention]) -> dict[str, float]:
    """For each word the share of the articles that use it."""
    counts = Counter(word for _, word in {(mention.article, word) for mention in mentions for word in mention.words})
    articles = len({mention.article for mention in mentions}) or 1
    return {word: count / articles for word, count in counts.items()}
