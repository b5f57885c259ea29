"""Which age of a person, which part of how many, which vote and which hour do two articles give?

An age stands right beside a name. A part is an amount of a whole (`five of the 180 boats`), a vote two figures beside a
word of voting, an hour a time of the clock. Ages are held against each other wherever the same name stands; the others
in passages of two articles that are near each other and have one of a kind. Not found: ages and hours in words.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import Finding, near_pairs
from crosscheck.numbers import find_amounts

SURE, LIKELY = 0.9, 0.6
NEAR = 0.17          # how near passages must be that give another part, vote or hour
FEWEST_SHARED = 3    # content words that such passages share
HALF_AN_HOUR = 30    # minutes that two hours may differ and be one
SAME_DAY = 1440
_NAME = r"(?P<first>[A-Z][\w'-]{1,20}) (?:[A-Z][\w.'-]{0,20} ){0,2}?(?P<last>[A-Z][\w'-]{1,25})"
_AGES = (re.compile(rf"\b{_NAME}, (?:aged |age )?(?P<value>[1-9]\d)(?=[,.;)]| of | who )"),
         re.compile(rf"\b(?P<value>[1-9]\d)-year-old (?:[a-z]+ ){{0,2}}{_NAME}"))
_MAY_BE_AGE = re.compile(r", (?:aged? )?[1-9]\d|\d-year-old")
_PART = re.compile(r"\bof (?:(?:the|its|their|his|her|our|some|about|all|nearly|roughly|more than) ){0,2}(?=\d)")
_VOTE = re.compile(r"\b(?P<value>\d{1,3}(?:-| to )\d{1,3})\b"
                   r"(?! (?:percent|years?|days?|weeks?|months?|hours?|minutes?))")
_VOTED = re.compile(r"\b(?:vot(?:e|ed|es|ing)|rul(?:ed|es|ing)|decision|passed|approved|rejected|majority|split|"
                    r"tally)\b")
_HOUR = re.compile(r"\b(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?")


class Given(NamedTuple):
    """What is given, for comparing, and where it stands."""

    value: tuple[float, ...]
    span: tuple[int, int]


def fact_differences(passages: Passages) -> Iterator[Finding]:
    """Ages, parts, votes and hours that differ between articles."""
    yield from _age_differences(passages)
    for note, kind, reader, differ in _READ:
        given = [reader(parsed) for parsed in passages.parsed]
        for one, other, near in near_pairs(passages, NEAR):
            shared = passages.parsed[one].content & passages.parsed[other].content
            if given[one] and given[other] and passages.articles[one] != passages.articles[other]:
                spans = differ(given[one], given[other])
                if spans and sum(root[0].isalpha() for root in shared) >= FEWEST_SHARED:
                    yield Finding(LIKELY + near, kind, one, spans[0], other, spans[1], note)


def _age_differences(passages: Passages) -> Iterator[Finding]:
    known: dict[tuple[str, str], list[tuple[int, Given]]] = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for pattern in _AGES if _MAY_BE_AGE.search(parsed.low) else ():
            for match in pattern.finditer(parsed.text):
                known[match["first"], match["last"]].append((one, Given((float(match["value"]),), match.span("value"))))
    for held in known.values():
        for place, (one, x) in enumerate(held):
            for other, y in held[place + 1:]:
                if x.value != y.value and passages.articles[one] != passages.articles[other]:
                    yield Finding(SURE, "number", one, x.span, other, y.span, "age")


def _parts(passage: Passage) -> list[Given]:
    """The part, the whole, and where the whole stands."""
    found = []
    for amount in passage.amounts:
        match = _PART.search(passage.low, amount.start, amount.end)
        whole = find_amounts(passage.text[match.end():amount.end]) if match else ()
        if whole and match.start() > amount.start and amount.is_point:
            found.append(Given((amount.low, whole[0].low, amount.start), (match.end(), amount.end)))
    return found


def _part_spans(some: list[Given], others: list[Given]) -> tuple | None:
    """The wholes, where one part is given of two wholes; the parts, where two parts are given of one whole."""
    for x in some:
        for y in others:
            same = x.value[0] == y.value[0], x.value[1] == y.value[1]
            if same == (True, False) and max(x.value[1], y.value[1]) <= 2 * min(x.value[1], y.value[1]):
                return x.span, y.span
            if same == (False, True):
                return tuple((int(each.value[2]), each.span[1]) for each in (x, y))
    return None


def _votes(passage: Passage) -> list[Given]:
    if not _VOTED.search(passage.low):
        return []
    return [Given(tuple(map(float, re.split("-| to ", match["value"]))), match.span("value"))
            for match in _VOTE.finditer(passage.low)]


def _hours(passage: Passage) -> list[Given]:
    """Times of the clock in minutes."""
    return [Given((int(match["hour"]) % 12 * 60 + int(match["minute"] or 0) + 720 * (match["half"] == "p"),),
                 match.span()) for match in _HOUR.finditer(passage.low)]


def _single_spans(some: list[Given], others: list[Given]) -> tuple | None:
    """The only fact of each, if they differ."""
    if len(some) != 1 or len(others) != 1 or some[0].value == others[0].value:
        return None
    return some[0].span, others[0].span


def _hour_spans(some: list[Given], others: list[Given]) -> tuple | None:
    spans = _single_spans(some, others)
    apart = abs(some[0].value[0] - others[0].value[0])
    return spans if spans and min(apart, SAME_DAY - apart) > HALF_AN_HOUR else None


_READ: tuple[tuple[str, str, Callable, Callable], ...] = (
    ("part", "number", _parts, _part_spans), ("vote", "number", _votes, _single_spans),
    ("hour", "date", _hours, _hour_spans))
