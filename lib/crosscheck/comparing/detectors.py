"""Which pairs of passages may answer one question differently? One detector for each way in which they can.

Each detector looks at all passages of a folder and scores pairs; its scores are only compared with each other, never
with another detector's. Whoever merges them goes by rank. A detector looks at neighbours, or at the few passages that
share a rare thing, so that none meets every pair. Not found: differences between passages that share neither a rare
word, nor a thing counted, nor an opposite.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage, bare
from crosscheck.numbers import Amount
from crosscheck.wording import pattern_of

Scores = dict[tuple[int, int], float]
LEADS = 3           # sentences at the top of an article, its headline among them
CLOSE = 12          # neighbours that are compared for negation, modality and stage
MANY = 60           # a thing that more passages share is compared among neighbours only
SHARED_HEAD = 14    # passages that may share a noun before it says little
RARE = 7            # passages that may share a word for it to be a topic of its own


def nearest(passages: Passages) -> Scores:
    """The six nearest neighbours of each passage."""
    return _scores((one, other, near) for one, found in enumerate(passages.neighbours) for other, near in found[:6])


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
            likeness = max(map(_amount_likeness, *zip(*((a, b) for a in by_passage[one] for b in by_passage[other]),
                                                      strict=True)))
            if likeness:
                _keep(found, one, other, near + likeness)
    return found


def _amount_likeness(a: Amount, b: Amount) -> float:
    if (a.low, a.high) == (b.low, b.high):
        return 0.0
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


def opposites(passages: Passages) -> Scores:
    """A word against its opposite, neither passage holding both."""
    holders = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for root in sorted(parsed.content):
            holders[root].append(one)
    found: Scores = {}
    for root, other_root in _opposite_roots(passages, holders):
        rarity = math.log(1 + len(holders[root]) + len(holders[other_root]))
        for one, other, near in _pairs(passages, holders[root], holders[other_root]):
            if other_root not in passages.parsed[one].content and root not in passages.parsed[other].content:
                _keep(found, one, other, (0.05 + near) / rarity)
    return found


def _opposite_roots(passages: Passages, holders: dict[str, list[int]]) -> list[tuple[str, str]]:
    pairs = {tuple(sorted(pair)) for parsed in passages.parsed for pair in parsed.opposites.items()}
    pairs |= {tuple(sorted((root, bare(root)))) for root in holders if bare(root)}
    return sorted((a, b) for a, b in pairs if a in holders and b in holders)


def negations(passages: Passages) -> Scores:
    """Neighbours of which one negates."""
    return _unlike(passages, [bool(parsed.negations) for parsed in passages.parsed])


def modalities(passages: Passages) -> Scores:
    """Neighbours of which one is surer than the other: did, will, may."""
    return _unlike(passages, [_labels("modality", parsed) for parsed in passages.parsed])


def stages(passages: Passages) -> Scores:
    """Neighbours in which the matter has come less or more far: discussed, agreed, signed."""
    return _unlike(passages, [_labels("stages", parsed) for parsed in passages.parsed])


def _labels(name: str, parsed: Passage) -> frozenset[str]:
    pattern, rules = pattern_of(name)
    return frozenset(rules[match.lastgroup].label for match in pattern.finditer(parsed.low))


def _unlike(passages: Passages, marked: list) -> Scores:
    return _scores((one, other, near) for one, found in enumerate(passages.neighbours)
                   for other, near in found[:CLOSE] if marked[one] != marked[other])


def quotations(passages: Passages) -> Scores:
    """Quoted words against a neighbour that has part of them."""
    found: Scores = {}
    for one, parsed in enumerate(passages.parsed):
        for start, end in parsed.quotes:
            words = {stem for stem, (a, b) in zip(parsed.stems, parsed.spans, strict=True)
                     if start <= a and b <= end and stem in passages.weights}
            total = sum(passages.weights[word] for word in words)
            for other, near in passages.neighbours[one] if words else ():
                shared = sum(passages.weights[word] for word in words if word in passages.bags[other])
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


# Each detector with the kind of difference that it hints at.
DETECTORS: dict[str, tuple[Callable[[Passages], Scores], str]] = {
    "nearest": (nearest, "wording"), "leads": (leads, "wording"), "amounts": (amounts, "number"),
    "modifiers": (modifiers, "term"), "opposites": (opposites, "antonym"), "negations": (negations, "negation"),
    "modalities": (modalities, "modality"), "stages": (stages, "stage"), "quotations": (quotations, "quote"),
    "rare_words": (rare_words, "wording"),
}


def _pairs(passages: Passages, some: list[int], others: list[int] | None = None) -> Iterator[tuple[int, int, float]]:
    """Pairs of `some` with `others`, or with each other, and their nearness; where there are many, neighbours only."""
    second = some if others is None else others
    if len(some) > MANY or len(second) > MANY:
        wanted = set(second)
        for one in some:
            yield from ((one, other, near) for other, near in passages.neighbours[one] if other in wanted)
        return
    for place, one in enumerate(some):
        for other in some[place + 1:] if others is None else others:
            if one != other:
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
