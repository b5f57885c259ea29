"""Who says it: source, cue and content of every attribution in one text.

Cue verbs and phrases are found by lexicon; source and content are read off their sentence from its punctuation,
closed-class words and quotation marks. Not found: attributions carried by nouns alone ("his view"), and the
antecedents of pronouns.
"""

from typing import NamedTuple

import pandas as pd

from crosscheck.reading.attribution_sources import phrase_right, source_left, source_type
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
    NEGATION,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    TIME,
    TIMENOUN,
    Tokens,
    Verb,
    cue_verbs,
    read_tokens,
)
from crosscheck.tables import DTYPES, TABLES
from crosscheck.text import fold

COLUMNS = ("start", "end", "quote", "rule", "source", "cue", "content", "source_text", "cue_text", "content_text",
           "direct", "source_type")
BE = frozenset("is are was were be been being 's 're am".split())
CLAUSE_CUT = frozenset(("according", "adding", "saying", "noting", "citing", "calling", "telling", "arguing", "warning",
                        "suggesting", "claiming", "insisting", "referring", "describing", "accusing", "explaining"))


class Found(NamedTuple):
    """One attribution in tokens: ranges with both ends included; `content` in order."""

    rule: str
    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]


def find_attributions(text: str) -> pd.DataFrame:
    """Every attribution of `text`, in order of its first character; the columns are COLUMNS."""
    tokens = read_tokens(text)
    rows = []
    for number, unit in enumerate(tokens.units):
        for found in _read_unit(tokens, *unit):
            rows.append(_row(tokens, found, number))
    rows.sort(key=lambda row: (row["start"], row["end"], row["cue"]))
    types = {column.name: column.type for column in TABLES["attributions"].columns}
    return pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=DTYPES[types[name]]) for name in COLUMNS})


def _row(tokens: Tokens, found: Found, unit: int) -> dict:
    text = tokens.text
    spans = {"source": [_span(tokens, *r) for r in found.source], "cue": [_span(tokens, *r) for r in found.cue],
             "content": [_span(tokens, *r) for r in found.content]}
    spans["content"] += _following_quotes(tokens, found, unit)
    every = [x for part in spans.values() for x in part]
    start, end = min(a for a, _ in every), max(b for _, b in every)
    words = {f"{name}_text": " ".join(text[a:b] for a, b in part) or None for name, part in spans.items()}
    return {"start": start, "end": end, "quote": text[start:end], "rule": found.rule, **spans, **words,
            "direct": any(q.start >= a and q.end <= b and tokens.folded.count(" ", q.start, q.end) > 1
                          for a, b in spans["content"] for q in tokens.quote.values()),
            "source_type": source_type(fold(words["source_text"] or ""))}


def _span(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    start, end = tokens.start[first], tokens.end[last]
    if first == last and tokens.flags[first] & PRONOUN and "'" in tokens.lower[first]:
        end = start + tokens.lower[first].index("'")
    return start, end


def _following_quotes(tokens: Tokens, found: Found, unit: int) -> list[tuple[int, int]]:
    """Quotations that stand alone after a quoted attribution, in its paragraph or running on from it."""
    if not any(tokens.flags[i] & QUOTE for a, b in found.content for i in range(a, b + 1)):
        return []
    more = []
    for first, last in tokens.units[unit + 1:unit + 30]:
        between = tokens.folded[tokens.end[first - 1]:tokens.start[first]] if first else ""
        at = first
        if not tokens.flags[at] & QUOTE or last - first > 1:
            break
        if ("\n" in between or tokens.flags[first - 1] & BREAK) and not tokens.quote[at].continues:
            break
        more.append((tokens.start[at], tokens.end[at]))
    return more


def _read_unit(tokens: Tokens, first: int, stop: int) -> list[Found]:
    """The attributions of one sentence, in the order of their cues."""
    found: list[Found] = []
    verbs = cue_verbs()
    for i in range(first, stop):
        if tokens.lower[i] == "according" and i + 1 < stop and tokens.lower[i + 1] == "to":
            one = _according(tokens, first, stop, i)
        elif tokens.lower[i] in ("reportedly", "allegedly"):
            one = _reportedly(tokens, first, stop, i)
        elif tokens.flags[i] & CUE:
            one = _verb(tokens, first, stop, i, verbs[tokens.lower[i]], found)
        else:
            continue
        if one:
            found.append(one)
    return found


def _according(tokens: Tokens, first: int, stop: int, i: int) -> Found | None:
    leads = i == first or i == first + 1 and tokens.flags[first] & (COORDINATOR | QUOTE)
    limit = next((j for j in range(i + 2, stop) if tokens.flags[j] & COMMA), stop) if leads else stop
    source = phrase_right(tokens, i + 2, limit)
    if source is None:
        return None
    if i == first or i == first + 1 and tokens.flags[first] & (COORDINATOR | QUOTE):
        after = source[1] + 1
        if after < stop and tokens.flags[after] & COMMA:
            after += 1
        content = _trim(tokens, after, stop - 1)
    else:
        content = _trim(tokens, first, i - 1)
    return Found("according", [source], [(i, i + 1)], [content]) if content else None


def _reportedly(tokens: Tokens, first: int, stop: int, i: int) -> Found | None:
    begin = i
    while begin > first and not tokens.flags[begin - 1] & (COMMA | STOP | COLON | SUBORDINATOR | DASH | QUOTE):
        begin -= 1
    content = [x for x in (_trim(tokens, begin, i - 1), _trim(tokens, i + 1, _content_end(tokens, i + 1, stop))) if x]
    return Found("reportedly", [], [(i, i)], content) if content else None


def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The range without punctuation at either end; None if nothing is left."""
    while first <= last and tokens.flags[first] & (COMMA | STOP | COLON | DASH | BREAK):
        first += 1
    while last >= first and tokens.flags[last] & (COMMA | STOP | COLON | DASH | BREAK):
        last -= 1
    return (first, last) if first <= last else None


def _verb(tokens: Tokens, first: int, stop: int, i: int, verb: Verb, before: list[Found]) -> Found | None:
    flags, lower = tokens.flags, tokens.lower
    group = i
    while group > first and flags[group - 1] & (AUXILIARY | MODAL | NEGATION | ADVERB) and not flags[group - 1] & CAPITAL:
        group -= 1
    passive = verb.form == "past" and any(w in BE for w in lower[group:i])
    if passive or verb.form == "base" and i > first and (flags[i - 1] & (DET | PREPOSITION) or lower[i - 1] == "to"):
        return None
    if verb.form == "ing" and not any(w in BE for w in lower[group:i]):
        return _participle(tokens, first, stop, i, verb, before)
    inverted = _inverted(tokens, first, stop, i, group, verb)
    if inverted:
        content = _left_content(tokens, first, group - 1, before)
        return Found(f"{verb.lemma}-inverted", [inverted], [(group, i)], [content]) if content else None
    source = source_left(tokens, first, group - 1)
    if source is None:
        return None
    return _with_content(tokens, first, stop, i, group, source, verb, before)


def _inverted(tokens: Tokens, first: int, stop: int, i: int, group: int, verb: Verb) -> tuple[int, int] | None:
    """The source after its verb, as in '"…," said X', or None."""
    if group == first or group != i or "quote" not in verb.frames or verb.form in ("base", "ing"):
        return None
    if not tokens.flags[group - 1] & (COMMA | QUOTE | DASH):
        return None
    source = phrase_right(tokens, i + 1, stop)
    if source is None:
        return None
    if tokens.flags[group - 1] & QUOTE:
        return source
    after = source[1] + 1
    if after < stop and not tokens.flags[after] & (COMMA | STOP | PREPOSITION | TIME | QUOTE | RELATIVE):
        return None
    return source


def _left_content(tokens: Tokens, first: int, last: int, before: list[Found]) -> tuple[int, int] | None:
    begin = first
    for other in before:
        ends = [b for a, b in other.content + other.cue + other.source if b < last]
        if ends and max(ends) >= begin and other.cue[0][0] < last:
            begin = max(begin, max(ends) + 1)
    return _trim(tokens, begin, last)


def _participle(tokens: Tokens, first: int, stop: int, i: int, verb: Verb, before: list[Found]) -> Found | None:
    """"…, adding that …": the source is that of the sentence."""
    if not (i == first or tokens.flags[i - 1] & (COMMA | DASH) or tokens.flags[i - 1] & QUOTE):
        return None
    source = before[-1].source if before else []
    if not source:
        begin = source_left(tokens, first, i - 2) if i > first + 1 else None
        source = []
        for j in range(first, i):
            if tokens.flags[j] & (AUXILIARY | MODAL | FINITE):
                left = source_left(tokens, first, j - 1)
                source = [left] if left else []
                break
        if not source and begin:
            source = [begin]
    content = _right_content(tokens, i + 1, stop, verb)
    return Found(f"{verb.lemma}-participle", source, [(i, i)], [content]) if content else None


def _with_content(tokens: Tokens, first: int, stop: int, i: int, group: int, source: tuple[int, int], verb: Verb,
                  before: list[Found]) -> Found | None:
    right = _right_content(tokens, i + 1, stop, verb)
    left = None
    if source[0] > first and tokens.flags[source[0] - 1] & (COMMA | QUOTE | DASH) and verb.frames & {"quote", "clause"}:
        closes = i + 1 >= stop or tokens.flags[i + 1] & (STOP | COMMA | COLON | PREPOSITION | TIME | BREAK) or (
            right is None or tokens.flags[right[0]] & QUOTE)
        if closes:
            left = _left_content(tokens, first, source[0] - 1, before)
    if left and right and not tokens.flags[right[0]] & QUOTE and tokens.flags[i + 1] & COMMA is False:
        right = None
    content = [x for x in (left, right) if x]
    if not content or "quote" in verb.frames and len(verb.frames) == 1 and not any(
            tokens.flags[j] & QUOTE for a, b in content for j in range(a, b + 1)):
        return None
    side = "around" if left and right else "before" if left else "after"
    return Found(f"{verb.lemma}-{side}", [source], [(group, i)], content)


def _right_content(tokens: Tokens, i: int, stop: int, verb: Verb) -> tuple[int, int] | None:
    flags, lower = tokens.flags, tokens.lower
    if i >= stop or flags[i] & (STOP | BREAK):
        return None
    if flags[i] & COMMA:
        if i + 1 < stop and flags[i + 1] & QUOTE:
            return _trim(tokens, i + 1, _content_end(tokens, i + 1, stop))
        return None
    begin = i
    if "object" in verb.frames or flags[i] & (PREPOSITION | TIME | ADVERB | TIMENOUN) or lower[i] in ("last", "this"):
        begin = _complement(tokens, i, stop)
        if begin is None:
            if "object" not in verb.frames or flags[i] & PREPOSITION:
                return None
            begin = i
    return _trim(tokens, begin, _content_end(tokens, begin, stop))


def _complement(tokens: Tokens, i: int, stop: int) -> int | None:
    """Where the words said begin, past a hearer, a time or a place: at "that", a quotation or a colon."""
    for j in range(i, min(stop, i + 25)):
        if tokens.lower[j] == "that" or tokens.flags[j] & (QUOTE | COLON):
            return j
        if tokens.flags[j] & STOP:
            return None
    return None


def _content_end(tokens: Tokens, begin: int, stop: int) -> int:
    """The last token of words said that begin at `begin`: before the next attribution of the sentence."""
    for j in range(begin + 1, stop):
        if tokens.flags[j - 1] & COMMA and tokens.lower[j] in CLAUSE_CUT:
            return j - 2
    return stop - 1
