"""What stands behind one claim? A briefing card: claim, for, against, origins, gaps, grade; or the reason for none.

A claim is one reading of a question. For it stand the passages that give this reading, against it those that deny it
or give another one. How many articles agree is told beside how many origins they may rest on, and never called more
than agreement. A card without anchors is not made, nor one whose anchors do not hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from crosscheck.errors import BriefingError
from crosscheck.showing.findings import count, listed, sentence
from crosscheck.showing.html import Page, clean, escape, finding
from crosscheck.showing.judgement import Judgement, judged
from crosscheck.showing.view import texts

AGAINST = ("denies", "doubts")
MOST = 8


class Passage(NamedTuple):
    """One anchored passage as a card shows it."""

    heading: str
    value: str
    stance: str
    page: Page
    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True)
class Card:
    """One claim with what stands for it and against it; made by `card`, which refuses what may not go out."""

    question: str
    claim: str
    supporting: tuple[Passage, ...]
    opposing: tuple[Passage, ...]
    origins: str
    gaps: str
    grade: str
    judgement: Judgement

    def lines(self) -> list[tuple[str, str]]:
        """The card as headings with one plain line each."""
        told = [("Claim", self.heading), ("For", _told(self.supporting)),
                ("Against", _told(self.opposing) or "No article denies it or gives another reading."),
                ("Origins", self.origins), ("Gaps", self.gaps or "Every article gives a reading."),
                ("Grade", self.grade or "Not graded.")]
        ours = [("Judgement", self.judgement.text), ("Likelihood", self.judgement.likelihood),
                ("Confidence", self.judgement.assurance)]
        return [(head, clean(words)) for head, words in (*told, *ours) if words]

    @property
    def heading(self) -> str:
        """The question and the claim, in a line."""
        return f"{self.question} “{self.claim}”"

    def page(self) -> Page:
        """The card as a page: the claim, then its table."""
        return finding(self.heading) + self.table()

    def table(self) -> Page:
        """What stands for the claim and against it, each passage with its words marked, and the lines under them."""
        shown = {"For": self.supporting, "Against": self.opposing}
        body = "".join(f"<tr><th>{escape(head)}</th><td>{_passages(shown[head]) if shown.get(head) else escape(words)}"
                       "</td></tr>" for head, words in self.lines()[1:])
        plain = "\n".join(f"{head}: {words}" for head, words in self.lines()[1:])
        return Page(f"<table><tbody>{body}</tbody></table>", plain)


def card(corpus, question_id: str, value: str | None = None, *, judgement: str = "", confidence: str = "",
         who: str = "") -> Card:
    """The card for one reading (`value`; by default the first) of a question.

    Raises `BriefingError` when there is no such reading, when a passage of it does not stand where it is said to
    stand, or when the judgement may not go out (`judgement.refusals`).
    """
    asked = corpus.questions[corpus.questions["question_id"] == question_id]
    if asked.empty:
        raise BriefingError(f"{question_id!r}: the card is not printed: no question has this id")
    readings = corpus.readings[corpus.readings["question_id"] == question_id]
    claim = value if value is not None else next(iter(readings["value"]), None)
    given = readings[readings["value"] == claim]
    _hold(corpus, question_id, claim, given)
    passages = [_passage(row, source) for source in [texts(corpus)] for row in readings.itertuples()]
    stands = [value == claim and one.stance not in AGAINST
              for one, value in zip(passages, readings["value"], strict=True)]
    row = asked.iloc[0]
    return Card(row["question"], claim, tuple(one for one, is_for in zip(passages, stands, strict=True) if is_for),
                tuple(one for one, is_for in zip(passages, stands, strict=True) if not is_for),
                _origins(corpus, question_id, claim, given), _gaps(corpus, readings),
                _grade(corpus, row, claim),
                judged(judgement, confidence=confidence, who=who))


def _grade(corpus, asked: pd.Series, claim: str) -> str:
    """What the analyst has graded: the question by a decision, the claim in `grades.csv`; empty if neither is."""
    found = [f"{asked['grade']}, by decision"] if isinstance(asked["grade"], str) else []
    grades = corpus.grades
    own = grades[(grades["kind"] == "claim") & (grades["set_by"] == "analyst") & (grades["value"] == claim)
                 & (grades["subject"] == asked["question_id"])]
    return sentence("; ".join([*found, *(f"{grade}, by grades.csv" for grade in own["grade"])])) if (
        found or len(own)) else ""


def hold(text: dict[str, str], passages: Iterable) -> str | None:
    """The first passage (with `article_id, start, end, quote`) that does not stand where it says; None if all do."""
    for one in passages:
        if text.get(one.article_id, "")[one.start:one.end] != one.quote or not one.quote:
            return one.quote or f"{one.article_id}, characters {one.start} to {one.end}"
    return None


def _hold(corpus, question_id: str, claim: str | None, given: pd.DataFrame) -> None:
    if given.empty:
        said = "no article answers the question" if claim is None else f"no article gives the reading {claim!r}"
        raise BriefingError(f"{question_id}: the card is not printed: {said}, so it has no anchor")
    lost = hold(corpus.text, given.itertuples())
    if lost is not None:
        raise BriefingError(f"{question_id}: the card is not printed: its anchor does not hold: “{clean(lost)}”")


def _passage(row, source) -> Passage:
    value = f"{row.value} ({row.stance})" if row.stance in AGAINST else row.value
    return Passage(source.heading(row.article_id), value, row.stance,
                   source.passage(row.article_id, row.start, row.end, row.value_spans), row.article_id, row.start,
                   row.end, row.quote)


def _origins(corpus, question_id: str, claim: str, given: pd.DataFrame) -> str:
    number = given["article_id"].nunique()
    alike = f"{count(number, 'article gives', 'articles give')} this reading"
    found = corpus.origins[(corpus.origins["question_id"] == question_id) & (corpus.origins["value"] == claim)]
    if found.empty:
        return sentence(f"{alike}; what they rest on is not said")
    row = found.iloc[0]
    few, most = int(row["fewest"]), int(row["most"])
    rest = f"at least {count(few, 'origin')} and at most {most}" if few < most else count(few, "origin")
    return (f"{sentence(alike)} It rests on {rest}: {listed([clean(name) for name in row['origins']])}."
            if number == 1 else f"{sentence(alike)} They rest on {rest}: "
                                f"{listed([clean(name) for name in row['origins']])}.")


def _gaps(corpus, readings: pd.DataFrame) -> str:
    silent = corpus.articles.loc[~corpus.articles["article_id"].isin(readings["article_id"]), "label"].tolist()
    return sentence(f"Nothing on this in {listed([clean(label) for label in silent], limit=8)}") if silent else ""


def _told(passages: tuple[Passage, ...]) -> str:
    first = _first(passages)
    return "; ".join([*(f"{one.heading}: {one.value} (“{one.quote.strip(' “”')}”)" for one in first),
                      *_more(passages, first)])


def _passages(passages: tuple[Passage, ...]) -> str:
    shown = "".join(f'<div class="h">{escape(one.heading)}: {escape(one.value)}</div><div>{one.page.body}</div>'
                    for one in _first(passages))
    return shown + "".join(f'<div class="s">{escape(more)}</div>' for more in _more(passages, _first(passages)))


def _first(passages: tuple[Passage, ...]) -> list[Passage]:
    """The first passage of each article that gives a reading, at most `MOST`."""
    found: dict[tuple[str, str], Passage] = {}
    for one in passages:
        found.setdefault((one.article_id, one.value), one)
    return list(found.values())[:MOST]


def _more(passages: tuple[Passage, ...], shown: list[Passage]) -> list[str]:
    number = len(passages) - len(shown)
    return [count(number, "more passage", "more passages")] if number else []
