"""Which words are said: where do they begin and end, left and right of a cue?

Read off "that", quotation marks, colons and commas. Not found: words said that go on in later sentences without
quotation marks.
"""

from crosscheck.reading.attribution_phrases import Range, is_noun, is_short_quote
from crosscheck.reading.attribution_tokens import (
    ADVERB,
    AUXILIARY,
    BREAK,
    CAPITAL,
    COLON,
    COMMA,
    COORDINATOR,
    CUE,
    DASH,
    DET,
    FINITE,
    MODAL,
    NUMBER,
    OBJECT,
    PAST,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    TIMENOUN,
    VERBAL,
    Tokens,
    Verb,
    cue_verbs,
)

_MARKS = COMMA | STOP | COLON | DASH | BREAK
_SUBJECTS = frozenset("he she they it we i there you".split())
_QUESTION = frozenset("whether if how why what when where who to about for".split())
_BARE = frozenset(("clause", "quote", "noun", "as", "name"))
_ASIDE = frozenset(("in", "during", "at", "when", "according", "on", "about"))
LOOKAHEAD = 30


def trim(tokens: Tokens, first: int, last: int) -> Range | None:
    """The range without punctuation at either end; None if nothing is left."""
    while first <= last and tokens.flags[first] & _MARKS:
        first += 1
    while last >= first and tokens.flags[last] & _MARKS:
        last -= 1
    return (first, last) if first <= last else None


def has_speech(tokens: Tokens, content: Range | None) -> bool:
    """Whether a range holds a quotation."""
    return content is not None and any(tokens.flags[i] & QUOTE for i in range(content[0], content[1] + 1))


def right_content(tokens: Tokens, i: int, stop: int, verb: Verb) -> Range | None:
    """The words said after a cue that ends before token `i`, in a sentence that ends before `stop`."""
    flags = tokens.flags
    if i >= stop or flags[i] & (STOP | BREAK):
        return None
    if flags[i] & COMMA:
        begin = _after_comma(tokens, i, stop)
    elif tokens.lower[i] in verb.frames:                            # "called for", "warned of", "pointed out"
        begin = i + 1
    elif tokens.lower[i] == "to" and "infin" in verb.frames or flags[i] & (QUOTE | COLON) or tokens.lower[i] == "that":
        begin = i
    elif "object" in verb.frames:
        begin = _after_hearer(tokens, i, stop, verb)
    elif _opens_adjunct(tokens, i):
        begin = _after_adjunct(tokens, i, stop, verb)
    else:
        begin = i if verb.frames & _BARE else None
    if begin is None:
        return None
    return trim(tokens, begin, content_end(tokens, begin, stop))


def _after_comma(tokens: Tokens, i: int, stop: int) -> int | None:
    """The quotation after a comma, over an aside of a word or two: "said, however, "…"."""
    for j in range(i + 1, min(stop, i + 10)):
        if tokens.flags[j] & QUOTE:
            return j if j == i + 1 or tokens.flags[j - 1] & COMMA and not is_short_quote(tokens, j) else None
        if tokens.lower[j] == "that" and tokens.flags[j - 1] & COMMA and j > i + 1:
            return j
        if tokens.flags[j] & (VERBAL | STOP | CUE):
            return None
    return None


def _opens_adjunct(tokens: Tokens, i: int) -> bool:
    flag, word = tokens.flags[i], tokens.lower[i]
    return bool(flag & (PREPOSITION | TIME | ADVERB) and not flag & DET or flag & TIMENOUN
                or word in ("last", "this", "next", "earlier", "late", "early")
                and i + 1 < len(tokens.flags) and tokens.flags[i + 1] & (TIMENOUN | TIME | DET))


def _after_adjunct(tokens: Tokens, i: int, stop: int, verb: Verb) -> int | None:
    """Where the words said begin, past "on Monday", "in a statement": at "that", a mark or a subject."""
    flags, lower = tokens.flags, tokens.lower
    j = i
    while j < stop and (flags[j] & (TIME | ADVERB | TIMENOUN) or lower[j] in ("last", "this", "next", "early")
                        or lower[j] == "on" and j + 1 < stop and flags[j + 1] & TIME
                        or flags[j] & NUMBER and flags[j - 1] & TIME):
        j += 1
    if j < stop and j > i and (not flags[j] & (PREPOSITION | COMMA | STOP) or lower[j] in verb.frames
                               or lower[j] == "to" and "infin" in verb.frames):
        return j
    if not verb.frames & {"clause", "quote"}:
        return None
    for k in range(j, min(stop, j + LOOKAHEAD)):
        flag = flags[k]
        if flag & QUOTE and not (is_short_quote(tokens, k) and k + 1 < stop and flags[k + 1] & (COMMA | STOP)):
            return k
        if flag & COLON or lower[k] == "that" and k + 1 < stop and not flags[k + 1] & (VERBAL | PAST | CUE):
            return k
        if flag & STOP or flag & COMMA and not (k + 1 < stop and flags[k + 1] & (QUOTE | CAPITAL | TIME | NUMBER)):
            return None
        if k > j + 1 and "clause" in verb.frames and lower[k] in _SUBJECTS and (
                not flags[k - 1] & (PREPOSITION | RELATIVE)):
            return k
    return None


def _after_hearer(tokens: Tokens, i: int, stop: int, verb: Verb) -> int | None:
    """Where the words said begin after the hearer: "told reporters", "asked the court"."""
    flags, lower = tokens.flags, tokens.lower
    for k in range(i, min(stop, i + LOOKAHEAD)):
        flag, word = flags[k], lower[k]
        if flag & (QUOTE | COLON) or word == "that" and not (k + 1 < stop and flags[k + 1] & VERBAL):
            if flag & QUOTE and is_short_quote(tokens, k) and k + 1 < stop and not flags[k + 1] & (STOP | COMMA):
                continue
            return k
        if flag & STOP:
            return None
        if flag & COMMA and not (k + 1 < stop and flags[k + 1] & QUOTE):
            return None
        if k > i and word in _SUBJECTS and not flags[k - 1] & (PREPOSITION | RELATIVE):
            return k
        if word in _QUESTION and (k > i or word in ("whether", "if", "about", "for", "how", "why", "what")):
            if word == "to" and k == i or word in ("about", "for") and verb.lemma not in ("ask", "urge", "order"):
                continue
            return i if word == "to" and "infin" in verb.frames else k
        if k > i and flag & (DET | CAPITAL) and _hearer_ends(tokens, i, k):
            return k
    return None


def _hearer_ends(tokens: Tokens, i: int, k: int) -> bool:
    before = tokens.flags[k - 1]
    if before & (PREPOSITION | DET | COMMA | COORDINATOR):
        return False
    if tokens.flags[k] & DET:
        return True
    return not before & CAPITAL and k - 1 >= i and not tokens.flags[i] & DET or bool(before & OBJECT)


def to_comma(tokens: Tokens, content: Range | None) -> Range | None:
    """The part of `content` before its first comma outside quotations."""
    if content is None:
        return None
    for j in range(content[0] + 1, content[1]):
        if tokens.flags[j] & COMMA:
            return trim(tokens, content[0], j - 1)
    return content


def content_end(tokens: Tokens, begin: int, stop: int) -> int:
    """The last token of words said that begin at `begin`: before the next attribution of the sentence."""
    flags, lower = tokens.flags, tokens.lower
    if begin >= stop:
        return stop - 1
    at = begin
    while at < stop - 1 and flags[at] & (COLON | BREAK):
        at += 1
    if flags[at] & QUOTE and not is_short_quote(tokens, at) and at + 1 < stop:
        return _after_quote(tokens, at, stop)
    for j in range(begin + 1, stop):
        flag = flags[j]
        if flag & COMMA and j + 1 < stop:
            if _cuts_after_comma(tokens, j + 1, stop):
                return j - 1
        elif lower[j] == "according" or flag & COLON and not (j + 1 < stop and flags[j + 1] & QUOTE) or (
                flag & COORDINATOR and j + 1 < stop and _verb_follows(tokens, j + 1, stop)):
            return j - 1
    return stop - 1


def _after_quote(tokens: Tokens, at: int, stop: int) -> int:
    """The end of words said that begin with a quotation: other quotations joined to it count, an aside does not."""
    flags = tokens.flags
    end = at
    for j in range(at + 1, stop):
        flag = flags[j]
        if flag & QUOTE:
            end = j
        elif flag & (STOP | DASH | COLON | SUBORDINATOR) or flag & COMMA and end < j - 3 or _is_cue(tokens, j) or (
                end == j - 1 and tokens.lower[j] in _ASIDE):
            break
        elif flag & (VERBAL | PREPOSITION) and end == j - 1:
            return content_end(tokens, j, stop)
    return end


def _is_cue(tokens: Tokens, j: int) -> bool:
    return bool(tokens.flags[j] & CUE) and not is_noun(tokens, 0, j)


def _verb_follows(tokens: Tokens, j: int, stop: int) -> bool:
    """Whether a cue verb of the same subject stands at `j`: "… and said", "… and later warned"."""
    while j < stop and tokens.flags[j] & (ADVERB | AUXILIARY):
        j += 1
    if j >= stop or not _is_cue(tokens, j):
        return False
    verb = cue_verbs()[tokens.lower[j]]
    return "quote" in verb.frames and verb.form in ("past", "third", "ing") and tokens.lower[j] not in ("reported",)


def _cuts_after_comma(tokens: Tokens, j: int, stop: int) -> bool:
    flags, lower = tokens.flags, tokens.lower
    word = lower[j]
    if word == "according":
        return True
    if flags[j] & CUE:
        verb = cue_verbs()[word]
        return verb.form == "ing" and bool(verb.frames & {"clause", "quote", "as", "name", "noun"}) or (
            "quote" in verb.frames and verb.form == "past" and j + 1 < stop and bool(flags[j + 1] & (CAPITAL | DET)))
    if word in ("but", "and", "while", "though", "although", "as", "which"):
        if _verb_follows(tokens, j + 1, stop):
            return True
        if word == "but" and j + 1 < stop and (flags[j + 1] & CAPITAL or lower[j + 1] in ("he", "she", "they")):
            return True
        if word == "and" and j + 1 < stop and lower[j + 1] in ("he", "she", "they"):
            return True
        return word in ("but", "and", "while", "as") and _statement_follows(tokens, j + 1, stop)
    return False


def _statement_follows(tokens: Tokens, j: int, stop: int) -> bool:
    """Whether a new subject with a cue verb begins at `j`: "…, but officials said"."""
    for k in range(j, min(j + 9, stop)):
        flag = tokens.flags[k]
        if flag & (COMMA | STOP | QUOTE | COLON | SUBORDINATOR) or tokens.lower[k] == "that":
            return False
        if k > j and _is_cue(tokens, k):
            verb = cue_verbs()[tokens.lower[k]]
            return bool(verb.frames & {"clause", "quote"}) and verb.form in ("past", "third")
        if flag & FINITE or flag & (MODAL | AUXILIARY) and not (k + 1 < stop and tokens.flags[k + 1] & (CUE | ADVERB)):
            return False
    return False
