"""Which words of a passage are its reading, among a few passages that may differ?

Where `differences` names a difference, its words are the reading. Where only a detector hints at one, the words of
that kind are: a time, an amount, a quotation, a list, a noun with the word before it. Where neither has words, the
reading is the weightiest stretch that no other passage of the row has. Not found: a reading in scattered words.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.comparing.detectors import LIST, LONGEST_SEARCHED, TIME
from crosscheck.comparing.differences import Difference
from crosscheck.comparing.differences_passage import Passage
from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, stem

LONGEST_VALUE = 8    # words
_WHEN = re.compile(
    r"(?:\b(?:last|next|this|late|early|earlier|mid|on|in|two|three|four|five|six|several|few|\d{1,2})[ -]){0,3}"
    rf"{TIME.pattern}(?: (?:ago|later|earlier|\d{{1,2}}\b(?:, \d{{4}})?|morning|evening|night)){{0,2}}")


class Value(NamedTuple):
    """The words of one reading, and where they stand in its passage."""

    text: str
    spans: tuple[tuple[int, int], ...]


def stated_value(place: int, kind: str, pairs: dict[tuple[int, int], tuple[Difference, ...]],
                 passages: list[Passage]) -> Value | None:
    """The words of the passage at `place` in the differences of one kind; None if it has no part in them."""
    spans = []
    for (one, other), found in pairs.items():
        if place in (one, other):
            spans += [(each.a_start, each.a_end) if place == one else (each.b_start, each.b_end)
                      for each in found if each.kind == kind]
    return value_of(passages[place], spans) if spans else None


def hinted_value(place: int, hint: str, passages: list[Passage], weights: dict[str, float]) -> Value | None:
    """The words of the kind that a detector hints at; None if the passage has none."""
    passage, others = passages[place], passages[:place] + passages[place + 1:]
    spans = list(_HINTED[hint](passage, others, weights)) if hint in _HINTED else []
    return value_of(passage, spans[:1]) if spans else None


def value_of(passage: Passage, spans: list[tuple[int, int]]) -> Value:
    """The words at `spans`, those inside others left out, joined where they stand in different places."""
    kept = sorted(span for span in set(spans)
                  if not any(o != span and o[0] <= span[0] and span[1] <= o[1] for o in spans))
    words = dict.fromkeys(" ".join(passage.text[start:end].split()) for start, end in kept)
    return Value(" … ".join(words), tuple(kept))


def own_words(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Value:
    """The weightiest stretch of up to eight words, inside one clause, of which no other passage has a content word.

    A stretch right before or after a word that the passages share counts double.
    """
    shared = frozenset().union(*(other.content for other in others))
    best, best_weight = (0, min(LONGEST_VALUE, len(passage.spans)) - 1), 0.0
    for first, root in enumerate(passage.stems):
        if root and root not in shared:
            last, weight = _stretch(passage, first, shared, weights)
            beside = {passage.stems[at] for at in (first - 1, last + 1) if 0 <= at < len(passage.stems)} & shared
            weight *= 2 if beside - {""} else 1
            if weight > best_weight:
                best, best_weight = (first, last), weight
    return value_of(passage, [(passage.spans[best[0]][0], passage.spans[best[1]][1])])


def same_value(value: str) -> str:
    """What two values must share to be one: the stems of their content words."""
    words = re.findall(r"[^\W_]+(?:[.,'][^\W_]+)*|[%$£€]", fold(value).lower())
    return " ".join(stem(word) for word in words if word not in FUNCTION_WORDS) or fold(value).lower()


def _stretch(passage: Passage, first: int, shared: frozenset, weights: dict[str, float]) -> tuple[int, float]:
    last, weight = first, 0.0
    for place in range(first, min(first + LONGEST_VALUE, len(passage.stems))):
        root = passage.stems[place]
        if passage.clauses[place] != passage.clauses[first] or root in shared:
            break
        if root:
            last, weight = place, weight + weights.get(root, 0.0)
    return last, weight


def _times(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Iterator[tuple[int, int]]:
    for match in _WHEN.finditer(passage.low):
        start = match.start() + len(re.match(r"(?:(?:on|in)[ -])*", match.group())[0])
        if not any(re.search(rf"\b{re.escape(passage.low[start:match.end()])}\b", other.low) for other in others):
            yield start, match.end()


def _amounts(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Amounts of a thing that another passage counts too, first those that fewest others give alike."""
    found = []
    for amount in passage.amounts:
        rivals = [its for other in others for its in other.amounts if its.unit == amount.unit and amount.unit]
        alike = sum((its.low, its.high) == (amount.low, amount.high) for its in rivals)
        if rivals:
            found.append((alike / len(rivals), -len(rivals), amount.start, amount.end))
    yield from ((start, end) for _, _, start, end in sorted(found))


def _quotations(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Iterator[tuple[int, int]]:
    shared = frozenset().union(*(other.content for other in others))
    held = [(sum(weights.get(root, 0.0) for root, (a, b) in zip(passage.stems, passage.spans, strict=True)
                 if start <= a and b <= end and root in shared), start, end) for start, end in passage.quotes]
    yield from ((start, end) for weight, start, end in sorted(held, key=lambda one: (-one[0], one[1])) if weight)


def _modified(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Iterator[tuple[int, int]]:
    """A noun that another passage has with another word before it; the rarest noun first."""
    found = []
    for place in range(1, len(passage.stems)):
        modifier, head = passage.stems[place - 1], passage.stems[place]
        if modifier in weights and head in weights and passage.clauses[place - 1] == passage.clauses[place]:
            before = [other.stems[at - 1] for other in others for at in range(1, len(other.stems))
                      if other.stems[at] == head]
            if any(one in weights and one != modifier for one in before) and modifier not in before:
                found.append((-weights[head], passage.spans[place - 1][0], passage.spans[place][1]))
    yield from ((start, end) for _, start, end in sorted(found))


def _lists(passage: Passage, others: list[Passage], weights: dict[str, float]) -> Iterator[tuple[int, int]]:
    yield from (match.span() for match in LIST.finditer(passage.low, 0, LONGEST_SEARCHED))


_HINTED = {"date": _times, "number": _amounts, "quote": _quotations, "term": _modified, "scope": _lists}
