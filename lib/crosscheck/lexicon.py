"""Which words and patterns does a rule rest on? Lexicons are data: one rule a row, each with its example.

A lexicon is `lexicons/NAME.tsv` with the header `rule_id pattern label example counterexample note`, sorted by
`rule_id`. `pattern` is a regular expression that is searched, ignoring case, in folded text (`text.fold`). Loading
refuses an empty pattern, a double id and a wrong order; a rule whose example does not match, or whose counterexample
does, is refused when its `regex` is first used (two thousand patterns are not compiled for nothing), and by the tests.
"""

import csv
import functools
import re
from dataclasses import dataclass
from importlib import resources

from crosscheck.errors import LexiconError
from crosscheck.text import fold

HEADER = ("rule_id", "pattern", "label", "example", "counterexample", "note")


@dataclass(frozen=True)
class Rule:
    """One row of a lexicon; `address` is its file and line."""

    rule_id: str
    pattern: str
    label: str
    example: str
    counterexample: str
    note: str
    address: str

    @functools.cached_property
    def regex(self) -> re.Pattern:
        """The compiled pattern, held to its example and counterexample."""
        try:
            regex = re.compile(self.pattern, re.IGNORECASE)
        except re.error as error:
            raise LexiconError(f"{self.address}: pattern {self.pattern!r} is no regular expression: {error}") from None
        if not regex.search(fold(self.example)):
            raise LexiconError(f"{self.address}: the example {self.example!r} does not match {self.pattern!r}")
        if self.counterexample and regex.search(fold(self.counterexample)):
            raise LexiconError(f"{self.address}: the counterexample {self.counterexample!r} matches {self.pattern!r}")
        return regex


@functools.cache
def load(name: str) -> tuple[Rule, ...]:
    """The checked rules of `lexicons/NAME.tsv` in order; `LexiconError` names file, line and what is wrong."""
    path = resources.files("crosscheck") / "lexicons" / f"{name}.tsv"
    return parse(path.read_text(encoding="utf-8"), f"{name}.tsv")


def parse(text: str, address: str) -> tuple[Rule, ...]:
    """The checked rules in the text of a lexicon file; `address` begins every error."""
    lines = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    if tuple(next(lines, ())) != HEADER:
        raise LexiconError(f"{address}:1: the header must be {' '.join(HEADER)}, with tabs between")
    rules: list[Rule] = []
    for number, cells in enumerate(lines, start=2):
        rule = _rule(cells, f"{address}:{number}")
        if rules and rule.rule_id <= rules[-1].rule_id:
            raise LexiconError(f"{address}:{number}: {rule.rule_id!r} is double or out of order; sort by rule_id")
        rules.append(rule)
    return tuple(rules)


def _rule(cells: list[str], address: str) -> Rule:
    if len(cells) > len(HEADER) or len(cells) < 4:
        raise LexiconError(f"{address}: {len(cells)} cells instead of {len(HEADER)}; put one tab between cells")
    cells = cells + [""] * (len(HEADER) - len(cells))
    rule_id, pattern, _, example, _, _ = cells
    if not rule_id or not pattern or not example:
        raise LexiconError(f"{address}: rule_id, pattern and example must not be empty")
    return Rule(*cells, address)
