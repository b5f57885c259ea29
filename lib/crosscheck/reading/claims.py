"""What does a text put forward: about which names, affirmed or denied, how far along, how sure, how many?

A claim is a clause. Sentences are cut at semicolons, dashes, and at conjunctions and relative words after a
comma, where both sides hold a verb; nothing is parsed, and a sentence of thousands of characters stays whole.
Each clause gets the names, negation, stage, modality and amounts that stand in it, and the attribution whose
content covers most of it. Not found: what a clause implies, and who "it" is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from crosscheck.numbers import find_amounts
from crosscheck.reading.claims_names import find_names
from crosscheck.text import overlap, trim
from crosscheck.wording import lowered, pattern_of, plain_words

ROLES = ("headline", "body", "heading", "list_item", "caption", "key_facts", "disclosure", "score")
STAGES = ("speculated", "discussed", "negotiated", "agreed", "signed", "in force", "ended")
MODALITIES = ("conditional", "reportedly", "may", "plans", "will")
COLUMNS = {"start": "int64", "end": "int64", "quote": "str", "rule": "str", "names": "object", "denied": "bool",
           "stage": "str", "modality": "str", "numbers": "object", "attribution": "Int64"}
NEAR, LONGEST = 300, 4000
QUOTED = re.compile(r'"[^"\n]{1,600}"')
ASIDE = re.compile(r"(?:\b(?:which|who|that)\s(?:is|are|was|were|do|does|did|has|have|had|would|will|can|could|may)?\s?"
                   r"|,\s)$")
CUT = re.compile(r"""
    ;\s | (?<=\s)-{1,2}(?=\s)
  | ,\s(?P<coordinate>but|and|yet|so|or)\s(?=(?:the|an?|it|he|she|they|we|this|that|his|her|its|their|there)\b)
  | ,\s(?P<contrast>but|while|whereas|although|though|however)\b
  | ,\s(?P<relative>which|who|whose|where)\s
  | \s(?P<because>because|(?:(?:just|only|shortly|soon|immediately|long|hours|days|weeks|months|years)\s){0,3}
      (?:after|before))\s(?=[^,]{0,240}$)
    """, re.VERBOSE)
AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|"
                       r"should|says?|[a-z]{2,7}n't|cannot|(?<=\s)\w{2,20}ed)\b")


class Clause(NamedTuple):
    """One clause and the rule that cut it out."""

    start: int
    end: int
    rule: str


def find_claims(text: str, sentences: pd.DataFrame, attributions: pd.DataFrame) -> pd.DataFrame:
    """The claims of `text`, in order.

    Columns as in `tables.TABLES["claims"]` without the ids; `attribution` is the row position in `attributions`,
    missing if the clause stands in none. `numbers` are texts `low|high|unit`.
    """
    low = lowered(text)
    kept = [(start, end, role) for start, end, role in
            zip(sentences["start"], sentences["end"], sentences["role"], strict=True) if role in ROLES]
    verbs = frozenset(plain_words("inflections"))
    clauses = [clause for start, end, role in kept for clause in _clauses(low, start, end, role, verbs)]
    names = _Places([(each.start, each.name) for each in find_names(text, kept)])
    numbers = _Places([(each.start, str(each)) for each in find_amounts(text)])
    negations = _Places([(start, label) for start, label in _labels(low, "negation")
                         if label != "without" and not ASIDE.search(low, max(0, start - 14), start)])
    stages, modalities = (_Places(_labels(low, name)) for name in ("stages", "modality"))
    covering = _Attributions(attributions)
    rows = []
    for start, end, rule in clauses:
        rows.append((
            start, end, text[start:end], rule, list(dict.fromkeys(names.within(start, end))),
            bool(negations.within(start, end)),
            _furthest(stages.within(start, end)), _modality(modalities.within(start, end)),
            numbers.within(start, end), covering.of(start, end)))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(COLUMNS)
    return pd.DataFrame({name: pd.Series(list(cells), dtype=dtype)
                         for (name, dtype), cells in zip(COLUMNS.items(), columns, strict=True)})


def _clauses(low: str, start: int, end: int, role: str, verbs: frozenset[str]) -> Iterator[Clause]:
    """The clauses of one sentence; a part without a verb stays with the part before it, and quotations whole."""
    if role in ("heading", "key_facts") and not _has_verb(low[start:end], verbs):
        return
    begin, rule = start, "clause.sentence"
    quoted = [match.span() for match in QUOTED.finditer(low, start, end)]
    for match in CUT.finditer(low, start, end) if end - start <= LONGEST else ():
        place = bisect_right(quoted, (match.start(), 0)) - 1
        if place >= 0 and match.start() < quoted[place][1]:
            continue
        before = low[max(begin, match.start() - NEAR):match.start()]
        if _has_verb(before, verbs) and _has_verb(low[match.end():min(end, match.end() + NEAR)], verbs):
            yield from _clause(low, begin, match.start(), rule)
            begin, rule = _after(match), f"clause.{match.lastgroup or 'break'}"
    yield from _clause(low, begin, end, rule)


def _after(match: re.Match) -> int:
    return match.start(match.lastgroup) if match.lastgroup else match.end()


def _clause(low: str, start: int, end: int, rule: str) -> Iterator[Clause]:
    start, end = trim(low, start, end)
    if end - start > 2:
        yield Clause(start, end, rule)


def _has_verb(part: str, verbs: frozenset[str]) -> bool:
    return bool(AUXILIARY.search(part)) or any(word in verbs for word in part.split())


def _labels(low: str, name: str) -> list[tuple[int, str]]:
    pattern, rules = pattern_of(name)
    return [(match.start(), rules[match.lastgroup].label) for match in pattern.finditer(low)]


class _Places:
    """Labels by where they begin."""

    def __init__(self, places: list[tuple[int, str]]) -> None:
        places.sort()
        self._starts, self._labels = [start for start, _ in places], [label for _, label in places]

    def within(self, start: int, end: int) -> list[str]:
        """The labels that begin in `[start, end)`, in order."""
        return self._labels[bisect_left(self._starts, start):bisect_left(self._starts, end)]


class _Attributions:
    """The content spans of attributions, to ask which one covers a clause."""

    def __init__(self, attributions: pd.DataFrame) -> None:
        spans = [(start, end, row) for row, content in enumerate(attributions["content"]) for start, end in content]
        self._spans = sorted(spans)
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in spans), default=0)

    def of(self, start: int, end: int) -> int | None:
        """The row whose content covers at least half of the clause; of several the shortest."""
        first = bisect_left(self._starts, start - self._longest)
        held = [(right - left, row) for left, right, row in self._spans[first:bisect_right(self._starts, end)]
                if 2 * overlap((left, right), (start, end)) >= end - start]
        return min(held)[1] if held else None


def _furthest(labels: list[str]) -> str | None:
    return max(labels, key=STAGES.index) if labels else None


def _modality(labels: list[str]) -> str:
    return min(labels, key=MODALITIES.index) if labels else "did"
