"""How is a difference between a few passages put as a question, and with what stance does a passage speak?

The question is made of the words that the passages share and of the readings themselves (`question_values`). Stances
come from `lexicons/stances.tsv`. Not found: a question as a person would phrase it.
"""

import functools
import re

from crosscheck.comparing.differences_passage import Passage
from crosscheck.lexicon import load

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
LONGEST_TOPIC = 4    # words
LONGEST_SHOWN = 60   # characters of a value inside a question


def stance(passage: Passage, attributed: bool) -> str:
    """How a passage puts what it says: `corrects`, `denies`, `doubts`, `reports` or `asserts`."""
    return _marked_stance(passage.low) or ("reports" if attributed else "asserts")


@functools.lru_cache(maxsize=65536)
def _marked_stance(low: str) -> str | None:
    return next((rule.label for rule in load("stances") if rule.regex.search(low)), None)


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


def _short(value: str) -> str:
    value = re.sub(r'["“”]', "", value)
    if len(value) <= LONGEST_SHOWN:
        return value
    return value[:LONGEST_SHOWN].rsplit(" ", 1)[0] + " …"


def _either(shown: list[str], word: str = "or") -> str:
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {word} {shown[-1]}"
