"""Which findings are one question? Findings of one kind that meet in the same words become one row, strongest first.

A row begins with the strongest finding left and takes in passages that differ in the same way from one it holds, up to
four. Two passages are set side by side once: what else they differ in is seen there. A passage that stands in many rows
waits. Not found: one question in findings of several kinds.
"""

import heapq
from collections import Counter, defaultdict
from itertools import zip_longest
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.findings import Finding, named_apart

MOST_PASSAGES = 4
MOST_AGREEING = 3   # passages taken in that give a number which the row has already
NEAR_HEADLINES = 0.2
RELATED = 0.08      # how near a passage must be that gives the same number
AS_STRONG = 0.7     # a finding that brings a passage to a row has this share of the row's strength
TIREDNESS = 0.25    # how much a row waits for each earlier appearance of its passages

FIRST = 20          # rows that open the list, firm ones and such as report one event
LEADING, SURE = 14, 0.7  # firm rows among them, and how strong these are
IN_TURN = 2         # wide rows for each weaker firm row behind
# Notes that make a kind of their own.
GROUPED = frozenset("""list headline cause called share extent age part vote hour office reach piece cases
described""".split())

Span = tuple[int, int]
Group = tuple[str, str]


class Row(NamedTuple):
    """Passages that answer one question differently, each with the words that are its answer; kind and strength.

    `notes` are what the rules said; `found` is false if no rule named the difference.
    """

    kind: str
    strength: float
    members: tuple[tuple[int, Span], ...]
    notes: tuple[str, ...] = ()
    found: bool = True


def rows_of(findings: list[Finding], passages: Passages, most: int) -> list[Row]:
    """The rows made of the findings, at most so many, those most worth reading first."""
    heap = [(-finding.strength, place) for place, finding in enumerate(findings)]
    heapq.heapify(heap)
    meeting = _meeting(findings)
    uses: Counter[int] = Counter()
    seen: set[tuple[int, int]] = set()
    given: dict[tuple[Group, int], list[Span]] = defaultdict(list)
    taken: list[Row] = []
    while heap and len(taken) < most:
        score, place = heapq.heappop(heap)
        seed = findings[place]
        if _pair(seed.one, seed.other) in seen or _is_given(seed, given):
            continue
        current = seed.strength / (1 + TIREDNESS * (uses[seed.one] + uses[seed.other]) / 2)
        if -score > current + 1e-12:
            heapq.heappush(heap, (-current, place))
            continue
        row = _grown(seed, findings, meeting, passages)._replace(strength=current)
        numbers = [number for number, _ in row.members]
        seen |= {_pair(one, other) for i, one in enumerate(numbers) for other in numbers[i + 1:]}
        uses.update(numbers)
        for one, span in row.members:
            given[_group(seed), one].append(span)
            for place in meeting[_group(seed), one] if seed.note == "list" else ():
                for other in (findings[place].one, findings[place].other):
                    given[_group(seed), other].append(span)
        taken.append(row)
    return taken


def _group(finding: Finding) -> Group:
    """Findings of one group may be one question."""
    return finding.kind, finding.note if finding.note in GROUPED else ""


def _is_given(seed: Finding, given: dict[tuple[Group, int], list[Span]]) -> bool:
    """The words of one side are an answer in a row of this group already; plain wording may be looked at twice."""
    group = _group(seed)
    return group != ("wording", "") and any(
        group[1] in ("list", "headline") or _overlap(span, its)
        for one, span in ((seed.one, seed.one_span), (seed.other, seed.other_span)) for its in given[group, one])


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _meeting(findings: list[Finding]) -> dict[tuple[Group, int], list[int]]:
    """For each group and passage the places of its findings, strongest first."""
    found = defaultdict(list)
    for place in sorted(range(len(findings)), key=lambda place: (-findings[place].strength, place)):
        finding = findings[place]
        found[_group(finding), finding.one].append(place)
        found[_group(finding), finding.other].append(place)
    return found


def _grown(seed: Finding, findings: list[Finding], meeting: dict[tuple[Group, int], list[int]],
           passages: Passages) -> Row:
    """The row that begins with `seed`."""
    members = {seed.one: seed.one_span, seed.other: seed.other_span}
    notes = {seed.note: None}
    for place in _reached(seed, members, findings, meeting):
        finding = findings[place]
        if len(members) == MOST_PASSAGES or finding.strength < AS_STRONG * seed.strength:
            break
        for held, held_span, new, new_span in ((finding.one, finding.one_span, finding.other, finding.other_span),
                                               (finding.other, finding.other_span, finding.one, finding.one_span)):
            if held in members and new not in members and _overlap(members[held], held_span) \
                    and _belongs(passages, members, new, new_span, seed):
                members[new] = new_span
                notes[finding.note] = None
                break
    if seed.kind == "number" and seed.note not in GROUPED:
        members |= _agreeing(members, passages)
    return Row(seed.kind, seed.strength, tuple(sorted(members.items())), tuple(notes))


def _agreeing(members: dict[int, Span], passages: Passages) -> dict[int, Span]:
    """The nearest further passages that give one of the numbers of the row, of the same thing."""
    held = [amount for one, (start, _) in members.items() for amount in passages.parsed[one].amounts
            if amount.start == start]
    found = []
    for one in members:
        for other, near in passages.neighbours[one]:
            if near < RELATED or passages.stories[one] != passages.stories[other]:
                continue
            amount = next((each for each in passages.parsed[other].amounts if other not in members and any(
                each.unit == its.unit and (each.low, each.high) == (its.low, its.high) for its in held)), None)
            if amount:
                found.append((-near, other, (amount.start, amount.end)))
    nearest: dict[int, Span] = {}
    for _, other, span in sorted(found):
        if len(nearest) < MOST_AGREEING:
            nearest.setdefault(other, span)
    return nearest


def _reached(seed: Finding, members: dict[int, Span], findings: list[Finding],
             meeting: dict[tuple[Group, int], list[int]]) -> list[int]:
    found = {place for one in members for place in meeting[_group(seed), one]}
    return sorted(found, key=lambda place: (-findings[place].strength, place))


def leading(firm: list[Row]) -> tuple[list[Row], list[Row]]:
    """The firm rows that open the list, and the weaker ones without mere wording."""
    first = [row for row in firm if row.strength > SURE and row.notes != ("",)][:LEADING]
    return first, [row for row in firm if row not in first and (row.kind != "wording" or row.notes != ("",))]


def mixed(wide: list, firm: list[Row]) -> list:
    """Some wide rows and a firm one in turn."""
    turns = zip_longest(*(wide[place::IN_TURN] for place in range(IN_TURN)), firm)
    return [row for turn in turns for row in turn if row]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _belongs(passages: Passages, members: dict[int, Span], new: int, span: Span, seed: Finding) -> bool:
    """The row has not these very words of this article yet; a headline is near to all headlines of the row."""
    words = passages.parsed[new].low[slice(*span)]
    if seed.note == "headline" and any(passages.nearness(one, new) < NEAR_HEADLINES for one in members):
        return False
    if seed.kind == "number" and any(named_apart(passages.parsed[one], passages.parsed[new]) for one in members):
        return False
    return not any(passages.articles[one] == passages.articles[new]
                   and passages.parsed[one].low[slice(*its)] == words for one, its in members.items())
