"""Which office of a person do two articles give, and since when, do they say, was something the greatest?

An office stands right before a name or behind it between commas; it counts where one article qualifies it and another
does not, or in another way: founder and co-founder, chairman and former chairman, acting director. A superlative with a
reach (the largest ever, the worst since 1990) is held against another reach of the same superlative in a passage near
it. Not found: a person whom each article calls by another office.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import Finding, near_pairs
from crosscheck.text import fold
from crosscheck.wording import stem

OFFICE, REACH = 0.85, 0.6
NEAR = 0.15          # how near passages with a superlative must be
MOST = 40            # passages that give one person an office, the first of the folder
_NAME = r"(?P<name>[A-Z][\w'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,2} [A-Z][\w'’-]{1,25})"
_QUALIFIED = (r"(?P<how>co-|(?:(?:former|ex|acting|interim|deputy|vice|assistant|associate|incoming|outgoing|then|"
              r"retired|current|new|temporary|honorary)[ -]){0,3})")
_LED_BY = r"(?i:(?:who is |who was |the |a |an |its |their |\w{3,20}'s? ){0,3})"
_GREATEST = (r"(?P<most>biggest|largest|highest|worst|lowest|deadliest|longest|steepest|sharpest|greatest|smallest|"
             r"fastest|best|heaviest|hottest|coldest|weakest|strongest)")
_REACH = re.compile(
    rf"\b{_GREATEST}(?: [\w'-]{{1,20}}){{0,5}}?,? (?P<reach>ever\b(?: recorded)?|on record|in (?:[\w-]{{2,12}} )?"
    r"history|of all time|since [^,.;:()\n]{3,60}|in (?:more than |at least |nearly |almost |over |about )?"
    r"(?:a |\w[\w-]{0,12} )?(?:years?|months?|weeks?|decades?|days?|century))")
_EVER = re.compile(r"ever|record|history|all time")


class Held(NamedTuple):
    """What a passage gives: the words to compare by, and where they stand."""

    passage: int
    value: str
    span: tuple[int, int]


def office_differences(passages: Passages) -> Iterator[Finding]:
    """Offices of one person that two articles qualify in other ways."""
    known: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for one, parsed in enumerate(passages.parsed):
        for person, office, how, span in offices_in(parsed.text):
            known[person, office].append(Held(one, how, span))
    for held in known.values():
        yield from _unlike(passages, held[:MOST])


def _unlike(passages: Passages, held: list[Held]) -> Iterator[Finding]:
    for place, x in enumerate(held):
        for y in held[place + 1:]:
            if x.value != y.value and x.passage != y.passage and passages.articles[x.passage] != passages.articles[
                    y.passage]:
                yield Finding(OFFICE, "actor", x.passage, x.span, y.passage, y.span, "office")


def offices_in(text: str) -> Iterator[tuple[str, str, str, tuple[int, int]]]:
    """Each person with an office: last name, stem of the office, how it is qualified, and where it stands."""
    folded = fold(text)
    for pattern in _offices():
        for match in pattern.finditer(folded):
            how = re.sub(r"current|new|[ -]", "", match["how"].lower())
            start, end = match.start("how"), match.end("office")
            yield match["name"].split()[-1].removesuffix("'s"), _office(match["office"]), how, (start, end)


def _office(word: str) -> str:
    return stem("ceo" if word.lower() in ("chief executive", "chief executive officer") else word.lower())


@functools.cache
def _offices() -> tuple[re.Pattern, ...]:
    """Patterns for an office before a name and behind one, of the words for people in `titles` and a few of two."""
    words = sorted({word for rule in lexicon.load("titles") for word in rule.pattern.split("|")
                    if rule.label == "title" and re.fullmatch(r"[a-z]{4,}", word)})
    office = rf"(?P<office>(?i:chief executive(?: officer)?|{'|'.join(words)}|boss|ceo|owner|leader|host|author))"
    how = f"(?i:{_QUALIFIED})"
    return (re.compile(rf"(?<![\w-]){how}{office} {_NAME}"),
            re.compile(rf"\b{_NAME}(?:, \d\d)?, {_LED_BY}{how}{office}\b"))


def reach_differences(passages: Passages) -> Iterator[Finding]:
    """One superlative with two reaches: the largest ever, the largest since 1990."""
    given = [_reaches(parsed) for parsed in passages.parsed]
    for one, other, near in near_pairs(passages, NEAR):
        for x in given[one] if passages.articles[one] != passages.articles[other] else ():
            for y in given[other]:
                if x[0] == y[0] and _reach_apart(x[1], y[1]):
                    yield Finding(REACH + near, "scope", one, x[2], other, y[2], "reach")


def _reaches(passage: Passage) -> list[tuple[str, str, tuple[int, int]]]:
    return [(match["most"], match["reach"], match.span()) for match in _REACH.finditer(passage.low)]


def _reach_apart(one: str, other: str) -> bool:
    """One is without end and the other not, or both give another year or another number of years."""
    ever = [bool(_EVER.search(reach)) for reach in (one, other)]
    if any(ever):
        return ever[0] != ever[1]
    years = [re.findall(r"\d{4}", reach) for reach in (one, other)]
    return all(years) and years[0] != years[1]
