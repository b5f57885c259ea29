"""Which words of a clause fill which slot of a limit?

Party, act and words that bind come from `restrictions_parts`; qualifiers, protected classes, exceptions and dates are
cut from the rest by small patterns and the lexicons of qualifiers and population classes. A slot is a list of spans in
the article, empty if the clause does not fill it; nothing is filled by guess. Not found: what another sentence names.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.reading.restrictions_clauses import Clause
from crosscheck.reading.restrictions_cues import Cue, people, word_pattern
from crosscheck.reading.restrictions_parts import Parts, Span, find_parts, tidy


class Slots(NamedTuple):
    """The spans of each slot, in the article; `agent` is who sets the limit in the same clause."""

    bound_party: list[Span]
    act: list[Span]
    protected: list[Span]
    qualifier: list[Span]
    modality: list[Span]
    exception: list[Span]
    applies_from: list[Span]
    applies_until: list[Span]
    agent: list[Span]


_EXCEPTION = re.compile(r"\b(?=[euowsab])(?:except(?: for| that| in| when| where| those)?|unless|other than|"
                        r"with the exception of|save for|apart from|excluding|but not|even if) [^;]{2,160}")
_MONTH = (r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|"
          r"mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)")
_WHEN = (r"(?:the (?:end|start|beginning|middle) of [a-z0-9 ]{2,20}|(?:next |this |last )?(?:mon|tues|wednes|thurs|"
         r"fri|satur|"
         rf"sun)day|(?:early |late |mid-)?{_MONTH}(?: \d{{1,2}}\b)?(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|"
         r"(?:19|20)\d\d|next (?:week|month|year)|tomorrow|midnight|noon|further notice|now on|today)")
_COUNT = (r"(?:\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty|ninety|several)")
_FROM = re.compile(rf"\b(?=[sbeaf])(?:starting|beginning|effective|as of|as from|from|since|after)"
                   rf"(?: on| in| at| from)? {_WHEN}")
_UNTIL = re.compile(rf"\b(?=[utbnefwip])(?:(?:until|till|through|by|before|no later than|not later than|ending|"
                    rf"expiring|ends)(?: on| in| at)? {_WHEN}|(?:for|within|in) (?:the next |a period of |up to |"
                    rf"at least |no more than )?{_COUNT}"
                    r"[- ](?:more )?(?:hour|day|week|month|year)s?(?: period)?\b(?: (?:after|from|of) "
                    r"(?:the |their |its |receiving |any )?[a-z]+)?|for life|permanently|indefinitely|"
                    r"temporarily)")
_DONE_TO = (r"track|film|monitor|deport|detain|arrest|evict|harm|target|record|search|charge|attack|identify|expel|"
            r"bill|photograph|profile|follow|watch|punish|question|endanger|injure|kill|protect|harass|surveil")
_PLURALS = ("people", "children", "men", "women", "public", "staff", "personnel", "troops", "anyone", "everyone")
_NOUN_AFTER = re.compile(r" (?!(?:and|or|who|that|which|in|at|on|by|for|from|with|under|over|of|to|as|is|are|was|were|"
                         r"if|when|unless|until|without|has|have|had|will|would|may|can|must|living|based)\b)[a-z]{3,}")
_OWNER = re.compile(r"(?:[a-z]+ )?(?P<who>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})['\u2019]s? ")
_OWNED = re.compile(r"\b(?:across|throughout|within|inside|beyond) (?P<who>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,3})"
                    r"['\u2019]s? (?P<what>[^,.;:\n]{3,50})")
_BEFORE = 400
_PARTLY = re.compile(r",? (?:partly|in part|largely|mainly) (?:due to|because of|owing to)(?= |$)")
_PHRASES = ("with", "for ", "such", "incl", "like", "nota", "in p", "in o", "so a", "unde")
_APPOSITION = re.compile(r", (?:a|an|the|one of) (?:[^\s,]+ ){1,9}[^\s,]+$")
_DANGLING = re.compile(r"(?:^| )(?:of|on|against|by|to|with|for|from|and|or|the)$")


def fill_slots(lower: str, cue: Cue, clause: Clause) -> Slots:
    """The slots of the limit that `cue` signals in `clause`; see `Slots`."""
    parts = find_parts(lower, cue, clause)
    tail: Span = (min(max(parts.modality[1], clause.start), clause.end), clause.end)
    spans = [*parts.party, tail]
    exception = next((found for span in spans if (found := exception_in(lower, span))), [])
    head: Span = (clause.start, min(parts.modality[0], clause.end))
    since, until = (late or early for late, early in zip(dates_in(lower, tail), dates_in(lower, head), strict=True))
    binding: Span = (parts.modality[0], min(parts.modality[1] + 1, clause.end))
    outside = [span for span in parts.act if not inside(span, tail)]
    qualifier = qualifiers(lower, [*parts.party, binding, *outside, tail], examples=cue.family != "wish")
    qualifier = [q for q in qualifier if not any(inside(q, e) for e in exception)] + _in_part(lower, cue, clause)
    protected = parts.agent if cue.family == "sought" else list(parts.served) or protected_in(lower, parts.act)
    cuts = exception + since + until + ([] if cue.family == "sought" else _phrases(lower, qualifier))
    party = [piece for span in parts.party for piece in without(lower, span, cuts)]
    act = [piece for span in parts.act for piece in without(lower, _named_once(lower, span), cuts + protected)]
    modality = [parts.modality, *_not_to(lower, cue, parts)]
    return Slots(party, act, protected, qualifier, modality, exception, since, until, parts.agent)


def _not_to(lower: str, cue: Cue, parts: Parts) -> list[Span]:
    """The "not to" of "told guests not to smoke", which stands apart from the verb."""
    start = parts.act[0][0] if parts.act else 0
    apart = cue.family == "order" and lower.endswith(" not to ", 0, start) and start - 7 > parts.modality[1]
    return [(start - 7, start - 1)] if apart else []


def _in_part(lower: str, cue: Cue, clause: Clause) -> list[Span]:
    """What says right beside the clause that a limit is only part of a cause, and a "without" that narrows leave."""
    without = [(cue.start, cue.start + 7)] if cue.rule == "without.exposing" and clause.start < cue.start else []
    beside = _PARTLY.match(lower, clause.end) or _PARTLY.search(lower, max(0, clause.start - 24), clause.start)
    return without + (tidy(lower, *beside.span()) if beside else [])


def served_in(text: str, cue: Cue, clause: Clause, slots: Slots, sentence: Span) -> list[Span]:
    """Whose thing a limit of scope names ("only the Harbour Board's barns"), if it protects no class of people.

    If the clause names no owner, its own sentence ("could extend across the Harbour Board's yards, but …") or a
    sentence shortly before that speaks of the same kind of thing may.
    """
    if slots.protected or cue.rule not in ("limit.cover", "limit.to", "condition.only"):
        return slots.protected
    own = next(([match.span("who")] for span in slots.act if (match := _OWNER.match(text, *span))), [])
    return own or _owner_before(text, clause, slots, sentence)


def _owner_before(text: str, clause: Clause, slots: Slots, sentence: Span) -> list[Span]:
    kinds = {kind for span in slots.act for kind in _families_in(text[slice(*span)].lower())}
    for match in reversed(list(_OWNED.finditer(text, max(0, clause.start - _BEFORE), clause.start))):
        if match.start() >= sentence[0] or kinds & _families_in(match["what"].lower()):
            return [match.span("who")]
    return []


@functools.lru_cache(maxsize=2000)
def _families_in(words: str) -> frozenset[str]:
    """The kinds of limited things in `words`."""
    return frozenset(rule.label for word in words.split() for rule in lexicon.load("limit_families")
                     if rule.regex.fullmatch(word.strip(",.;:")))


def qualifiers(lower: str, spans: list[Span], *, examples: bool = True) -> list[Span]:
    """The words in `spans` that narrow a limit, in order, each once; named instances only with `examples`."""
    found = {s for span in spans for match in _qualifier_pattern(examples).finditer(lower, *span)
             for s in tidy(lower, *match.span())}
    return [q for q in sorted(found) if not any(inside(q, other) for other in found if other != q)]


def inside(a: Span, b: Span) -> bool:
    """Whether `a` lies in `b`."""
    return b[0] <= a[0] and a[1] <= b[1]


def without(lower: str, span: Span, cuts: list[Span]) -> list[Span]:
    """The pieces of `span` outside `cuts`, without dangling prepositions."""
    pieces, start = [], span[0]
    for a, b in sorted(cuts):
        if span[0] <= a < span[1]:
            pieces.append((start, max(start, a)))
            start = max(start, b)
    pieces.append((start, max(start, span[1])))
    return [bare for a, b in pieces for bare in _bare(lower, a, b)]


def _named_once(lower: str, span: Span) -> Span:
    """`span` without an apposition at its end ("…, a rival of the firm")."""
    apposition = _APPOSITION.search(lower[span[0]:span[1]])
    return (span[0], span[0] + apposition.start()) if apposition else span


def _bare(lower: str, start: int, end: int) -> list[Span]:
    spans = tidy(lower, start, end)
    if spans and (dangling := _DANGLING.search(lower[slice(*spans[0])])):
        spans = tidy(lower, start, spans[0][0] + dangling.start())
    return [(a, b) for a, b in spans if b - a > 1]


def _phrases(lower: str, qualifier: list[Span]) -> list[Span]:
    """The qualifiers that are phrases of their own, so that the act can do without them."""
    return [q for q in qualifier if lower.startswith(_PHRASES, q[0])]


def _first(pattern: re.Pattern, lower: str, span: Span) -> list[Span]:
    match = pattern.search(lower, *span)
    return tidy(lower, *match.span()) if match else []


def dates_in(lower: str, span: Span) -> tuple[list[Span], list[Span]]:
    """From when and until when a limit holds, by the words in `span`."""
    return _first(_FROM, lower, span), _first(_UNTIL, lower, span)


def exception_in(lower: str, span: Span) -> list[Span]:
    """What `span` leaves out of the limit, with the word that says so."""
    return _first(_EXCEPTION, lower, span)


def protected_in(lower: str, act: list[Span]) -> list[Span]:
    """The classes of people that the act is done to or for, two at most."""
    found = []
    for span in act:
        for match in _protected_pattern().finditer(lower, *span):
            if not _only_describes(lower, match.end()):
                found += tidy(lower, *match.span("who"))
    return found[:2]


def _only_describes(lower: str, end: int) -> bool:
    """Whether a class noun in the singular stands before the noun it describes ("civilian vessels")."""
    plural = lower[end - 1] == "s" or lower.endswith(_PLURALS, 0, end)
    return not plural and bool(_NOUN_AFTER.match(lower, end))


@functools.cache
def _qualifier_pattern(examples: bool) -> re.Pattern:
    rules = lexicon.load("restriction_qualifiers")
    return word_pattern([rule.pattern for rule in rules if examples or rule.label != "example"])


@functools.cache
def _protected_pattern() -> re.Pattern:
    noun = people().pattern
    modifier = r"(?:(?!(?:of|on|against|about|for|from|to|and|or|spy|the)\b)[a-z][a-z.'-]* ){0,3}?"
    described = (r"(?:(?:[a-z]+(?:al|ic|ed|ent|ant|ish|ese|ian|an|ive|ful)|foreign|domestic|private|third|other|young|"
                 r"u\.s\.|uk|us|eu|certain|some|many|most) ){0,2}")
    more = rf"(?:(?:,| and| or|, and|, or) {modifier}{noun}){{0,4}}"
    determiner = r"(?: (?:any|all|the|its|our|their|every|each))?"
    return re.compile(rf"\b(?:of|on|against|about|for|targeting|upon|from|between|among|{_DONE_TO}|(?P<to>to))"
                      rf"{determiner} [\"']?(?P<who>(?(to){described}|{modifier}){noun}{more})")
