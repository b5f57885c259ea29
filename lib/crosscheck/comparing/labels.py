"""Which words of the articles name an event best?

Each passage that reports it offers its clause (`clauses`). The best offer tells an act by a finite verb, opens with its
subject, is of headline length, stands early in its article and shares its words with the other passages. The words stay
the article's own. Not found: a name shorter than the clause.
"""

import re
from collections import Counter

from crosscheck.comparing.clauses import HEADLESS, PRONOUN, label_of
from crosscheck.comparing.direction import BARE, direction
from crosscheck.comparing.mentions import Mention
from crosscheck.comparing.telling import bears_act, refers
from crosscheck.text import fold

FEWEST_WORDS, MOST_WORDS = 5, 18
_FINITE = re.compile(
    r"\b(?:is|are|has|have|does|says?|dealt|let|put|cut|set|hit|shut|led|laid|spent|swept|hung|lent|bent|"
    r"[a-z]{3,20}(?<![su'])s (?:the|a|an|its|his|her|their|to|in|from|for))\b")


def label_for(mentions: list[Mention]) -> str:
    """The words that name best what all these mentions tell."""
    if len(mentions) == 1:
        return label_of(mentions[0])
    counts = Counter(word for mention in mentions for word in mention.words)
    offers = [(mention, label_of(mention)) for mention in mentions]
    return max(offers, key=lambda offer: (_worth(*offer, counts, len(mentions)), -offer[0].position))[1]


def _worth(mention: Mention, label: str, counts: Counter, size: int) -> float:
    """How well a label names what `size` mentions tell, which have so many of each word."""
    shared = sum(counts[word] - 1 for word in mention.words) / max(1, size - 1) / max(6, len(mention.words))
    words, folded = label.split(), fold(label)
    finite = direction(mention) != BARE or _FINITE.search(folded) is not None
    telling = bool(mention.timings) and not refers(mention)
    quoted = mention.quoted or folded[:1] in "\"'"
    return (1.5 * finite + telling - 1.5 * refers(mention) + bears_act(mention) + 3 * shared
            + 1 / (1 + mention.position) - 1.2 * quoted
            - 1.5 * bool(PRONOUN.match(folded)) - 2 * bool(HEADLESS.match(folded))
            - 0.5 * ("\u2026" in label) - 0.5 * (mention.role == "caption")
            - 0.1 * max(0, len(words) - MOST_WORDS) - 0.5 * max(0, FEWEST_WORDS - len(words)))
