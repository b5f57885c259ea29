"""Which words of a clause fill which slot of a limit?

The cue's shape says where to look: the subject stands before a modal, the object after a verb of banning, the act after
a noun ("a ban on …"). The rest is cut from the clause by small patterns and the lexicons of qualifiers and population
classes. A slot is a list of spans in the article, empty if the clause does not fill it; nothing is filled by guess.
Not found: parties and acts that only another sentence names.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.reading.restrictions_clauses import Clause, Cue

Span = tuple[int, int]


class Slots(NamedTuple):
    """The spans of each slot, in the article."""

    bound_party: list[Span]
    act: list[Span]
    protected: list[Span]
    qualifier: list[Span]
    modality: list[Span]
    exception: list[Span]
    applies_from: list[Span]
    applies_until: list[Span]
    agent: list[Span]


_MODAL = re.compile(r"(?:shall|will|would|may|must|can|could|should|do|does|did|ought|might|'ll)(?:(?: now| then| still)? "
                    r"only|n't| not| never| no longer)?|won't|cannot|can't|" + "(?:is|are|was|were)(?:n't| not)?")
_BE = re.compile(r" (?:not )?(?:be )?")
_EXCEPTION = re.compile(r"\b(?:except(?: for| that| in| when| where| those)?|unless|other than|with the exception of|save for|"
                        r"apart from|excluding|but not|even if) [^;]{2,160}")
_WHEN = (r"(?:the (?:end|start|beginning|middle) of [a-z0-9 ]{2,20}|(?:next |this |last )?(?:mon|tues|wednes|thurs|fri|satur|"
         r"sun)day|(?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|"
         r"december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)(?: \d{1,2}\b)?(?:,? "
         r"\d{4})?|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)"
         r"(?: \d{4})?|(?:19|20)\d\d|next (?:week|month|year)|tomorrow|midnight|noon|further notice|now on|today)")
_COUNT = r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|several)"
_FROM = re.compile(r"\b(?:starting|beginning|effective|as of|as from|from|since|after)(?: on| in| at| from)? " + _WHEN)
_UNTIL = re.compile(r"\b(?:(?:until|till|through|by|before|no later than|not later than|ending|expiring|ends)(?: on| in| at)? "
                    + _WHEN + r"|(?:for|within|in) (?:the next |a period of |up to |at least |no more than )?" + _COUNT
                    + r"[- ](?:more )?(?:hour|day|week|month|year)s?(?: period)?\b|for life|permanently|indefinitely|"
                    r"temporarily)")
_AGENT = re.compile(r"\bby (?:the |a |an |any )?(?!using\b|[a-z]+ing\b|\d)(?:[^\s,;.]+ ?){1,6}?(?=,|;|\.|$| (?:for|to|in|on|"
                    r"such|like|including|unless|without|until|after|at|or|with|from)\b)")
_RECIPIENT = re.compile(r"(?:made available|provided|supplied|sold|given|granted|disclosed|transferred|shared|exported|"
                        r"released|licen[sc]ed|issued|extended|offered|(?<=not )available) (?:with|to) "
                        r"(?P<to>(?:[^\s,;]+ ?){1,9}?)(?=,|;|$| (?:for|in|on|such|like|including|unless|without|until|who|"
                        r"that|by|from|while|even)\b)")
_OBJECT_LINK = re.compile(r" (?:from|to|that)(?= )")
_LEADING = re.compile(r"(?:and|or|but|that|so|then|also|however|furthermore|moreover|meanwhile|instead|still|yet|now|when|if|"
                      r"once|while|as|because|in fact|for instance|of course|further|is|are|was|were|has|have|had|be|"
                      r"which|who|whether|why|how|said|says|it is|means|to|of|,|\"|')(?=[ ,\"']) ?")
_OPENER = re.compile(r"(?:in|on|at|under|after|before|following|during|as|if|when|once|while|for|with|by|to|since|until|"
                     r"despite|unless|however|furthermore|meanwhile|moreover|instead|although|though|because|given|among|"
                     r"importantly|[a-z]+ly|first|second|still|also|according|whether|upon|without|like|later|earlier)\b")
_RELATIVE = re.compile(r"(?P<party>(?:[^\s,;]+ ){1,6}?),? ?(?:which|that|who)(?: also| now)? $")
_WORDS_BEFORE_VERB = re.compile(r" (?:has|have|had|is|are|was|were|will|would|can|could|may|might|also|said|says)(?: "
                                r"(?:not|also|been|be|now|previously|reportedly))* ?$")


def fill_slots(text: str, lower: str, cue: Cue, clause: Clause) -> Slots:
    """The slots of the limit that `cue` signals in `clause`; see `Slots`."""
    modality, body = _modality(lower, cue)
    tail: Span = (min(body, clause.end), clause.end)
    exception = _first(_EXCEPTION, lower, tail)
    since, until = _all(_FROM, lower, tail)[:1], _all(_UNTIL, lower, tail)[:1]
    qualifier = _qualifiers(text, lower, (modality[1], clause.end) if cue.shape != "list" else (cue.end, clause.end))
    subject = _subject(lower, clause.start, cue.start)
    parts = _parts(lower, cue, subject, tail)
    if cue.shape == "subject":
        qualifier = _qualifiers(text, lower, subject[0]) + qualifier if subject else qualifier
    qualifier = [q for q in qualifier if not any(_inside(q, e) for e in exception)]
    party, act, agent = parts
    protected = [p for p in _protected(text, lower, act) if not any(_inside(p, q) for q in party)]
    cuts = exception + since + until + protected + [q for q in qualifier if lower[q[0]:q[0] + 4] in _LONG_QUALIFIER]
    act = [piece for span in act for piece in _without(lower, span, cuts)]
    return Slots(party, act, protected, qualifier, [modality], exception, since, until, agent)


_LONG_QUALIFIER = ("with", "for ", "such", "incl", "like", "nota", "in p", "in o", "so a", "unde")


def _modality(lower: str, cue: Cue) -> tuple[Span, int]:
    """Where the words stand that bind, and where the act begins."""
    match = _MODAL.match(lower, cue.start, cue.end)
    if cue.shape != "subject" or not match or cue.family in ("denial", "order"):
        end = cue.start + len(lower[cue.start:cue.end].rstrip())
        return (cue.start, end), cue.end
    rest = lower[match.end():cue.end]
    words = re.match(r"(?: [a-z]+ly)? (?:be )?", rest)
    begin = match.end() + (words.end() if words else 0)
    return match.span(), begin


def _parts(lower: str, cue: Cue, subject: list[Span], tail: Span) -> tuple[list[Span], list[Span], list[Span]]:
    """Bound party, act and agent, by the shape of the cue."""
    if cue.shape == "object":
        return _object_parts(lower, cue, subject, tail)
    if cue.shape == "list":
        return [], _span(lower, *tail), []
    if cue.shape == "noun":
        return [], _span(lower, *tail), subject
    if cue.family in ("sought", "wish"):
        return [], _span(lower, cue.end, tail[1]), subject
    if cue.shape == "open":
        return [], subject + _span(lower, cue.start, tail[1]), []
    for pattern, group in ((_RECIPIENT, "to"), (_AGENT, 0)):
        match = pattern.search(lower, *tail)
        if match and (pattern is _RECIPIENT or _passive(lower, cue, tail)):
            agent = _span(lower, *match.span(group))
            if pattern is _AGENT:
                agent = _span(lower, agent[0][0] + 3, agent[0][1])
            return agent, subject + _without(lower, tail, [match.span(group)])[:1], []
    return subject, _span(lower, *tail), []


def _passive(lower: str, cue: Cue, tail: Span) -> bool:
    return cue.rule.startswith(("pledge", "may", "duty.must_not", "cannot")) and bool(
        re.match(r"(?:[a-z]+ly )?[a-z]+(?:ed|en|ld|nt|ught) ", lower[tail[0]:tail[1]]))


def _object_parts(lower: str, cue: Cue, subject: list[Span], tail: Span) -> tuple[list[Span], list[Span], list[Span]]:
    """Party and act of a verb of ordering or banning: the object, and what follows from or to."""
    words = lower[cue.start:cue.end]
    first = re.match(r"(?:[a-z']+ (?:not |out |on )?)", words + " ").end()
    begin = min(cue.start + first, tail[1])
    link = _OBJECT_LINK.search(lower, begin, tail[1])
    if link and link.start() - begin < 90:
        return _span(lower, begin, link.start()), _span(lower, link.end(), tail[1]), subject
    return [], _span(lower, begin, tail[1]), subject


def _subject(lower: str, start: int, end: int) -> list[Span]:
    """The words before the cue that name who or what is bound; empty if nothing is left of them."""
    relative = _RELATIVE.search(lower, max(start, end - 90), end)
    if relative:
        return _span(lower, *relative.span("party"))
    comma = lower.rfind(", ", start, end)
    if comma > 0 and _OPENER.match(lower, start, comma) and lower[comma + 2:end].strip():
        start = comma + 2
    while match := _LEADING.match(lower, start, end):
        start = match.end()
    cut = _WORDS_BEFORE_VERB.search(lower, max(start, end - 40), end)
    return _span(lower, start, cut.start() if cut else end)


def _span(lower: str, start: int, end: int) -> list[Span]:
    while start < end and lower[start] in " ,;:\"'-(":
        start += 1
    while end > start and lower[end - 1] in " ,;:\"'-.":
        end -= 1
    return [(start, end)] if end - start > 1 else []


def _without(lower: str, span: Span, cuts: list[Span]) -> list[Span]:
    """The pieces of `span` outside `cuts`, without dangling prepositions."""
    pieces, start = [], span[0]
    for a, b in sorted(cuts):
        if span[0] <= a < span[1]:
            pieces.append((start, max(start, a)))
            start = max(start, b)
    pieces.append((start, max(start, span[1])))
    return [bare for a, b in pieces if (bare := _bare(lower, a, b))]


def _bare(lower: str, start: int, end: int) -> Span | None:
    spans = _span(lower, start, end)
    if not spans:
        return None
    start, end = spans[0]
    dangling = re.search(r"(?:^| )(?:of|on|against|by|to|with|for|from|and|or)$", lower[start:end])
    if dangling:
        end = start + dangling.start()
    return (start, end) if end - start > 2 else None


def _first(pattern: re.Pattern, lower: str, span: Span) -> list[Span]:
    match = pattern.search(lower, *span)
    return _span(lower, *match.span()) if match else []


def _all(pattern: re.Pattern, lower: str, span: Span) -> list[Span]:
    return [match.span() for match in pattern.finditer(lower, *span)]


def _inside(a: Span, b: Span) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


def _qualifiers(text: str, lower: str, span: Span) -> list[Span]:
    return [s for match in _qualifier_pattern().finditer(lower, *span) for s in _span(lower, *match.span())]


def _protected(text: str, lower: str, act: list[Span]) -> list[Span]:
    found = []
    for start, end in act:
        for match in _protected_pattern().finditer(lower, start, end):
            found += _span(lower, *match.span("who"))
    return found[:2]


@functools.cache
def _qualifier_pattern() -> re.Pattern:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in lexicon.load("restriction_qualifiers")), re.IGNORECASE)


@functools.cache
def _protected_pattern() -> re.Pattern:
    noun = "(?:" + "|".join(rule.pattern for rule in lexicon.load("population_classes")) + ")"
    modifier = r"(?:[a-z][a-z.'-]*[ ]){0,3}?"
    return re.compile(rf"\b(?:of|on|against|about|for|targeting|upon|from|to|between|among)(?: any| all| the| its| our| their)? "
                      rf"(?P<who>{modifier}{noun}(?:(?:,| and| or|, and|, or) {modifier}{noun}){{0,4}})", re.IGNORECASE)
