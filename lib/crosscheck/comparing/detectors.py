"""Which pairs of passages may answer one question differently? One detector for each way in which they can.

Each detector looks at all passages of a folder and scores pairs; its scores are only compared with each other, never
with another detector's. Whoever merges them goes by rank. A detector looks at neighbours, or at the few passages that
share a rare thing, so that none meets every pair. Not found: differences between passages that share neither a rare
word nor a thing counted.
"""

import functools
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences import Difference, compare_passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.numbers import Amount

Scores = dict[tuple[int, int], float]
LEADS = 3           # sentences at the top of an article, its headline among them
CLOSE = 12          # neighbours that are compared word by word
MOST_COMPARED = 8000  # pairs compared in a folder, the nearest first
NO_SUBSTANCE = frozenset({"precision", "source", "wording"})
LONGEST_SEARCHED = 3000  # characters of a passage that are searched for lists
SAID_AGAIN = 0.85   # share of the smaller passage's words that the larger must have to say the same
MANY = 60           # a thing that more passages share is compared among neighbours only
SHARED_HEAD = 14    # passages that may share a noun before it says little
RARE = 7            # passages that may share a word for it to be a topic of its own
TIME = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|"
    r"november|december|yesterday|today|tomorrow|days?|weeks?|months?|years?|hours?|minutes?|morning|evening|night|"
    r"earlier|later|season)\b")
_ITEM = r"\b[\w$'&-]{1,30}+(?: [\w$'&-]{1,30}+){0,4}"
LIST = re.compile(rf"{_ITEM}[,;] {_ITEM}(?:[,;] {_ITEM}){{0,20}}[,;]? (?:and|or) {_ITEM}")


def leads(passages: Passages) -> Scores:
    """The headlines and first sentences of the articles against each other."""
    top = [one for one in range(len(passages)) if passages.order[one] < LEADS]
    return _scores((one, other, near) for one, other, near in _pairs(passages, top)
                   if near > 0.03 and passages.articles[one] != passages.articles[other])


def amounts(passages: Passages) -> Scores:
    """Different amounts of the same thing counted; more if the noun is the same and the amounts are of one size."""
    holders = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for amount in parsed.amounts:
            if amount.unit not in ("", "nth"):
                holders[amount.unit].append((one, amount))
    found: Scores = {}
    for held in holders.values():
        by_passage = defaultdict(list)
        for one, amount in held:
            by_passage[one].append(amount)
        for one, other, near in _pairs(passages, list(by_passage)):
            likeness = _amounts_likeness(by_passage[one], by_passage[other])
            if likeness:
                _keep(found, one, other, near + likeness)
    return found


def _amounts_likeness(some: list[Amount], others: list[Amount]) -> float:
    """How like the most alike amounts are that the passages do not share; 0 if there are none."""
    same = {(a.low, a.high) for a in some} & {(b.low, b.high) for b in others}
    rest = [[amount for amount in held if (amount.low, amount.high) not in same] for held in (some, others)]
    return max((_amount_likeness(a, b) for a in rest[0] for b in rest[1]), default=0.0)


def _amount_likeness(a: Amount, b: Amount) -> float:
    smaller, larger = sorted((max(a.low, a.high if a.high < math.inf else a.low),
                              max(b.low, b.high if b.high < math.inf else b.low)))
    same_size = 0.15 if larger and smaller / larger > 0.5 else 0.0
    return 0.1 + same_size + (0.05 if set(a.heads) & set(b.heads) else 0.0)


def modifiers(passages: Passages) -> Scores:
    """The same noun with different words before it: a brief visit, a long visit."""
    holders = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for head, modifier in _modified(parsed, passages.weights):
            holders[head].append((one, modifier))
    found: Scores = {}
    for held in holders.values():
        different = len({one for one, _ in held})
        if 2 <= different <= SHARED_HEAD:
            for place, (one, modifier) in enumerate(held):
                for other, its in held[place + 1:]:
                    if one != other and modifier != its:
                        _keep(found, one, other, (0.1 + passages.nearness(one, other)) / math.log(1 + different))
    return found


def _modified(parsed: Passage, weights: dict[str, float]) -> Iterator[tuple[str, str]]:
    """Each word with the word right before it, both of content."""
    for place in range(1, len(parsed.stems)):
        modifier, head = parsed.stems[place - 1], parsed.stems[place]
        between = parsed.low[parsed.spans[place - 1][1]:parsed.spans[place][0]]
        if modifier in weights and head in weights and between.isspace() and not head.isdigit():
            yield head, modifier


def stated(passages: Passages) -> Scores:
    """Neighbours between which `differences` names a difference of substance, as near as they are."""
    least = least_of_nearest([near for found in passages.neighbours for _, near in found[:CLOSE]], MOST_COMPARED)
    near = {(min(one, other), max(one, other)): score for one, found in enumerate(passages.neighbours)
            for other, score in found[:CLOSE] if score >= least}
    found: Scores = {}
    for (one, other), score in sorted(near.items(), key=lambda item: (-item[1], item[0]))[:MOST_COMPARED]:
        kinds = {each.kind for each in compared(passages.parsed[one].text, passages.parsed[other].text)}
        if kinds - NO_SUBSTANCE:
            found[one, other] = score
    return found


def least_of_nearest(near: list[float], most: int) -> float:
    """How near the farthest of the `most` nearest pairs is at least, if each stands in the list once or twice."""
    return sorted(near, reverse=True)[2 * most - 1] if len(near) > 2 * most else -math.inf


@functools.lru_cache(maxsize=65536)
def compared(one: str, other: str) -> tuple[Difference, ...]:
    """The differences between two passages, kept, since several steps ask."""
    return tuple(compare_passages(one, other))


def agree(one: Passage, other: Passage) -> bool:
    """One passage has hardly a content word that the other has not, and no difference of substance is named."""
    smaller = min(len(one.content), len(other.content))
    return (len(one.content & other.content) >= SAID_AGAIN * smaller
            and not {each.kind for each in compared(one.text, other.text)} - NO_SUBSTANCE)


def times(passages: Passages) -> Scores:
    """Neighbours that name different days, months or spans of time."""
    named = [frozenset(TIME.findall(parsed.low)) for parsed in passages.parsed]
    return _scores((one, other, near) for one, found in enumerate(passages.neighbours) for other, near in found
                   if named[one] and named[other] and named[one] != named[other])


def lists(passages: Passages) -> Scores:
    """Neighbours that each list three things or more, the more the lists share."""
    listed = [_listed(parsed, passages.weights) for parsed in passages.parsed]
    found: Scores = {}
    for one, neighbours in enumerate(passages.neighbours):
        for other, near in neighbours if listed[one] else ():
            if listed[other] and listed[one] != listed[other]:
                shared = _weight(passages, listed[one] & listed[other])
                smaller = min(_weight(passages, listed[one]), _weight(passages, listed[other]))
                if shared:
                    _keep(found, one, other, near + shared / smaller)
    return found


def _listed(parsed: Passage, weights: dict[str, float]) -> frozenset[str]:
    """The content words inside the lists of a passage."""
    spans = list_spans(parsed.low)
    if not spans:
        return frozenset()
    return frozenset(stem for stem, (start, _) in zip(parsed.stems, parsed.spans, strict=True)
                     if stem in weights and any(first <= start < last for first, last in spans))


@functools.lru_cache(maxsize=65536)
def list_spans(low: str) -> tuple[tuple[int, int], ...]:
    """Where lists stand in a lowered passage, kept, since two steps ask."""
    opens = [place for mark in (", ", "; ") if (place := low.find(mark, 0, LONGEST_SEARCHED)) >= 0]
    closes = max(low.rfind(word, 0, LONGEST_SEARCHED) for word in (" and ", " or "))
    if not opens or closes < min(opens):
        return ()
    return tuple(match.span() for match in LIST.finditer(low, 0, LONGEST_SEARCHED))


def _weight(passages: Passages, words: frozenset[str]) -> float:
    """How much the words tell together; `fsum`, so that the order of a set does not matter."""
    return math.fsum(passages.weights[word] ** 2 for word in words)


def quotations(passages: Passages) -> Scores:
    """Quoted words against a neighbour that has part of them."""
    found: Scores = {}
    for one, parsed in enumerate(passages.parsed):
        for start, end in parsed.quotes:
            words = {stem for stem, (a, b) in zip(parsed.stems, parsed.spans, strict=True)
                     if start <= a and b <= end and stem in passages.weights}
            total = math.fsum(passages.weights[word] for word in words)
            for other, near in passages.neighbours[one] if words else ():
                shared = math.fsum(passages.weights[word] for word in words if word in passages.bags[other])
                share = shared / total * min(1.0, len(words) / 4)
                if share > 0.25:
                    _keep(found, one, other, 0.5 * share + near)
    return found


def rare_words(passages: Passages) -> Scores:
    """Passages that share a word which few have."""
    holders = defaultdict(list)
    for one, bag in enumerate(passages.bags):
        for word in bag:
            holders[word].append(one)
    found: Scores = {}
    for held in holders.values():
        if 2 <= len(held) <= RARE and len({passages.articles[one] for one in held}) > 1:
            for one, other, near in _pairs(passages, held):
                _keep(found, one, other, near / math.log(1 + len(held)))
    return found


DETECTORS: dict[str, Callable[[Passages], Scores]] = {
    "leads": leads, "rare_words": rare_words, "stated": stated, "amounts": amounts, "modifiers": modifiers,
    "times": times, "lists": lists, "quotations": quotations,
}


def _pairs(passages: Passages, some: list[int]) -> Iterator[tuple[int, int, float]]:
    """Pairs of `some` passages and their nearness; where there are many, neighbours only."""
    if len(some) > MANY:
        wanted = set(some)
        for one in some:
            yield from ((one, other, near) for other, near in passages.neighbours[one] if other in wanted)
        return
    for place, one in enumerate(some):
        for other in some[place + 1:]:
            yield one, other, passages.nearness(one, other)


def _scores(pairs: Iterable[tuple[int, int, float]]) -> Scores:
    found: Scores = {}
    for one, other, score in pairs:
        _keep(found, one, other, score)
    return found


def _keep(found: Scores, one: int, other: int, score: float) -> None:
    pair = (one, other) if one < other else (other, one)
    if score > found.get(pair, 0.0):
        found[pair] = score
