"""Which company do the words "the company" stand for, where they state a limit?

A company is a name that the article itself calls one: "the carmaker X", "X, an airline", "X's chief executive", "X
Inc". The nearest sentence before that names one decides; where it names two, the one that it begins with, and if it
begins with neither, nothing is filled in and the words stay. Not found: names that the article never calls a company.
"""

import functools
import re
from bisect import bisect_right

from crosscheck import lexicon
from crosscheck.reading.restrictions_parts import Span

SENTENCES = 4
_OPENS_WITHIN = 40
_REACH = 90
_STAND_IN = re.compile(r"(?:the|this|that) (?:[a-z-]+ )?(?P<noun>[a-z-]+)", re.IGNORECASE)
_NAME = r"\b(?P<name>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2})"
_OWNED = (r"(?:['\u2019]s?)? (?:CEO|[Cc]hief [Ee]xecutive|[Cc]o-?founder|[Ff]ounder|shares|stock|shareholders|"
          r"investors|customers|subscribers)\b")
_CALENDAR = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|"
                       r"(?:septem|octo|novem|decem)ber|the|its|this|that|it|in|on|at", re.IGNORECASE)
_LEGAL = r",? (?:Inc|Corp|Ltd|LLC|plc|PLC|AG|GmbH)\b"


class Companies:
    """The companies that one article names, by place."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self._text, self._starts = text, starts

    @functools.cached_property
    def _places(self) -> list[Span]:
        """Where the companies stand; read only if someone is called "the company"."""
        names = sorted(_called(self._text), key=lambda name: (-len(name), name))
        words = "|".join(re.escape(name) for name in names)
        return [match.span() for match in re.finditer(rf"\b(?:{words})\b", self._text)] if names else []

    def named(self, spans: list[Span]) -> list[Span]:
        """The place of the name that `spans` stand for; `spans` themselves if they stand for none that is found."""
        words = " ".join(self._text[a:b] for a, b in spans)
        match = _STAND_IN.fullmatch(words)
        if not match or match["noun"].lower() not in _nouns():
            return spans
        return self._before(spans[0][0]) or spans

    def _before(self, at: int) -> list[Span]:
        here = bisect_right(self._starts, at) - 1
        for sentence in range(here, max(-1, here - SENTENCES - 1), -1):
            end = at if sentence == here else self._starts[sentence + 1]
            low, high = (bisect_right(self._places, (place, 0)) for place in (self._starts[sentence], end))
            found = self._places[low:high]
            if len({self._text[a:b] for a, b in found}) > 1 and found[0][0] - self._starts[sentence] > _OPENS_WITHIN:
                return []
            if found:
                return found[:1]
        return []


def _called(text: str) -> frozenset[str]:
    """The names that `text` calls a company, by the word before them or the words after."""
    found = set()
    for match in re.finditer(_NAME, text):
        before = text[text.rfind(" ", 0, max(0, match.start() - 1)) + 1:match.start()].strip().lower()
        first, _, rest = match["name"].partition(" ")
        if before in _nouns() or first.lower() in _nouns():
            found.add(match["name"] if before in _nouns() else rest)
        if after := _after().match(text, match.start(), match.end() + _REACH):
            found.add(after["name"])
    return frozenset(name for name in found if len(name) > 1 and not (
        _authority().search(name) or _CALENDAR.fullmatch(name.split()[0])))


@functools.cache
def _after() -> re.Pattern:
    nouns = "|".join(sorted(_nouns()))
    apposed = rf", (?:a|an|the) (?:[\w-]+ ){{0,4}}?(?:{nouns})(?=[,.]| (?:that|which|behind|based|in|of)\b)"
    return re.compile(rf"{_NAME}(?:{apposed}|{_OWNED}|{_LEGAL})")


@functools.cache
def _nouns() -> frozenset[str]:
    rows = (rule for rule in lexicon.load("stand_ins") if rule.label == "company")
    return frozenset(word for rule in rows for word in rule.pattern.split("|"))


@functools.cache
def _authority() -> re.Pattern:
    return next(rule.regex for rule in lexicon.load("bound_parties") if rule.label == "authority")
