"""Who is named as the source, left or right of a cue, and what kind of source is it?

Noun phrases are walked outward from the cue until a word that cannot belong to them. Not found: the antecedent of a
pronoun, and a source that stands in another sentence.
"""

import functools

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
    FINITE,
    MODAL,
    NEGATION,
    NUMBER,
    OPEN,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    TIMENOUN,
    Tokens,
    cue_verbs,
)

REACH = 45
NOUNABLE = frozenset("""report reports claim claims state states plan plans hope hopes fear fears estimate estimates
 forecast forecasts request requests order orders question questions post posts note notes comment comments attack
 attacks support promise promises demand demands answer answers call calls email emails text texts blog blogs tweet
 tweets findings show shows read challenge challenges cheer crack favor respect doubt view echo thank accused
 supported proposed described say uproar polling reporting concern thinking meaning feeling saying finding""".split())
_WALL = AUXILIARY | MODAL | NEGATION | SUBORDINATOR | FINITE | STOP | COLON | BREAK | DASH | OPEN


def phrase_left(tokens: Tokens, first: int, last: int) -> int | None:
    """Where the noun phrase begins that ends with token `last`; None if none does."""
    flags, lower = tokens.flags, tokens.lower
    if last < first or flags[last] & (_WALL | COMMA | QUOTE | PREPOSITION) and not flags[last] & CAPITAL:
        return None
    if flags[last] & PRONOUN and not flags[last] & DET or lower[last] in ("who", "which"):
        return last
    begin = last + 1
    i = last
    while i >= first and last - i < REACH:
        flag = flags[i]
        if flag & CLOSE:
            i = _bracket(tokens, first, i)
            if i is None:
                break
            begin = i
            i -= 1
            continue
        if flag & (_WALL | COMMA) or flag & QUOTE and not _is_short_quote(tokens, i):
            break
        if lower[i] == "that" and i < last or flag & RELATIVE or flag & PRONOUN and not flag & DET and i < last:
            break
        if flag & CUE and not _is_noun(tokens, first, i):
            break
        if flag & COORDINATOR and (lower[i] in ("but", "or", "yet") and i > first and flags[i - 1] & COMMA or i == first
                                   or flags[i - 1] & (COMMA | QUOTE | STOP) or lower[i] == "but"):
            break
        if flag & TIME and i == last:
            break
        begin = i
        i -= 1
    return _without_lead(tokens, begin, last)


def _bracket(tokens: Tokens, first: int, i: int) -> int | None:
    for j in range(i - 1, max(first, i - 12) - 1, -1):
        if tokens.flags[j] & OPEN:
            return j
    return None


def _is_short_quote(tokens: Tokens, i: int) -> bool:
    quotation = tokens.quote[i]
    inner = tokens.folded[quotation.inner_start:quotation.inner_end]
    return inner.count(" ") < 4 and inner[-1:] not in (",", ".", "?", "!")


def _is_noun(tokens: Tokens, first: int, i: int) -> bool:
    """Whether a form of a cue verb stands as a noun or adjective here."""
    if tokens.lower[i] in NOUNABLE or tokens.flags[i] & CAPITAL and i > first:
        return True
    if i == first:
        return False
    before = tokens.flags[i - 1]
    return bool(before & DET) and cue_verbs()[tokens.lower[i]].form in ("base", "past", "ing")


def _without_lead(tokens: Tokens, begin: int, last: int) -> int | None:
    """`begin` moved past adverbs, conjunctions and a time or place phrase in front of the noun phrase."""
    flags = tokens.flags
    while begin <= last and flags[begin] & (ADVERB | COORDINATOR | SUBORDINATOR | COMMA) and not flags[begin] & DET:
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
        begin = i if i > begin + 1 else begin + 1
    return begin if begin <= last else None


def source_left(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a verb group, over an apposition if one stands between: "X, a Y, said"."""
    if last < first:
        return None
    if not tokens.flags[last] & COMMA:
        begin = phrase_left(tokens, first, last)
        return None if begin is None else (begin, last)
    best = None
    comma = last
    for _ in range(4):
        comma = _comma_left(tokens, first, comma - 1)
        if comma is None:
            break
        begin = phrase_left(tokens, first, comma - 1)
        if begin is None:
            continue
        span = (begin, _apposition_end(tokens, comma, last))
        if best is None:
            best = span
            if tokens.flags[begin] & CAPITAL and tokens.lower[begin] not in ("a", "an", "the"):
                if begin == first or not tokens.flags[begin - 1] & COMMA:
                    break
        elif begin == first or tokens.flags[begin - 1] & (QUOTE | COORDINATOR | SUBORDINATOR):
            if not tokens.flags[begin] & (TIME | PREPOSITION):
                best = span
            break
    return best


def _comma_left(tokens: Tokens, first: int, i: int) -> int | None:
    while i > first:
        flag = tokens.flags[i]
        if flag & COMMA:
            return i
        if flag & (QUOTE | STOP | COLON) and not (flag & QUOTE and _is_short_quote(tokens, i)):
            return None
        i -= 1
    return None


def _apposition_end(tokens: Tokens, comma: int, last: int) -> int:
    """The last token of the source: the apposition counts, a relative clause or an aside does not."""
    flag = tokens.flags[comma + 1]
    if flag & (RELATIVE | ADVERB | PREPOSITION | SUBORDINATOR) or tokens.lower[comma + 1].endswith("ing"):
        return comma - 1
    return last - 1


def phrase_right(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase from token `first`, with its appositions, before token `stop`."""
    flags, lower = tokens.flags, tokens.lower
    i = first
    if i >= stop or flags[i] & (COMMA | STOP | COLON | AUXILIARY | MODAL | BREAK | COORDINATOR | SUBORDINATOR):
        return None
    if flags[i] & PREPOSITION and not flags[i] & CAPITAL or flags[i] & QUOTE or lower[i] == "that" or flags[i] & TIME:
        return None
    if flags[i] & PRONOUN and not flags[i] & DET:
        return i, i
    while i < stop and i - first < REACH:
        flag = flags[i]
        if flag & (AUXILIARY | MODAL | FINITE | STOP | COLON | BREAK | DASH | QUOTE | SUBORDINATOR | RELATIVE) or (
                lower[i] == "that" and i > first):
            if flag & QUOTE and _is_short_quote(tokens, i) and i + 1 < stop:
                i += 1
                continue
            break
        if flag & CUE and i > first and not _is_noun(tokens, first, i):
            break
        if flag & (TIME | PRONOUN) and not flag & DET and i > first:
            break
        if flag & COMMA and not _apposition_follows(tokens, i, stop):
            break
        if flag & PREPOSITION and i > first and _adjunct(tokens, i, stop):
            break
        if lower[i] == "but":
            break
        i += 1
    last = i - 1
    while last >= first and flags[last] & (COMMA | PREPOSITION | ADVERB | COORDINATOR | OPEN | NEGATION):
        last -= 1
    return (first, last) if last >= first else None


def _apposition_follows(tokens: Tokens, comma: int, stop: int) -> bool:
    i = comma + 1
    if i >= stop:
        return False
    flag, word = tokens.flags[i], tokens.lower[i]
    if flag & (QUOTE | RELATIVE | PRONOUN | SUBORDINATOR | AUXILIARY | MODAL | PREPOSITION | TIME | ADVERB | COORDINATOR):
        return word in ("and", "a", "an", "the", "one", "his", "her", "their", "its") and not flag & QUOTE
    return not (word.endswith("ing") or flag & CUE)


def _adjunct(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether the preposition at `i` opens a phrase that says when or where, not who."""
    if tokens.lower[i] in ("of", "for"):
        return False
    j = i + 1
    if j >= stop:
        return True
    if tokens.flags[j] & (TIME | NUMBER):
        return True
    if tokens.lower[i] in ("in", "during", "on", "at", "after", "before", "about", "to", "as", "by", "over"):
        return bool(tokens.flags[j] & DET) or tokens.lower[i] in ("after", "before", "during", "about", "to", "as", "by")
    return False


@functools.cache
def _types() -> tuple:
    return tuple((rule.label, rule.regex) for rule in lexicon.load("source_types"))


def source_type(text: str) -> str:
    """What kind of source a folded noun phrase names: the first rule of `lexicons/source_types.tsv` that matches."""
    if not text:
        return "none"
    for label, regex in _types():
        if regex.search(text):
            return label
    return "person" if text[:1].isupper() and " " in text else "organisation" if text[:1].isupper() else "unnamed"
