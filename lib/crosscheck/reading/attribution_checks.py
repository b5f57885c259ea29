"""Is what stands round a cue an attribution at all?

The frames of the verb (`lexicons/cue_verbs.tsv`) say what its words said must look like and who may say them.
Not found: verbs that put something forward in one sense and not in another, beyond those listed here.
"""

from typing import NamedTuple

from crosscheck.reading.attribution_contents import has_speech
from crosscheck.reading.attribution_phrases import Range
from crosscheck.reading.attribution_sources import is_thing, source_type
from crosscheck.reading.attribution_tokens import (
    ABBREVIATION,
    CAPITAL,
    COLON,
    DET,
    NUMBER,
    OBJECT,
    PREPOSITION,
    PRONOUN,
    QUOTE,
    RELATIVE,
    Tokens,
    Verb,
)

PLURAL = frozenset(
    "people police men women who which they we i you that these those many some few others both all".split())


class Found(NamedTuple):
    """One attribution in token ranges (both ends included)."""

    rule: str
    source: Range | None
    cue: Range
    content: tuple[Range, ...]


def checked(tokens: Tokens, found: Found, verb: Verb) -> Found | None:
    """`found`, if its content is what the verb's frames allow."""
    if not found.content:
        return None
    speech = any(has_speech(tokens, part) for part in found.content)
    opens = found.content[-1][0]
    opening = tokens.lower[opens]
    marked = speech or opening == "that" or opening == "to" and "infin" in verb.frames or bool(
        tokens.flags[min(found.cue[1] + 1, len(tokens.flags) - 1)] & COLON) or found.content[0][0] < found.cue[0]
    if found.source and _is_bare_word(tokens, found.source):
        return None
    if verb.frames == {"quote"} and not speech or "strict" in verb.frames and not marked:
        return None
    if "thing" in verb.frames and found.rule.endswith("participle") and not marked:
        return None
    if "thing" in verb.frames and found.source and is_thing(words_of(tokens, found.source)):
        return None
    if verb.frames & {"doc"} and opening != "that" and not speech and found.source and source_type(
            words_of(tokens, found.source)) not in ("document", "pronoun"):
        return None
    if verb.lemma == "claim" and not marked and any(
            tokens.lower[j] == "lives" for j in range(opens, min(opens + 8, found.content[-1][1] + 1))):
        return None
    if found.content[0][0] == found.content[-1][1] and tokens.flags[found.content[0][0]] & OBJECT:
        return None
    if "name" in verb.frames and not speech and not _names(tokens, found, verb):
        return None
    return found


def _is_bare_word(tokens: Tokens, source: Range) -> bool:
    """Whether a source is one common word without article or plural: hardly a noun at all."""
    first, last = source
    flag, word = tokens.flags[first], tokens.lower[first]
    return first == last and not flag & (CAPITAL | PRONOUN | DET | RELATIVE | NUMBER | QUOTE | ABBREVIATION) and (
        word not in PLURAL and not word.endswith("s") and is_thing(word))


def words_of(tokens: Tokens, part: Range) -> str:
    """The folded words of a range."""
    return tokens.folded[tokens.start[part[0]]:tokens.end[part[1]]]


def _names(tokens: Tokens, found: Found, verb: Verb) -> bool:
    """Whether "called X a Y" is borne out: an article or a pronoun after the cue, or its preposition."""
    at = found.cue[1] + 1
    first, last = found.content[-1]
    if first > at and tokens.lower[at] in verb.frames or tokens.flags[first] & OBJECT:
        return True
    if found.source and tokens.lower[found.source[0]] in ("a", "an", "one", "another") and tokens.flags[at] & CAPITAL:
        while at < last and (tokens.flags[at] & (CAPITAL | PREPOSITION)):
            at += 1
        return bool(tokens.flags[at] & DET)                # "a group called Open Harbour plans …" names the group
    return any(tokens.lower[j] in ("a", "an", "the") and not tokens.flags[j - 1] & PREPOSITION
               for j in range(first + 1, min(last, first + 12)))
