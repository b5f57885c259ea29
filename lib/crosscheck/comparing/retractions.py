"""Which remark does an article say was taken back? A correction after it that points to it or names its speaker.

A sentence with a word of correction (`lexicons/corrections.tsv`) takes back the nearest remark before it, at most
`REACH` sentences away, whose speaker it names ("that Lee misspoke") or to which it points ("corrected this statement",
"this was a slip"). Not found: a correction that stands before the remark, and one in another article.
"""

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from crosscheck.lexicon import load
from crosscheck.text import fold

REACH = 3
_POINTS = re.compile(r"\b(?:(?:this|that|the|his|her|their) (?:statement|remarks?|comments?|claim|assertion|account|"
                     r"words|figure)|this was|that was|it was)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:did not|didn't|has not|never|refused to|declined to)\b", re.IGNORECASE)


class Retraction(NamedTuple):
    """The words that take a remark back, `text[start:end]`."""

    start: int
    end: int


class Remark(NamedTuple):
    """One remark: the offset of its source, the words naming its speaker, and its sentence's start."""

    at: int
    speaker: str


def find_retractions(text: str, sentences: list[tuple[int, int]], remarks: list[Remark]) -> dict[Remark, Retraction]:
    """The remarks that a later sentence takes back; `sentences` and `remarks` in order."""
    starts = [start for start, _ in sentences]
    found: dict[Remark, Retraction] = {}
    placed = [(bisect_right(starts, remark.at) - 1, remark) for remark in remarks]
    places = [place for place, _ in placed]
    for number, (start, end) in enumerate(sentences):
        words = fold(text[start:min(end, start + 1200)])
        cue = next((match for rule in load("corrections") if (match := rule.regex.search(words))), None)
        if cue is None or _DENIED.search(words[max(0, cue.start() - 20):cue.start()]):
            continue
        before = [remark for _, remark in placed[bisect_left(places, number - REACH):bisect_left(places, number)]]
        here = [remark for _, remark in placed[bisect_left(places, number):bisect_right(places, number)]
                if remark.at < start + cue.start()]
        chosen = next((remark for remark in reversed([*before, *here])
                       if _names(words, cue.start(), remark.speaker)), None)
        if chosen is None and _POINTS.search(words):
            chosen = before[-1] if before else None
        if chosen is not None:
            found.setdefault(chosen, Retraction(start, end))
    return found


def _names(words: str, at: int, speaker: str) -> bool:
    """Whether the correction names the speaker as the one corrected: "clarified that Lee had misspoken"."""
    surname = fold(speaker).split()[-1]
    return bool(re.search(rf"\b{re.escape(surname)}\b", words[at:at + 160])
                or re.search(rf"\b{re.escape(surname)}(?:'s)? (?:had |has |later )?$", words[:at]))
