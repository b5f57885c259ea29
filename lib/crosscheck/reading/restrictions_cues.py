"""Which words signal a limit?

Cues (`restriction_cues.tsv`, label: family, strength 1-3, shape) are searched in the whole text at once; for speed each
rule is tried only at words that begin with a letter it can open with. Whether a cue states a limit or something
ordinary is for `restrictions_ordinary`. Not found: limits that are stated without any cue word.
"""

import functools
import re
import string
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.text import fold


class Cue(NamedTuple):
    """Words that signal a limit: where, which rule found them, what kind, how plain, and how the clause is built."""

    start: int
    end: int
    rule: str
    family: str
    strength: int
    shape: str


_SPACE = str.maketrans("\n\r\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029", " " * 12)
_QUANTIFIER = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")
_BRACKET = re.compile(r"\((?:\?(?:<?[=!]|:))?")
_ANY = frozenset(string.ascii_lowercase + string.digits + "'")


def searchable(text: str) -> str:
    """`text` folded, in lower case and with plain spaces for every white space; the same length."""
    folded = fold(text).translate(_SPACE)
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def find_cues(lower: str) -> list[Cue]:
    """The cues in `lower` (see `searchable`) in order."""
    return [Cue(match.start(), match.end(), *_cue_rules()[match.lastindex - 1][1:])
            for match in _cue_pattern().finditer(lower)]


def list_cue(lower: str, start: int, end: int) -> Cue | None:
    """The cue that opens the list item `[start, end)`, as in "No open fires", or None."""
    for rule in lexicon.load("restriction_cues"):
        family, strength, shape = rule.label.split()
        if shape == "list" and (match := re.match(rule.pattern, lower[start:end])):
            return Cue(start, start + match.end(), rule.rule_id, family, int(strength), shape)
    return None


class _CueRule(NamedTuple):
    pattern: str
    rule: str
    family: str
    strength: int
    shape: str


@functools.cache
def _cue_rules() -> tuple[_CueRule, ...]:
    """The rules of cues, plainest first; those of lists apart."""
    rules = []
    for rule in lexicon.load("restriction_cues"):
        family, strength, shape = rule.label.split()
        if shape != "list":
            rules.append(_CueRule(rule.pattern, rule.rule_id, family, int(strength), shape))
    return tuple(sorted(rules, key=lambda rule: (-rule.strength, rule.rule)))


@functools.cache
def _cue_pattern() -> re.Pattern:
    """All cues as one pattern, a group for each; each is tried only at a letter that it can open with."""
    choices = "|".join(f"(?=[{''.join(sorted(openings(rule.pattern)))}])({rule.pattern})"
                       for rule in _cue_rules())
    return re.compile(rf"(?:(?<![a-z])(?=[a-z])|(?='ll ))(?:{choices})")


@functools.cache
def openings(pattern: str) -> frozenset[str]:
    """The letters that a match of `pattern` can open with, for the regular expressions that lexicons use.

    >>> sorted(openings("(?:must|(?:ever )?shall)(?! be)"))
    ['e', 'm', 's']
    """
    letters, nullable, _ = _choice(pattern, 0)
    return _ANY if nullable else letters


def _choice(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    """Letters, whether it can match nothing, and where it ends, of alternatives up to a closing bracket."""
    letters, nullable = frozenset(), False
    while True:
        more, empty, at = _sequence(pattern, at)
        letters, nullable = letters | more, nullable or empty
        if at >= len(pattern) or pattern[at] == ")":
            return letters, nullable, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    letters, nullable = frozenset(), True
    while at < len(pattern) and pattern[at] not in "|)":
        more, empty, at = _item(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            empty = empty or quantifier.group()[0] in "?*" or quantifier.group().startswith(("{0", "{,"))
            at = quantifier.end()
        if nullable:
            letters, nullable = letters | more, empty
    return letters, nullable, at


def _item(pattern: str, at: int) -> tuple[frozenset[str], bool, int]:
    if pattern[at] == "(":
        opening = _BRACKET.match(pattern, at)
        letters, empty, at = _choice(pattern, opening.end())
        looks = opening.group()[-1] in "=!"
        return (frozenset() if looks else letters), looks or empty, at + 1
    if pattern[at] == "[":
        return _ANY, False, pattern.index("]", at + 1) + 1
    if pattern[at] == "\\":
        return (frozenset() if pattern[at + 1] == "b" else _ANY), pattern[at + 1] == "b", at + 2
    return (frozenset() if pattern[at] in "^$" else frozenset(pattern[at])), pattern[at] in "^$", at + 1
