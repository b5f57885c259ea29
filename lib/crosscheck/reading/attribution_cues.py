"""Which words of a sentence put something into a source's mouth?

Each cue verb (`attribution_verbs`), phrase ("according to", "reportedly"), noun ("gave assurances that …") and colon
before a quotation is tried in order; then the words said are cut where the next attribution begins. Not found: nouns of
saying without a clause ("his view").
"""

import functools

from crosscheck import lexicon
from crosscheck.reading.attribution_checks import Found
from crosscheck.reading.attribution_contents import content_end, to_comma, trim
from crosscheck.reading.attribution_phrases import REACH, Range, is_short_quote, phrase_left, phrase_right
from crosscheck.reading.attribution_sources import clause_subject, source_left
from crosscheck.reading.attribution_tokens import (
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
    PAST,
    PREPOSITION,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    Tokens,
    Verb,
    cue_verbs,
    is_title,
)
from crosscheck.reading.attribution_verbs import PEOPLE, SPEECH_NOUNS, read_verb, resumed, verb_group

_OWNERS = frozenset(("his", "her", "their", "its", "our", "my"))
_GIVING = frozenset("""give gives gave given giving provide provides provided providing offer offers offered offering
 issue issues issued issuing make makes made making voice voiced repeat repeated receive received deliver delivered
 release released""".split())


def read_sentence(tokens: Tokens, first: int, stop: int) -> list[Found]:
    """The attributions of one sentence, in the order of their cues."""
    found: list[Found] = []
    title: bool | None = None
    for i in range(first, stop):
        flag, word = tokens.flags[i], tokens.lower[i]
        if flag & CUE:
            if flag & CAPITAL and i > first:
                title = is_title(tokens, first, stop) if title is None else title
                if not title:
                    continue
            one = read_verb(tokens, first, stop, i, cue_verbs()[word], found)
        elif flag & PAST and not flag & CAPITAL and _beside_quote(tokens, first, stop, i):
            one = read_verb(tokens, first, stop, i, Verb(word, "past", frozenset(("quote",))), found)
        elif word == "according":
            one = _according(tokens, first, stop, i)
        elif word in ("reportedly", "allegedly"):
            one = _reportedly(tokens, first, stop, i)
        elif word in cue_nouns():
            one = None
        else:
            continue
        if one is None and i + 1 < stop and tokens.lower[i + 1] == "that" and word in cue_nouns():
            one = _noun(tokens, first, stop, i)
        if one:
            found.append(one)
    found = _settled(tokens, first, found)
    bare = _after_colon(tokens, first, stop, found)
    return found + [bare] if bare else found


def _beside_quote(tokens: Tokens, first: int, stop: int, i: int) -> bool:
    """Whether a verb that is in no lexicon stands where only a cue stands: '"…," scoffed X', 'X scoffed: "…"'."""
    flags = tokens.flags
    if i + 2 < stop and flags[i + 1] & (COMMA | COLON) and flags[i + 2] & QUOTE:
        return not is_short_quote(tokens, i + 2)
    if i > first and flags[i - 1] & QUOTE:
        return _ends_open(tokens, i - 1)
    if i + 1 == stop or flags[i + 1] & STOP:
        source = source_left(tokens, first, i - 1)
        return source is not None and source[0] > first and bool(flags[source[0] - 1] & QUOTE) and (
            _ends_open(tokens, source[0] - 1))
    return False


def _ends_open(tokens: Tokens, i: int) -> bool:
    """Whether the quotation at `i` ends with a comma, a question or an exclamation mark."""
    quotation = tokens.quote[i]
    return tokens.folded[quotation.inner_start:quotation.inner_end].rstrip(" '")[-1:] in (",", "?", "!")


def _after_colon(tokens: Tokens, first: int, stop: int, found: list[Found]) -> Found | None:
    """A quotation after a colon that no cue introduces: 'The judge was blunt: "…"'."""
    for i in range(first, stop - 1):
        if not tokens.flags[i] & COLON:
            continue
        at = i + 1
        while at < stop and tokens.flags[at] & BREAK:
            at += 1
        if at == stop or not tokens.flags[at] & QUOTE or is_short_quote(tokens, at):
            continue
        if any(a <= at <= b for one in found for a, b in one.content):
            return None
        source = clause_subject(tokens, first, i, nearest=True) or phrase_right(tokens, first, i)
        return Found("colon", source, (i, i), ((at, at),)) if source else None
    return None


def _settled(tokens: Tokens, first: int, found: list[Found]) -> list[Found]:
    """`found` with words said cut where a later attribution of the sentence closes it: "…, officials said."."""
    settled = []
    for n, one in enumerate(found):
        content = list(one.content)
        leads = one.source is not None and one.source[0] - 1 == first and tokens.flags[first] & SUBORDINATOR
        if leads and content[-1][0] > one.cue[0]:
            content[-1] = to_comma(tokens, content[-1]) or content[-1]     # "When he said so, …"
        for other in found[n + 1:]:
            if other.cue[0] - REACH > content[-1][1]:
                break
            if other.source and other.source[0] < one.cue[0] and tokens.flags[other.cue[0] - 1] & (COMMA | DASH):
                content = [_cut_at(tokens, part, other.cue[0]) for part in content]
            if not other.content or other.content[0][0] > other.cue[0]:
                continue
            begin = min(other.cue[0], other.source[0]) if other.source else other.cue[0]
            content = [_cut_at(tokens, part, begin) for part in content]
        settled.append(one._replace(content=tuple(content)))
    return settled


def _cut_at(tokens: Tokens, part: Range, at: int) -> Range:
    cut = trim(tokens, part[0], at - 1) if part[0] < at <= part[1] else None
    return cut or part


def _according(tokens: Tokens, first: int, stop: int, i: int) -> Found | None:
    if i + 2 >= stop or tokens.lower[i + 1] != "to":
        return None
    leads = i == first or i == first + 1 and bool(tokens.flags[first] & (COORDINATOR | QUOTE))
    limit = next((j for j in range(i + 2, stop) if tokens.flags[j] & COMMA), stop) if leads else stop
    if tokens.flags[i + 2] & QUOTE:
        source: Range | None = (i + 2, i + 2)
    else:
        source = phrase_right(tokens, i + 2, limit)
    if source is None:
        return None
    if leads:
        source = _without_subject(tokens, source, stop)
        parts = (_clause_after(tokens, source[1] + 1, stop),)
    else:
        parts = (_clause_before(tokens, first, i - 1), _after_aside(tokens, source[1] + 1, stop))
        if parts[1] and i > first + 1 and tokens.flags[i - 2] & (SUBORDINATOR | DET | COORDINATOR):
            parts = parts[1:]
    content = tuple(part for part in parts if part)
    return Found("according", source, (i, i + 1), content) if content else None


def _without_subject(tokens: Tokens, source: Range, stop: int) -> Range:
    """The source without the subject that runs on from it for want of a comma: "According to reports talks are …"."""
    after = source[1] + 1
    if after >= stop or not tokens.flags[after] & (AUXILIARY | MODAL | FINITE):
        return source
    for j in range(source[0], source[1]):
        if tokens.lower[j].removesuffix("s") in SPEECH_NOUNS or tokens.lower[j].removesuffix("s") in PEOPLE:
            return source[0], j
    return source


def _after_aside(tokens: Tokens, i: int, stop: int) -> Range | None:
    """The statement that goes on after ", according to X,"."""
    return resumed(tokens, i + 1, stop) if i < stop and tokens.flags[i] & (COMMA | DASH) else None


def _clause_after(tokens: Tokens, i: int, stop: int) -> Range | None:
    return trim(tokens, i, content_end(tokens, min(i + 1, stop - 1), stop)) if i < stop else None


def _clause_before(tokens: Tokens, first: int, last: int) -> Range | None:
    """The clause that ends at `last`: from the sentence's start, or from a semicolon."""
    for j in range(last, first, -1):
        if tokens.lower[j] == ";":
            return trim(tokens, j + 1, last)
    return trim(tokens, first, last)


@functools.cache
def cue_nouns() -> frozenset[str]:
    """The nouns of saying that a clause with "that" can follow."""
    return frozenset(word for rule in lexicon.load("cue_nouns") for word in
                     rule.pattern.removeprefix(r"\b(?:").removesuffix(r")\b").split("|"))


def _noun(tokens: Tokens, first: int, stop: int, i: int) -> Found | None:
    """"gave assurances that …", "his claim that …": the source is the owner, or the subject of the verb of giving."""
    flags, lower = tokens.flags, tokens.lower
    begin = i
    while begin > first and (flags[begin - 1] & DET or not flags[begin - 1] & ~(CAPITAL | PAST)) and i - begin < 4:
        if lower[begin - 1].endswith(("'s", "s'")) or lower[begin - 1] in _GIVING:
            break
        begin -= 1
    source = None
    if begin > first and lower[begin - 1].endswith(("'s", "s'")):
        left = phrase_left(tokens, first, begin - 1)
        source = None if left is None else (left, begin - 1)
    elif lower[begin] in _OWNERS:
        source = (begin, begin)
        begin += 1
    elif begin > first and lower[begin - 1] in _GIVING:
        source = source_left(tokens, first, verb_group(tokens, first, begin - 1) - 1)
        begin -= 1
    content = trim(tokens, i + 1, content_end(tokens, i + 1, stop))
    return Found("noun", source, (begin, i), (content,)) if content and source else None


def _reportedly(tokens: Tokens, first: int, stop: int, i: int) -> Found | None:
    begin = i
    while begin > first and not tokens.flags[begin - 1] & (STOP | COLON | SUBORDINATOR | DASH | QUOTE):
        if tokens.flags[begin - 1] & COMMA and not tokens.flags[begin] & (RELATIVE | PREPOSITION):
            break
        begin -= 1
    parts = (trim(tokens, begin, i - 1), trim(tokens, i + 1, content_end(tokens, min(i + 1, stop - 1), stop)))
    content = tuple(part for part in parts if part)
    return Found("reportedly", None, (i, i), content) if content else None
