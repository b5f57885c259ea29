"""Where do two passages give another amount or another day for the same thing?

Amounts meet when they have the same unit and count the same thing; a word in the neighbourhood or a passage
that says nearly the same must speak for it. An amount for which the other passage has a match is settled. Not
found: amounts that one passage adds up and the other does not.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from crosscheck.comparing.differences_dates import Day, differ, in_some_year, unbounded
from crosscheck.comparing.differences_passage import Passage, families, is_denied
from crosscheck.numbers import INFINITE, Amount, are_disjoint
from crosscheck.wording import stem

WINDOW = 60
NEWLY = frozenset(map(stem, ("new", "additional", "extra", "further", "active", "another", "more")))
Pair = tuple[str, tuple[int, int], tuple[int, int], str]


def amount_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Kind, both spans and a note, for each pair of amounts that exclude each other or differ in precision.

    `near` is how alike the passages are, 0 to 1.
    """
    if not (a.amounts and b.amounts):
        return
    for x in a.amounts:
        same = [y for y in b.amounts if _agree(x, y)]
        best = max(same, key=lambda y: (_context(a, b, x, y), -y.start), default=None)
        if best and (best.low, best.high) != (x.low, x.high):
            yield "precision", (x.start, x.end), (best.start, best.end), f"{x.unit or 'number'} in other precision"
    left = [x for x in a.amounts if not any(_agree(x, y) for y in b.amounts) and not _is_denied(a, x)]
    right = [y for y in b.amounts if not any(_agree(x, y) for x in a.amounts) and not _is_denied(b, y)]
    for x, y in _paired(a, b, left, right, near):
        order = _order(_nearest_day(a, x), _nearest_day(b, y))
        grows = order and (y.high > x.low if order > 0 else x.high > y.low)
        yield "update" if grows else "number", (x.start, x.end), (y.start, y.end), x.unit or y.unit


def _agree(x: Amount, y: Amount) -> bool:
    """Both can hold of the same thing; the same figure without a unit agrees too."""
    if (x.low, x.high) == (y.low, y.high) and x.low > 12 and not (x.unit and y.unit):
        return True
    return counts_same(x, y) and not are_disjoint(x, y)


def _nearest_day(passage: Passage, amount: Amount) -> Day | None:
    return min(passage.days, key=lambda day: (abs(day.start - amount.start), day.start), default=None)


def _order(x: Day | None, y: Day | None) -> int:
    """1 if `y` is a later day than `x`, -1 if an earlier one, 0 if they overlap or are not known."""
    if not (x and y):
        return 0
    x, y = _on(x), _on(y)
    if not differ(x, y):
        return 0
    x, y = in_some_year(x), in_some_year(y)
    if x.latest and y.earliest and x.latest < y.earliest:
        return 1
    return -1 if y.latest and x.earliest and y.latest < x.earliest else 0


def _on(day: Day) -> Day:
    """`as of` and `by` a day, taken for that day."""
    return unbounded(day) if day.bound in ("asof", "until") else day


def _is_denied(passage: Passage, amount: Amount) -> bool:
    """A negation stands before the amount in its clause."""
    word = max(0, bisect_right(passage.spans, (amount.start, INFINITE)) - 1)
    return bool(passage.negations) and is_denied(passage, word)


def _paired(a: Passage, b: Passage, left: list[Amount], right: list[Amount],
            near: float) -> list[tuple[Amount, Amount]]:
    """Amounts of the same thing, the best context first, each used once."""
    scored = [(_context(a, b, x, y) + near, x, y) for x in left for y in right if counts_same(x, y)]
    pairs, used = [], set()
    for score, x, y in sorted(scored, key=lambda item: (-item[0], item[1].start, item[2].start)):
        if score < _needed(x, y) or ("a", x.start) in used or ("b", y.start) in used:
            continue
        used |= {("a", x.start), ("b", y.start)}
        pairs.append((x, y))
    return pairs


def _needed(x: Amount, y: Amount) -> float:
    """How much context it takes: less where the same noun is counted, more where none is named."""
    if not x.unit or x.unit == "nth":
        return 1.2
    return 0.7 if set(x.heads) & set(y.heads) else 1.0


def counts_same(x: Amount, y: Amount) -> bool:
    """Both amounts count the same kind of thing, of the same country, new or all, of a total or not."""
    if x.unit != y.unit:
        return False
    if x.unit == "nth":
        return bool(set(x.heads) & set(y.heads))
    return (bool(NEWLY & set(x.heads)) == bool(NEWLY & set(y.heads)) and ("of" in x.heads) == ("of" in y.heads)
            and _lands(x) == _lands(y))


def _lands(amount: Amount) -> frozenset[str]:
    """The countries among the words that modify what is counted: `400 Norwegian boats`."""
    return frozenset(member for root in amount.heads[:-1] for family, member in families().get(root, ())
                     if family == "country")


def _context(a: Passage, b: Passage, x: Amount, y: Amount) -> float:
    """Share of the smaller neighbourhood that both amounts have in common, 0 to 1."""
    near_x, near_y = neighbours_of(a, x), neighbours_of(b, y)
    return len(near_x & near_y) / (min(len(near_x), len(near_y)) or 1)


def neighbours_of(passage: Passage, amount: Amount | Day) -> frozenset[str]:
    """The content words about an amount or a day, what is counted left out."""
    first = bisect_left(passage.spans, (amount.start - WINDOW, 0))
    last = bisect_right(passage.spans, (amount.end + WINDOW, 0))
    unit = getattr(amount, "unit", "")
    return frozenset(root for (_, end), root in zip(passage.spans[first:last], passage.stems[first:last], strict=True)
                     if root and end <= amount.end + WINDOW and not root[0].isdigit() and root != unit)


def day_differences(a: Passage, b: Passage, near: float) -> Iterator[Pair]:
    """Kind, both spans and a note, for days of the same thing that exclude each other."""
    if not (a.days and b.days):
        return
    left = [x for x in _telling(a) if all(differ(x, y) for y in b.days)]
    right = [y for y in _telling(b) if all(differ(x, y) for x in a.days)]
    for x in left:
        for y in right:
            told = 0.5 * (_before(a, x) == _before(b, y) != "")
            if near + _context(a, b, x, y) + told >= (1.0 if x.day or x.year or x.earliest else 1.25):
                yield "date", (x.start, x.end), (y.start, y.end), ""


def _before(passage: Passage, day: Day) -> str:
    """The stem of the last content word before a day, at most four words away."""
    word = bisect_right(passage.spans, (day.start, 0))
    return next((root for root in reversed(passage.stems[max(0, word - 4):word]) if root), "")


def _telling(passage: Passage) -> Iterator[Day]:
    """The days that date something: not `as of`, not a year that is part of a name or counts things."""
    for day in passage.days:
        is_label = day.year and not day.month and passage.text[day.end + 1:day.end + 2].isupper()
        is_amount = any(amount.start < day.end and day.start < amount.end for amount in passage.amounts)
        if day.bound != "asof" and not is_label and not is_amount:
            yield day
