"""Where do readings of one question differ, and in what way?

Questions come from the codebook and from discovery. Each has its readings in the articles' exact words; an article
without a reading is silent, and a question that one article, or none, answers is a finding too. Discovered questions
whose passages a question of the codebook already sets side by side are left out. Never a verdict: no reading is right
or wrong here. Not found: differences between passages that share neither words nor a question of the codebook.
"""

from collections import defaultdict
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.alignment import Passages, read_passages
from crosscheck.comparing.codebook_file import Codebook
from crosscheck.comparing.codebook_questions import Asked, ask
from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.comparing.discovered_questions import Discovered, question_of
from crosscheck.comparing.discovery import discover
from crosscheck.comparing.findings_sources import named_days, named_sources
from crosscheck.comparing.question_values import same_value
from crosscheck.comparing.question_words import reasoning_text, stance
from crosscheck.text import content_id

GRAVEST = ("antonym", "negation", "number", "correction", "quote", "date", "source", "actor", "scope", "stage",
           "modality", "term", "update", "wording", "precision")
NO_CONFLICT = frozenset({"precision", "agreement", "gap"})
UNANSWERED = {"gap": "No article answers this.", "agreement": "{answers} articles answer, all alike.",
              "lonely": "One article alone answers this."}


class Question(NamedTuple):
    """One row of `questions` with its rows of `readings`; lists of them are sorted by `order`."""

    order: tuple
    row: dict
    readings: list[dict]


class Sentences(NamedTuple):
    """What the rows need of the sentences, by place in the table, and of the attributions, by sentence."""

    table: pd.DataFrame
    ids: list[str]
    articles: list[str]
    starts: list[int]
    quotes: list[str]
    attributions: dict[str, list[tuple[str, int, int]]]
    count: int


def find_questions(articles: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame, dates: pd.DataFrame,
                   publication: pd.DataFrame, codebook: Codebook) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `questions` and `readings`, both in order of rank, readings then by article and place.

    Questions of the codebook that differ come first, the gravest kinds before the others; then its lonely answers,
    gaps and agreements, then the discovered questions.
    """
    source = _source(articles, sentences, attributions)
    asked = [_asked_row(one, number, source) for number, one in enumerate(ask(codebook, sentences))]
    found = _discovered_rows(source, attributions, dates, publication, [question.readings for question in asked])
    ranked = sorted([*asked, *found], key=lambda question: question.order)
    rows = [question.row | {"rank": rank} for rank, question in enumerate(ranked, start=1)]
    readings = [reading for question in ranked for reading in question.readings]
    return (tables.check("questions", tables.frame("questions", rows)),
            tables.check("readings", tables.frame("readings", readings)))


def _source(articles: pd.DataFrame, sentences: pd.DataFrame, attributions: pd.DataFrame) -> Sentences:
    found: dict[str, list[tuple[str, int, int]]] = {}
    for one in attributions.itertuples():
        if isinstance(one.sentence_id, str):
            found.setdefault(one.sentence_id, []).append((one.attribution_id, one.start, one.end))
    return Sentences(sentences, *(sentences[name].tolist() for name in
                                  ("sentence_id", "article_id", "start", "quote")), found, len(articles))


def _reading(source: Sentences, question_id: str, row: int, value: str, spans: tuple[tuple[int, int], ...], put: str,
             rule: str, part: tuple[int, int]) -> dict:
    """One row of `readings`; `spans` and `part`, the part of the sentence shown, count from the sentence's start."""
    start = source.starts[row]
    places = [(start + first, start + last) for first, last in spans]
    held = source.attributions.get(source.ids[row], [])
    over = [one for one, first, last in held if first <= places[0][0] and places[0][1] <= last]
    return {"question_id": question_id, "article_id": source.articles[row], "start": start + part[0],
            "end": start + part[1], "quote": source.quotes[row][part[0]:part[1]], "rule": rule,
            "sentence_id": source.ids[row], "value": value, "value_spans": places, "stance": put,
            "attribution_id": over[0] if over else held[0][0] if held else None}


def _counts(source: Sentences, readings: list[dict]) -> dict:
    answers = len({reading["article_id"] for reading in readings})
    return {"answers": answers, "silent": source.count - answers,
            "values": len({reading["value"] for reading in readings})}


def _asked_row(asked: Asked, number: int, source: Sentences) -> Question:
    question = asked.question
    question_id = content_id("q", "codebook", question.id)
    readings = [_reading(source, question_id, found.row, found.value, found.spans,
                         found.stance or _stance(source, found.row), "codebook", (0, len(source.quotes[found.row])))
                for found in asked.answers]
    counts = _counts(source, readings)
    differs = counts["values"] > 1 and asked.kind not in NO_CONFLICT
    values = list(dict.fromkeys(reading["value"] for reading in readings))
    reasoning = (UNANSWERED[asked.kind].format(**counts) if asked.kind in UNANSWERED
                 else reasoning_text(asked.kind, counts["answers"], len(readings), values))
    gravity = GRAVEST.index(asked.kind) if asked.kind in GRAVEST else len(GRAVEST)
    order = (0 if differs else 1, gravity, -counts["answers"], number)
    row = {"question_id": question_id, "question": question.question, "origin": "codebook", "kind": asked.kind,
           "differs": differs, "check": False, "reasoning": reasoning, **counts}
    return Question(order, row, readings)


def _stance(source: Sentences, row: int) -> str:
    return stance(parse_passage(source.quotes[row], None), source.ids[row] in source.attributions)


def _discovered_rows(source: Sentences, attributions: pd.DataFrame, dates: pd.DataFrame, publication: pd.DataFrame,
                     asked: list[list[dict]]) -> list[Question]:
    passages = read_passages(source.table)
    attributed = [source.ids[row] in source.attributions for row in passages.rows]
    published = _days(passages, source, publication)
    linked = [{reading["sentence_id"]: reading["value"] for reading in readings} for readings in asked]
    found: dict[frozenset[int], Question] = {}
    values: dict[str, list[frozenset[str]]] = defaultdict(list)
    rows = discover(passages, named_days(passages, source.table, dates, published),
                    named_sources(passages, source.table, attributions))
    for number, row in enumerate(rows):
        question = question_of(row, passages, attributed, published)
        if question is None or _is_asked([source.ids[passages.rows[one.passage]] for one in question.answers], linked):
            continue
        members = frozenset(answer.passage for answer in question.answers)
        given = frozenset(same_value(answer.value.text) for answer in question.answers)
        if members not in found and not any(given <= earlier for earlier in values[question.kind]):
            found[members] = _discovered_row(question, number, passages, source)
            values[question.kind].append(given)
    return list(found.values())


def _is_asked(ids: list[str], linked: list[dict[str, str]]) -> bool:
    """Whether one question of the codebook gives every passage of the row a reading, and not all the same."""
    return any(all(one in values for one in ids) and len({values[one] for one in ids}) > 1 for values in linked)


def _days(passages: Passages, source: Sentences, publication: pd.DataFrame) -> dict[int, str]:
    known = {one.article_id: one.earliest for one in publication.itertuples()
             if isinstance(one.earliest, str) and one.earliest == one.latest}
    return {number: known[source.articles[row]] for row, number in zip(passages.rows, passages.articles, strict=True)
            if source.articles[row] in known}


def _discovered_row(question: Discovered, number: int, passages: Passages, source: Sentences) -> Question:
    places = [(source.articles[passages.rows[one.passage]], source.starts[passages.rows[one.passage]])
              for one in question.answers]
    question_id = content_id("q", "discovery", *sorted(places))
    readings = [_reading(source, question_id, passages.rows[one.passage], one.value.text, one.value.spans, one.stance,
                         "discovery", (one.start, one.end)) for one in question.answers]
    row = {"question_id": question_id, "question": question.question, "origin": "discovery", "kind": question.kind,
           "differs": True, "check": question.check, "reasoning": question.reasoning, **_counts(source, readings)}
    return Question((2, 0, 0, number), row, readings)
