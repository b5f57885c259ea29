"""Who is named as the source, left or right of a cue, and what kind of source is it?

Noun phrases are walked outward from the cue until a word that cannot belong to them. Not found: the antecedent of a
pronoun, and a source that stands in another sentence.
"""

import functools
import re

from crosscheck import lexicon
from crosscheck.reading.attribution_tokens import (
    ADVERB,
    AUXILIARY,
    BREAK,
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

REACH = 45
NOUNABLE = frozenset("""report reports claim claims state states plan plans hope hopes fear fears estimate estimates
 forecast forecasts request requests order orders question questions post posts note notes comment comments attack
 attacks support promise promises demand demands answer answers call calls email emails text texts blog blogs tweet
 tweets show shows read challenge challenges cheer favor respect doubt view echo thank worry worries reason reasons
 offer offers aim aims release releases cover look finding findings feeling saying meaning blame concern
 polling writing reporting planning reading warning ruling opening label project""".split())
_WALL = VERBAL | NEGATION | SUBORDINATOR | STOP | COLON | BREAK | DASH | OPEN | COMMA
_LEAD = ADVERB | COORDINATOR | SUBORDINATOR | COMMA
_ARTICLE = re.compile(r"^(?:(?:the|a|an|this|that|these|those|his|her|its|their|our|both|some|any)\s+)+", re.I)
_SELF = frozenset(("himself", "herself", "itself", "themselves"))
Range = tuple[int, int]


def phrase_left(tokens: Tokens, first: int, last: int) -> int | None:
    """Where the noun phrase begins that ends with token `last`; None if none does."""
    flags, lower = tokens.flags, tokens.lower
    if last < first:
        return None
    flag = flags[last]
    if flag & PRONOUN and not flag & DET or lower[last] in ("who", "which", "that"):
        return last
    if lower[last] in _SELF:
        return phrase_left(tokens, first, last - 1)
    if flag & (_WALL | QUOTE | PREPOSITION | OBJECT | ADVERB) and not flag & (CAPITAL | PAST | DET | CLOSE):
        return None
    begin = last + 1
    i = last
    while i >= first and last - i < REACH:
        flag = flags[i]
        if flag & CLOSE:
            opening = _bracket(tokens, first, i)
            if opening is None:
                break
            begin, i = opening, opening - 1
            continue
        if _bounds_phrase(tokens, first, i, last):
            break
        begin = i
        i -= 1
    return _without_lead(tokens, begin, last)


def _bounds_phrase(tokens: Tokens, first: int, i: int, last: int) -> bool:
    """Whether token `i` cannot belong to a noun phrase that goes on to its right."""
    flags, word = tokens.flags, tokens.lower[i]
    flag = flags[i]
    if word == "as" or word == "to" and i > first and tokens.lower[i - 1] == "according":
        return True
    if flag & _WALL and not (flag & NEGATION and i == first):
        return True
    if flag & QUOTE:
        return not is_short_quote(tokens, i)
    if flag & RELATIVE and (i < last or word != "that") or flag & PRONOUN and not flag & DET:
        return True
    if flag & OBJECT and i < last and not flag & DET:
        return True
    if flag & CUE and not is_noun(tokens, first, i):
        return True
    if flag & PAST and not flag & CUE and i < last and flags[i + 1] & (DET | PRONOUN | CAPITAL | OBJECT) and (
            i == first or not flags[i - 1] & DET) and not flags[i + 1] & TIME:
        return True
    return bool(flag & COORDINATOR and (word in ("but", "yet") or i in (first, last)
                                        or flags[i - 1] & (COMMA | QUOTE | STOP | DASH)))


def _bracket(tokens: Tokens, first: int, i: int) -> int | None:
    for j in range(i - 1, max(first, i - 12) - 1, -1):
        if tokens.flags[j] & OPEN:
            return j
    return None


def is_short_quote(tokens: Tokens, i: int) -> bool:
    """Whether a quotation is a term or a title rather than speech: up to four words, no closing punctuation."""
    quotation = tokens.quote[i]
    inner = tokens.folded[quotation.inner_start:quotation.inner_end]
    return inner.count(" ") < 4 and inner[-1:] not in (",", ".", "?", "!")


def is_noun(tokens: Tokens, first: int, i: int) -> bool:
    """Whether a form of a cue verb stands as a noun, a name or an adjective here."""
    flags, word = tokens.flags, tokens.lower[i]
    if word in NOUNABLE or flags[i] & CAPITAL and i > first:
        return True
    if i == first:
        return False
    before = flags[i - 1]
    if before & DET and not before & PRONOUN:
        return True
    if not flags[i] & PAST or i + 1 == len(flags):
        return False
    return tokens.lower[i + 1] == "by" or tokens.lower[i + 1] in ("in", "on", "at") and (
        word in cue_verbs() and "quote" not in cue_verbs()[word].frames)


def _without_lead(tokens: Tokens, begin: int, last: int) -> int | None:
    """`begin` moved past adverbs, conjunctions and a time or place phrase in front of the noun phrase."""
    flags = tokens.flags
    while begin <= last and flags[begin] & _LEAD and not flags[begin] & DET:
        begin += 1
    while begin <= last and flags[begin] & TIME and begin < last:
        begin += 1
    if begin <= last and flags[begin] & PREPOSITION:
        i = begin + 1
        while i <= last and not flags[i] & (TIME | NUMBER | TIMENOUN):
            i += 1
        if i < last:
            return _without_lead(tokens, i + 1, last)
        i = last
        while i > begin and flags[i - 1] & CAPITAL and not flags[i - 1] & PREPOSITION:
            i -= 1
        i -= bool(i > begin + 1 and flags[i - 1] & DET)
        begin = i if i > begin + 1 else begin + 1
    if begin > last or flags[last] & DET and tokens.lower[last] in ("the", "a", "an", "no", "every", "its", "our", "my",
                                                                    "your", "their"):
        return None
    return begin


def source_left(tokens: Tokens, first: int, last: int) -> Range | None:
    """The noun phrase that ends before a verb group, over an apposition if one stands between: "X, a Y, said"."""
    flags = tokens.flags
    while last > first and flags[last] & TIME and not _is_surname(tokens, last):      # "the mayor on Monday said"
        last -= 1
        if flags[last] & PREPOSITION and last > first:
            last -= 1
    if last < first:
        return None
    if not flags[last] & (COMMA | DASH):
        begin = phrase_left(tokens, first, last)
        if begin is not None and begin > first and flags[begin - 1] & PREPOSITION and begin - 2 >= first and (
                flags[begin - 2] & (AUXILIARY | MODAL)):
            return source_left(tokens, first, begin - 3)      # "critics have in particular noted"
        return None if begin is None else (begin, last)
    return _over_apposition(tokens, first, last)


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
    return None if begin is None or tokens.flags[last] & RELATIVE else (begin, last)


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


def phrase_right(tokens: Tokens, first: int, stop: int) -> Range | None:
    """The noun phrase from token `first`, with its appositions, before token `stop`."""
    flags, lower = tokens.flags, tokens.lower
    if first >= stop:
        return None
    flag = flags[first]
    if flag & (COMMA | STOP | COLON | AUXILIARY | MODAL | BREAK | COORDINATOR | SUBORDINATOR | TIME | OPEN) or (
            flag & PREPOSITION and not flag & CAPITAL) or lower[first] in ("that", "what"):
        return None
    if flag & QUOTE and not is_short_quote(tokens, first):
        return None
    if flag & PRONOUN and not flag & DET:
        return first, first
    i = first
    while i < stop and i - first < REACH and not _ends_right(tokens, first, i, stop):
        i += 1
    last = i - 1
    while last > first and flags[last] & (COMMA | PREPOSITION | ADVERB | COORDINATOR | OPEN | NEGATION):
        last -= 1
    return (first, last) if last >= first else None


def _ends_right(tokens: Tokens, first: int, i: int, stop: int) -> bool:
    flag, word = tokens.flags[i], tokens.lower[i]
    if flag & QUOTE:
        return not (is_short_quote(tokens, i) and i + 1 < stop)
    if flag & (VERBAL | STOP | COLON | BREAK | SUBORDINATOR) or i > first and flag & RELATIVE:
        return True
    if flag & DASH:
        return True
    if i > first and (flag & CUE and not is_noun(tokens, first, i) or flag & TIME
                      or flag & (PRONOUN | OBJECT) and not flag & DET):
        return True
    if flag & COMMA:
        return not _apposition_follows(tokens, i, stop)
    return word == "but" or i > first and bool(flag & PREPOSITION) and _adjunct(tokens, i, stop)


def _apposition_follows(tokens: Tokens, comma: int, stop: int) -> bool:
    i = comma + 1
    if i >= stop:
        return False
    flag, word = tokens.flags[i], tokens.lower[i]
    if flag & (QUOTE | RELATIVE | PRONOUN | SUBORDINATOR | VERBAL | PREPOSITION | TIME | ADVERB | COORDINATOR):
        return word in ("and", "a", "an", "the", "one", "his", "her", "their", "its") and not flag & QUOTE
    return not (word.endswith("ing") or flag & CUE)


def _adjunct(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the preposition at `i` opens a phrase that says when, where or to whom, not who."""
    word = tokens.lower[i]
    if word in ("of", "for") or i + 1 >= stop:
        return i + 1 >= stop
    if tokens.flags[i + 1] & (TIME | NUMBER) or word in ("after", "before", "during", "about", "to", "as", "by"):
        return True
    return word in ("in", "on", "at", "over") and bool(tokens.flags[i + 1] & DET)


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
