"""Can the subject of a cue bind or be bound at all?

A virus that cannot live in the sun, a task that requires patience, and rain that may bring floods state no limit on
anyone: what stands before the cue tells (`restriction_subjects.tsv`, `bound_parties.tsv`, classes of people). So do a
negated duty ("does not oblige"), orders that are a noun ("health orders continue to"), and words that only suppose
("if shops are closed"). Not found: a party whose name is no name and in no lexicon.
"""

import functools
import re

from crosscheck import lexicon
from crosscheck.reading.restrictions_clauses import Clause
from crosscheck.reading.restrictions_cues import Cue, people

_TAIL = 5
_AFTER_SUBJECT = re.compile(r"(?: (?:will|would|can|could|shall|should|may|might|must|also|now|then|still|already|even|"
                            r"just|[a-z]+ly|that|which))+$")
_NEGATED = re.compile(r"(?:\b(?:not|never|neither|nor|no longer|without|from)|n't)(?: [a-z]+ly| also| even)?$")
_NO_RIGHT = re.compile(r"(?:\b(?:lack(?:s|ed|ing)?|without|no|not (?:have|get)|exceed(?:s|ed|ing)?)|n't (?:have|get))"
                       r"(?: (?:the|any|legal|constitutional|statutory|his|her|its|their|that)){0,2}$")
_NO_VERB = re.compile(r"orders (?:against|at|because|before|after|but|can|continue|could|did|do|does|during|from|had|"
                      r"has|have|if|including|may|might|more|nationwide|or|over|remain|requires?|should|since|"
                      r"statewide|under|until|were|when|which|while|will|with|without|would)\b")
_KIND_OF_ORDER = re.compile(r"\b(?:health|shutdown|lockdown|closure|quarantine|home|place|such|these|those|new|any|"
                            r"similar|emergency|public|of|with|despite|on|lifting|revising|issue|issued|issuing|sign|"
                            r"signed|signing|defy|defying|lift|ease|state|local|federal|police|military|strict)$")
_LOOSE_MAY = re.compile(r"may (?:still |also |only |now )?(?:require|carry|limit|receive|bring|keep|deny|use|"
                        r"seek|issue|sell|share|restrict|stay|refuse|travel|enter)\b")
_CATCHING = re.compile(r"may (?:still |also |now )?carry (?:the |a |this |more )?(?:[a-z-]+ )?(?:(?:corona)?virus|"
                       r"disease|infection|germs?|risks?|bacteria|weight)\b")
_OPEN_SCOPE = re.compile(r"\b(?:include|require|need|consider(?:ed)?)$")
_SOFT = re.compile(r" (?:be )?(?:considered|made|done|addressed|balanced|asked|answered|careful|ready|prepared|patient|"
                   r"vigilant|aware|honest|creative|willing|very|smart|there|clear|get (?:used|through|past|real|"
                   r"along|going|serious|together|back)|give (?:up|in|people|them|us))\b")
_ASSUMED = re.compile(r"(?:even |as |or |and )?(?:if|supposing|imagine) [^,]*$")
_TO_DO = re.compile(r" to [a-z]+| that ")
_NATURE_FIRST = re.compile(r"\b(?:pandemic|virus|outbreak|storm|crisis|fire|flood|snow|epidemic|shortage|war)s?\b")
_NOT_SO = re.compile(r"\b(?:would|could|might|should)(?: not|n't| never| also)? have(?: been)?$")
_WHO_IS = re.compile(r"\b(?:decid|determin|vett?|choos|explain|clarif|debat|argu|discuss|weigh|understand|ask|consider|"
                     r"figur)[a-z]* (?:on |over |about |out )?(?:who|whom|which|what|when|how|whether|where)\b[^,;]*$")
_TOO = re.compile(r"\btoo [a-z]+ to$")
_EFFECTS = re.compile(r" ?(?:offer (?:[a-z]+ )?(?:protection|relief|help|comfort|guarantees?)\b|make (?:a|any|"
                      r"much|the|a big) (?:difference|dent|sense)\b|take (?:long|much|place|hold|root|off)\b|"
                      r"change (?:much|anything|that|the fact)\b|keep (?:up|pace)\b|raise (?:hopes|questions)\b)")
_STATES = re.compile(r" ?(?:effective|useful|applicable|good|possible|necessary|needed|true|natural|human|likely|part|"
                     r"fair|temporary|symbolic|beginning|starting)\b")
_EXPECTED = re.compile(r"\b(?:is|are|was|were)(?: [a-z]+ly)? supposed$")
_FIGURE = re.compile(r" (?:a (?:maximum|minimum) of |about |just |only )?[$£€]?(?:\d|(?:one|two|three|four|five|six|"
                     r"seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|half|a (?:third|"
                     r"quarter))\b)")
_BINDS = re.compile(r"\b(?:must|may|can|cannot|shall|will|should|would|allow(?:s|ed)?|limit(?:s|ed)?|require[sd]?|"
                    r"permit(?:s|ted)?|admit(?:s|ted)?|keep|ban(?:s|ned)?|order(?:s|ed)?|rules?|cap(?:s|ped)?|"
                    r"on the hook|gather(?:ings?)?|groups?|loans?|parties|crowds?|fine[sd]?|prison|pay|"
                    r"liab(?:le|ility)|restrict(?:s|ed|ing)?|eligible|for)\b")


def is_unbinding(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """Whether the subject of `cue`, or what stands right before it, shows that `clause` states no limit."""
    before = lower[clause.start:cue.start].rstrip()
    if any(pattern.search(before[-120:]) for pattern in (_NOT_SO, _TOO, _WHO_IS)) or _ASSUMED.match(before):
        return True
    if lower.endswith(" if ", 0, clause.start) and "," not in before:
        return True
    check = _CHECKS.get(cue.rule)
    return bool(check) and check(text, lower, cue, clause)


def subject_kinds(text: str, start: int, end: int) -> frozenset[str]:
    """What the subject that ends the words `[start, end)` of `text` is: nature, need, person, or a kind of party.

    A word with a capital inside the subject makes it a "name".
    """
    words = text[start:end].rstrip(" \"'")
    words = words[:len(words) - len(_trailing(words.lower()))].rstrip(" ,\"'")
    tail = " ".join(words.split()[-_TAIL:])
    return _kinds(tail) | (_NAME if any(word[:1].isupper() for word in tail.split()[1:]) else _NOTHING)


def _trailing(words: str) -> str:
    found = _AFTER_SUBJECT.search(words)
    return found.group() if found else ""


_NAME, _NOTHING = frozenset(("name",)), frozenset()
_BINDABLE = frozenset(("person", "people", "authority", "firm", "name"))


@functools.lru_cache(maxsize=20_000)
def _kinds(tail: str) -> frozenset[str]:
    lower = tail.lower()
    found = {rule.label for rule in lexicon.load("restriction_subjects") if rule.regex.search(lower)}
    found |= {rule.label for rule in lexicon.load("bound_parties") if rule.regex.search(lower)}
    return frozenset(found | ({"people"} if people().search(lower) else set()))


def _by_nature(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"The virus cannot live in the sun": no one is bound, unless something is done to the subject."""
    passive = lower.startswith("be ", cue.end + (lower[cue.end:cue.end + 1] == " "))
    return not passive and "nature" in subject_kinds(text, clause.start, cue.start)


def _by_effect(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"Masks won't offer protection", "will not only reduce": what a thing does, and no pledge."""
    kinds = subject_kinds(text, clause.start, cue.start)
    if " only " in lower[cue.start:cue.end] or _EFFECTS.match(lower, cue.end):
        return True
    return "nature" in kinds or "need" in kinds and not kinds & _BINDABLE


def _by_chance(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"The plan may require more money": a chance, unless a party may do it."""
    if _CATCHING.match(lower, cue.start):
        return True
    kinds = subject_kinds(text, clause.start, cue.start)
    return "nature" in kinds or bool(_LOOSE_MAY.match(lower, cue.start)) and not kinds & _BINDABLE


def _by_need(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"The task requires two people": a need; and a duty that is denied, or that someone is kept from setting."""
    if _NEGATED.search(lower[clause.start:cue.start].rstrip()):
        return True
    kinds = subject_kinds(text, clause.start, cue.start)
    if kinds & {"authority", "firm", "instrument"}:
        return False
    of_people = bool(kinds & {"people", "person"}) and not _TO_DO.search(lower, cue.end, min(clause.end, cue.end + 90))
    return of_people or bool(kinds & {"need", "nature"})


def _by_things(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"The storm forced ferries to wait": nobody orders it."""
    return not subject_kinds(text, clause.start, cue.start) & (_BINDABLE | {"instrument"}) or bool(
        _NATURE_FIRST.search(lower[clause.start:cue.start]))


def _by_scope(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"The box does not include batteries": a content, unless a rule or whoever makes rules draws a line."""
    return bool(_OPEN_SCOPE.search(lower, cue.start, cue.end)) and not (
        subject_kinds(text, clause.start, cue.start) & {"instrument", "authority", "firm"})


def _as_noun(_: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"Health orders continue to": orders that nobody gives here."""
    if not lower.startswith("orders", cue.start):
        return False
    return bool(_NO_VERB.match(lower, cue.start)) or (
        bool(_KIND_OF_ORDER.search(lower[max(clause.start, cue.start - 30):cue.start].rstrip()))
        and not people().search(lower, cue.end - 60, cue.end))


def _by_need_of(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"Hard choices have to be made": advice to nobody."""
    return bool(_SOFT.match(lower, cue.end)) or _by_nature(text, lower, cue, clause)


def _by_outcome(text: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"It would only lead to delay": an outcome, no narrow permission."""
    outcome = any(rule.rule_id.startswith("outcome.") and rule.regex.match(lower[cue.end:cue.end + 24].lstrip())
                  for rule in lexicon.load("restriction_verbs"))
    return outcome or bool(_STATES.match(lower, cue.end)) or "nature" in subject_kinds(text, clause.start, cue.start)


def _no_right(_: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"He lacked the authority to": a lack, and no permission."""
    return bool(_NO_RIGHT.search(lower[max(clause.start, cue.start - 40):cue.start].rstrip()))


def _as_expected(_: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"It worked as it was supposed to": an expectation, unless someone is to be let in."""
    return bool(_EXPECTED.search(lower, cue.start, cue.end)) and not lower.startswith(
        (" to be allowed", " to be admitted", " to be permitted"), cue.end)


def _mere_count(_: str, lower: str, cue: Cue, clause: Clause) -> bool:
    """"At most a few came": a count, and no number that binds."""
    return not (_FIGURE.match(lower, cue.end) and _BINDS.search(lower[clause.start:clause.end]))


_CHECKS = {"cannot.do": _by_nature, "may.not": _by_nature, "pledge.verb": _by_effect, "duty.must": _by_nature,
           "order.force": _by_things,
           "permission.may": _by_chance, "duty.require": _by_need, "duty.require_will": _by_need,
           "limit.definition": _by_scope, "order.active": _as_noun, "need.to": _by_need_of,
           "condition.only": _by_outcome, "right.noun": _no_right, "not.allowed": _as_expected,
           "limit.number": _mere_count}
