"""Which events matter most to the story?

An event ranks by how many articles and passages report it, how exactly it is dated, how early an article tells it,
whether it counts something, and whether a thing happened or somebody only spoke; what is vague or only bounded comes
last. Not found: importance that the words do not show.
"""

import math
import re
from collections import Counter

from crosscheck.comparing.days import length
from crosscheck.comparing.happenings import Happening
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.words import is_act

_COUNTS = re.compile(r"(?<![\d-])(?!(?:19|20)\d\d\b)\d[\d,.]*")
PRECISION = ((1, 1.0), (8, 0.8), (31, 0.6), (92, 0.4), (366, 0.1))


def ranked(mentions: list[Mention], happenings: list[Happening]) -> list[Happening]:
    """The happenings, the most worth reading first; the analyst's own events before all others."""
    spread = _spread(mentions)
    scored = [(happening.name is not None and happening.identity is not None, score(happening, mentions, spread),
               -happening.places[0], happening) for happening in happenings]
    return [happening for *_, happening in sorted(scored, key=lambda item: item[:3], reverse=True)]


def score(happening: Happening, mentions: list[Mention], spread: dict[str, float]) -> float:
    """How much the event is worth reading."""
    told = [mentions[place] for place in happening.places]
    articles = len({mention.article for mention in told})
    central = max(sum(sorted((spread[word] for word in mention.words), reverse=True)[:8]) for mention in told)
    early = max(1 / (1 + mention.position / 4) for mention in told)
    acts = any(is_act(word) for mention in told for word in mention.words)
    counts = any(_COUNTS.search(mention.told) for mention in told)
    size = length(happening.when)
    exact = next((worth for most, worth in PRECISION if size <= most), 0.0)
    return (0.6 * math.log(articles) + 0.6 * math.log(len(told)) + 1.5 * exact + 1.6 * bool(happening.dated)
            + 0.3 * early + 0.3 * counts + 0.3 * acts + 0.05 * central)


def _spread(mentions: list[Mention]) -> dict[str, float]:
    """For each word the share of the articles that use it."""
    counts = Counter(word for _, word in {(mention.article, word) for mention in mentions for word in mention.words})
    articles = len({mention.article for mention in mentions}) or 1
    return {word: count / articles for word, count in counts.items()}
