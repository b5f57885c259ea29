"""In which words do a few passages differ, and how is that put as a question?

The differing words are those that `differences` names; where it names none, they are the longest stretch that no other
passage of the row has. The question is made of the words that the passages share and of the readings themselves.
Not found: a question as a person would phrase it.
"""

import re
from typing import NamedTuple

from crosscheck.comparing.differences import Difference
from crosscheck.comparing.differences_passage import Passage
from crosscheck.lexicon import load
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS

ASKS = {
    "number": "How many or how much", "date": "When", "antonym": "Which of two opposites", "negation": "Yes or no",
    "scope": "How far does it reach", "stage": "How far along", "modality": "How sure", "actor": "Who",
    "source": "On whose word", "quote": "Which words were said", "term": "Which word", "wording": "How is it put",
    "correction": "What was corrected", "update": "What is the latest",
}
DIFFER = {
    "number": "give different numbers", "date": "give different times", "antonym": "use opposite words",
    "negation": "differ in what they deny", "scope": "differ in a word that limits or widens",
    "stage": "differ in how far the matter has come", "modality": "differ in how sure they are",
    "actor": "name different actors", "source": "rest on different sources", "quote": "give quoted words differently",
    "term": "use different words at the same place", "correction": "differ, and one passage corrects",
    "update": "give counts that move with the days", "precision": "agree, some more exactly than others",
    "wording": "put a related matter in different words",
}
LONGEST_VALUE = 8    # words
LONGEST_TOPIC = 4    # words
LONGEST_SHOWN = 60   # characters of a value inside a question


class Value(NamedTuple):
    """The words of one reading, and where they stand in its passage."""

    text: str
    spans: tuple[tuple[int, int], ...]


def stance(passage: Passage, attributed: bool) -> str:
    """How a passage puts what it says: `corrects`, `denies`, `doubts`, `reports` or `asserts`."""
    for rule in load("stances"):
        if rule.regex.search(passage.low):
            return rule.label
    return "reports" if attributed else "asserts"


def difference_value(passage: Passage, spans: list[tuple[int, int]]) -> Value:
    """The words at `spans`, those inside others left out, joined where they stand in different places."""
    kept = sorted(span for span in set(spans)
                  if not any(o != span and o[0] <= span[0] and span[1] <= o[1] for o in spans))
    words = dict.fromkeys(" ".join(passage.text[start:end].split()) for start, end in kept)
    return Value(" … ".join(words), tuple(kept))


def own_words(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Value:
    """The weightiest stretch of up to eight words, inside one clause, of which no other passage has a content word."""
    shared = frozenset().union(*(other.content for other in others))
    best, best_weight = (0, 0), 0.0
    for first, stem in enumerate(passage.stems):
        if stem and stem not in shared:
            last, weight = _stretch(passage, first, shared, weights)
            if weight > best_weight:
                best, best_weight = (first, last), weight
    if not best_weight:
        best = (0, min(LONGEST_VALUE, len(passage.spans)) - 1)
    start, end = passage.spans[best[0]][0], passage.spans[best[1]][1]
    return Value(" ".join(passage.text[start:end].split()), ((start, end),))


def _stretch(passage: Passage, first: int, shared: frozenset, weights: dict[str, float]) -> tuple[int, float]:
    last, weight = first, 0.0
    for place in range(first, min(first + LONGEST_VALUE, len(passage.stems))):
        stem = passage.stems[place]
        if passage.clauses[place] != passage.clauses[first] or stem in shared:
            break
        if stem:
            last, weight = place, weight + weights.get(stem, 0.0)
    return last, weight


def topic(passages: list[Passage], weights: dict[str, float]) -> str:
    """The weightiest words that at least two of the passages share, as one passage with most of them has them."""
    counts = {}
    for passage in passages:
        for root in sorted(passage.content):
            counts[root] = counts.get(root, 0) + 1
    shared = [root for root, count in counts.items() if count > 1 and root in weights and not root.isdigit()]
    best = set(sorted(shared, key=lambda root: (-counts[root] * weights[root], root))[:LONGEST_TOPIC])
    holder = max(passages, key=lambda passage: len(best & passage.content))
    words, seen = [], set()
    for stem, (start, end) in zip(holder.stems, holder.spans, strict=True):
        if stem in best and stem not in seen:
            seen.add(stem)
            words.append(re.sub(r"['’]s$", "", holder.text[start:end]))
    return " ".join(words)


def question_text(kind: str, about: str, values: list[str]) -> str:
    """A short question: what is asked, the words shared, and the readings."""
    shown = list(dict.fromkeys(f'"{_short(value)}"' for value in values))
    asked = f"{ASKS[kind]} ({about})" if about else ASKS[kind]
    return f"{asked}: {_either(shown)}?"


def reasoning_text(kind: str, articles: int, passages: int, values: list[str]) -> str:
    """One sentence: how many passages of how many articles differ in what."""
    shown = list(dict.fromkeys(f'"{_short(value)}"' for value in values))
    where = f"{articles} articles" if articles > 1 else "one article"
    return f"{passages} passages of {where} {DIFFER[kind]}: {_either(shown, 'and')}."


def same_value(value: str) -> str:
    """What two values must share to be one: their content words in lower case."""
    words = re.findall(r"[^\W_]+(?:[.,'][^\W_]+)*|[%$£€]", fold(value).lower())
    return " ".join(word for word in words if word not in FUNCTION_WORDS) or fold(value).lower()


def spans_of(kind: str, found: list[Difference], first: bool) -> list[tuple[int, int]]:
    """Where the differences of one kind stand in the first, or the second, of two passages."""
    return [(each.a_start, each.a_end) if first else (each.b_start, each.b_end) for each in found if each.kind == kind]


def _short(value: str) -> str:
    value = re.sub(r'["“”]', "", value)
    if len(value) <= LONGEST_SHOWN:
        return value
    return value[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"


def _either(shown: list[str], word: str = "or") -> str:
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {word} {shown[-1]}"
