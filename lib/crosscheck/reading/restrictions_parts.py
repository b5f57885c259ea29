"""Who is bound to what, and by whom? The parts of a clause by the shape of its cue.

The subject stands before a modal ("guests may not …"), the object after a verb of banning ("bars guests from …"), the
act after a noun ("a ban on …"). In "… will not be sold to X" and "… will not be used by X" X is bound. A part that does
not look like a name of something (it holds a verb, or is too long) stays empty. Not found: parts outside the clause.
"""

import re
from typing import NamedTuple

from crosscheck.reading.restrictions_clauses import Clause
from crosscheck.reading.restrictions_cues import Cue, people

Span = tuple[int, int]


class Parts(NamedTuple):
    """Spans of who is bound, what is limited, who sets the limit, the words that bind, and whom alone it serves."""

    party: list[Span]
    act: list[Span]
    agent: list[Span]
    modality: Span
    served: tuple[Span, ...] = ()


_AUXILIARY = (r"(?:has|have|had|is|are|was|were|be|been|will|would|can|could|may|might|must|should|shall|do|does|did|"
              r"'ll|'d)")
_MODAL = re.compile(r"(?:won't|cannot|can't|can not|(?:shall|will|would|may|must|could|should|does|did|do|ought|"
                    r"might|can|is|are|was|were)(?:n't| not| never| no longer|(?: now| then| still)? only)?|"
                    r"'ll)(?![a-z'])")
_BE = frozenset(("is", "are", "was", "were"))
_LY = r"(?!(?:ap|sup|re|com|im|multi)ply\b|rely\b|fly\b|family\b|only\b)[a-z]+ly"
_ADVERB_BE = re.compile(rf"(?: {_LY}(?= be| [a-z]+))?(?: be(?= ))?(?: {_LY}(?= ))?")
_TO = re.compile(r" (?:from|to)(?= )")
_BEFORE_VERB = re.compile(rf"(?:^| ){_AUXILIARY}(?:n't)?(?: (?:not|also|been|be|now|still|previously|reportedly|"
                          rf"[a-z]+ly))* ?$")
_TRAILING = re.compile(r"(?: (?:not|also|now|still|then|already|even|just|[a-z]+ly))+ ?$")
_RECIPIENT = re.compile(r"(?:made available|provided|supplied|sold|given|granted|disclosed|transferred|shared|"
                        r"exported|released|licen[cs]ed|issued|extended|offered) (?:with|"
                        r"to) (?P<who>[^\s,;]+(?: [^\s,;]+){0,8}?)(?=,|;|$| (?:for|in|on|such|like|including|unless|"
                        r"without|until|who|that|by|from|while|even)\b)")
_AGENT = re.compile(r"\bby (?P<who>(?![a-z]+ing\b|\d|(?:the )?(?:end|start|law|default|means|mistake|"
                    r"[a-z]+day)\b)[^\s,;.]+(?: [^\s,;.]+){0,5}?)(?=,|;|\.|$| (?:for|to|in|on|such|like|including|"
                    r"unless|without|until|after|at|or|with|from)\b)")
_VERB = re.compile(r"(?:(?:to|will|would|could|can|shall|should|must|may|might|'ll|and|or|not|also|now|then) ){0,3}"
                   r"[a-z]+ (?:not (?=to )|out |on |for )?")
_ACT_NOUN = re.compile(r"(?:(?:the|all|any|its|their|most|further) ){0,2}(?:[a-z]+ )?(?:sales?|uses?|exports?|imports?|"
                       r"transfers?|supply|shipments?|entry|access|travel|flights?|visits?|trade|services?|[a-z]{3,}"
                       r"(?:ing|tion|ment)s?)\b")
_TRANSFER = re.compile(r"(?P<what>(?:entry|access|admission|visas?|permission|licen[cs]es?|permits?|boarding|service|"
                       r"(?:its|their|the|all|our|most) [^,;]{2,60}?)) (?:to|for) (?P<who>.+)")
_ABLE = re.compile(r"(?:^| )(?P<modal>can|may|could|must|shall)(?: not| also| now)? $")
_FAR = 200
_FROM_ACT = re.compile(r" (?:[a-z]+ly )?(?:[a-z]+ing\b|the |its |their |all |any |public |both |being )")
_ALLOWED = re.compile(r" (?:be |been )(?:[a-z]+ly )?(?:allowed|permitted|authori[sz]ed|entitled|required|forced|"
                      r"obliged)(?= )(?: to)?")
_ENTRY = re.compile(r"\b(?:entry|access|admission|use|sales?|membership|services?|attendance|enrol?lment|eligibility|"
                    r"visits?)$")
_COULD_BE = re.compile(r"(?P<wish>[a-z]+) (?:on|over|about|for|against|around) (?:how |that |whether )?"
                       r"(?P<who>[^,;]{2,80}?) (?:could|might|can|may|should|would|will)(?: not)? be (?P<act>[a-z]+)")
_UNDER = re.compile(r" (?:under|by|within) ")
_BARE_SAFEGUARD = re.compile(r"(?:[a-z-]+ ){0,2}(?:safeguards?|guardrails?|oversight|supervision|controls|conditions|"
                             r"limits|rules|restrictions)")
_MORE_RULES = re.compile(r"(?:,|,? and|,? or) (?P<what>(?!of\b|the\b|its\b|their\b)[a-z][a-z-]+ (?:[a-z][a-z-]+ )?)"
                         r"(?:rules|requirements|regulations|safeguards|restrictions|prohibitions|quotas|tariffs)\b")
_LETTING = re.compile(r"(?:allow|enabl|permit|permitt|help|requir)(?:e|es|s|ed|ing)? (?P<who>[^,;]{2,60}?) to "
                      r"(?=[a-z])")
_PROMISES = frozenset(("pledge.promise", "pledge.agreed", "pledge.general"))
_PROMISED = re.compile(r"[a-z]+(?: itself| themselves)? (?:(?:not|never) to|to|on)(?= )")
_GIVING = re.compile(r"[a-z]+ (?:for |on )?")
_UNTIL_TO = re.compile(r".{3,40}? (?=to [a-z])")
_LINK = re.compile(r" (?:from|to|being)(?: be| be-)?(?= )")
_FILLER = re.compile(r"(?:§? ?\d{1,2}(?:\.\d{1,2})+ |\([0-9a-z]{1,3}\) |"
                     r"(?:and|or|but|that|so|then|also|however|furthermore|moreover|meanwhile|instead|still|yet|"
                     r"now|when|if|once|while|as|because|in fact|for instance|of course|further|which|whether|why|"
                     r"how|said|says|means|to|of)\b[, ]*|[,\"' ]+)")
_OPENER = re.compile(r"[\"' ]*(?:in|on|at|from|through|beginning|starting|between|"
                     r"under|after|before|following|during|as|if|when|once|while|for|with|by|to|"
                     r"since|until|despite|unless|however|furthermore|meanwhile|moreover|instead|although|though|"
                     r"because|given|among|first|second|still|also|according|whether|upon|without|like|later|earlier|"
                     r"last|this|[a-z]+ly)\b")
_RELATIVE = re.compile(r"(?P<who>(?:[^\s,;]+ ){0,5}[^\s,;]+),? (?:which|that|who)(?:'d|'ll|'ve| would| will|"
                       r" have| had)?"
                       r"(?: also| now| still| temporarily| otherwise)? ?$")
_HAS_RELATIVE = re.compile(r"\b(?:which|that|who|whose|whom)\b")
_FINITE = re.compile(rf"(?<=\s){_AUXILIARY}(?:n't)?(?= )")
_INNER = re.compile(r"(?!.*\b(?:who|which|whose|that)\b).{0,200}\b(?:means?|meant|whether|confirmed|clarified|"
                    r"believes?|thinks?|"
                    r"claims?|insists?|clear)\b(?: (?:that|despite [^,]{2,80},))?")
_TOLD_THAT = re.compile(r"(?:after|before|in|at|on|during|following|with|when) .{0,160}\bthat (?=[a-z\"'])")
_ASIDE = re.compile(r", (?:for (?:instance|example|one|now)|however|meanwhile|too|in turn|by contrast),? ?$")
_TIME_CLAUSE = re.compile(r".* (?:after|before|when|while|since|because|that|where|until) (?=[a-z])")
_TURN_OF_TIME = re.compile(r".* (?:after|before|when|while|since|because|until|once) (?=[a-z\"'])")
_LIMITS_THEMSELVES = frozenset(("force.effect", "force.imposed"))
_LIMIT_NAME = re.compile(r"[a-z-]+")
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
    if told := _TOLD_THAT.match(lower, start, end):
        start = told.end()
    comma = lower.rfind(", ", start, end)
    if comma > 0 and _OPENER.match(lower, start, comma) and lower[comma + 2:end].strip():
        start = comma + 2
    turn = _TURN_OF_TIME.match(lower, start, end)
    if turn and _FINITE.search(lower, start, turn.end()):
        start = turn.end()
    while match := _FILLER.match(lower, start, end):
        start = match.end()
    before_verb = _BEFORE_VERB.search(lower, max(start, end - 40), end)
    end = before_verb.start() if before_verb else end
    finite = _FINITE.search(lower, start, end)
    if finite and not _HAS_RELATIVE.search(lower, start, finite.start()):
        end = finite.start()
    trailing = _TRAILING.search(lower, max(start, end - 40), end)
    end = trailing.start() if trailing else end
    inner = _INNER.match(lower, start, end)
    span = tidy(lower, inner.end() if inner else start, end)
    return [] if span and _NOT_A_NAME.match(lower, *span[0]) else span


def tidy(lower: str, start: int, end: int) -> list[Span]:
    """The span without marks and blanks at its ends, in a list; empty if fewer than two characters remain.

    A quotation mark or bracket stays with its partner: the one that lies right outside is taken in.
    """
    while start < end and lower[start] in " ,;:\"'-(" and not (
            lower[start] == '"' and lower.count('"', start, end) == 2):
        start += 1
    while end > start and (lower[end - 1] in " ,;:'-." or lower[end - 1] == ")" and "(" not in lower[start:end]
                           or lower[end - 1] == '"' and lower.count('"', start, end) % 2):
        end -= 1
    end = _paired(lower, start, end)
    return [(start, end)] if end - start > 1 else []


def _paired(lower: str, start: int, end: int) -> int:
    """Where the span ends so that no bracket or quotation in it stays open."""
    words = lower[start:end]
    if '"' not in words and "(" not in words and ")" not in words:
        return end
    closing, opening = lower.find(")", start, end), lower.rfind("(", start, end)
    if closing >= 0 and "(" not in lower[start:closing]:
        end = closing
    elif opening > lower.rfind(")", start, end):
        end = end + 1 if lower.startswith(")", end) else opening
    if lower.count('"', start, end) % 2 and lower.startswith('"', end):
        end += 1
    while end > start and lower[end - 1] in " ,;:'-.":
        end -= 1
    return end


def _by_subject(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"Guests may not smoke": the subject is bound, unless the clause names a recipient or a user."""
    if cue.rule in _LIMITS_THEMSELVES:
        return _by_limit(lower, cue, clause)
    modality, body = _modality(lower, cue, clause)
    if cue.family == "safeguard":
        return _by_safeguard(lower, cue, clause, modality[0])
    subject = noun_phrase(lower, clause.start, modality[0]) or _shared_subject(lower, clause.start, modality[0])
    served = tidy(lower, body, clause.end) if cue.rule == "limit.to" else []
    if served and subject and _ENTRY.search(lower, *subject[0]) and _people(lower, *served[0]):
        return Parts([], subject, [], modality, tuple(served))
    for pattern in (_RECIPIENT, _AGENT):
        match = pattern.search(lower, body, clause.end)
        if match and (pattern is _RECIPIENT or _is_use(lower, cue, body)):
            cut = (match.start() if pattern is _AGENT else lower.rfind(" ", 0, match.start("who") - 1), match.end())
            rest = tidy(lower, cut[1], clause.end) if pattern is _AGENT else []
            return Parts(tidy(lower, *match.span("who")), subject + tidy(lower, body, cut[0]) + rest, [], modality)
    agent = subject if cue.rule == "pledge.promise" else []
    return Parts(subject, tidy(lower, body, _relative_end(lower, modality[0], body, clause.end)), agent, modality)


def _by_limit(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"The curfew takes effect at dusk": the limit itself is the subject, its name the first word of the cue."""
    head = _LIMIT_NAME.match(lower, cue.start, cue.end).end()
    turn = _TURN_OF_TIME.match(lower, clause.start, head)
    return Parts(noun_phrase(lower, turn.end() if turn else clause.start, head), tidy(lower, cue.end, clause.end), [],
                 tidy(lower, head, cue.end)[0])


def _relative_end(lower: str, modal: int, body: int, end: int) -> int:
    """Where an act ends: in a relative clause ("boats that may not land have left") before the main verb."""
    if not lower.endswith((" that ", " which ", " who "), 0, modal):
        return end
    main = _FINITE.search(lower, body, end)
    return main.start() if main and not _HAS_RELATIVE.search(lower, body, main.start()) else end


def _by_safeguard(lower: str, cue: Cue, clause: Clause, start: int) -> Parts:
    """"It will run under tight controls": the words up to "under" bind; bare controls name no act."""
    under = _UNDER.search(lower, cue.start, cue.end)
    modals = [m for m in _MODAL.finditer(lower, clause.start, cue.start) if lower[m.start() - 1] == " "]
    start = modals[-1].start() if modals else start
    rest = tidy(lower, under.end(), clause.end)
    act = [] if rest and _BARE_SAFEGUARD.fullmatch(lower, *rest[0]) else rest
    return Parts(noun_phrase(lower, clause.start, start), act, [], (start, under.end() - 1))


def _people(lower: str, start: int, end: int) -> bool:
    """Whether the words open with a class of people."""
    return bool(people().search(lower, start, min(end, start + 40)))


def _shared_subject(lower: str, start: int, modal: int) -> list[Span]:
    """The subject of the verb before, where a clause opens with its modal: "guests must register and may not …"."""
    if lower[start:modal].strip() or not lower.endswith((" and ", " or ", " but "), 0, start):
        return []
    opening = max(lower.rfind(mark, max(0, start - _FAR), start) for mark in (". ", "; ", ": ", '"', "  "))
    opening = max(opening + 1, start - _FAR, 0)
    verbs = [m.start() for m in _MODAL.finditer(lower, opening, start) if lower[m.start() - 1] == " "]
    return noun_phrase(lower, opening, verbs[0]) if verbs else []


def _is_use(lower: str, cue: Cue, body: int) -> bool:
    """Whether a plain ban in the passive follows, so that "by X" names who is bound and not who bans."""
    return cue.family == "ban" and not cue.rule.startswith(("ban", "block")) and bool(
        re.match(r" ?(?:[a-z]+ly )?[a-z]+(?:ed|en|ld|nt|ught) ", lower[body:body + 40]))


def _modality(lower: str, cue: Cue, clause: Clause) -> tuple[Span, int]:
    """Where the words stand that bind, and where the act begins."""
    match = _MODAL.match(lower, cue.start, cue.end)
    if cue.rule in _PROMISES and (to := _PROMISED.match(lower, cue.start, clause.end)):
        return (cue.start, to.end()), to.end()
    if not match or cue.family in ("denial", "order", "permission") or match.group() in _BE:
        before = _BEFORE_VERB.search(lower, max(clause.start, cue.start - 30), cue.start)
        start = before.start() + (lower[before.start()] == " ") if before else cue.start
        link = _TO.match(lower, cue.end, clause.end)
        return (start, cue.start + len(lower[cue.start:cue.end].rstrip())), link.end() if link else cue.end
    if allowed := _ALLOWED.match(lower, match.end(), clause.end):
        return (match.start(), lower.rfind("d", 0, allowed.end()) + 1), allowed.end()
    return match.span(), _ADVERB_BE.match(lower, match.end()).end()


def _by_object(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"The order bars guests from smoking": the object is bound, the subject sets the limit.

    In "denied entry to a trawler" the one who is denied follows; in "banned the sale of parts to miners" nobody is.
    """
    able = _ABLE.search(lower[clause.start:cue.start]) if cue.family == "exemption" else None
    if able:
        modal = (clause.start + able.start("modal"), clause.start + able.end("modal"))
        return Parts(noun_phrase(lower, clause.start, modal[0]), tidy(lower, cue.start, clause.end), [], modal)
    agent = agent_phrase(lower, clause.start, cue.start)
    verb = _VERB.match(lower, cue.start, clause.end)
    begin = verb.end() if verb else cue.end
    modality = tidy(lower, cue.start, begin)[0]
    if cue.rule in ("deny.active", "ban.close") and (denied := _TRANSFER.match(lower, begin, clause.end)):
        return Parts(tidy(lower, *denied.span("who")), [denied.span("what")], agent, modality)
    link = _LINK.search(lower, begin, clause.end)
    origin = link and link.group() == " from" and not _FROM_ACT.match(lower, link.end())
    if origin and _people(lower, begin, link.start()):
        return Parts(noun_phrase(lower, begin, clause.end), [], agent, modality)
    if link and 0 < link.start() - begin < 90 and (
            link.group() != " to" or cue.family != "ban" or not _ACT_NOUN.match(lower, begin, link.start())):
        return Parts(noun_phrase(lower, begin, link.start()), tidy(lower, link.end(), clause.end), agent, modality)
    return Parts([], tidy(lower, begin, clause.end), agent, modality)


def _by_wish(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"They oppose the wells being drained": the object is bound, the subject wants it."""
    agent = agent_phrase(lower, clause.start, cue.start)
    if cue.rule == "wish.position":
        agent = _owner(lower, clause.start, cue.start)
    use = _COULD_BE.match(lower, cue.start, clause.end) if cue.rule == "wish.position" else None
    if use:
        return Parts(tidy(lower, *use.span("who")), tidy(lower, use.start("act"), clause.end), agent, use.span("wish"))
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
    """"A ban on fires": the act follows; in "the province imposed a ban on fires" the verb binds, by its agent."""
    given = cue.family == "order"
    agent = agent_phrase(lower, clause.start, cue.start) if given else []
    verb = _GIVING.match(lower, cue.start, cue.end) if given else None
    finite = _FINITE.search(lower, cue.end, clause.end)
    ends = finite.start() if finite and not _HAS_RELATIVE.search(lower, cue.end, finite.start()) else clause.end
    begin = verb.end() if verb else cue.end
    return Parts([], tidy(lower, begin, ends), agent, tidy(lower, cue.start, begin)[0])


def _open(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"No digging without consent": what stands before and after the cue; "the rules say that" only after it."""
    if cue.rule == "rule.say":
        return Parts([], tidy(lower, cue.end, clause.end), [], tidy(lower, cue.start, cue.end)[0])
    if cue.family == "rule":
        head = lower.rfind(" ", cue.start, cue.end) + 1
        more = _MORE_RULES.match(lower, cue.end, clause.end)
        act = tidy(lower, cue.start, head) + (tidy(lower, *more.span("what")) if more else [])
        return Parts([], act, [], (head, cue.end))
    if cue.rule == "without.exposing" and (let := _LETTING.search(lower, clause.start, cue.start)):
        verb = (let.start(), lower.index(" ", let.start()))
        return Parts(tidy(lower, *let.span("who")), tidy(lower, cue.end, clause.end), [], verb)
    act = noun_phrase(lower, clause.start, cue.start) + tidy(lower, cue.end, clause.end)
    return Parts([], act, [], tidy(lower, cue.start, cue.end)[0])


def _by_nobody(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"No vessel may enter": the cue itself names who is bound."""
    modal = max((m.start() for m in _MODAL.finditer(lower, cue.start, cue.end) if lower[m.start() - 1] == " "),
                default=cue.end)
    link = _TO.match(lower, cue.end, clause.end)
    act = tidy(lower, link.end() if link else cue.end, clause.end)
    return Parts(tidy(lower, cue.start, modal), act, [], (modal, max(modal + 1, cue.end)))


def _by_deadline(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"Owners have until Friday to reply": the words after the time are the act."""
    verb = _VERB.match(lower, cue.start, clause.end)
    modality = tidy(lower, cue.start, verb.end() if verb else cue.end)[0]
    time = _UNTIL_TO.match(lower, modality[1], clause.end)
    begin = time.end() + 3 if time else cue.end
    return Parts(noun_phrase(lower, clause.start, cue.start), tidy(lower, begin, clause.end), [], modality)


def _by_number(lower: str, cue: Cue, clause: Clause) -> Parts:
    """"Each boat may land no more than ten crates": as with a modal, if one stands before the number."""
    modals = [m for m in _MODAL.finditer(lower, clause.start, cue.start) if m.group() not in _BE]
    if not modals or cue.rule != "limit.number":
        return _open(lower, cue, clause)
    last = modals[-1]
    body = _ADVERB_BE.match(lower, last.end()).end()
    return Parts(noun_phrase(lower, clause.start, last.start()), tidy(lower, body, clause.end), [], last.span())


def agent_phrase(lower: str, start: int, end: int) -> list[Span]:
    """Who acts in the words before a verb: their last noun phrase, if it is short enough to be one."""
    inner = _TIME_CLAUSE.match(lower[start:end])
    if aside := _ASIDE.search(lower, start, end):
        end = aside.start()
    span = noun_phrase(lower, start + inner.end() if inner else start, end)
    return span if span and lower.count(" ", *span[0]) < 9 else []


_SHAPES = {"object": _by_object, "noun": _by_noun, "open": _by_number, "subject": _by_subject, "sought": _by_wish,
           "wish": _by_wish, "nobody": _by_nobody, "time": _by_deadline}
