"""Which words of the articles name an event best?

Of the passages that report it, the one that stands by itself, whose words the others share most, short and dated;
without a lead-in that says who reports it, without a tail that adds to it. A part that does not stand by itself takes
the words before it in its sentence along. The words stay the article's own. Not found: a name shorter than the clause.
"""

import re
from collections import Counter

from crosscheck.comparing.direction import BARE, direction
from crosscheck.comparing.mentions import Mention
from crosscheck.text import fold

LONGEST, ROOM = 120, 170
_SAYING = (r"(?:said|says|told [\w' ]{1,40}|added|noted|reported|stated|confirmed|announced|claimed|argued|explained|"
           r"wrote|writes|believes|shows?|suggests?)")
_LEAD_IN = re.compile(
    r"(?:(?:however|furthermore|moreover|meanwhile|also|and|but|yet|still|instead|in addition|for example|for instance|"
    r"indeed|so|then|now|earlier|later|who|which|that|when|where|while|as|after|before|since|because|until|more|photo|"
    r"advertisement|even so|in fact)\b[,:]?\s+"
    r"|according to [^,.\n]{1,80},\s+"
    rf"|(?:[\w.'-]+ ){{1,6}}{_SAYING} (?:on \w+ |in [\w ]{{1,30}} )?that\s+)", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:,?\s+(?:according to|as reported by)\b.*|,\s+(?:[\w.'-]+ ){{0,6}}{_SAYING}(?:\s(?:on )?\w+)?\W*"
    r"|[\s,;:(\"'-]+)$",
    re.IGNORECASE | re.DOTALL)
_CLAUSE_ENDS = re.compile(
    r",\s+(?:which|who|whose|where|while|although|though|but|as|with|\w+ing)\b|;|\s-{1,2}\s|\s\(|\.\s")
_DEPENDS = re.compile(
    r"(?:\w+ing|to|only|not|also|will|would|could|may|might|can|should|must|is|are|was|were|has|have|had|be|been|did|does|"
    r"in|on|at|by|for|from|of|with|about|late|early|earlier|starting|noon|less|more|than|et|pm|am|\d+|(?!need)[a-z]{3,20}ed|"
    r"[a-z]{3,20}(?<!s)s (?:the|a|an|its|his|her|their|of|that|to))\b", re.IGNORECASE)
_EDGES = " \t\n,;:()[]\"'\u201c\u201d\u2018\u2019\u2022-\u2013\u2014\u2026|*\u00b7>"
_QUOTES = re.compile("[\"\u201c\u201d]")


def label_of(mention: Mention) -> str:
    """The mention's words on one line, lead-in and tail left out, cut at a clause if they are long."""
    words = " ".join(_standing(mention).split())
    folded = fold(words)
    start = 0
    while match := _LEAD_IN.match(folded, start):
        start = match.end()
    tail = _TAIL.search(folded, start)
    end = tail.start() if tail and tail.start() - start > 30 else len(words)
    if end - start > LONGEST:
        cuts = [match.start() for match in _CLAUSE_ENDS.finditer(folded, start, end) if match.start() - start > 40]
        end = next((cut for cut in reversed(cuts) if cut - start <= LONGEST), min(cuts, default=end))
    return _finished(words[start:end])


def best_mention(mentions: list[Mention], table: dict[str, float]) -> Mention:
    """The mention that names the event best for all."""
    counts = Counter(word for mention in mentions for word in mention.words)

    def worth(mention: Mention) -> tuple[float, int]:
        shared = sum(counts[word] - 1 for word in mention.words) / len(mentions)
        told = 0.2 * min(sum(table.get(word, 0) for word in mention.words), 30)
        size = abs(len(mention.told) - 110) / 40
        return 2 * stands_alone(mention) + shared + told - size + bool(mention.timings), -mention.position

    return max(mentions, key=worth)


def stands_alone(mention: Mention) -> bool:
    """Whether the clause can be read without its sentence: it opens with a subject and has a verb."""
    told = fold(mention.told).lstrip(_EDGES)
    opens = told[:1].isupper() or not _DEPENDS.match(told)
    whole = mention.clause[0] - mention.start < 3 and len(mention.told) > 0.9 * len(mention.context)
    return len(told) >= 30 and opens and (whole and not _DEPENDS.match(told) or direction(mention) != BARE)


def _standing(mention: Mention) -> str:
    """The clause, with the words before it in its sentence if it does not stand alone and they are few."""
    if stands_alone(mention):
        return mention.told
    place = mention.context.find(mention.told)
    if place >= 0 and place + len(mention.told) <= ROOM:
        return mention.context if len(mention.context) <= ROOM else mention.context[:place + len(mention.told)]
    return mention.told if len(mention.told) >= 30 else mention.context[max(0, place):]


def _finished(words: str) -> str:
    if len(words) > LONGEST + 20:
        words = words[:LONGEST + 1].rsplit(" ", 1)[0].rstrip(_EDGES) + " \u2026"
    marks = _QUOTES.findall(words)
    words = _QUOTES.sub("", words) if len(marks) % 2 else words
    edges = _EDGES.replace("\u2026", "") if len(marks) % 2 or not marks else " ,;:-\u2013\u2014"
    words = words.strip(edges).rstrip(".")
    return words[:1].upper() + words[1:]
