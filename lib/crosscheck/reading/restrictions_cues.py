"""Which words signal a limit?

Cues (`restriction_cues.tsv`, label: family, strength 1-3, shape) are searched in the whole text at once; for speed only
rules whose words stand in the text are tried, each at words that begin with two letters it can open with. Whether a cue
states a limit or something ordinary is for `restrictions_ordinary`. Not found: limits stated without any cue word.
"""

import functools
import re
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.literals import Lazy, plain
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
_WORD = re.compile(r"(?<![a-z])[a-z](?:[^\n]|$)|'l(?=l )")
_MARK = re.compile(r"[|()]|\\.|\[[^\]]*\]", re.DOTALL)
_ANY = "?"
_NOTHING = frozenset(("",))
_OPENING = 2


def searchable(text: str) -> str:
    """`text` folded, in lower case and with plain spaces for every white space; the same length."""
    folded = fold(text).translate(_SPACE)
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def find_cues(lower: str) -> list[Cue]:
    """The cues in `lower` (see `searchable`) in order, none inside another."""
    cues, end = [], 0
    possible = _Possible(lower)
    for word in _WORD.finditer(lower):
        start = word.start()
        if start < end:
            continue
        for pattern, rule in possible[word.group()]:
            if match := pattern.match(lower, start):
                end = match.end()
                cues.append(Cue(start, end, *rule[1:]))
                break
    return cues


def list_cue(lower: str, start: int, end: int) -> Cue | None:
    """The cue that opens the list item `[start, end)`, as in "No open fires", or None."""
    for rule in lexicon.load("restriction_cues"):
        family, strength, shape = rule.label.split()
        if shape == "list" and (match := re.match(rule.pattern, lower[start:end])):
            return Cue(start, start + match.end(), rule.rule_id, family, int(strength), shape)
    return None


def word_pattern(patterns: list[str]) -> re.Pattern:
    """The alternatives `patterns` as one pattern, tried only where a word begins with a letter it can open with."""
    letters = "".join(sorted({opening[:1] for p in patterns for opening in openings(p)}))
    first = "" if _ANY in letters else f"(?=[{re.escape(letters)}])"
    return re.compile(rf"(?<![a-z]){first}(?:" + "|".join(f"(?:{p})" for p in patterns) + ")")


@functools.cache
def people() -> re.Pattern:
    """Every noun that names a class of people."""
    return word_pattern([rule.pattern for rule in lexicon.load("population_classes")])


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


class _Possible(dict):
    """For each opening the rules that can match there in one text, plainest first, each with its pattern."""

    def __init__(self, lower: str) -> None:
        low = plain(lower)
        self._rules = [(pattern.within(low), rule) for pattern, rule in zip(_patterns(), _cue_rules(), strict=True)]

    def __missing__(self, opening: str) -> list[tuple[re.Pattern, _CueRule]]:
        rules = self._rules
        self[opening] = found = [rules[place] for place in _rules_opening(opening) if rules[place][0]]
        return found


@functools.cache
def _patterns() -> tuple[Lazy, ...]:
    return tuple(Lazy(rule.pattern) for rule in _cue_rules())


@functools.lru_cache(maxsize=2000)
def _rules_opening(opening: str) -> tuple[int, ...]:
    """The places of the rules that can match at a word with these first two characters, plainest first."""
    first, second = opening[:1], opening[1:]
    kinds = {opening, first, first + _ANY, _ANY + second, _ANY + _ANY, _ANY, ""}
    return tuple(sorted({place for kind in kinds for place in _places().get(kind, ())}))


@functools.cache
def _places() -> dict[str, list[int]]:
    """For each opening the places of the rules that have it."""
    found: dict[str, list[int]] = {}
    for place, rule in enumerate(_cue_rules()):
        for opening in sorted(openings(rule.pattern)):
            found.setdefault(opening, []).append(place)
    return found


@functools.cache
def openings(pattern: str) -> frozenset[str]:
    """The first two characters of all that `pattern` can match, for the regular expressions that lexicons use.

    "?" stands for any character, and a match of one character as that character, any following.

    >>> sorted(openings("(?:must|(?:ever )?shall)(?! be)"))
    ['ev', 'mu', 'sh']
    """
    return _choice(pattern, 0)[0]


def _choice(pattern: str, at: int) -> tuple[frozenset[str], int]:
    """The openings of the alternatives up to a closing bracket, and where they end."""
    found: frozenset[str] = frozenset()
    while True:
        more, at = _sequence(pattern, at)
        found |= more
        if at >= len(pattern) or pattern[at] == ")":
            return found, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[frozenset[str], int]:
    found = _NOTHING
    while at < len(pattern) and pattern[at] not in "|)":
        if min(map(len, found)) == _OPENING:
            return found, _end(pattern, at)
        item, at = _item(pattern, at)
        quantifier = _QUANTIFIER.match(pattern, at)
        if quantifier:
            item = _repeated(item, quantifier.group())
            at = quantifier.end()
        found = _followed(found, item)
    return found, at


def _end(pattern: str, at: int) -> int:
    """Where the alternative that goes on at `at` ends."""
    depth = 0
    for mark in _MARK.finditer(pattern, at):
        if not depth and mark.group() in "|)":
            return mark.start()
        depth += (mark.group() == "(") - (mark.group() == ")")
    return len(pattern)


def _followed(first: frozenset[str], then: frozenset[str]) -> frozenset[str]:
    """The openings of something with the openings `first`, followed by something with the openings `then`."""
    short = [a for a in first if len(a) < _OPENING]
    return frozenset((a + b)[:_OPENING] for a in short for b in then) | first.difference(short) if short else first


def _repeated(item: frozenset[str], quantifier: str) -> frozenset[str]:
    """The openings of a repeated item."""
    if quantifier[0] in "+*{":
        item |= _followed(item, item)
    return item | {""} if quantifier[0] in "?*" or quantifier.startswith(("{0", "{,")) else item


def _item(pattern: str, at: int) -> tuple[frozenset[str], int]:
    if pattern[at] == "(":
        opening = _BRACKET.match(pattern, at)
        found, at = _choice(pattern, opening.end())
        return (_NOTHING if opening.group()[-1] in "=!" else found), at + 1
    if pattern[at] == "[":
        return frozenset(_ANY), pattern.index("]", at + 1) + 1
    if pattern[at] == "\\":
        return (_NOTHING if pattern[at + 1] == "b" else frozenset(_ANY)), at + 2
    return (_NOTHING if pattern[at] in "^$" else frozenset(pattern[at].replace(".", _ANY))), at + 1
