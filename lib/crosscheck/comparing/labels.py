"""Which words of the articles name an event best?

Of the passages that report it, the one whose words the others share most, short and complete; without a lead-in that
says who reports it, without a tail that adds to it. The words stay the article's own. Not found: a name shorter than
the clause.
"""

import re

from crosscheck.comparing.mentions import Mention
from crosscheck.text import fold

LONGEST = 120
_LEAD_IN = re.compile(
    r"(?:(?:however|furthermore|moreover|meanwhile|also|and|but|yet|still|instead|in addition|for example|for instance|"
    r"indeed|so|then|now|earlier|later|who|which|that|when|where|while|as|after|before|since|because|until)\b,?\s+"
    r"|according to [^,.\n]{1,80},\s+"
    r"|(?:[\w.'-]+ ){0,6}(?:said|says|told [\w' ]{1,40}|added|noted|reported|stated|confirmed|announced|claimed|argued|"
    r"explained|wrote|writes|believes|shows?|suggests?) (?:on \w+ |in [\w ]{1,30} )?that\s+)", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:,?\s+(?:according to|as reported by)\b.*|,\s+(?:[\w.'-]+ ){0,6}(?:said|says|told [\w' ]{1,40}|added|noted|reported|"
    r"wrote|stated)(?:\s(?:on )?\w+)?\W*|[\s,;:(\"'-]+)$", re.IGNORECASE | re.DOTALL)
_CLAUSE_ENDS = re.compile(r",\s+(?:which|who|whose|where|while|although|though|but|as|with|\w+ing)\b|;|\s-\s|\s\(")
_EDGES = " \t\n,;:()[]\"'\u201c\u201d\u2018\u2019\u2022-\u2013\u2014\u2026|*"


def label_of(mention: Mention) -> str:
    """The mention's words on one line, lead-in and tail left out, cut at a clause if they are long."""
    words = " ".join(mention.told.split())
    folded = fold(words)
    start = 0
    while match := _LEAD_IN.match(folded, start):
        start = match.end()
    tail = _TAIL.search(folded, start)
    end = tail.start() if tail and tail.start() - start > 30 else len(words)
    if end - start > LONGEST:
        cuts = [match.start() for match in _CLAUSE_ENDS.finditer(folded, start, end) if match.start() - start > 40]
        end = next((cut for cut in cuts if cut - start <= LONGEST), min(cuts, default=end))
    return _shortened(words[start:end].strip(_EDGES).rstrip("."))


def _shortened(words: str) -> str:
    if len(words) > LONGEST:
        words = words[:LONGEST + 1].rsplit(" ", 1)[0].rstrip(_EDGES) + " …"
    return words[:1].upper() + words[1:]


def best_mention(mentions: list[Mention], table: dict[str, float]) -> Mention:
    """The mention that stands best for all: its words are shared, it is neither a stump nor very long."""
    counts: dict[str, int] = {}
    for mention in mentions:
        for word in mention.words:
            counts[word] = counts.get(word, 0) + 1

    def worth(mention: Mention) -> tuple[float, int]:
        shared = sum(counts[word] - 1 for word in mention.words) / (len(mentions) or 1)
        told = sum(table.get(word, 0) for word in mention.words)
        size = len(mention.told)
        return (shared + 0.2 * min(told, 30) - abs(size - 110) / 40 + (1 if mention.timings else 0), -mention.position)

    return max(mentions, key=worth)
