"""Where do two passages differ in a degree, in a list, or in the words at the same place?

Degrees stand on scales (`lexicons/degrees.tsv`): a partial success and a major one are two degrees of one thing. Lists
that share items are held against each other. Passages that say much the same are laid on each other, and the
weightiest slot that they fill differently is how each puts it. Not found: degrees in verbs, and lists in sentences.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.detectors import list_spans
from crosscheck.comparing.differences_clauses import AUXILIARIES
from crosscheck.comparing.differences_edits import CALENDAR
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import Finding, near_pairs, weight_of, word_at
from crosscheck.comparing.slots import Slot, find_slots, words_of
from crosscheck.wording import plain_words

DEGREE, LISTED = 0.7, 0.4
HEADS = 14         # passages that may have a noun with a degree before it says little
TIMES = CALENDAR | frozenset("day week month year hour minut morn even night today yesterday tomorrow".split())
SAYING = frozenset("""citing cited adding said says say told tells tweeted wrote added remarked noted stated
announced reported asked post getty photo image contributor reuters twitter file caption""".split())
SHARED_ITEMS = 3   # content words that two lists share
FEW_LISTS = 12     # lists that may hold an item for it to bring two together
NEAR = 0.15        # passages less near are not laid on each other
CASED, NEAR_CASES = 0.6, 0.15
CASES = re.compile(r"\bin (?:some|certain|a few|several|many|most|rare|all) (?:cases|instances|circumstances|places|"
                   r"areas|parts|situations)\b")
FAINT = 0.12       # how near passages with a degree of one thing must be; half of it where few have the noun
FEW = 6
ENOUGH = 6         # content words shared, for two passages to say much the same
LEADING = frozenset("including include included includes such as will would is are was were has have like".split())
TELLS = 10.0       # weight of words that tell enough
ONE_SIDE = 0.75    # how much a slot counts that is held on one side only
SPELT_ALIKE = 0.8  # of two words, for them to be one in two spellings
FEWEST = 5         # content words of a passage that is laid on another


class Degree(NamedTuple):
    """A word of degree: its scale, its place on it, the noun's stems behind it, and where the phrase stands."""

    scale: str
    degree: str
    heads: tuple[str, ...]
    span: tuple[int, int]


def degree_differences(passages: Passages) -> Iterator[Finding]:
    """Different degrees of one thing in different articles: a partial success, a major success."""
    holders = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for degree in degrees_in(parsed):
            for head in degree.heads:
                holders[degree.scale, head].append((one, degree))
    for held in holders.values():
        if len({one for one, _ in held}) > HEADS:
            continue
        for place, (one, x) in enumerate(held):
            for other, y in held[place + 1:]:
                if x.degree != y.degree and passages.articles[one] != passages.articles[other]:
                    near = passages.nearness(one, other)
                    if near >= (FAINT if len(held) > FEW else FAINT / 2):
                        yield Finding(DEGREE + near, "scope", one, x.span, other, y.span, x.scale)


def degrees_in(passage: Passage) -> list[Degree]:
    """The words of degree in a passage, each with the noun that it is said of."""
    found, known = [], _degrees()
    for i, (start, end) in enumerate(passage.spans):
        for scale, degree in known.get(passage.low[start:end], ()):
            heads, last = _heads(passage, i, scale == "share")
            if heads:
                found.append(Degree(scale, degree, heads, (start, passage.spans[last][1])))
    return found


@functools.cache
def _degrees() -> dict[str, tuple[tuple[str, str], ...]]:
    known = defaultdict(list)
    for rule in lexicon.load("degrees"):
        for word in rule.pattern.split("|"):
            known[word].append((rule.label, rule.rule_id))
    return {word: tuple(found) for word, found in known.items()}


def _heads(passage: Passage, word: int, is_share: bool) -> tuple[tuple[str, ...], int]:
    """The stems of the noun behind a word of degree (behind `of`, for a share), and its last word."""
    first = word + 1
    if is_share:
        if first >= len(passage.spans) or passage.low[slice(*passage.spans[first])] != "of":
            return (), word
        first += 1
        while first < len(passage.spans) and not passage.stems[first] and first < word + 4:
            first += 1
    heads = []
    for i in range(first, min(first + 3, len(passage.spans))):
        gap = passage.low[passage.spans[i - 1][1]:passage.spans[i][0]]
        low = passage.low[slice(*passage.spans[i])]
        if not passage.stems[i] or passage.stems[i] in CALENDAR or i > first and (
                not gap.isspace() or low in plain_words("inflections") or low.endswith("ed")):
            break
        heads.append(passage.stems[i])
    words = [passage.low[slice(*passage.spans[i])] for i in range(first, first + len(heads))]
    is_plural = not is_share and any(word.endswith("s") and not word.endswith(("ss", "us")) for word in words)
    return () if is_plural else tuple(heads), first + len(heads) - 1


def part_differences(passages: Passages) -> Iterator[Finding]:
    """What holds in some cases in one passage, and without such a limit in the other."""
    for one, other, near in near_pairs(passages, NEAR_CASES):
        for a, b, turned in ((one, other, False), (other, one, True)):
            limited, plain = passages.parsed[a], passages.parsed[b]
            match = CASES.search(limited.low)
            if not match or CASES.search(plain.low) or passages.articles[a] == passages.articles[b]:
                continue
            first = word_at(limited, match.end())
            roots = [i for i in range(first, min(first + 5, len(limited.stems))) if limited.stems[i]][:2]
            places = [plain.place.get(limited.stems[i]) for i in roots]
            if len(roots) == 2 and None not in places and 0 < places[1] - places[0] <= 3:
                x = match.start(), limited.spans[roots[1]][1]
                spans = x, (plain.spans[places[0]][0], plain.spans[places[1]][1])
                yield Finding(CASED + near, "scope", one, spans[turned], other, spans[not turned], "cases")


def list_differences(passages: Passages) -> Iterator[Finding]:
    """Lists that share items, and of which one has an item that the other passage has not.

    They stand in neighbours, or share items that few lists have.
    """
    listed = [lists_in(parsed) for parsed in passages.parsed]
    for one, other, near in _listing(passages, listed):
        a, b = passages.parsed[one], passages.parsed[other]
        for x, items in listed[one]:
            for y, others in listed[other]:
                own, its = items - b.content, others - a.content
                shared = weight_of(passages, items & others)
                smaller = min(weight_of(passages, items), weight_of(passages, others))
                if len(items & others) >= SHARED_ITEMS and (own or its) and shared >= 0.4 * smaller:
                    strength = LISTED + near + 0.2 * shared / smaller - (0.0 if own and its else 0.25)
                    yield Finding(strength, "scope", one, x, other, y, "list")


def _listing(passages: Passages, listed: list) -> Iterator[tuple[int, int, float]]:
    """Neighbours, and passages of two articles whose lists share some items that few lists have."""
    pairs = {(one, other): near for one, other, near in near_pairs(passages, NEAR)}
    holders = defaultdict(list)
    for one, found in enumerate(listed):
        for word in sorted({word for _, items in found for word in items}):
            holders[word].append(one)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if len(held) <= FEW_LISTS:
            shared.update((one, other) for place, one in enumerate(held) for other in held[place + 1:]
                          if passages.articles[one] != passages.articles[other])
    for (one, other), items in shared.items():
        if items >= SHARED_ITEMS and (one, other) not in pairs:
            pairs[one, other] = passages.nearness(one, other)
    for (one, other), near in sorted(pairs.items()):
        yield one, other, near


def lists_in(passage: Passage) -> list[tuple[tuple[int, int], frozenset[str]]]:
    """Where lists stand in a passage, from the last word of the first item to the first words of the last; and their
    content words. Lists of names only are left out."""
    found = []
    for first, last in list_spans(passage.low):
        words = [i for i, (start, _) in enumerate(passage.spans) if first <= start < last]
        words = _trimmed(passage, words)
        if any(passage.low[slice(*passage.spans[i])] in AUXILIARIES for i in words):
            continue
        names = sum(passage.capitals[i] for i in words)
        if len(words) > 2 and 2 * names < sum(bool(passage.stems[i]) for i in words):
            found.append((words_of(passage, words[0], words[-1] + 1),
                          frozenset(passage.stems[i] for i in words if passage.stems[i])))
    return found


def _trimmed(passage: Passage, words: list[int]) -> list[int]:
    """The words of a list without what leads up to its first item and what follows the noun of its last."""
    items: list[list[int]] = [[]]
    for i in words:
        if items[-1] and passage.low[passage.spans[i - 1][1]] in ",;":
            items.append([])
        items[-1].append(i)
    first = max((place for place, item in enumerate(items[:-2]) if _is_lead_in(passage, item)), default=0)
    start = items[first][-1]
    last = max((i for i in items[-1] if passage.low[slice(*passage.spans[i])] in ("and", "or")), default=items[-1][0])
    end = last + 1
    while end <= words[-1] and passage.stems[end]:
        end += 1
    return list(range(start, end if end > last + 1 else last))


def _is_lead_in(passage: Passage, item: list[int]) -> bool:
    """An item that holds a verb, a small word or a name is where the list only begins, at its last word."""
    low = [passage.low[slice(*passage.spans[i])] for i in item]
    return sum(bool(passage.stems[i]) for i in item) > 3 or any(
        word in LEADING or passage.capitals[i] for word, i in zip(low, item, strict=True))


def slot_differences(passages: Passages) -> Iterator[Finding]:
    """The weightiest words at the same place, for passages of different articles that say much the same."""
    for one, other, near in near_pairs(passages, NEAR):
        a, b = passages.parsed[one], passages.parsed[other]
        if passages.articles[one] == passages.articles[other] or min(len(a.content), len(b.content)) < FEWEST:
            continue
        slots = [(_weight(passages, a, b, slot), slot) for slot in find_slots(a, b)]
        if slots:
            weight, slot = max(slots, key=lambda item: (item[0], -item[1].a1))
            strength = near * min(1.0, len(a.content & b.content) / ENOUGH) * (0.5 + 0.5 * min(1.0, weight / TELLS))
            strength *= 1.0 if slot.held == 2 else ONE_SIDE
            if weight:
                yield Finding(strength, "wording", one, words_of(a, slot.a1, slot.a2), other,
                              words_of(b, slot.b1, slot.b2))


def _weight(passages: Passages, a: Passage, b: Passage, slot: Slot) -> float:
    """How much the lighter of the two fillings tells; twice for a slot that is held on both sides."""
    one, other = set(a.stems[slot.a1:slot.a2]) - {""}, set(b.stems[slot.b1:slot.b2]) - {""}
    if not one - b.content or not other - a.content or _is_one_word(one - b.content, other - a.content):
        return 0.0
    filled = ((a, slot.a1, slot.a2), (b, slot.b1, slot.b2))
    if not _anchors(a, b, slot) or any(_is_counted(each, first) or _tells(each, first, last)
                                       for each, first, last in filled):
        return 0.0
    kinds = [(_is_name(*place), _is_time(*place), _has_verb(*place)) for place in filled]
    if kinds[0] != kinds[1]:
        return 0.0
    names = sum(kind[0] for kind in kinds)
    weight = min(TELLS, weight_of(passages, one), weight_of(passages, other)) * (1.0 + 0.5 * slot.held)
    return weight / (1 + names)


def _is_one_word(one: set[str], other: set[str]) -> bool:
    """Two spellings or forms of the same words."""
    x, y = ("".join(sorted(words)).replace("-", "") for words in (one, other))
    return "." in x[1:-1] or "." in y[1:-1] or x[:5] == y[:5] and len(one) == len(other) == 1 or (
        SequenceMatcher(None, x, y).ratio() > SPELT_ALIKE)


def _anchors(a: Passage, b: Passage, slot: Slot) -> int:
    """How many of the words right beside the slot are shared and neither names nor verbs of saying."""
    left = next((i for i in range(slot.a1 - 1, max(-1, slot.a1 - 4), -1) if a.stems[i]), -1)
    right = next((i for i in range(slot.a2, min(slot.a2 + 3, len(a.stems))) if a.stems[i]), -1)
    return sum(i >= 0 and a.stems[i] in b.content and not a.capitals[i]
               and a.low[slice(*a.spans[i])] not in SAYING for i in (left, right))


def _is_counted(passage: Passage, word: int) -> bool:
    """The word is part of an amount: another number is no other wording."""
    return any(amount.start <= passage.spans[word][0] < amount.end for amount in passage.amounts)


def _tells(passage: Passage, first: int, last: int) -> bool:
    """A verb of saying is among the words: who says it is another matter."""
    return any(passage.low[slice(*span)] in SAYING for span in passage.spans[first:last])


def _has_verb(passage: Passage, first: int, last: int) -> bool:
    """A word with the form of a past is among the words."""
    low = [passage.low[slice(*span)] for span in passage.spans[first:last]]
    return any(word.endswith("ed") or word in plain_words("inflections") for word in low)


def _is_time(passage: Passage, first: int, last: int) -> bool:
    """A day, a month or a length of time is among the words."""
    return any(root in TIMES for root in passage.stems[first:last])


def _is_name(passage: Passage, first: int, last: int) -> bool:
    """All content words of the filling are names."""
    return all(passage.capitals[i] for i, root in enumerate(passage.stems[first:last], start=first)
               if root)
