"""How does a row of passages that may differ become a question with readings?

The passages of a row are compared two by two; the gravest kind of difference that any two show is the kind of the row,
and the differing words are the values. A row in which no rule names a difference keeps the hint of the detector that
found it and is marked `check`, and so is a row with a passage that has no words of the kind. `correction` and `update`
are told apart from conflict by words of correcting, and by counts that move with the days of publication. Not found:
which reading is right.
"""

from collections import Counter
from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.detectors import compared
from crosscheck.comparing.differences import Difference
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.discovery import Row
from crosscheck.comparing.question_values import Value, hinted_value, own_words, same_value, stated_value
from crosscheck.comparing.question_words import question_text, reasoning_text, stance, topic
from crosscheck.numbers import find_amounts

GRAVITY = ("number", "antonym", "negation", "date", "quote", "scope", "stage", "modality", "actor", "term")
SOFT = frozenset({"scope", "stage", "modality", "actor", "term"})
CORRECTABLE = frozenset({"number", "antonym", "negation", "date"})
LONGEST_QUOTE = 500


class Answer(NamedTuple):
    """One passage as an answer: its number, the part of the sentence shown, the differing words and the stance."""

    passage: int
    start: int
    end: int
    value: Value
    stance: str


class Discovered(NamedTuple):
    """One question that nobody asked, with the answers in order."""

    question: str
    kind: str
    check: bool
    reasoning: str
    answers: tuple[Answer, ...]


def question_of(row: Row, passages: Passages, attributed: list[bool], days: dict[int, str]) -> Discovered | None:
    """The question of a row, or None if its passages do not differ in a single word.

    `attributed` says for each passage whether it stands in an attribution; `days` gives the day an article was
    published, by its number.
    """
    members = sorted(row.passages, key=lambda one: (days.get(passages.articles[one], "9"), one))
    parsed = [passages.parsed[one] for one in members]
    pairs = {(a, b): compared(parsed[a].text, parsed[b].text)
             for a in range(len(members)) for b in range(a + 1, len(members))}
    kind, check, values, carry = _values(pairs, row.hint, parsed, passages.weights)
    check = check or not all(carry)
    if len({passages.articles[one] for one in members}) < 2 or len({same_value(value.text) for value in values}) < 2:
        return None
    stances = [stance(passage, attributed[one]) for one, passage in zip(members, parsed, strict=True)]
    kind = kind if check else _settled(kind, stances, values, [days.get(passages.articles[one]) for one in members])
    texts = [value.text for value in values]
    articles = len({passages.articles[one] for one in members})
    answers = tuple(Answer(one, *_window(passage.text, value), value, put) for one, passage, value, put
                    in zip(members, parsed, values, stances, strict=True))
    return Discovered(question_text(kind, topic(parsed, passages.weights), texts), kind, check,
                      reasoning_text(kind, articles, len(members), texts), answers)


def _values(pairs: dict[tuple[int, int], tuple[Difference, ...]], hint: str, parsed: list[Passage],
            weights: dict[str, float]) -> tuple[str, bool, list[Value], list[bool]]:
    """The kind of the row, whether to look before using it, each passage's words, and whether they are of the kind."""
    counts = Counter(kind for found in pairs.values() for kind in {each.kind for each in found})
    places = range(len(parsed))
    kind = next((kind for kind in GRAVITY if counts[kind]), None)
    if kind:
        values = [stated_value(place, kind, pairs, parsed) or hinted_value(place, kind, parsed, weights)
                  for place in places]
    else:
        values = [hinted_value(place, hint, parsed, weights) for place in places]
        kind = hint if len({same_value(value.text) for value in values if value}) > 1 else "wording"
    carry = [bool(value) for value in values]
    for place in places:
        if kind == "wording" or not values[place]:
            values[place] = own_words(parsed[place], parsed[:place] + parsed[place + 1:], weights)
    return kind, not counts[kind] or kind in SOFT, values, carry


def _settled(kind: str, stances: list[str], values: list[Value], days: list[str | None]) -> str:
    """`correction` if one passage corrects another, `update` if counts grow with the days, else the kind as it is."""
    if kind in CORRECTABLE and "corrects" in stances and set(stances) != {"corrects"}:
        return "correction"
    if kind == "number" and all(days) and len(set(days)) == len(days):
        amounts = [find_amounts(value.text) for value in values]
        if all(amounts):
            lows = [found[0].low for found in amounts]
            if lows == sorted(lows) and lows[0] < lows[-1] and len({found[0].unit for found in amounts}) == 1:
                return "update"
    return kind


def _window(text: str, value: Value) -> tuple[int, int]:
    """The part of the sentence to show: all of it, or up to 500 characters about the differing words."""
    if len(text) <= LONGEST_QUOTE:
        return 0, len(text)
    start = max(0, min(value.spans[0][0] - LONGEST_QUOTE // 3, len(text) - LONGEST_QUOTE))
    end = start + LONGEST_QUOTE
    while 0 < start < value.spans[0][0] and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > value.spans[0][1] and not text[end - 1:end].isspace():
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
