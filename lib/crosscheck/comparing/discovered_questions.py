"""How does a row of passages that differ become a question with readings?

The words that differ are the values; passages that give no value of their own, or the value that their article gives
already, are left out, and so is a row in which fewer than two values remain. `correction` and `update` are told apart
from conflict by words of correcting, and by counts that move with the days of publication. A row in which no rule
names a difference, or one of a softer kind, is marked `check`. Not found: which reading is right.
"""

from typing import NamedTuple

from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.question_values import Value, same_value, value_of
from crosscheck.comparing.question_words import question_text, reasoning_text, stance
from crosscheck.comparing.rows import Row
from crosscheck.numbers import find_amounts

SOFT = frozenset({"scope", "stage", "modality", "actor", "term", "source", "wording"})
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
    """The question of a row, or None if its passages give fewer than two values.

    A row in which no rule named a difference must be of two articles.

    `attributed` says for each passage whether it stands in an attribution; `days` gives the day an article was
    published, by its number.
    """
    row = _telling(row, passages, days)
    parsed = [passages.parsed[one] for one, _ in row.members]
    values = [value_of(passage, span) for passage, (_, span) in zip(parsed, row.members, strict=True)]
    numbers = [passages.articles[one] for one, _ in row.members]
    if len({same_value(value.text) for value in values}) < 2 or not row.found and len(set(numbers)) < 2:
        return None
    stances = [stance(passage, attributed[one]) for (one, _), passage in zip(row.members, parsed, strict=True)]
    kind = _settled(row.kind, stances, values, [days.get(number) for number in numbers])
    if len({one for one, _ in row.members}) < len(row.members) and row.kind == "number":
        kind = "correction"
    texts = _told_apart([value.text for value in values]) if row.kind == "number" else [each.text for each in values]
    if len(texts) < 2:
        return None
    answers = tuple(Answer(one, *_window(passage, value, _beside(row.members, one, value)), value, put)
                    for (one, _), passage, value, put in zip(row.members, parsed, values, stances, strict=True))
    return Discovered(question_text(kind, row, parsed, texts, passages.weights), kind, row.kind in SOFT,
                      reasoning_text(kind, len(set(numbers)), len(values), texts), answers)


def _telling(row: Row, passages: Passages, days: dict[int, str]) -> Row:
    """The row with its members in order of publication, one for each article and value."""
    order = sorted(row.members, key=lambda member: (days.get(passages.articles[member[0]], "9"), member))
    kept = {}
    for one, span in order:
        value = same_value(value_of(passages.parsed[one], span).text)
        kept.setdefault((passages.articles[one], value), (one, span))
    return row._replace(members=tuple(kept.values()))


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


def _told_apart(texts: list[str]) -> list[str]:
    """Of the texts with amounts those that are told apart by them: one for each amount."""
    amounts = [find_amounts(text) for text in texts]
    if not all(amounts):
        return texts
    kept = {(found[0].low, found[0].high): text for found, text in reversed(list(zip(amounts, texts, strict=True)))}
    return [text for text in texts if text in kept.values()]


def _beside(members: tuple, one: int, value: Value) -> list[tuple[int, int]]:
    """Where other readings of the row stand in the same passage."""
    return [span for other, span in members if other == one and span != value.spans[0]]


def _window(passage: Passage, value: Value, others: list[tuple[int, int]]) -> tuple[int, int]:
    """The part of the sentence to show: all of it, or up to 500 characters about the differing words.

    Of a sentence that holds another reading too, the clauses up to that one.
    """
    if others:
        return _own_part(passage, value.spans[0], others[0])
    text = passage.text
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


def _own_part(passage: Passage, span: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    """The sentence up to the clause of the second of two readings, or from there on."""
    first, second = sorted((span, other))
    words = range(len(passage.spans))
    last = next(i for i in words if passage.spans[i][0] >= second[0])
    cut = next((i for i in words if passage.clauses[i] == passage.clauses[last]
                and passage.spans[i][0] >= first[1]), last)
    if span == first:
        return 0, passage.spans[cut - 1][1]
    return passage.spans[cut][0], len(passage.text)
