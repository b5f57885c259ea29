"""What must be known of one passage before it is set beside another?

`parse_passage` reads a passage once: its words with their stems, its clauses, amounts, dates, quotations,
negations, and the words that have an opposite. It is kept, so that a passage that meets many others costs its
reading once. Clauses are cut at punctuation and conjunctions, not parsed. Of each kind of thing only the
first `MOST` are kept, so that a passage of thousands of words costs no more than a long sentence.
"""

import functools
import json
import re
from importlib import resources
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.comparing.differences_dates import Day, days_of, find_days
from crosscheck.numbers import Amount, find_amounts
from crosscheck.text import WORD
from crosscheck.wording import FUNCTION_WORDS, beginnings, lowered, pattern_of, plain_words, stem

Dates = tuple[tuple[int, int, str | None, str | None], ...]
BREAKS = frozenset(
    "but and while although though because that which who whom whose whether if when where after before as since so or "
    "until despite unless than".split())
MOST = 40
MARKING = ("negation", "scope", "modality", "stages", "corrections", "source_cues", "responses")
PREFIXES = (("non-", ""), ("non", ""), ("un", ""), ("anti-", ""), ("anti", ""), ("il", "l"), ("ir", "r"))
_QUOTE = re.compile(r'"([^"\n]{4,600})"')
_SINGLE = re.compile(r"(?<![\w'\"])'([a-z][^'\n\"]{12,300})'(?![\w'])")
_STOP = re.compile(r"[.!?:\n]")
_BREAK = re.compile(r"[,;:()\n]| - |--|\.\s")


class Mark(NamedTuple):
    """A word or phrase that a lexicon knows: its place, its label, and the number of its first word."""

    start: int
    end: int
    label: str
    word: int


class Kin(NamedTuple):
    """A word that is a member of a family (`lexicons/families.tsv`), and its number in the passage."""

    family: str
    member: str
    word: int


class Passage(NamedTuple):
    """One passage, read. `stems[i]` is empty for a function word; `place[stem]` is the first word with that stem."""

    text: str
    low: str
    spans: tuple[tuple[int, int], ...]
    stems: tuple[str, ...]
    clauses: tuple[int, ...]
    capitals: tuple[bool, ...]
    place: dict[str, int]
    content: frozenset[str]
    opposites: dict[str, str]
    opposed: frozenset[str]
    amounts: tuple[Amount, ...]
    days: tuple[Day, ...]
    quotes: tuple[tuple[int, int], ...]
    negations: tuple[Mark, ...]
    scopes: tuple[Mark, ...]
    modalities: tuple[Mark, ...]
    stages: tuple[Mark, ...]
    kin: tuple[Kin, ...]
    cues: tuple[Mark, ...]
    responses: tuple[Mark, ...]
    turns: tuple[int, ...]


@functools.lru_cache(maxsize=65536)
def parse_passage(text: str, dates: Dates | None = None) -> Passage:
    """`text`, read; `dates` are its time expressions as (start, end, earliest, latest), else days are looked for."""
    low = lowered(text)
    spans = tuple(match.span() for match in WORD.finditer(text))
    words = [low[start:end] for start, end in spans]
    stems = tuple("" if word.isdigit() or word in FUNCTION_WORDS and not text[start + 1:end].isupper() else stem(word)
                  for word, (start, end) in zip(words, spans, strict=True))
    place: dict[str, int] = {}
    for i, root in enumerate(stems):
        if root:
            place.setdefault(root, i)
    opposites, turned = _opposites_in(place), plain_words("opposed_words")
    amounts = find_amounts(text)[:MOST]
    marks = _marks(low, {start: i for i, (start, _) in enumerate(spans)})
    return Passage(
        text, low, spans, stems, _clauses(low, spans, words), _capitals(text, spans), place,
        frozenset(place), opposites, frozenset(opposites), amounts,
        (find_days(low) if dates is None else days_of(dates, low))[:MOST],
        _quotes(low),
        _denials(marks["negation"], amounts),
        marks["scope"], marks["modality"], marks["stages"], _kin(words, stems)[:MOST],
        marks["corrections"] + marks["source_cues"], marks["responses"],
        tuple(i for i, word in enumerate(words) if word in turned)[:MOST])


def _quotes(low: str) -> tuple[tuple[int, int], ...]:
    """What stands in quotation marks; in single ones only where no double one stands."""
    pattern = _QUOTE if '"' in low else _SINGLE if low.count("'") > 1 else None
    return tuple(match.span(1) for match in pattern.finditer(low))[:MOST] if pattern else ()


def _clauses(low: str, spans: tuple[tuple[int, int], ...], words: list[str]) -> tuple[int, ...]:
    """The number of the clause that each word stands in."""
    numbers, clause, before = [], 0, 0
    for (start, end), word in zip(spans, words, strict=True):
        if word in BREAKS or (start != before + 1 or low[before] != " ") and _BREAK.search(low, before, start):
            clause += 1
        numbers.append(clause)
        before = end
    return tuple(numbers)


def _capitals(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[bool, ...]:
    """Which words begin with a capital where no sentence begins."""
    return tuple([text[start].isupper() and i > 0 and not _STOP.search(text, spans[i - 1][1], start)
                  for i, (start, _) in enumerate(spans)])


def clause_stems(passage: Passage, mark: Mark) -> list[str]:
    """The content stems of the clause that a mark stands in."""
    clause = passage.clauses[mark.word]
    return [root for root, number in zip(passage.stems, passage.clauses, strict=True) if root and number == clause]


def is_denied(passage: Passage, word: int) -> bool:
    """A negation stands before the word in its clause."""
    return any(mark.word <= word and passage.clauses[mark.word] == passage.clauses[word] for mark in passage.negations)


def _marks(low: str, starts: dict[int, int]) -> dict[str, tuple[Mark, ...]]:
    """The marks of each lexicon of `MARKING` that begin with a word; those of one lexicon do not overlap."""
    begin, lexicons = beginnings(MARKING)
    found: dict[str, list[Mark]] = {name: [] for name in MARKING}
    ends = dict.fromkeys(MARKING, 0)
    for beginning in begin.finditer(low):
        place = beginning.start()
        for name in lexicons[low[place:place + 2]]:
            match = pattern_of(name)[0].match(low, place) if place >= ends[name] else None
            if match:
                ends[name] = match.end()
                if place in starts and len(found[name]) < MOST:
                    label = pattern_of(name)[1][match.lastgroup].label
                    found[name].append(Mark(place, match.end(), label, starts[place]))
    return {name: tuple(marks) for name, marks in found.items()}


def _denials(marks: tuple[Mark, ...], amounts: tuple[Amount, ...]) -> tuple[Mark, ...]:
    """The negations; one that denies no more than a place in a row (`not the first`) has the label `ordinal`."""
    rows = [amount.start for amount in amounts if amount.unit == "nth"]
    return tuple(mark._replace(label="ordinal") if any(mark.end < start < mark.end + 7 for start in rows) else mark
                 for mark in marks)


def _kin(words: list[str], stems: tuple[str, ...]) -> tuple[Kin, ...]:
    """The members of families, `United States` before `States`."""
    known, opening, found = families(), _opening_pairs(), []
    for i, root in enumerate(stems):
        pair = known.get(f"{words[i - 1]} {words[i]}") if i and words[i - 1] in opening else None
        found += [Kin(family, member, i) for family, member in pair or known.get(root, ())]
    return tuple(found)


@functools.cache
def _opening_pairs() -> frozenset[str]:
    """The first words of the pairs among the members of families."""
    return frozenset(known.split()[0] for known in families() if " " in known)


@functools.cache
def families() -> dict[str, tuple[tuple[str, str], ...]]:
    """Stem, or pair of words, to its families and its member in each."""
    known: dict[str, list[tuple[str, str]]] = {}
    for rule in lexicon.load("families"):
        for word in rule.pattern.split("|"):
            known.setdefault(word if " " in word else stem(word), []).append((rule.label, rule.rule_id))
    return {root: tuple(found) for root, found in known.items()}


def _opposites_in(place: dict[str, int]) -> dict[str, str]:
    """Each stem that is the opposite of a word here, and that word's stem."""
    known, found = opposites(), {}
    for root in place:
        for other in known.get(root, ()):
            found.setdefault(other, root)
    return found


@functools.cache
def opposites() -> dict[str, tuple[str, ...]]:
    """Stem to the stems of its opposites: WordNet's antonyms and the lexicon's own."""
    stems, pairs = _shipped("antonym_stems"), [(a, b) for a, b in _shipped("wordnet_antonyms")]
    roots = {word: stems.get(word, word) for pair in pairs for word in pair}
    for rule in lexicon.load("antonyms"):
        pairs += [(a, b) for a in rule.pattern.split("|") for b in rule.label.split("|")]
    barred = plain_words("antonyms_barred")
    known: dict[str, dict[str, None]] = {}
    for a, b in pairs:
        if (a in barred and b in barred[a].split("|")) or (b in barred and a in barred[b].split("|")):
            continue
        one, other = roots.get(a) or stem(a), roots.get(b) or stem(b)
        if one != other:
            known.setdefault(one, {})[other] = None
            known.setdefault(other, {})[one] = None
    return {root: tuple(others) for root, others in known.items()}


def _shipped(name: str):
    """A data file of the lexicons; `antonym_stems` holds WordNet's words whose stem is another word."""
    return json.loads((resources.files("crosscheck") / "lexicons" / f"{name}.json").read_text(encoding="utf-8"))


@functools.lru_cache(maxsize=262_144)
def bare(root: str) -> str:
    """A stem without a prefix that turns it round, or an empty text: `unlocked` is `locked` turned round."""
    return next((root[len(prefix):] for prefix, letter in PREFIXES
                 if root.startswith(prefix + letter) and len(root) - len(prefix) >= 4), "")
