"""Who is bound to what, and by whom? The parts of a clause by the shape of its cue.

The subject stands before a modal ("guests may not …"), the object after a verb of banning ("bars guests from …"), the
act after a noun ("a ban on …"). In "… will not be sold to X" and "… will not be used by X" X is bound. A part that does
not look like a name of something (it holds a verb, or is too long) stays empty. Not found: parts outside the clause.
"""

import re
from typing import NamedTuple

from crosscheck.reading.restrictions_clauses import Clause
from crosscheck.reading.restrictions_cues import Cue

Span = tuple[int, int]


class Parts(NamedTuple):
    """Spans of who is bound, what is limited, who sets the limit, and the words that bind."""

    party: list[Span]
    act: list[Span]
    agent: list[Span]
    modality: Span


_AUXILIARY = (r"(?:has|have|had|is|are|was|were|be|been|will|would|can|could|may|might|must|should|shall|do|does|did|"
              r"'ll|'d)")
_MODAL = re.compile(r"(?:won't|cannot|can't|can not|(?:shall|will|would|may|must|could|should|does|did|do|ought|"
                    r"might|can|is|are|was|were)(?:n't| not| never| no longer|(?: now| then| still)? only)?|"
                    r"'ll)(?![a-z'])")
_BE = frozenset(("is", "are", "was", "were"))
_ADVERB_BE = re.compile(r"(?: [a-z]+ly(?= be| [a-z]+))?(?: be(?= ))?(?: [a-z]+ly(?= ))?")
_TO = re.compile(r" (?:from|to)(?= )")
_BEFORE_VERB = re.compile(rf"(?:^| ){_AUXILIARY}(?:n't)?(?: (?:not|also|been|be|now|still|previously|reportedly|"
                          rf"[a-z]+ly))* ?$")
_TRAILING = re.compile(r"(?: (?:also|now|still|then|already|even|just|[a-z]+ly))+ ?$")
_RECIPIENT = re.compile(r"(?:made available|provided|supplied|sold|given|granted|disclosed|transferred|shared|"
                        r"exported|released|licen[cs]ed|issued|extended|offered) (?:with|"
                        r"to) (?P<who>[^\s,;]+(?: [^\s,;]+){0,8}?)(?=,|;|$| (?:for|in|on|such|like|including|unless|"
                        r"without|until|who|that|by|from|while|even)\b)")
_AGENT = re.compile(r"\bby (?P<who>(?![a-z]+ing\b|\d|(?:the )?(?:end|start|law|default|means|mistake|"
                    r"[a-z]+day)\b)[^\s,;.]+(?: [^\s,;.]+){0,5}?)(?=,|;|\.|$| (?:for|to|in|on|such|like|including|"
                    r"unless|without|until|after|at|or|with|from)\b)")
_VERB = re.compile(r"[a-z]+ (?:not |out |on |for )?")
_LINK = re.compile(r" (?:from|to|being)(?: be| be-)?(?= )")
_FILLER = re.compile(r"(?:(?:and|or|but|that|so|then|also|however|furthermore|moreover|meanwhile|instead|still|yet|"
                     r"now|when|if|once|while|as|because|in fact|for instance|of course|further|which|whether|why|"
                     r"how|said|says|means|to|of)\b[, ]*|[,\"' ]+)")
_OPENER = re.compile(r"[\"' ]*(?:in|on|at|under|after|before|following|during|as|if|when|once|while|for|with|by|to|"
                     r"since|until|despite|unless|however|furthermore|meanwhile|moreover|instead|although|though|"
                     r"because|given|among|first|second|still|also|according|whether|upon|without|like|later|earlier|"
                     r"last|this|[a-z]+ly)\b")
_RELATIVE = re.compile(r"(?P<who>(?:[^\s,;]+ ){0,5}[^\s,;]+),? (?:which|that|who)(?: also| now| still|"
                       r" temporarily)? ?$")
_HAS_RELATIVE = re.compile(r"\b(?:which|that|who|whose|whom)\b")
_FINITE = re.compile(rf"(?<=\s){_AUXILIARY}(?:n't)?(?= )")
_TIME_CLAUSE = re.compile(r".* (?:after|before|when|while|since|because|that|where|until) (?=[a-z])")
_NOT_A_NAME = re.compile(r"(?:has|have|had|is|are|was|were|be|do|does|did|will|would|not|to|and|or|it doesn't|called|"
                         r"faces|there|here|said|says|which|that|who|what)\b")


def find_parts(lower: str, cue: Cue, clause: Clause) -> Parts:
    """The parts of `clause`; see `Parts`."""
    finder = _SHAPES.get(cue.family if cue.family in ("sought", "wish") else cue.shape, _by_subject)
    return finder(lower, cue, clause)


def noun_phrase(lower: str, start: int, end: int) -> list[Span]:
    """The words in `[start, end)` that name a subject, without openers and verbs; empty if they look like none."""
    relative = _RELATIVE.search(lower, max(start, end - 80), end)
    if relative:
        start, end = max(start, relative.start("who")), relative.end("who")
    comma = lower.rfind(", ", start, end)
    if comma > 0 and _OPENER.match(lower, start, comma) and lower[comma + 2:end].strip():
        start = comma + 2
    while match := _FILLER.match(lower, start, end):
        start = match.end()
    before_verb = _BEFORE_VERB.search(lower, max(start, end - 40), end)
    end = before_verb.start() if before_verb else end
    finite = _FINITE.search(lower, start, end)
    if finite and not _HAS_RELATIVE.search(lower, start, finite.start()):
        end = finite.start()
    trailing = _TRAILING.search(lower, max(start, end - 40), end)
    span = tidy(lower, start, trailing.start() if trailing else end)
    return [] if span and _NOT_A_NAME.match(lower, *span[0]) else span


def tidy(lower: str, start: int, end: int) -> list[Span]:
    """The span without marks and blanks at its ends, in a list; empty if fewer than two characters remain."""
    while start < end and lower[start] in " ,;:\"'-(":
        start += 1
    while end > start and lower[end - 1] in " ,;:\"'-.":
        end -= 1
    return [(start, end)] if end - start > 1 else []


def _by_subject(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"Guests may not smoke": the subject is bound, unless the clause names a recipient or a user."""
    modality, body = _modality(lower, cue, clause)
    if cue.family == "safeguard":
        modality, body = ((modality[0], max(modality[0] + 1, cue.start - 1)) if modality[0] < cue.start else
                          (cue.start, cue.end)), cue.start
    subject = noun_phrase(lower, clause.start, modality[0])
    for pattern in (_RECIPIENT, _AGENT):
        match = pattern.search(lower, body, clause.end)
        if match and (pattern is _RECIPIENT or _is_use(lower, cue, body)):
            cut = (match.start() if pattern is _AGENT else match.start("who") - 3, match.end())
            rest = tidy(lower, cut[1], clause.end) if pattern is _AGENT else []
            return Parts(tidy(lower, *match.span("who")), subject + tidy(lower, body, cut[0]) + rest, [], modality)
    agent = subject if cue.rule == "pledge.promise" else []
    return Parts(subject, tidy(lower, body, clause.end), agent, modality)


def _is_use(lower: str, cue: Cue, body: int) -> bool:
    """Whether a plain ban in the passive follows, so that "by X" names who is bound and not who bans."""
    return cue.family == "ban" and not cue.rule.startswith(("ban", "block")) and bool(
        re.match(r" ?(?:[a-z]+ly )?[a-z]+(?:ed|en|ld|nt|ught) ", lower[body:body + 40]))


def _modality(lower: str, cue: Cue, clause: Clause) -> tuple[Span, int]:
    """Where the words stand that bind, and where the act begins."""
    match = _MODAL.match(lower, cue.start, cue.end)
    if not match or cue.family in ("denial", "order") or match.group() in _BE:
        before = _BEFORE_VERB.search(lower, max(clause.start, cue.start - 30), cue.start)
        start = before.start() + (lower[before.start()] == " ") if before else cue.start
        link = _TO.match(lower, cue.end, clause.end)
        return (start, cue.start + len(lower[cue.start:cue.end].rstrip())), link.end() if link else cue.end
    return match.span(), _ADVERB_BE.match(lower, match.end()).end()


def _by_object(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"The order bars guests from smoking": the object is bound, the subject sets the limit."""
    agent = agent_phrase(lower, clause.start, cue.start)
    verb = _VERB.match(lower, cue.start, clause.end)
    begin = verb.end() if verb else cue.end
    modality = tidy(lower, cue.start, begin)[0]
    link = _LINK.search(lower, begin, clause.end)
    if link and 0 < link.start() - begin < 90:
        return Parts(noun_phrase(lower, begin, link.start()), tidy(lower, link.end(), clause.end), agent, modality)
    return Parts([], tidy(lower, begin, clause.end), agent, modality)


def _by_wish(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"They oppose the wells being drained": the object is bound, the subject wants it."""
    agent = agent_phrase(lower, clause.start, cue.start)
    if cue.rule == "wish.position":
        agent = _owner(lower, clause.start, cue.start)
    link = _LINK.search(lower, cue.end, clause.end) if cue.shape == "object" else None
    modality = tidy(lower, cue.start, cue.end)[0]
    if link and 0 < link.start() - cue.end < 60:
        return Parts(tidy(lower, cue.end, link.start()), tidy(lower, link.end(), clause.end), agent, modality)
    begin = cue.end + 4 if lower.startswith(" to ", cue.end) else cue.end
    return Parts([], tidy(lower, begin, clause.end), agent, modality)


def _owner(lower: str, start: int, end: int) -> list[Span]:
    """"the firm" in "the firm's position"."""
    match = re.search(r"(?P<who>(?:[^\s,;]+ ){0,4}[^\s,;]+)'s? $", lower[start:end])
    return tidy(lower, start + match.start("who"), start + match.end("who")) if match else []


def _by_noun(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"The province imposed a ban on fires": the act follows the noun; only a verb before it has an agent."""
    agent = agent_phrase(lower, clause.start, cue.start) if cue.family == "order" else []
    finite = _FINITE.search(lower, cue.end, clause.end)
    ends = finite.start() if finite and not _HAS_RELATIVE.search(lower, cue.end, finite.start()) else clause.end
    return Parts([], tidy(lower, cue.end, ends), agent, tidy(lower, cue.start, cue.end)[0])


def _open(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"No digging without consent": what stands before and after the cue; "the rules say that" only after it."""
    if cue.rule == "rule.say":
        return Parts([], tidy(lower, cue.end, clause.end), [], tidy(lower, cue.start, cue.end)[0])
    if cue.family == "rule":
        head = lower.rfind(" ", cue.start, cue.end) + 1
        return Parts([], tidy(lower, cue.start, head), [], (head, cue.end))
    act = noun_phrase(lower, clause.start, cue.start) + tidy(lower, cue.end, clause.end)
    return Parts([], act, [], tidy(lower, cue.start, cue.end)[0])


def _by_nobody(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"No vessel may enter": the cue itself names who is bound."""
    modal = max((m.start() for m in _MODAL.finditer(lower, cue.start, cue.end) if lower[m.start() - 1] == " "),
                default=cue.end)
    return Parts(tidy(lower, cue.start, modal), tidy(lower, cue.end, clause.end), [], (modal, max(modal + 1, cue.end)))


def agent_phrase(lower: str, start: int, end: int) -> list[Span]:
    """Who acts in the words before a verb: their last noun phrase, if it is short enough to be one."""
    inner = _TIME_CLAUSE.match(lower[start:end])
    span = noun_phrase(lower, start + inner.end() if inner else start, end)
    return span if span and lower.count(" ", *span[0]) < 9 else []


_SHAPES = {"object": _by_object, "noun": _by_noun, "open": _open, "subject": _by_subject, "sought": _by_wish,
           "wish": _by_wish, "nobody": _by_nobody}
