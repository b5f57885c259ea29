"""What does each article answer to the analyst's questions, and which articles say nothing?

A sentence answers a question when it (or its paragraph, or its article) is about the question and a reading's pattern
matches in it. Every sentence that answers is kept, also when one article gives several readings. The kind follows from
how the values differ, unless the codebook names it. Not found: answers that no pattern describes.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from crosscheck.comparing.codebook import Texts
from crosscheck.comparing.codebook_file import Codebook, Question
from crosscheck.comparing.differences_passage import bare, opposites, parse_passage
from crosscheck.numbers import are_disjoint

ROLES_LEFT_OUT = frozenset({"related", "boilerplate", "repeat"})


class Found(NamedTuple):
    """One sentence with one reading: its row, where its words stand in it, and the stance if the codebook says."""

    row: int
    value: str
    spans: tuple[tuple[int, int], ...]
    stance: str | None


class Asked(NamedTuple):
    """One question of the codebook with every answer found, in the order of the folder."""

    question: Question
    kind: str
    answers: tuple[Found, ...]


def ask(codebook: Codebook, sentences: pd.DataFrame) -> list[Asked]:
    """Every question of the codebook, in its order, asked of all sentences."""
    if not codebook.questions:
        return []
    texts = Texts.of(sentences["quote"])
    scopes = {"sentence": texts.texts, "paragraph": _joined(sentences, texts.texts, ("article_id", "paragraph")),
              "article": _joined(sentences, texts.texts, ("article_id",))}
    usable = [role not in ROLES_LEFT_OUT for role in sentences["role"]]
    articles = sentences["article_id"].tolist()
    asked = []
    for question in codebook.questions:
        answers = _answers(question, texts, usable, scopes[question.within])
        asked.append(Asked(question, kind_of(question, answers, articles), answers))
    return asked


def kind_of(question: Question, answers: tuple[Found, ...], articles: list[str]) -> str:
    """`gap` if nobody answers, `lonely` if one article does, `agreement` if all say one thing, else how they differ."""
    values = list(dict.fromkeys(found.value for found in answers))
    if not values:
        return "gap"
    if len({articles[found.row] for found in answers}) == 1:
        return "lonely"
    if len(values) == 1:
        return "agreement"
    if question.kind:
        return question.kind
    if any(found.stance == "corrects" for found in answers):
        return "correction"
    pairs = [(one, other) for place, one in enumerate(values) for other in values[place + 1:]]
    for kind, differ in (("number", _numbers_differ), ("antonym", _are_opposites), ("negation", _one_negates)):
        if any(differ(one, other) for one, other in pairs):
            return kind
    return "scope" if any(_contains(one, other) for one, other in pairs) else "term"


def _joined(sentences: pd.DataFrame, texts: Sequence[str], keys: tuple[str, ...]) -> list[str]:
    """For each sentence the text of all sentences that share its keys."""
    places = list(zip(*(sentences[key] for key in keys), strict=True))
    parts = defaultdict(list)
    for place, text in zip(places, texts, strict=True):
        parts[place].append(text)
    whole = {place: " ".join(found) for place, found in parts.items()}
    return [whole[place] for place in places]


def _is_about(question: Question, text: str) -> bool:
    return (all(pattern.regex.search(text) for pattern in question.about)
            and not any(pattern.regex.search(text) for pattern in question.unless))


def _answers(question: Question, texts: Texts, usable: list[bool], scopes: Sequence[str]) -> tuple[Found, ...]:
    """Every answer, sentence by sentence, the readings of one sentence in the order of the codebook."""
    given = [(reading, texts.spans(reading.patterns)) for reading in question.readings]
    rows = sorted({row for _, spans in given for row in spans if usable[row]})
    about = {scope: _is_about(question, scope) for scope in dict.fromkeys(scopes[row] for row in rows)}
    return tuple(Found(row, reading.value, tuple(sorted(set(spans[row]))), reading.stance)
                 for row in rows if about[scopes[row]] for reading, spans in given if row in spans)


def _numbers_differ(one: str, other: str) -> bool:
    return any(are_disjoint(a, b) for a in parse_passage(one).amounts for b in parse_passage(other).amounts
               if a.unit == b.unit)


def _are_opposites(one: str, other: str) -> bool:
    a, b = parse_passage(one).content, parse_passage(other).content
    return any(root not in b and (bare(root) in b or set(opposites().get(root, ())) & (b - a)) for root in a) or any(
        root not in a and bare(root) in a for root in b)


def _one_negates(one: str, other: str) -> bool:
    return bool(parse_passage(one).negations) != bool(parse_passage(other).negations)


def _contains(one: str, other: str) -> bool:
    a, b = parse_passage(one).content, parse_passage(other).content
    return a != b and bool(a) and bool(b) and (a <= b or b <= a)
