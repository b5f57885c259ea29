"""Which names does a text hold, as written, and where?

A name is a run of capitalised words, with small joining words inside ("Bank of the East"). A word that is
capitalised only because a sentence begins there is dropped, unless the text capitalises it elsewhere; titles
before a name are cut off; days and months are no names. In a headline with every word capitalised only names
known from the body count. Not found: names in lower case, and the names of things that read like words
("Will", "Apple" at the start only).
"""

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from crosscheck.text import fold
from crosscheck.wording import FUNCTION_WORDS, plain_words

CAPITAL = r"(?:[A-Z][A-Za-z\u00c0-\u024f\d]*(?:[.'&/-](?=[\w])[\w\u00c0-\u024f]+)*(?:(?<=[A-Z])\.(?!\s*$))?)"
JOIN = r"[ ](?:(?:of|for|de|la|del|da|von|van|der|bin|al|el)[ ](?:the[ ])?)?"
RUN = re.compile(rf"(?<![\w.@/#]){CAPITAL}(?:{JOIN}{CAPITAL}){{0,6}}")
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec".split())
_POSSESSIVE = re.compile(r"'s?$")


class Name(NamedTuple):
    """One mention: `text[start:end]` is the name as written."""

    start: int
    end: int
    name: str


def find_names(text: str, sentences: Iterable[tuple[int, int, str]]) -> list[Name]:
    """The names in `sentences` (start, end, role) of `text`, in order."""
    folded = fold(text)
    sentences = list(sentences)
    runs = [(match.start(), match.end()) for match in RUN.finditer(folded)]
    starts = [start for start, _, _ in sentences]
    inside = _capitalised_inside(folded, runs, starts)
    known: set[str] = set()
    found, titled = [], []
    for start, end in runs:
        place = bisect_right(starts, start) - 1
        if place < 0 or start >= sentences[place][1]:
            continue
        first, last, role = sentences[place]
        if role in ("headline", "heading") and _is_title_case(folded[first:last]):
            titled.append((start, end))
            continue
        name = _trim(folded, start, end, inside, is_first=folded[first:start].strip(" \"'(-\u2022*") == "")
        if name:
            found.append(Name(*name, text[name[0]:name[1]]))
            known.add(folded[name[0]:name[1]])
    found += _known_in(text, folded, titled, known)
    return sorted(found)


def _capitalised_inside(folded: str, runs: list[tuple[int, int]], starts: list[int]) -> frozenset[str]:
    """First words of runs that stand inside a sentence: there a capital says that it is a name."""
    begin = frozenset(starts)
    return frozenset(_first_word(folded[start:end]) for start, end in runs
                     if start not in begin and folded[start - 1:start] == " " and folded[start - 2:start - 1].islower())


def _first_word(run: str) -> str:
    return _POSSESSIVE.sub("", run.split(" ", 1)[0])


def _trim(folded: str, start: int, end: int, inside: frozenset[str], *, is_first: bool) -> tuple[int, int] | None:
    """The span of the name in a run of capitals, or None if nothing is left."""
    words = [(match.start() + start, match.end() + start) for match in re.finditer(r"\S+", folded[start:end])]
    while words:
        word = folded[slice(*words[0])]
        low = _POSSESSIVE.sub("", word.lower()).strip(".")
        ordinary = is_first and len(words) == 1 and word[1:].islower() and _first_word(word) not in inside
        if low in FUNCTION_WORDS or low in CALENDAR or ordinary or (len(words) > 1 and low in _titles()):
            words, is_first = words[1:], False
        else:
            break
    while words and _POSSESSIVE.sub("", folded[slice(*words[-1])].lower()).strip(".") in CALENDAR | FUNCTION_WORDS:
        words = words[:-1]
    if not words:
        return None
    start, end = words[0][0], words[-1][1]
    end -= len(folded[start:end]) - len(_POSSESSIVE.sub("", folded[start:end]))
    single = folded[start:end].lower()
    return None if single in _titles() or end - start < 2 else (start, end)


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(plain_words("titles"))


def _is_title_case(line: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w'-]*", line) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _known_in(text: str, folded: str, runs: list[tuple[int, int]], known: set[str]) -> list[Name]:
    """Names known from the body inside runs of a headline, the longest first, without overlap."""
    found = []
    by_first: dict[str, list[str]] = {}
    for name in sorted(known, key=lambda name: (-len(name), name)):
        by_first.setdefault(name.split(" ", 1)[0], []).append(name)
    for start, end in runs:
        position = start
        for match in re.finditer(r"[\w.&-]+", folded[start:end]):
            at = start + match.start()
            name = next((name for name in by_first.get(match.group(), ()) if folded.startswith(name, at)), None)
            if name and at >= position and at + len(name) <= end:
                found.append(Name(at, at + len(name), text[at:at + len(name)]))
                position = at + len(name)
    return found
