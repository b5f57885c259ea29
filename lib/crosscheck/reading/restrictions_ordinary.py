"""Does a modal state a limit, or only ability, chance, guess, state or a goal?

After cannot, may not and must the kind of the verb decides (`restriction_verbs.tsv`): what goes on in a mind, what
comes about by itself and what one copes with is ordinary; acts that someone can forbid are limits. Any other verb
needs a mark of a rule in its clause (a condition, an exception, a law) or a bound party that is a class of people or
an office. Answers not given and goals ("limit the spread") are in `restriction_ordinary.tsv`. Not found: irony.
"""

import functools
import re

from crosscheck import lexicon
from crosscheck.reading.restrictions_clauses import Clause
from crosscheck.reading.restrictions_cues import Cue, people

_MODALS = frozenset(("cannot.do", "may.not", "duty.must"))
_VERB = re.compile(r"[ ,]*(?:(?:also|now|then|yet|ever|still|(?!(?:ap|sup|re|com|im|multi)ply|rely|fly)[a-z]+ly) )*"
                   r"(?P<be>be )?(?:[a-z]+ly )?(?P<verb>[a-z].{0,24})")
_MARK = re.compile(r"\b(?:unless|except|without (?:[a-z]+ ){0,3}(?:consent|permi|approval|licen|warrant|notice)|"
                   r"legally|lawfully|under (?:the|a|an|its|their|this|new|current|federal|state)\b|laws?\b|"
                   r"rules?(?! out\b)|court|polic(?:y|ies)|terms|contract|treaty|licen[cs]e|permit|more than [\d$£€]|"
                   r"until (?:they|he|she|it|the|a|all|\d+)\b)")
_STATE = re.compile(r"(?:eligible|exempt|liable|valid|subject|available (?:to|for)|open|present|armed|part of|outside|"
                    r"inside|within)\b")
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|en)\b|(?:sold|bought|lent|kept|paid|brought|built|sent|held|let|made|spent|left|"
                         r"cut|set|put|shut|met|read|borne|worn|shown|known|found|told|understood|done|undone|heard|"
                         r"felt)\b")
_FOUND = re.compile(r"(?:prompted|noticed|detected|diagnosed|recogni[sz]ed|infected|affected|exposed|"
                    r"seen|known|found|told|understood|heard|felt|blamed|undone|done|denied|expected|trusted|"
                    r"ruled)\b")
_GUESS = re.compile(r"have (?:been|known|left|gone|done|had|felt|seen|thought|come|made|taken|lost|got|cost|"
                    r"[a-z]+ed)\b")
_FEELING = re.compile(r"(?:tired|excited|worried|exhausted|mistaken|pleased|confused|scared|thrilled|relieved|bored|"
                      r"frustrated|embarrassed|disappointed|delighted|terrified|amazed|surprised)\b")
_PURPOSE = re.compile(r"\b(?:efforts?|tr(?:y|ies|ied|ying)|attempts?|aims?|hop(?:e|es|ing)|help(?:s|ed|ing)?|designed|"
                      r"intended|meant|measures|action|works?|worked|bid|website|tools?|struggl(?:e|es|ed|ing)|used|"
                      r"way|ways)(?: to)?$|\b(?:efforts?|aimed|bid) at$")
_DEED = re.compile(r"(?:^|[ \"'])(?!(?:king|ruling|thing|everything|nothing|something)\b)[a-z]{3,}ing$|"
                   r"\b(?:that|which|this|it)(?: (?:should|would|will|could|can|may|might|also))*$")
_BINDS = re.compile(r"\b(?:must|shall|required?|requires|ordered|orders|ha(?:s|ve|d) to|needs? to|deadline|told|given?|"
                    r"asked|due|demand(?:s|ed)?|ultimatum|agreed|pledged|promised|comply|ban|expires?|allowed|permitted)\b")
_PERSON = re.compile(r"\b(?:i|we|he|she)$")
_THINGS = re.compile(r"(?:^|[ \"'])(?:that|this|things|all|everything|something|much|more|life|politics|now)$")
_POINTING = re.compile(r"(?:^|[ \"'])(?:i|we|he|she|you|it|they|this|that|there|what|life)$")


def is_ordinary(lower: str, cue: Cue, clause: Clause) -> bool:
    """Whether the words at `cue` state no limit in `clause`."""
    if _ordinary_pattern().match(lower, cue.start):
        return True
    before = lower[max(clause.start, cue.start - 60):cue.start].rstrip()
    if cue.rule in _WEAK:
        return _WEAK[cue.rule](lower[max(0, cue.start - 60):cue.start].rstrip(), lower[clause.start:clause.end])
    found = _VERB.match(lower, cue.end, clause.end) if cue.rule in _MODALS else None
    if not found:
        return False
    if cue.rule == "duty.must":
        return _is_guess(found, before)
    marked = bool(_MARK.search(lower, clause.start, clause.end))
    if found["be"]:
        return _is_state(found["verb"])
    kind = verb_kind(found["verb"])
    if kind == "act":
        return cue.rule == "cannot.do" and bool(_PERSON.search(before)) and not marked
    return not marked and (kind == "ordinary" or not _names_bound(before))


@functools.lru_cache(maxsize=20_000)
def verb_kind(words: str) -> str:
    """The kind of the verb that opens `words`: act, ordinary, or empty if no lexicon knows it.

    >>> verb_kind("forward the letter"), verb_kind("remember the letter")
    ('act', 'ordinary')
    """
    kinds = [rule.label for rule in lexicon.load("restriction_verbs") if rule.regex.match(words)]
    return "act" if "act" in kinds else kinds[0] if kinds else ""


def _is_purpose(before: str, _: str) -> bool:
    """Whether what follows is what someone tries, and binds nobody: "efforts to keep guests from leaving"."""
    return bool(_PURPOSE.search(before))


def _is_ability(before: str, _: str) -> bool:
    """Whether a thing or a deed lets someone do something: "the app allows", "freezing allows"."""
    by_deed = _PURPOSE.search(before) or _DEED.search(before)
    return bool(by_deed) or _party_kinds(" ".join(before.split()[-4:])) == {"tool"}


@functools.lru_cache(maxsize=20_000)
def _party_kinds(words: str) -> frozenset[str]:
    """The kinds of party in `words`."""
    return frozenset(rule.label for rule in lexicon.load("bound_parties") if rule.regex.search(words))


def _is_mere_date(_: str, clause: str) -> bool:
    """Whether nothing in a clause with a date says that anyone must keep it."""
    return not _BINDS.search(clause)


def _is_guess(found: re.Match, before: str) -> bool:
    """Whether a must says how things seem: "must have known", "it must be hard", "he must feel"."""
    if _GUESS.match(found["verb"]):
        return True
    if found["be"]:
        return bool(_POINTING.search(before)) and (not _PARTICIPLE.match(found["verb"]) or
                                                   bool(_FEELING.match(found["verb"])))
    return bool(_THINGS.search(before)) or any(rule.regex.match(found["verb"]) for rule in lexicon.load(
        "restriction_verbs") if rule.rule_id.startswith("mind."))


def _is_state(words: str) -> bool:
    """Whether what follows "be" is a state, or something found out, and no act done to the subject."""
    if _STATE.match(words):
        return False
    if not _PARTICIPLE.match(words) or _FOUND.match(words):
        return True
    base = words.split()[0]
    return any(rule.regex.match(stem) for stem in (base, base[:-1], base[:-2], base[:-3])
               for rule in lexicon.load("restriction_verbs") if rule.rule_id.startswith("mind."))


def _names_bound(before: str) -> bool:
    """Whether the words before a modal end in a class of people or an office."""
    tail = " ".join(before.split()[-3:])
    return bool(people().search(tail))


_WEAK = {"limit.verb": _is_purpose, "ban.prevent": _is_purpose, "permission.let": _is_ability,
         "force.deadline": _is_mere_date}


@functools.cache
def _ordinary_pattern() -> re.Pattern:
    return re.compile("|".join(f"(?:{rule.pattern})" for rule in lexicon.load("restriction_ordinary")))
