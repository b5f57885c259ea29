"""Which words of a passage say what it tells, short enough for a label?

A clause stays without a lead-in that says who reports it, without a tail that adds to it, and if it is long without its
side clauses; where words are left out stands an ellipsis, and the words with the date are never left out. A part that
does not stand by itself takes the opening of its sentence along. Not found: the noun that a pronoun stands for.
"""

import re

from crosscheck.comparing.direction import BARE, direction
from crosscheck.comparing.mentions import Mention
from crosscheck.text import fold

LONGEST, ROOM, HEAD, SCANT, LONGEST_SENTENCE = 120, 160, 75, 20, 1200
_SAYING = (r"(?:said|says|told [\w' ]{1,40}|added|noted|reported|stated|confirmed|announced|claimed|argued|explained|"
           r"wrote|writes|believes|shows?|suggests?)")
_AUXILIARY = (r"will|would|could|may|might|can|should|must|is|are|was|were|has|have|had|be|been|did|does")
_LEAD_IN = re.compile(
    r"(?:according to [^,.\n]{1,80},\s+|as [\w. ]{2,40} (?:reported|noted)[^,.\n]{0,30},\s+"
    r"|(?:however|furthermore|moreover|meanwhile|also|and|but|yet|still|instead|in addition|for example|for instance|"
    r"indeed|so|then|now|even so|in fact|"
    r"importantly|notably|in other words)\b[,:]?\s+|(?:earlier|later|more|photo|advertisement)[,:]\s+"
    rf"|(?:[\w.'-]+ ){{1,6}}{_SAYING} (?:on \w+ |in [\w ]{{1,30}} )?that\s+)", re.IGNORECASE)
_SUBORDINATES = re.compile(r"(?:that|who|which|when|where|while|as|after|before|since|because|until)\s+")
_TAIL = re.compile(
    rf"(?:,?\s+(?:according to|as reported by)\b.*|,\s+(?:[\w.'-]+ ){{0,6}}{_SAYING}(?:\s(?:on )?\w+)?\W*"
    r"|[\s,;:(\"'-]+)$", re.IGNORECASE | re.DOTALL)
_SAID_ONLY = re.compile(rf"\b{_SAYING}(?:\s(?:on|in|at|late|early|\w*day|\w+ \d)\b[\w ,]{{0,24}})?$", re.IGNORECASE)
_SIDE = re.compile(
    r",\s(?:which|who|whose|where|whom|an?|the|its|his|her)\b[^,;.]{5,160},\s(?!and\b|or\b)"
    r"|\s-{1,2}\s[^-]{5,160}\s-{1,2}\s|\s\([^()]{3,160}\)")
_CLAUSE_ENDS = re.compile(
    r",\s+(?:which|who|whose|where|while|although|though|but|as|with|and|saying|\w+ing)\b|;|\s-{1,2}\s|\s\("
    r"|(?<=[a-z]{3})\.\s(?=[A-Z\"'])")
_PAUSE = re.compile(r",\s|;|\s-{1,2}\s|\s\(|\s(?:that|until|which|who|after|before)\s")
_DEPENDS = re.compile(
    rf"(?:\w+ing|[a-z]+ly [a-z]+ed|to|only|not|also|{_AUXILIARY}|"
    r"in|on|at|by|for|from|of|with|about|late|early|earlier|starting|noon|less|than|et|pm|am|\d+|(?!need)[a-z]{3,20}ed|"
    r"[a-z]{3,20}(?<!s)s (?:the|a|an|its|his|her|their|of|that|to))\b", re.IGNORECASE)
PRONOUN = re.compile(
    r"(?:that|it|he|she|they|we|i|you|this|these|those|its|his|her|their|there|here|one|both)\b(?! \w*day\b)"
    r"(?! (?:week|month|year|morning|summer|spring|autumn|winter|fall)\b)", re.IGNORECASE)
HEADLESS = re.compile(
    rf"(?:{_AUXILIARY}|(?!need|indeed|united)[a-z]{{3,20}}ed|"
    r"[a-z]{3,20}(?<!s)s (?:the|a|an|its|his|her|their|that|to))\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:[A-Z][\w.'-]{0,30} ){0,4}[A-Z][\w'-]{1,30}, who (?=\w)")
_RELATES = re.compile(r"(?:that|which|who)\s")
_NOUN = re.compile(
    r"\b(?:an?|the|its|his|her|their|\d[\d,]*) (?:(?!an?\b|the\b|its\b|his\b|her\b|their\b)[\w'-]+ ){0,3}"
    r"(?!(?:statement|report|claim|fact|idea|belief|announcement|news|day|week|time|complaint|letter)\b)[\w'-]+,? $")
_DANGLES = re.compile(
    r"(?:\s(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|as|its|his|her|their|is|are|was|were|"
    r"has|have|had|some|if|than|into|about|after|before))+$", re.IGNORECASE)
_EDGES = " \t\n,;:()[]\"'\u201c\u201d\u2018\u2019\u2022-\u2013\u2014\u2026|*\u00b7>"
_QUOTES = re.compile("[\"\u201c\u201d]")


def label_of(mention: Mention) -> str:
    """The mention's words on one line, lead-in, tail and, if they are many, side clauses left out."""
    context = mention.context if len(mention.context) <= LONGEST_SENTENCE else mention.told
    told, whole = (" ".join(words.split()) for words in (mention.told, context))
    dates = " ".join(mention.timings[0].quote.split()) if mention.timings else ""
    alone, inside = _trimmed(told, dates), _trimmed(whole, dates)
    if len(told) < len(whole):
        alone = _main(alone)
    piece = " ".join(mention.piece.split())
    if piece and (lead := _head_noun(whole, piece) or _lead(whole, whole.find(piece))):
        return _finished(_main(f"{lead} {piece}"))
    if stands_alone(mention):
        return _finished(_shortened(alone, dates))
    if len(inside) <= ROOM:
        return _finished(_shortened(inside, dates))
    lead = _head_noun(whole, told) or _lead(whole, whole.find(told))
    if lead:
        return _finished(f"{lead} {told}")
    return _finished(_shortened(inside if len(alone) < SCANT or _SAID_ONLY.search(fold(alone)) else alone, dates))


def stands_alone(mention: Mention) -> bool:
    """Whether the clause can be read without its sentence: it opens with a subject, and its verb says all."""
    told = fold(mention.told).lstrip(_EDGES)
    told = told[_opening(told, len(told)):]
    if len(told) < 30 or _SAID_ONLY.search(told) and not mention.context.endswith(mention.told):
        return False
    if mention.clause[0] - mention.start < 3 and len(mention.told) > 0.9 * len(mention.context):
        return not _DEPENDS.match(told) or told[:1].isupper() and direction(mention) != BARE
    subject = told[:1].isupper() or not _DEPENDS.match(told) and not PRONOUN.match(told)
    return subject and direction(mention) != BARE


def _main(words: str) -> str:
    """Part of a sentence without the conjunction that puts it below the rest."""
    first = _SUBORDINATES.match(words.lower())
    return words[first.end():] if first else words


def _trimmed(words: str, dates: str) -> str:
    """The words without lead-in and tail, as far as these do not hold the date."""
    folded = fold(words)
    place = folded.find(fold(dates)) if dates else len(words)
    start = max(_opening(folded, place), _antecedent(folded, place))
    tail = _TAIL.search(folded, start)
    whole = tail is None or tail.start() - start <= 30 or tail.start() <= place < len(words)
    return words[start:] if whole else words[start:tail.start()]


def _opening(folded: str, place: int) -> int:
    """Where the words begin after their lead-ins; one that holds the date, at `place`, stays."""
    start = 0
    while match := _LEAD_IN.match(folded, start) or _SUBORDINATES.match(folded, start):
        if start <= place < match.end():
            break
        start = match.end()
    return start


def _antecedent(folded: str, place: int) -> int:
    """Where the name begins of which a relative clause with the date tells ("Ann Lee, who left on Monday"), or 0."""
    for match in _RELATIVE.finditer(folded, 0, max(0, place)):
        if "," not in folded[match.end():place]:
            return match.start()
    return 0


def _head_noun(words: str, told: str) -> str:
    """The noun that a relative clause tells of ("a website" before "that the firm opened in May"), or nothing."""
    found = _NOUN.search(fold(words[:words.find(told)])) if _RELATES.match(told) else None
    return words[found.start():found.end()].rstrip(" ,") if found else ""


def _lead(words: str, place: int) -> str:
    """The opening of a sentence that a clause at `place` needs, with an ellipsis for what is left out; or nothing."""
    folded = fold(words)
    start = _opening(folded, len(words))
    if 0 <= place - start <= HEAD:
        return words[start:place].rstrip()
    ends = (match.start() for match in _PAUSE.finditer(folded, start + SCANT // 2, start + HEAD))
    end = next((end for end in ends if end < place), None)
    return "" if end is None else f"{words[start:end].rstrip(_EDGES)} \u2026"


def _shortened(words: str, dates: str) -> str:
    """The words without side clauses, and cut at the end of a clause, as far as they are too many; with their date."""
    if len(words) <= LONGEST:
        return words
    place = words.find(dates) if dates else -1
    for side in reversed(list(_SIDE.finditer(fold(words)))):
        if side.start() >= 3 and not side.start() <= place < side.end() and words[side.end():].strip():
            words = f"{words[:side.start()]} \u2026 {words[side.end():].lstrip(' ,')}"
    if len(words) <= LONGEST:
        return words
    least = max(40, words.find(dates) + len(dates)) if dates in words else 40
    cuts = [match.start() for match in _CLAUSE_ENDS.finditer(fold(words)) if match.start() >= least]
    end = next((cut for cut in reversed(cuts) if cut <= LONGEST), None)
    return words[:end if end is not None else cuts[0] if cuts else len(words)]


def _finished(words: str) -> str:
    """The words without stray marks at the edges and with a capital; cut at a word if they are still too many."""
    if len(words) > LONGEST + 40:
        words = _DANGLES.sub("", words[:LONGEST + 21].rsplit(" ", 1)[0].rstrip(_EDGES)) + " \u2026"
    marks = _QUOTES.findall(words)
    words = _QUOTES.sub("", words) if len(marks) % 2 else words
    edges = _EDGES.replace("\u2026", "") if len(marks) % 2 or not marks else " ,;:-\u2013\u2014"
    words = words.strip(edges)
    words = words if re.search(r"\b[A-Z]\.[A-Z]\.$", words) else words.rstrip(".")
    return words[:1].upper() + words[1:]
