"""Which names does a text hold, as written, and where?

A name is a run of capitalised words, with small joining words inside ("Bank of the East"). It ends at a possessive and
at a title ("Harbour's Minister Ann Lee" holds two names). A word that is capitalised only because a sentence begins
there is dropped, unless the text capitalises it elsewhere; days and months are no names. In a headline with every word
capitalised only names known from the body count. Not found: names in lower case, and a name that reads like an ordinary
word and stands only at the beginning of sentences.
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crosscheck.wording import FUNCTION_WORDS, folded, plain_words

WORD = r"[A-Z\u00c0-\u00de][\w\u00c0-\u024f]*(?:[.&/-](?=\w)[\w\u00c0-\u024f]+)*"
CAPITAL = rf"(?:(?:[A-Z]\.){{2,5}}|[A-Z][a-z]{{0,3}}\.(?=\s[A-Z])|{WORD}(?:'[A-Z][a-z]+)?)(?:'s?(?!\w))?"
JOIN = r"[ ](?:(?:of|for|de|la|del|da|von|van|der|bin|al|el)[ ](?:the[ ])?)?"
RUN = re.compile(rf"(?<![\w.@/#]){CAPITAL}(?:{JOIN}{CAPITAL}){{0,7}}")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split())
_PART = re.compile(r"\S+")
_JOINERS = frozenset("of for de la del da von van der bin al el the".split())


class Name(NamedTuple):
    """One mention: `text[start:end]` is the name as written."""

    start: int
    end: int
    name: str


def find_names(text: str, sentences: Iterable[tuple[int, int, str]]) -> list[Name]:
    """The names in `sentences` (start, end, role) of `text`, in order."""
    plain, sentences = folded(text), list(sentences)
    starts = [start for start, _, _ in sentences]
    titled = {start for start, end, role in sentences
              if role in ("headline", "heading") and _is_titled(plain[start:end])}
    runs = [match.span() for match in RUN.finditer(plain)]
    placed = [(start, end, place) for start, end in runs if (place := bisect_right(starts, start) - 1) >= 0
              and start < sentences[place][1]]
    inside = frozenset(_first_word(plain, start, end) for start, end, _ in placed
                       if start > 1 and (plain[start - 2].islower() or plain[start - 2] == ","))
    found, waiting = [], []
    for start, end, place in placed:
        if starts[place] in titled:
            waiting.append((start, end))
            continue
        opens = not plain[starts[place]:start].strip(" \"'([-*\u2022\t")
        found += [Name(*span, text[slice(*span)]) for span in _names(plain, start, end, inside, opens)]
    known = {plain[each.start:each.end] for each in found}
    return sorted(found + _known_in(text, plain, waiting, known))


def _first_word(plain: str, start: int, end: int) -> str:
    return plain[start:end].split(" ", 1)[0].removesuffix("'s")


def _names(plain: str, start: int, end: int, inside: frozenset[str], opens: bool) -> Iterator[tuple[int, int]]:
    """The spans of the names in one run of capitals; `opens` says that a sentence begins with it."""
    for first, last, words in _names_in_run(plain[start:end]):
        if opens and not first:
            word = _first_word(plain, start, start + last)
            if words == 1 and word[1:].islower() and word not in inside:
                continue
            first += 4 * (word == "The")
        if last - first > 1:
            yield start + first, start + last


@functools.lru_cache(maxsize=8192)
def _names_in_run(run: str) -> tuple[tuple[int, int, int], ...]:
    """Start, end and number of words of each name in a run of capitals."""
    found = []
    for words in _between_titles(run):
        first, last = words[0][0], words[-1][1]
        last -= 2 * run.endswith("'s", first, last) or run.endswith("'", first, last)
        found.append((first, last, len(words)))
    return tuple(found)


def _between_titles(run: str) -> Iterator[list[tuple[int, int]]]:
    """The words of a run, cut after a possessive and at titles, without function words and days at the ends."""
    part: list[tuple[int, int]] = []
    spans = [match.span() for match in _PART.finditer(run)]
    lows = [_low(run, span) for span in spans]
    for i, (low, span) in enumerate(zip(lows, spans, strict=True)):
        if low in _titles("title") or low in _titles("field") and lows[i + 1:i + 2] and lows[i + 1] in _titles("title"):
            yield from _kept(run, part)
            part = []
            continue
        part.append(span)
        if run.endswith(("'s", "s'"), *span):
            yield from _kept(run, part)
            part = []
    yield from _kept(run, part)


def _low(run: str, span: tuple[int, int]) -> str:
    return run[slice(*span)].lower().rstrip("'").removesuffix("'s").strip(".")


def _kept(run: str, words: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    def drops(span: tuple[int, int]) -> bool:
        low = _low(run, span)
        if low in FUNCTION_WORDS or low in _JOINERS:
            return not run[slice(*span)].isupper() or span[1] - span[0] == 1
        return low in CALENDAR and (span == words[0] or low != "may") or len(words) == 1 and low in _titles("plain")

    while words and drops(words[0]) and not (len(words) == 2 and run[slice(*words[0])] == "The"):
        words = words[1:]
    while words and drops(words[-1]):
        words = words[:-1]
    if words:
        yield words


@functools.cache
def _titles(kind: str) -> frozenset[str]:
    return frozenset(word for word, label in plain_words("titles").items() if label == kind)


def _is_titled(line: str) -> bool:
    """Most words of the line begin with a capital, as in a headline."""
    words = [word for word in re.findall(r"[A-Za-z][\w'-]*", line) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _known_in(text: str, plain: str, runs: list[tuple[int, int]], known: set[str]) -> list[Name]:
    """Names known from the body inside runs of a headline, the longest first, without overlap."""
    by_first: dict[str, list[str]] = {}
    for name in sorted(known, key=lambda name: (-len(name), name)):
        by_first.setdefault(name.split(" ", 1)[0], []).append(name)
    found, position = [], 0
    for start, end in runs:
        for match in re.finditer(r"[\w.&-]+", plain[start:end]):
            at = start + match.start()
            name = next((name for name in by_first.get(match.group(), ()) if plain.startswith(name, at)), None)
            if name and at >= position:
                position = at + len(name)
                found.append(Name(at, position, text[at:position]))
    return found
