"""Where does a noun phrase begin that ends at one token, and where does one end that begins at it?

Noun phrases are walked outward until a word that cannot belong to them; appositions and phrases with "of" or "for"
count. Not found: phrases that hold a verb form which no lexicon knows.
"""

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
    if word in NOUNABLE or flags[i] & CAPITAL and i > first or word == "think" and (
            tokens.lower[i + 1:i + 2] in (["tank"], ["tanks"])):
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
    if word == "by" and tokens.flags[i - 1] & PAST and tokens.lower[max(0, first - 2)] == "according":
        return False                                           # "according to figures collected by the ministry"
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
