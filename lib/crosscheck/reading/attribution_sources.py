"""Who is named as the source, left of a cue, and what kind of source is it?

The noun phrase before the cue (`attribution_phrases`), over an apposition, a time or a relative clause that stands
between. Not found: the antecedent of a pronoun, and a source that stands in another sentence.
"""

import functools
import re

from crosscheck import lexicon
from crosscheck.reading.attribution_phrases import Range, is_noun, is_short_quote, phrase_left
from crosscheck.reading.attribution_tokens import (
    ADVERB,
    AUXILIARY,
    CAPITAL,
    CLOSE,
    COLON,
    COMMA,
    COORDINATOR,
    CUE,
    DASH,
    DET,
    MODAL,
    NEGATION,
    NUMBER,
    OBJECT,
    OPEN,
    PAST,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    TIMENOUN,
    VERBAL,
    Tokens,
    cue_verbs,
)

_ARTICLE = re.compile(r"^(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|both|some|any)\s+)+", re.I)
_THIS = frozenset(("this", "last", "next", "earlier"))
_AGO = frozenset(("ago", "earlier", "later"))
_BEFORE_TIME = _THIS | frozenset("a an just only several few one two three four five six late early".split())


def source_left(tokens: Tokens, first: int, last: int) -> Range | None:
    """The noun phrase that ends before a verb group, over an apposition if one stands between: "X, a Y, said"."""
    flags = tokens.flags
    while last > first and flags[last] & TIME and not _is_surname(tokens, last):      # "the mayor on Monday said"
        last -= 1
        if flags[last] & PREPOSITION and last > first:
            last -= 1
    last = _before_time(tokens, first, last)
    if last < first:
        return None
    if not flags[last] & (COMMA | DASH):
        begin = phrase_left(tokens, first, last)
        if begin is not None and begin > first and flags[begin - 1] & PREPOSITION and begin - 2 >= first and (
                flags[begin - 2] & (AUXILIARY | MODAL)):
            return source_left(tokens, first, begin - 3)      # "critics have in particular noted"
        return None if begin is None else _over_relative(tokens, first, begin) or (begin, last)
    return _over_apposition(tokens, first, last)


def _over_relative(tokens: Tokens, first: int, begin: int) -> Range | None:
    """The noun phrase before a relative clause that runs up to the verb: "groups that backed the plan said"."""
    flags, lower = tokens.flags, tokens.lower
    at = begin
    if not _opens_clause(tokens, begin):
        at = begin - 1
        if at <= first or not flags[at] & (VERBAL | PAST | CUE) or flags[at] & (CAPITAL | DET):
            return None
    while at > first and flags[at - 1] & (VERBAL | ADVERB | NEGATION) and begin - at < 4:
        at -= 1
    at -= 1
    if at <= first or lower[at] not in ("who", "that", "which") or flags[at - 1] & (CUE | VERBAL | PAST | ADVERB):
        return None
    return antecedent(tokens, first, at)


def _opens_clause(tokens: Tokens, i: int) -> bool:
    """Whether a phrase begins with a verb in truth: "backed the plan", "owns a shop"."""
    flag, word = tokens.flags[i], tokens.lower[i]
    if flag & (CAPITAL | DET | PRONOUN | NUMBER | QUOTE | TIME) or i + 1 >= len(tokens.lower):
        return False
    return bool(flag & PAST or word.endswith("s")) and bool(
        tokens.flags[i + 1] & (DET | PREPOSITION | OBJECT | NUMBER | CAPITAL))


def _before_time(tokens: Tokens, first: int, last: int) -> int:
    """The last token before a time such as "earlier this week" or, where "earlier" follows, "two days"."""
    flags, lower = tokens.flags, tokens.lower
    if not flags[last] & TIMENOUN or flags[last] & CAPITAL or last == first:
        return last
    said = lower[last - 1] in _THIS or lower[last] in _AGO and flags[last - 1] & TIMENOUN or (
        last + 1 < len(lower) and lower[last + 1] in _AGO)
    while said and last > first and (flags[last] & (TIMENOUN | NUMBER) or lower[last] in _BEFORE_TIME):
        last -= 1
    return last


def _is_surname(tokens: Tokens, i: int) -> bool:
    """Whether the name of a month stands as a family name: after another name."""
    return tokens.lower[i] in ("may", "march", "april", "june", "august") and bool(tokens.flags[i - 1] & CAPITAL) and (
        not tokens.flags[i - 1] & (TIME | PREPOSITION))


def _over_apposition(tokens: Tokens, first: int, last: int) -> Range | None:
    best = None
    comma: int | None = last
    kind = tokens.flags[last] & (COMMA | DASH)
    for _ in range(5):
        comma = _mark_left(tokens, first, comma - 1, kind)
        if comma is None:
            break
        begin = phrase_left(tokens, first, comma - 1)
        if begin is None:
            continue
        opens = begin == first or tokens.flags[begin - 1] & (QUOTE | COORDINATOR | SUBORDINATOR) or (
            tokens.lower[begin - 1] == "that")
        span = (begin, _apposition_end(tokens, comma, last))
        if best is None:
            best = span
            if tokens.flags[begin] & CAPITAL and not tokens.flags[begin] & DET and not _is_place(tokens, begin, comma):
                break
        elif opens and not tokens.flags[begin] & (TIME | PREPOSITION):
            best = span
        if opens:
            break
    return best


def _is_place(tokens: Tokens, begin: int, comma: int) -> bool:
    """Whether the phrase before the comma is only the end of an apposition: "of Paris, Texas,"."""
    return begin > 0 and bool(tokens.flags[begin - 1] & (PREPOSITION | COMMA | NUMBER)) and comma - begin < 3


def _mark_left(tokens: Tokens, first: int, i: int, kind: int) -> int | None:
    depth = 0
    while i > first:
        flag = tokens.flags[i]
        if flag & CLOSE:
            depth += 1
        elif flag & OPEN:
            depth -= 1
        elif flag & kind and depth == 0:
            return i
        elif flag & (STOP | COLON) or flag & QUOTE and not is_short_quote(tokens, i):
            return None
        i -= 1
    return None


def _apposition_end(tokens: Tokens, comma: int, last: int) -> int:
    """The last token of the source: the apposition counts, a relative clause or an aside does not."""
    flag, word = tokens.flags[comma + 1], tokens.lower[comma + 1]
    if flag & (RELATIVE | ADVERB | PREPOSITION | SUBORDINATOR | PAST | AUXILIARY) or word.endswith("ing"):
        return comma - 1
    return last - 1


def antecedent(tokens: Tokens, first: int, at: int) -> Range | None:
    """The noun phrase that the relative pronoun at `at` stands for."""
    last = at - 1 if at > first and not tokens.flags[at - 1] & COMMA else at - 2
    begin = phrase_left(tokens, first, last)
    if begin is None or tokens.flags[last] & RELATIVE:
        return None
    if tokens.lower[at] == "who":
        begin = _somebody(tokens, first, begin, last)
    return begin, last


def _somebody(tokens: Tokens, first: int, begin: int, last: int) -> int:
    """Where the words for a person begin that "who" stands for: the name before an apposition, or the end of a phrase
    that is about a thing ("a priority for voters, who")."""
    flags = tokens.flags
    if begin > first + 1 and flags[begin - 1] & COMMA and flags[begin] & DET and not flags[begin] & CAPITAL:
        name = phrase_left(tokens, first, begin - 2)
        if name is not None and flags[name] & (CAPITAL | DET) == CAPITAL and not _is_place(tokens, name, begin - 1):
            return name
    inner = next((j for j in range(last, begin, -1) if flags[j - 1] & PREPOSITION), None)
    if inner is None or not is_thing(_words(tokens, begin, inner - 2)):
        return begin
    after = phrase_left(tokens, inner, last)
    return begin if after is None else after


def _words(tokens: Tokens, first: int, last: int) -> str:
    return tokens.folded[tokens.start[first]:tokens.end[max(first, last)]]


def clause_subject(tokens: Tokens, first: int, stop: int, *, nearest: bool = False) -> Range | None:
    """The subject of the first, or of the nearest, main verb between `first` and `stop`."""
    flags, lower = tokens.flags, tokens.lower
    for j in range(stop - 1, first, -1) if nearest else range(first + 1, stop):
        flag = flags[j]
        if not (flag & (VERBAL | PAST) or flag & CUE and cue_verbs()[lower[j]].form == "third"):
            continue
        if flag & CAPITAL or flag & CUE and is_noun(tokens, first, j) or nearest and flags[j - 1] & (VERBAL | DET):
            continue
        group = j
        while group > first and flags[group - 1] & (ADVERB | NEGATION):
            group -= 1
        found = source_left(tokens, first, group - 1)
        if found is None or flags[found[0]] & RELATIVE:
            continue
        if nearest and found[0] > first and lower[found[0] - 1] in ("that", "who", "which", "whose", "because", "if"):
            continue
        return found
    return None


@functools.cache
def _types() -> tuple:
    return tuple((rule.label, rule.regex) for rule in lexicon.load("source_types"))


@functools.lru_cache(maxsize=4096)
def source_type(phrase: str) -> str:
    """What kind of source a folded noun phrase names: the first rule of `lexicons/source_types.tsv` that matches,
    else a person for a name of several words, an organisation for one word, unnamed without a capital."""
    if not phrase:
        return "none"
    for label, regex in _types():
        if regex.search(phrase):
            return label
    name = _ARTICLE.sub("", phrase)
    if not name[:1].isupper():
        return "unnamed"
    return "person" if " " in name else "organisation"


def is_thing(phrase: str) -> bool:
    """Whether a folded noun phrase names neither a speaker nor a document: "this expansion", "the talks"."""
    return source_type(phrase) == "unnamed" and not any(
        regex.search(phrase) for label, regex in _types() if label == "unnamed")
