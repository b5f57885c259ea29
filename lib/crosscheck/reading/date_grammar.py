"""Where can a time expression stand? Rules over classes of words, read from `lexicons/dates.grammar`.

A rule's pattern is a regular expression whose words are classes of tokens (`date_tokens`) or the names in `_NAMED`;
blanks in it mean nothing: `monthname day comma? year`. Its label names the reading (in `date_calendar`,
`date_relative` or `date_lengths`) that turns the tokens into a value. Loading refuses a rule whose example fails or
whose counterexample matches.
"""

import csv
import functools
import re
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from crosscheck.errors import LexiconError
from crosscheck.reading.date_tokens import BREAK, OTHER, Tokens, letters, tag

_NAMED = {
    "monthname": "[month capmonth shortmonth]",
    "dayname": "[weekday shortweekday]",
    "day": "[small12 small24 small31]",
    "hour": "[small12 small24]",
    "count": "[small12 small24 small31 number decimal word scale mixed year spokenyear faryear]",
    "anyyear": "[year faryear]",
    "quant": "[few several couple] of?",
    "around": "(?: approx | over | only | (?:more than) | (?:no? more than) | (?:at least) | (?:up to) | (?:much of) )",
    "part": "(?: the? [early mid late] hyphen? | the? [start middle end] of | early in | late in )",
    "unit": "[singular century]",
    "zoned": "(?: zone timeword? | localword timeword )",
}
_CORE = tuple(
    "iso numeric month capmonth shortmonth weekday weekdays singular century units clockunit clockunits quarter "
    "quarters half weekend weekends season fall deictic tonight daypart dayparts noon now nowadj ref recent future "
    "past year spokenyear quartername halfname decade decadeword shortyear clock ampm oclock adverb then while nth "
    "period zone holiday holidayfirst moment present era faryear longword overnight".split())


@functools.cache
def _letters_of(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(letters()[name] for name in names)


@dataclass(frozen=True)
class GrammarRule:
    """One rule: its id, the reading that it calls for, and its pattern over the characters of classes.

    `needs` are sets of characters of which a text must hold one each for the rule to fit anywhere. The pattern is
    compiled, and held to its example and counterexample, when a text first holds them.
    """

    rule_id: str
    reading: str
    pattern: str
    needs: tuple[frozenset[str], ...]
    example: str
    counterexample: str
    address: str

    @functools.cached_property
    def regex(self) -> re.Pattern:
        """The compiled pattern; `LexiconError` if its example does not match, or its counterexample does."""
        regex = re.compile(self.pattern)
        if not regex.search(tag(self.example).classes):
            raise LexiconError(f"{self.address}: the example {self.example!r} does not match {self.rule_id}")
        if self.counterexample and regex.search(tag(self.counterexample).classes):
            raise LexiconError(f"{self.address}: the counterexample {self.counterexample!r} matches {self.rule_id}")
        return regex


class Hit(NamedTuple):
    """One place where a rule fits: tokens `first` up to `last` of `tokens`."""

    rule: GrammarRule
    tokens: Tokens
    first: int
    last: int

    def value(self, *names: str) -> str | None:
        """The value of the first token of one of these classes; None if there is none."""
        wanted, classes = _letters_of(names), self.tokens.classes
        for i in range(self.first, self.last):
            if classes[i] in wanted:
                return self.tokens.values[i]
        return None

    def all(self, *names: str) -> list[str]:
        """The values of all tokens of these classes, in order."""
        return [self.tokens.values[i] for i in self.places(*names)]

    def places(self, *names: str) -> list[int]:
        """Where tokens of these classes stand, in order."""
        wanted, classes = _letters_of(names), self.tokens.classes
        return [i for i in range(self.first, self.last) if classes[i] in wanted]

    def has(self, *names: str) -> bool:
        """Whether a token of one of these classes stands in the hit."""
        return not _letters_of(names).isdisjoint(self.tokens.classes[self.first:self.last])

    def is_name(self) -> bool:
        """Whether the word after the hit begins with a capital, as in "April Jones"."""
        after = self.tokens.folded[self.tokens.ends[self.last - 1]:self.tokens.ends[self.last - 1] + 2]
        return len(after) == 2 and after[0] == " " and after[1].isupper()

    def is_titled(self, place: int) -> bool:
        """Whether a token begins with a capital."""
        return self.tokens.folded[self.tokens.starts[place]].isupper()

    def before(self, count: int) -> list[str]:
        """Up to `count` words before the hit, nearest first."""
        return self.tokens.words[max(0, self.first - count):self.first][::-1]

    def after(self, count: int) -> list[str]:
        """Up to `count` words after the hit."""
        return self.tokens.words[self.last:self.last + count]


@functools.cache
def grammar() -> tuple[GrammarRule, ...]:
    """The rules in the order of the file; `LexiconError` names the line and what is wrong."""
    path = resources.files("crosscheck") / "lexicons" / "dates.grammar"
    lines = csv.reader(path.read_text(encoding="utf-8").splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(rule_of(cells, f"dates.grammar:{number}") for number, cells in enumerate(lines, start=2))


def rule_of(cells: list[str], address: str) -> GrammarRule:
    """The rule in one line of the grammar; `LexiconError` begins with `address`."""
    rule_id, pattern, reading, example, counterexample, _ = cells
    return GrammarRule(rule_id, reading, _translated(pattern, address), _needs(pattern), example, counterexample,
                       address)


def _needs(pattern: str) -> tuple[frozenset[str], ...]:
    """The classes that a pattern cannot do without, as far as its outermost words tell."""
    flat = pattern
    while flat != (flat := re.sub(r"\([^()]*\)[?*+{}\d,]*", " ", flat)):
        pass
    if "|" in flat:
        return ()
    names = [_NAMED.get(name, f"[{name}]") for name in re.findall(r"(?<!\S)[a-z]\w*(?!\S)", flat)]
    return tuple(_letters_of(tuple(name[1:-1].split())) for name in names if re.fullmatch(r"\[[^\[\]]*\]", name))


def _translated(pattern: str, address: str) -> str:
    while True:
        wider = re.sub(r"[a-z]\w*", lambda m: f"(?:{_NAMED[m[0]]})" if m[0] in _NAMED else m[0], pattern)
        if wider == pattern:
            break
        pattern = wider
    unknown = set(re.findall(r"[a-z]\w*", pattern)) - set(letters())
    if unknown:
        raise LexiconError(f"{address}: no class of words is called {', '.join(sorted(unknown))}")
    return re.sub(r"[a-z]\w*", lambda m: letters()[m[0]], pattern).replace(" ", "")


def hits(tokens: Tokens) -> list[Hit]:
    """Every place where a rule fits: by start, the longest first; they may overlap."""
    classes, places = _islands(tokens.classes)
    present = set(classes)
    rules = [rule for rule in grammar() if not any(map(present.isdisjoint, rule.needs))]
    found = [Hit(rule, tokens, places[match.start()], places[match.end() - 1] + 1)
             for rule in rules for match in rule.regex.finditer(classes)]
    found.sort(key=lambda hit: (hit.first, -hit.last))
    return found


@functools.cache
def _island() -> re.Pattern:
    core, known = "".join(letters()[name] for name in _CORE), f"[^{OTHER}{BREAK}]"
    return re.compile(rf"{OTHER}?[^{OTHER}{BREAK}{core}]{{0,12}}[{core}]{known}*{OTHER}?")


def _islands(classes: str) -> tuple[str, list[int]]:
    """Only the runs of known words that hold a word of time, which is all that a rule can span, with their places."""
    parts, places = [], []
    for match in _island().finditer(classes):
        parts += (match.group(), BREAK)
        places += (*range(*match.span()), -1)
    return "".join(parts), places
