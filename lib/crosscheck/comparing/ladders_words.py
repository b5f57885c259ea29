"""What is a limit about, whatever its wording? Words that two articles must share to state the same limit.

A restriction becomes the stems of the content words in its act, protected class and bound party, and for words of a
kind ("enter", "admission"; "provide", "access") their family from `limit_families.tsv`. Rare words weigh more than
words that most restrictions of the folder use. Not found: synonyms outside the families.
"""

import functools
import math
from collections import Counter

import pandas as pd

from crosscheck import lexicon
from crosscheck.comparing.words import FAMILY, STOPWORDS, stem
from crosscheck.text import tokens

FEWEST = 2
_BODIES = """administration government governor governors president state states federal officials authorities agency
agencies court courts judge justices country city county council ministry department""".split()
_BINDING = frozenset("""shall must may cannot can't allow allowed permit permitted ban banned bar barred prohibit limit
limited restrict restricted require required order ordered direct directed such any all potential possible proposed
current planned cover covers target targets relate relates apply applies""".split())


def words_of(restrictions: pd.DataFrame) -> list[frozenset[str]]:
    """For each row the words that say what it limits, in the order of the rows."""
    columns = [restrictions[name].fillna("").tolist() for name in ("bound_party", "act", "protected")]
    return [limit_words(" ".join(cells)) for cells in zip(*columns, strict=True)]


def without_bodies(words: frozenset[str]) -> frozenset[str]:
    """`words` without those that only name who governs ("administration"), which many limits share."""
    return words - _bodies()


@functools.cache
def _bodies() -> frozenset[str]:
    return frozenset(stem(word) for word in _BODIES)


@functools.lru_cache(maxsize=20_000)
def limit_words(text: str) -> frozenset[str]:
    """The stems and families in `text` that say what a limit is about."""
    return frozenset(kin for token in tokens(text) if (kin := kin_of(token.folded)))


@functools.lru_cache(maxsize=50_000)
def kin_of(word: str) -> str:
    """The family or the stem of a folded word; empty for words that do not say what is limited."""
    word = "un" + word[4:] if word.startswith("non-") else word
    if word in STOPWORDS and not family_of(word) or word in _BINDING or len(word) < 2:
        return ""
    return family_of(word) or stem(word)


@functools.lru_cache(maxsize=50_000)
def family_of(word: str) -> str:
    """The family of limited acts that `word` belongs to, or the empty string."""
    return next((FAMILY + rule.label for rule in lexicon.load("limit_families") if rule.regex.fullmatch(word)), "")


def weights_of(words: list[frozenset[str]]) -> dict[str, float]:
    """How much each word tells one limit from another: more, the fewer rows use it."""
    counts = Counter(word for row in words for word in row)
    return {word: math.log(1 + len(words) / count) for word, count in counts.items()}


def likeness(a: frozenset[str], b: frozenset[str], weights: dict[str, float]) -> float:
    """The weight of the shared words against that of each row's words, from 0 to 1; 0 if they share only one."""
    if len(a & b) < FEWEST:
        return 0.0
    shared, left, right = (math.fsum(weights[w] for w in words) for words in (a & b, a, b))  # the same in any order
    return shared / (0.7 * min(left, right) + 0.3 * max(left, right))


def neighbours(words: list[frozenset[str]], weights: dict[str, float], at_least: float,
               most_common: int = 60) -> list[list[tuple[int, float]]]:
    """For each row the other rows with a likeness of `at_least`, best first.

    Only rows that share a word which at most `most_common` rows use are looked at, so the work grows with the rows.
    """
    places: dict[str, list[int]] = {}
    for number, row in enumerate(words):
        for word in sorted(row):
            places.setdefault(word, []).append(number)
    found = []
    for number, row in enumerate(words):
        others = {n for word in row if len(places[word]) <= most_common for n in places[word] if n != number}
        pairs = [(n, likeness(row, words[n], weights)) for n in sorted(others)]
        found.append(sorted((p for p in pairs if p[1] >= at_least), key=lambda p: (-p[1], p[0])))
    return found
