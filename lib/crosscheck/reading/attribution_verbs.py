"""What stands around a cue verb: who is its source, and which words are said?

Normal and inverted order, participles, infinitives, passives, verbs joined by "and", "as X said". What the sentence
does not bear out (a noun, an adjective, a verb without words said) is dropped. Not found: a passive with its agent
("was described by X as").
"""

from crosscheck.reading.attribution_checks import PLURAL, Found, checked, words_of
from crosscheck.reading.attribution_contents import content_end, has_speech, right_content, to_comma, trim
from crosscheck.reading.attribution_phrases import Range, is_noun, is_short_quote, phrase_right
from crosscheck.reading.attribution_sources import clause_subject, is_thing, source_left
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
    OBJECT,
    PAST,
    PREPOSITION,
    PRONOUN,
    PUNCTUATION,
    QUOTE,
    RELATIVE,
    STOP,
    TIME,
    TIMENOUN,
    VERBAL,
    Tokens,
    Verb,
)

_BE = frozenset("is are was were be been being 's 're am".split())
_SAME_FORM = frozenset("read put bet forecast".split())
SPEECH_NOUNS = frozenset("""statement letter email tweet message post release memo note article report clarification
 apology reporting filing complaint lawsuit remark speech sign headline text document order ruling""".split())
PEOPLE = frozenset("source official people person insider witness analyst expert critic spokesman spokeswoman".split())
_AUXILIARY_LIKE = frozenset(("having", "being", "needs"))
_SPEECH = frozenset(("clause", "quote"))


def read_verb(tokens: Tokens, first: int, stop: int, i: int, verb: Verb, before: list[Found]) -> Found | None:
    """The attribution that the cue verb at token `i` makes, or None; `before` are those found left of it."""
    lower = tokens.lower
    if "it" in verb.frames and (i + 1 >= stop or lower[i + 1] != "it"):
        return None
    group = verb_group(tokens, first, i)
    auxiliaries = lower[group:i]
    i += "it" in verb.frames                                    # "put it"
    if verb.form == "ing" and not any(word in _BE for word in auxiliaries):
        return _participle(tokens, first, stop, i, verb, before)
    if group > first and lower[group - 1] == "to" and verb.form == "base":
        return _infinitive(tokens, first, stop, i, group, verb)
    if verb.form == "past" and any(word in _BE for word in auxiliaries):
        return _passive(tokens, stop, i, group, verb)
    if group == i and verb.form == "past" and verb.lemma == "ask" and (
            group == first or lower[i - 1] in ("when", "if", "though", "also")):
        content = to_comma(tokens, trim(tokens, i + 1, stop - 1))
        return Found("ask-leading", None, (i, i), (content,)) if content else None
    inverted = _inverted(tokens, first, stop, i, group, verb)
    if inverted:
        parts = (_left_content(tokens, first, group - 1, before), _trailing(tokens, inverted[1] + 1, stop))
        content = tuple(part for part in parts if part)
        return checked(tokens, Found(f"{verb.lemma}-inverted", inverted, (group, i), content), verb)
    if i == group and _is_no_verb(tokens, first, stop, i, verb):
        return None
    source = _subject(tokens, first, group, before)
    if source is None or i == group and not _agrees(tokens, source, verb):
        return None
    if tokens.lower[source[0]] == "that" and source[0] == source[1] and _is_conjunction(tokens, source[0]):
        return None
    return _with_content(tokens, first, stop, i, (group, i), source, verb, before)


def _is_no_verb(tokens: Tokens, first: int, stop: int, i: int, verb: Verb) -> bool:
    """Whether a word without an auxiliary is a participle before its noun, or itself a noun."""
    flags, lower = tokens.flags, tokens.lower
    if verb.form == "past":
        return i > first and (bool(flags[i - 1] & DET) and not flags[i - 1] & (PRONOUN | RELATIVE)
                              or _is_owned(tokens, i, stop))
    if i > first and verb.form in ("base", "third") and (
            lower[i - 1].endswith(("'s", "s'")) or i + 1 < stop and flags[i + 1] & (PAST | VERBAL) and (
                lower[i + 1] not in _AUXILIARY_LIKE)):
        return True
    return is_noun(tokens, first, i) and not (
        flags[i - 1] & (PRONOUN | QUOTE | RELATIVE) or flags[i - 1] & CAPITAL and verb.form == "third") and (
            not _bears(tokens, first, stop, i, verb))


def _is_conjunction(tokens: Tokens, i: int) -> bool:
    """Whether "that" opens what is said rather than standing for somebody: "warned that talk of …"."""
    return i > 0 and bool(tokens.flags[i - 1] & (CUE | VERBAL)) and not is_noun(tokens, 0, i - 1)


def _is_owned(tokens: Tokens, i: int, stop: int) -> bool:
    """Whether a past form stands between a possessive or a number and its noun: "the mayor's repeated visits"."""
    before = tokens.lower[i - 1].endswith(("'s", "s'")) or bool(tokens.flags[i - 1] & NUMBER)
    return before and i + 1 < stop and not (
        tokens.flags[i + 1] & (DET | PRONOUN | QUOTE | RELATIVE | PUNCTUATION | PREPOSITION))


def verb_group(tokens: Tokens, first: int, i: int) -> int:
    """Where the verb group begins: "has also said", "did not deny"."""
    group = i
    while group > first and tokens.flags[group - 1] & (AUXILIARY | MODAL | NEGATION | ADVERB):
        if tokens.flags[group - 1] & CAPITAL and not tokens.flags[group - 1] & (AUXILIARY | MODAL):
            break
        group -= 1
    return group


def _bears(tokens: Tokens, first: int, stop: int, i: int, verb: Verb) -> bool:
    """Whether a form that can be a noun is followed by what only a verb takes."""
    if i + 1 >= stop or i == first or tokens.flags[i - 1] & (DET | PREPOSITION):
        return False
    following, word = tokens.flags[i + 1], tokens.lower[i + 1]
    if tokens.lower[i - 1].endswith(("'s", "s'")):
        return False
    if following & (QUOTE | COLON):
        return True
    if following & (AUXILIARY | MODAL | FINITE | STOP | COMMA | COORDINATOR | CUE | BREAK) and word != "that":
        return False
    if following & PREPOSITION and word not in verb.frames and not (word == "to" and "infin" in verb.frames):
        return False
    return verb.form == "third" or bool(following & (DET | PRONOUN)) or word == "that"


def _agrees(tokens: Tokens, source: Range, verb: Verb) -> bool:
    """Whether number fits: "officials say", "the report says"; a noun in the way fails."""
    if verb.form not in ("base", "third") or verb.lemma in _SAME_FORM:
        return True
    word, flag = tokens.lower[source[1]], tokens.flags[source[1]]
    if flag & (NUMBER | CLOSE) or word in ("%", "percent"):
        return True
    plural = word in PLURAL or word.endswith("s") and not word.endswith(("ss", "us", "is")) or any(
        tokens.flags[j] & COORDINATOR
        or tokens.lower[j].endswith("s") and tokens.flags[j + 1] & (PREPOSITION | RELATIVE | PAST | CUE)
        for j in range(source[0], source[1]))
    if verb.form == "base":
        return plural
    return not plural or bool(flag & CAPITAL) or word in ("who", "which", "that", "it") or any(
        tokens.flags[j] & PREPOSITION for j in range(*source))


def _subject(tokens: Tokens, first: int, group: int, before: list[Found]) -> Range | None:
    """The source left of the verb; that of the clause before, if the verb is joined to it by "and"."""
    at = group - 1
    if at > first and tokens.flags[at] & COORDINATOR:
        main = [one for one in before if one.source and not any(
            a <= one.cue[0] <= b for other in before if other is not one for a, b in other.content)]
        return main[-1].source if main else clause_subject(tokens, first, at)
    return source_left(tokens, first, at)


def _inverted(tokens: Tokens, first: int, stop: int, i: int, group: int, verb: Verb) -> Range | None:
    """The source after its verb, as in '"…," said X', or None."""
    if group == first or group != i or "quote" not in verb.frames or verb.form in ("base", "ing"):
        return None
    before = tokens.flags[group - 1]
    if not before & (COMMA | QUOTE | DASH) or "object" in verb.frames and not before & QUOTE:
        return None
    if before & COMMA and _follows_quote(tokens, source_left(tokens, first, group - 1)):
        return None
    source = phrase_right(tokens, i + 1, stop)
    if source is None or before & QUOTE and is_short_quote(tokens, group - 1) and source[1] + 1 < stop and (
            tokens.flags[source[1] + 1] & (AUXILIARY | MODAL | FINITE)):
        return None
    after = source[1] + 1
    if after < stop and tokens.flags[source[0]] & PRONOUN and tokens.flags[after] & (AUXILIARY | MODAL | FINITE | PAST):
        return None
    if before & QUOTE and not is_short_quote(tokens, group - 1):
        return source
    if after < stop and not tokens.flags[after] & (COMMA | STOP | PREPOSITION | TIME | QUOTE | RELATIVE | BREAK):
        return None
    if tokens.flags[source[0]] & (PRONOUN | OBJECT) and not before & QUOTE:
        return None
    left = None if before & QUOTE else source_left(tokens, first, group - 1)
    resumes = after + 1 < stop and tokens.flags[after] & COMMA and (
        tokens.flags[after + 1] & (AUXILIARY | MODAL | FINITE))
    if left and not resumes and (_clause_is_short(tokens, first, group) or left[0] == first):
        return None
    return source


def _follows_quote(tokens: Tokens, source: Range | None) -> bool:
    """Whether a noun phrase stands right after quoted speech: '"…," X, a Y, said'."""
    return source is not None and source[0] > 0 and bool(tokens.flags[source[0] - 1] & QUOTE) and (
        not is_short_quote(tokens, source[0] - 1))


def _trailing(tokens: Tokens, i: int, stop: int) -> Range | None:
    """The rest of a quotation or statement after an inverted source: '"…," said X, "…"'; 'The plan, says X, is …'."""
    for j in range(i, stop):
        if tokens.flags[j] & QUOTE and tokens.flags[j - 1] & (COMMA | DASH | STOP) and not is_short_quote(tokens, j):
            return (j, j)
        if tokens.flags[j] & CUE and not is_noun(tokens, i, j):
            return None
    if i < stop - 1 and tokens.flags[i] & COMMA and tokens.flags[i + 1] & (AUXILIARY | MODAL | FINITE):
        return trim(tokens, i + 1, content_end(tokens, i + 1, stop))
    return None


def _clause_is_short(tokens: Tokens, first: int, group: int) -> bool:
    """Whether nothing finite stands before the cue: "X, a Y, said Monday", not an inversion."""
    return not any(tokens.flags[j] & (AUXILIARY | MODAL | FINITE | PAST | QUOTE | CUE) for j in range(first, group))


def _left_content(tokens: Tokens, first: int, last: int, before: list[Found]) -> Range | None:
    """The words said before a source or an inverted verb: from the sentence's start, or after an attribution that
    has its own words before it."""
    begin = first
    for one in before:
        if one.content and one.content[0][0] < one.cue[0]:
            begin = max([begin] + [b + 1 for _, b in (one.cue, one.source or one.cue) if b < last])
    return trim(tokens, begin, last)


def _participle(tokens: Tokens, first: int, stop: int, i: int, verb: Verb, before: list[Found]) -> Found | None:
    """"…, adding that …": the source is that of the sentence."""
    flag = tokens.flags[i - 1] if i > first else COMMA
    joined = bool(flag & COORDINATOR and before and before[-1].rule.endswith("participle"))
    if not (flag & (COMMA | DASH | QUOTE) or joined or tokens.lower[i - 1] in ("by", "while", "after", "before", "in")):
        return _reduced(tokens, first, stop, i, verb)
    near = [one for one in before if one.source and (one.content and one.content[0][0] < one.cue[0] or joined)]
    content = right_content(tokens, i + 1, stop, verb)
    if content is None:
        return None
    source = near[-1].source if near else clause_subject(tokens, first, i, nearest=True)
    if not near and source and verb.frames & _SPEECH and is_thing(words_of(tokens, source)):
        source = next((one.source for one in before if one.source and any(
            a <= source[0] <= b for a, b in one.content)), source)
    if source is None and i <= first + 1:
        content = to_comma(tokens, content)
        comma = next((j for j in range(content[1], stop) if tokens.flags[j] & COMMA), None)
        source = clause_subject(tokens, comma + 1, stop) if comma else None
    return checked(tokens, Found(f"{verb.lemma}-participle", source, (i, i), (content,)), verb)


def _reduced(tokens: Tokens, first: int, stop: int, i: int, verb: Verb) -> Found | None:
    """"issued a statement saying", "sources saying": a noun of speech or of people right before the participle."""
    if not verb.frames & _SPEECH or i == first:
        return None
    at = i - 1
    while at > first + 1 and i - at < 5 and tokens.flags[at] & (TIME | TIMENOUN | PREPOSITION):
        at -= 1
    noun = tokens.lower[at].removesuffix("s")
    if noun not in SPEECH_NOUNS and noun not in PEOPLE:
        return None
    source = (clause_subject(tokens, first, i) if noun in SPEECH_NOUNS else None) or source_left(tokens, first, at)
    content = right_content(tokens, i + 1, stop, verb)
    return Found(f"{verb.lemma}-reduced", source, (i, i), (content,)) if content and source else None


def _infinitive(tokens: Tokens, first: int, stop: int, i: int, group: int, verb: Verb) -> Found | None:
    """"went on to say", "declined to say": the source is the subject of the verb before."""
    if not verb.frames & _SPEECH or group - 2 < first:
        return None
    head = group - 2
    while head > first and tokens.flags[head] & (ADVERB | PREPOSITION):
        head -= 1
    if not tokens.flags[head] & (PAST | FINITE | CUE) or tokens.flags[head] & CAPITAL:
        return None
    begin = verb_group(tokens, first, head)
    if any(word in _BE for word in tokens.lower[begin:head]):
        return None
    source = source_left(tokens, first, begin - 1)
    content = right_content(tokens, i + 1, stop, verb)
    return Found(f"{verb.lemma}-infinitive", source, (begin, i), (content,)) if source and content else None


def _passive(tokens: Tokens, stop: int, i: int, group: int, verb: Verb) -> Found | None:
    """"was asked whether …" has no source; other passives are left alone."""
    if verb.lemma not in ("ask", "accuse", "tell") or i + 1 >= stop:
        return None
    content = right_content(tokens, i + 1, stop, verb)
    content = to_comma(tokens, content) if verb.lemma == "ask" and not has_speech(tokens, content) else content
    return Found(f"{verb.lemma}-passive", None, (group, i), (content,)) if content else None


def _with_content(tokens: Tokens, first: int, stop: int, i: int, cue: Range, source: Range, verb: Verb,
                  before: list[Found]) -> Found | None:
    right = right_content(tokens, i + 1, stop, verb)
    left = None
    if tokens.lower[source[0] - 1] == "as" and source[0] > first and verb.frames & _SPEECH:
        return _as_said(tokens, first, stop, i, cue, source, verb)
    opens = source[0] > first and tokens.flags[source[0] - 1] & (COMMA | QUOTE | DASH)
    if opens and verb.frames & _SPEECH:
        left = _left_content(tokens, first, source[0] - 1, before)
        left, right = _sides(tokens, i, stop, source, left, right)
    content = tuple(part for part in (left, right) if part)
    side = "around" if left and right else "before" if left else "after"
    return checked(tokens, Found(f"{verb.lemma}-{side}", source, cue, content), verb)


def _sides(tokens: Tokens, i: int, stop: int, source: Range, left: Range | None,
           right: Range | None) -> tuple[Range | None, Range | None]:
    """Which of the words before the source and after the cue are said."""
    flags = tokens.flags
    at = source[0] - 1
    quoted = bool(flags[at] & QUOTE) and not is_short_quote(tokens, at)
    if right and flags[right[0]] & QUOTE:
        if is_short_quote(tokens, right[0]) and not flags[i + 1] & (COMMA | QUOTE | COLON):
            return left, None
        inner = tokens.folded[tokens.quote[right[0]].inner_start:][:1]
        return (left if quoted or inner.islower() else None), right
    if quoted:
        alone = left is not None and flags[left[0]] & QUOTE
        return (left, None) if alone or right is None else (None, right)
    closed = i + 1 >= stop or bool(flags[i + 1] & (STOP | COMMA | BREAK | DASH))
    if right is not None and not closed:
        return None, right
    if closed and right is None and i + 1 < stop and flags[i + 1] & (COMMA | DASH):
        return left, resumed(tokens, i + 2, stop)
    return left, right


def _as_said(tokens: Tokens, first: int, stop: int, i: int, cue: Range, source: Range, verb: Verb) -> Found | None:
    """"…, as the paper reported": the words said stand before it, or after it at the head of a sentence."""
    at = source[0] - 1
    closes = i + 1 >= stop or bool(tokens.flags[i + 1] & (COMMA | STOP | DASH | PREPOSITION | TIME | BREAK | ADVERB))
    if not closes or at > first and not tokens.flags[at - 1] & (COMMA | DASH | COORDINATOR):
        return None
    left = trim(tokens, first, at - 1) if at > first + 1 else None
    comma = next((j for j in range(i + 1, min(stop, i + 8)) if tokens.flags[j] & COMMA), None)
    right = resumed(tokens, comma + 1, stop) if comma else None
    content = tuple(part for part in (left, right) if part)
    return checked(tokens, Found(f"{verb.lemma}-as", source, cue, content), verb)


def resumed(tokens: Tokens, i: int, stop: int) -> Range | None:
    """The rest of a statement that the attribution interrupts: "The plan, he said, would cost …"."""
    if i >= stop:
        return None
    word, flag = tokens.lower[i], tokens.flags[i]
    if word.endswith("ing") or flag & (RELATIVE | QUOTE) and word != "that" or flag & CUE or word in (
            "when", "as", "after", "while", "according", "in", "though", "although", "but"):
        return None
    return trim(tokens, i, content_end(tokens, i, stop))
