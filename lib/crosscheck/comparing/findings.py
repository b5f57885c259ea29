"""In which one thing do two passages of a folder differ, in which words, and how surely?

Every finder looks at passages that are near each other, or that count the same thing, and gives findings: a kind, two
passages, the differing words of each, and a strength that can be set beside the strengths of other finders. What
`compare_passages` names is held against what the passages share; numbers must count one thing in one context. Not
found: differences between passages that share hardly a word.
"""

import functools
import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.detectors import compared, least_of_nearest
from crosscheck.comparing.differences import Difference
from crosscheck.comparing.differences_amounts import counts_same, neighbours_of
from crosscheck.comparing.differences_clauses import AUXILIARIES
from crosscheck.comparing.differences_edits import CALENDAR
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.differences_quotes import altered_words, is_reworded
from crosscheck.comparing.differences_standing import LIMITS, RULED
from crosscheck.comparing.differences_words import following_stem
from crosscheck.numbers import CURRENCIES, INFINITE, Amount, are_disjoint
from crosscheck.wording import stem

NEAREST = 0.12     # passages less near are compared in numbers only
TWICE = 0.4        # how near two passages of one article must be
FAR = 1.5          # times the smaller of two figures
FARTHEST = 10      # times the smaller of two figures that may count one thing
MOST_PAIRS = 8000  # neighbours that are compared, the nearest of the folder
MANY = 60          # a thing that more passages count is compared among neighbours only
# Opposites that are none in the news, and opposites that need passages that say nearly the same.
PREPOSITIONS = frozenset("with without against before after inside outside into from up down over under".split())
LOOSE = frozenset(map(stem, """early earlier late later morning night evening day first last more less most least she he
high low majority minority few many local national domestic foreign international public private""".split()))
VAGUE = ("several", "a couple", "a handful", "dozens", "scores", "hundreds", "thousands", "tens of", "millions",
         "billions")
MONEY = frozenset(CURRENCIES.values())
SPANS_OF_TIME = frozenset("second minute hour day week month year time".split())
SPAN = re.compile(r"\b(?:in|over|during|within|for|across)\b(?: (?:just|only|about|nearly))?(?: the)?"
                  r"(?: (?:past|last|previous|first|course of|space of|same))?(?: \w{1,12})? "
                  r"(?P<unit>hour|day|week|month|year)s?\b")
WORLD = re.compile(r"\b(?:globally|worldwide|around the world|across the world|in the world)\b")
OTHER_SPAN = 0.5   # how much amounts count that are counted over unlike spans of time, or in the world and in a place
# How near two passages must be for a difference of a kind to be believed, and how strong it is then.
GATES = {"antonym": (0.12, 0.75), "negation": (0.3, 0.45), "scope": (0.4, 0.55), "stage": (0.2, 0.4),
         "modality": (0.2, 0.4), "actor": (0.15, 0.7), "quote": (0.1, 0.8), "term": (0.12, 0.6)}
IMPLICIT = frozenset("""prevent prevented preventing block blocked blocking deny denied denies denying fail failed
refuse refused reject rejected unless without whether if until stop stopped bar barred ban banned halt halted hardly
barely only unlikely""".split())


class Finding(NamedTuple):
    """Passages `one` and `other` differ in the words at their spans; `note` is what a rule says of it."""

    strength: float
    kind: str
    one: int
    one_span: tuple[int, int]
    other: int
    other_span: tuple[int, int]
    note: str = ""


def stated_differences(passages: Passages) -> Iterator[Finding]:
    """What `compare_passages` names between neighbours, where the passages share enough for the kind.

    An article that widens or limits its own words says no two things.
    """
    for one, other, near in near_pairs(passages, NEAREST):
        a, b = passages.parsed[one], passages.parsed[other]
        for found in compared(a.text, b.text):
            itself = found.kind == "scope" and passages.articles[one] == passages.articles[other]
            if found.kind in GATES and not itself and _is_believed(found, a, b, near):
                x, y = _whole_words(found, a, b)
                yield Finding(GATES[found.kind][1] + near, found.kind, one, x, other, y, found.note)


def near_pairs(passages: Passages, least: float) -> list[tuple[int, int, float]]:
    """Neighbours at least so near, each pair once, in order; passages of one article only if they say much the same.

    Of a large folder only the nearest pairs are looked at.
    """
    return [pair for pair in _nearest_pairs(passages) if pair[2] >= least]


@functools.lru_cache(maxsize=1)
def _nearest_pairs(passages: Passages) -> list[tuple[int, int, float]]:
    near_enough = [(one, other, near) for one, found in enumerate(passages.neighbours) for other, near in found
                   if near >= NEAREST and (near >= TWICE or passages.articles[one] != passages.articles[other])]
    least = least_of_nearest([near for _, _, near in near_enough], MOST_PAIRS)
    pairs = {(min(one, other), max(one, other)): near for one, other, near in near_enough if near >= least}
    nearest = sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:MOST_PAIRS]
    return sorted((one, other, near) for (one, other), near in nearest)


def _is_believed(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """Whether the passages share enough for the kind, and the words stand in the same place."""
    if near < GATES[found.kind][0] or a.text.rstrip().endswith("?") != b.text.rstrip().endswith("?"):
        return False
    rule = _RULES.get(found.kind)
    return rule is None or rule(found, a, b, near)


def _denies_the_same(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """What is denied is no adverb and no name, and nothing turns the other passage round."""
    one, other, start, place = ((a, b, found.a_start, found.b_start) if _is_mark(a, found.a_start)
                                else (b, a, found.b_start, found.a_start))
    word = word_at(other, place)
    return (one.low[start:start + 3] not in ("nor", "nei") and one.low[max(0, start - 3):start] != "or "
            and not other.negations and not other.low[slice(*other.spans[word])].endswith("ly")
            and not other.capitals[word] and not turned_round(other, word))


def _is_opposed(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """The opposites stand before the same word, or the passages say nearly the same."""
    i, j = word_at(a, found.a_start), word_at(b, found.b_start)
    x, y = following_stem(a, i), following_stem(b, j)
    if _begins_name(a, i) and _begins_name(b, j):
        return False
    if {a.low[slice(*a.spans[i])], b.low[slice(*b.spans[j])]} & PREPOSITIONS:
        return False
    if a.stems[i] in LOOSE or b.stems[j] in LOOSE or _is_verb(a, i) or _is_verb(b, j):
        return near >= 0.45 and len(a.negations) == len(b.negations)
    return x == y != "" and x[0].isalpha() or near >= 0.45


def _begins_name(passage: Passage, word: int) -> bool:
    """The word and the next both have a capital: the opposites are parts of two names."""
    return (passage.text[passage.spans[word][0]].isupper() and word + 1 < len(passage.spans)
            and passage.capitals[word + 1])


def _is_verb(passage: Passage, word: int) -> bool:
    """A word that follows an auxiliary or `to`, or has the ending of a verb and no noun behind it."""
    before = passage.low[slice(*passage.spans[word - 1])] if word else ""
    low = passage.low[slice(*passage.spans[word])]
    return before in AUXILIARIES or before in ("to", "not") or low.endswith("ing") or (
        low.endswith("ed") and not following_stem(passage, word)) or low.endswith("s") and not low.endswith("ss")


def _has_same_object(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """What the agent did it to stands before the passive too; another agent needs passages that say much the same."""
    if found.note != "agent left out":
        return near >= 0.3
    is_active = a.low[found.a_start:found.a_end].count(" ") > 0
    active, end, passive, start = ((a, found.a_end, b, found.b_start) if is_active
                                   else (b, found.b_end, a, found.a_start))
    verb = word_at(passive, start)
    following = [root for (first, _), root in zip(active.spans, active.stems, strict=True) if root and first >= end][:5]
    subject = {root for i, root in enumerate(passive.stems[:verb]) if passive.clauses[i] == passive.clauses[verb]}
    return bool(set(following) & (subject - {""}))


def _is_hedged(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """The hedge is no month (`may`, not `May` inside a sentence) and opens no question (`asked if`)."""
    return not any(passage.capitals[word_at(passage, start)] and passage.low.startswith("may", start)
                   or passage.low.endswith("asked ", 0, start)
                   for passage, start in ((a, found.a_start), (b, found.b_start)))


def _is_wide(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    return near >= 0.5 or found.note != "all"


def _is_far_along(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """One of the stages binds; talks and negotiations are told apart only where the passages say much the same."""
    return near >= 0.35 or bool(RULED & set(found.note.split(" / ")))


def _is_no_other_land(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    return near >= 0.5 or found.note not in ("country", "city")


def _is_reworded(found: Difference, a: Passage, b: Passage, near: float) -> bool:
    """A content word was altered; quotations that share one word alone need passages that are near."""
    shared = _stems_in(a, found.a_start, found.a_end) & _stems_in(b, found.b_start, found.b_end)
    return (len(shared) > 1 or near >= 0.3) and is_reworded(a, (found.a_start, found.a_end),
                                                            b, (found.b_start, found.b_end))


def _stems_in(passage: Passage, start: int, end: int) -> set[str]:
    return {root for root, (first, _) in zip(passage.stems, passage.spans, strict=True)
            if root and start <= first < end}


_RULES = {"actor": _has_same_object, "quote": _is_reworded, "negation": _denies_the_same, "antonym": _is_opposed,
          "scope": _is_wide, "stage": _is_far_along, "term": _is_no_other_land, "modality": _is_hedged}


def _is_mark(passage: Passage, start: int) -> bool:
    return any(mark.start == start for mark in passage.negations)


def word_at(passage: Passage, place: int) -> int:
    """The number of the word that begins at `place`, or of the first behind it."""
    return min(bisect_left(passage.spans, (place, 0)), len(passage.spans) - 1)


def turned_round(passage: Passage, word: int) -> bool:
    """A word of the clause turns round what is said plainly: `prevented`, `unless`."""
    return any(passage.low[slice(*span)] in IMPLICIT for i, span in enumerate(passage.spans)
               if passage.clauses[i] == passage.clauses[word])


def _whole_words(found: Difference, a: Passage, b: Passage) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words to show: a negation or hedge with what it bears on, a verb with its auxiliaries."""
    x, y = (found.a_start, found.a_end), (found.b_start, found.b_end)
    if found.kind == "quote":
        return altered_words(a, x, b, y)
    if found.kind in ("negation", "modality") or found.note in LIMITS:
        return with_verb(a, x), with_verb(b, y)
    return x, y


def with_verb(passage: Passage, span: tuple[int, int]) -> tuple[int, int]:
    """From the auxiliaries before the words to the first content word from their start on."""
    first, limiting = word_at(passage, span[0]), {mark.start for mark in passage.scopes}
    while first and passage.low[slice(*passage.spans[first - 1])] in AUXILIARIES | {"not", "never", "no"}:
        first -= 1
    last = next((i for i in range(first, min(first + 6, len(passage.spans))) if passage.stems[i]
                 and passage.low[slice(*passage.spans[i])] not in AUXILIARIES and passage.spans[i][1] >= span[1]
                 and not _is_mark(passage, passage.spans[i][0]) and passage.spans[i][0] not in limiting), first)
    return passage.spans[first][0], max(span[1], passage.spans[last][1])


def number_differences(passages: Passages) -> Iterator[Finding]:
    """Amounts of one thing that exclude each other, in a like context."""
    holders = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for amount in parsed.amounts:
            if amount.unit not in ("", "nth"):
                holders[amount.unit].append((one, amount))
    for unit, held in holders.items():
        for one, x, other, y in _met(passages, held):
            if _is_one_thing(x, y) and are_apart(x, y):
                strength = _number_strength(passages, one, x, other, y)
                alike = 2 * min(_size(x), _size(y)) > max(_size(x), _size(y))
                if strength >= (0.95 if unit in SPANS_OF_TIME else 0.6 if alike else 0.8):
                    yield Finding(0.3 + strength, "number", one, (x.start, x.end), other, (y.start, y.end), unit)


def _met(passages: Passages, held: list[tuple[int, Amount]]) -> Iterator[tuple[int, Amount, int, Amount]]:
    """Pairs of amounts of one unit in two passages; where many passages have the unit, of neighbours only."""
    amounts = defaultdict(list)
    for one, amount in held:
        amounts[one].append(amount)
    few = len(amounts) <= MANY
    for one in amounts:
        others = amounts if few else (other for other, _ in passages.neighbours[one] if other in amounts)
        for other in others:
            if one < other or not few and all(one != each for each, _ in passages.neighbours[other]):
                first, second = min(one, other), max(one, other)
                yield from ((first, x, second, y) for x in amounts[first] for y in amounts[second])


def _is_one_thing(x: Amount, y: Amount) -> bool:
    """Both count the same kind of thing, or give one figure with other bounds."""
    return counts_same(x, y) or x.unit == y.unit and _size(x) == _size(y)


def _number_strength(passages: Passages, one: int, x: Amount, other: int, y: Amount) -> float:
    """How surely two amounts are of one thing: what their contexts share, their nouns, their size, the names."""
    a, b = passages.parsed[one], passages.parsed[other]
    if _is_settled(x, b) or _is_settled(y, a) or is_vague(a, x) or is_vague(b, y) or _is_age(a, x) or _is_age(b, y):
        return 0.0
    around_x, around_y = neighbours_of(a, x), neighbours_of(b, y)
    least = min(weight_of(passages, around_x), weight_of(passages, around_y)) or 1.0
    context = weight_of(passages, around_x & around_y) / least
    sizes = sorted((_size(x), _size(y)))
    nouns = bool((set(x.heads) & set(y.heads)) - {"of"})
    near = passages.nearness(one, other)
    same = passages.articles[one] == passages.articles[other]
    if same and (near < TWICE or not sizes[0] >= 0.5 * sizes[1]) or sizes[1] > FARTHEST * sizes[0] > 0:
        return 0.0
    if x.unit in MONEY and not _beside(a, x) & _beside(b, y):
        return 0.0
    strength = context + near + 0.2 * nouns + 0.15 * (sizes[0] > 0.5 * sizes[1]) + _shared_names(a, b)
    opposed = {x.low, y.low} > {0.0} and INFINITE in (x.high, y.high)
    strength *= 0.6 if sizes[0] == sizes[1] and not opposed else 1.0
    elsewhere = bool(WORLD.search(a.low)) != bool(WORLD.search(b.low))
    return strength * (OTHER_SPAN if elsewhere or _over(a, x) != _over(b, y) else 1.0)


def _over(passage: Passage, amount: Amount) -> tuple[float, str] | None:
    """The span of time that an amount is counted over: `in the past three weeks`, `over two days`."""
    around = SPAN.search(passage.low, amount.end, amount.end + 60) or SPAN.search(
        passage.low, max(0, amount.start - 50), amount.start)
    spans = [each for each in passage.amounts if around and around.start() <= each.start <= around.end()
             and each.unit in SPANS_OF_TIME]
    return (spans[0].low, spans[0].unit) if spans else (1.0, around["unit"]) if around else None


def _is_settled(amount: Amount, passage: Passage) -> bool:
    """The other passage gives the very amount too, or one that agrees with it."""
    return any(each.unit == amount.unit and not are_apart(each, amount) for each in passage.amounts)


def are_apart(x: Amount, y: Amount) -> bool:
    """No value fits both, or one is a bound and its figure far from the other's: `up to 40`, `more than 15`."""
    if are_disjoint(x, y):
        return True
    smaller, larger = sorted((_size(x), _size(y)))
    return not (x.is_point and y.is_point) and larger >= FAR * smaller > 0


def _size(amount: Amount) -> float:
    return amount.high if amount.high < INFINITE else amount.low


def _beside(passage: Passage, amount: Amount) -> set[str]:
    """The content words close to an amount."""
    place = word_at(passage, amount.end)
    return {root for root in passage.stems[max(0, place - 5):place + 5] if root and not root[0].isdigit()}


def is_vague(passage: Passage, amount: Amount) -> bool:
    """An amount that hardly says how much (`several`, `a handful of`), or what a rate is counted by (`per 100`)."""
    return passage.low.startswith(VAGUE, amount.start) or passage.low.endswith("per ", 0, amount.start)


def _is_age(passage: Passage, amount: Amount) -> bool:
    """Somebody's years: ages are held against each other by the name they stand beside (`findings_facts`)."""
    return passage.low.startswith(("-old", " old", "s old"), amount.end)


def _shared_names(a: Passage, b: Passage) -> float:
    """Some credit for a name that both passages have; debit where each has names and none is shared."""
    one, other = names_in(a), names_in(b)
    return 0.1 if one & other else -0.45 if named_apart(a, b) else 0.0


def named_apart(a: Passage, b: Passage) -> bool:
    """Each passage has names inside the sentence, and none that the other has."""
    inside = [{root for root, capital in zip(passage.stems, passage.capitals, strict=True) if root and capital}
              - CALENDAR for passage in (a, b)]
    return all(inside) and not names_in(a) & names_in(b)


def names_in(passage: Passage) -> set[str]:
    """The stems of words that begin with a capital, days and months left out."""
    return {root for root, (start, _) in zip(passage.stems, passage.spans, strict=True)
            if root and passage.text[start].isupper()} - CALENDAR


def weight_of(passages: Passages, words) -> float:
    """How much words tell together; `fsum`, so that the order of a set does not matter."""
    return math.fsum(passages.weights.get(word, 0.0) for word in words)
