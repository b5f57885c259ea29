"""What goes out? Judgement, basis, what is disputed, what is not said, sources: gathered once, for every form.

The deck, the one-pager and the card all show the same `Briefing`. It is made from the tables; the judgement is the
analyst's, and is refused where its words go too far (`judgement`). Rows that the analyst rejected are left out. Not
here: a judgement of the kit's own.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from crosscheck.cells import one_line
from crosscheck.errors import BriefingError
from crosscheck.showing.card import hold
from crosscheck.showing.days import day_words, ordinal, span_words
from crosscheck.showing.findings import count, listed, sentence
from crosscheck.showing.judgement import Judgement, judged
from crosscheck.showing.picture import Picture
from crosscheck.showing.selections import firm_first
from crosscheck.showing.view import texts
from crosscheck.text import tokens

MOST_BASIS, MOST_DISPUTED, MOST_GAPS, MOST_READINGS = 5, 6, 6, 4
PRINTED = ("metadata", "dateline", "byline")  # parts that tell an article's own publication
LINK = re.compile(r"https?://[^\s<>\"'\x00-\x20\x7f-\x9f]{1,500}$", re.IGNORECASE)
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)$")
ANSWERED = "Every question of the codebook has an answer in at least one article."
UNASKED = "Nobody has asked yet: the codebook holds no questions."


class Ground(NamedTuple):
    """One passage that the judgement rests on, with what it is a passage of."""

    label: str
    detail: str
    heading: str
    words: str
    anchor: dict


class Dispute(NamedTuple):
    """One question with its readings: value, who gives it, and the words of the first."""

    question: str
    readings: tuple[tuple[str, str, str], ...]
    more: int
    silent: str


class Source(NamedTuple):
    """One article as a source line; `link` is empty where its address is no web address."""

    label: str
    words: str
    link: str


@dataclass(frozen=True)
class Briefing:
    """All that goes out, in plain words on one line each; every maker of a form escapes it in its own way."""

    title: str
    judgement: Judgement
    basis: tuple[Ground, ...]
    disputed: tuple[Dispute, ...]
    unsaid: tuple[str, ...]
    sources: tuple[Source, ...]
    digest: str
    pictures: tuple[Picture, ...]
    anchors: pd.DataFrame

    @property
    def source_line(self) -> str:
        """The articles by number, and the corpus that all of it was made from."""
        return f"Source: {count(len(self.sources), 'article')}. Corpus {self.digest}."

    @property
    def judged(self) -> list[str]:
        """The judgement, the meaning of its likelihood, and its confidence: a sentence each, never together."""
        by = f"Judgement of {one_line(self.judgement.who)}." if self.judgement.who else ""
        lines = [one_line(self.judgement.text), self.judgement.likelihood, self.judgement.assurance, by]
        return [line for line in lines if line] if self.judgement.text else ["No judgement is recorded."]


def briefing(corpus, *, title: str = "", judgement: str = "", confidence: str = "", who: str = "",
             rows: Sequence[str] = (), pictures: Sequence[Picture] = ()) -> Briefing:
    """The briefing of a corpus; `rows` are ids of events, questions and restrictions that the judgement rests on.

    Without `rows` the basis is what the analyst accepted, or else the best dated events and the questions on which all
    answers are alike. Raises `BriefingError` when the judgement may not go out, when an id is unknown, or when there
    is a judgement and no passage that it could rest on.
    """
    ours = judged(judgement, confidence=confidence, who=who)
    source = texts(corpus)
    passages = _basis(corpus, rows)
    lost = hold(corpus.text, passages.itertuples())
    if lost is not None:
        raise BriefingError(f"the briefing is not printed: an anchor does not hold: “{one_line(lost)}”")
    if ours.text and passages.empty:
        raise BriefingError("the briefing is not printed: no passage stands behind the judgement; name rows with one")
    disputes, shown = _disputes(corpus)
    anchors = pd.concat([passages, shown], ignore_index=True)
    named = one_line(title) or sentence(f"{count(len(corpus.articles), 'article')} read against each other")[:-1]
    return Briefing(named, ours, tuple(_ground(row, source) for row in passages.itertuples()), disputes,
                    _unsaid(corpus), tuple(map(_source, corpus.articles.itertuples())), corpus.digest, tuple(pictures),
                    anchors)


def safe_name(title: str) -> str:
    """`title` as a file name that every system takes.

    >>> safe_name("Überblick: A/B <x>.."), safe_name("../../etc"), safe_name("CON"), safe_name("漢字")
    ('uberblick-a-b-x', 'etc', 'briefing-con', 'briefing')
    """
    plain = unicodedata.normalize("NFKD", str(title)).encode("ascii", "ignore").decode("ascii").lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return "-".join(["briefing", name]).strip("-") if not name or RESERVED.match(name) else name


def _basis(corpus, rows: Sequence[str]) -> pd.DataFrame:
    """One passage for each row of the basis: `row_id, label, detail` and its anchor."""
    found = {row["row_id"]: row for row in (*_events(corpus), *_questions(corpus), *_limits(corpus))}
    unknown = [one for one in rows if one not in found]
    if unknown:
        raise BriefingError(f"{unknown[0]!r}: the briefing is not printed: no row of events, questions or restrictions "
                            "with a passage has this id")
    chosen = list(rows) or [one for one, row in found.items() if row["decided"] == "accepted"]
    best = [one for one, row in found.items() if row["best"] and row["decided"] != "rejected"]
    kept = [found[one] for one in dict.fromkeys(chosen or best[:MOST_BASIS])]
    return pd.DataFrame(kept, columns=["row_id", "label", "detail", "article_id", "start", "end", "quote"])


def _events(corpus) -> list[dict]:
    """The events with a passage, best first; the publication of an article is no ground of its own."""
    imprint = set(corpus.sentences.loc[corpus.sentences["role"].isin(PRINTED), "sentence_id"])
    labels = {row.event_id: _words(row.label) for row in corpus.events.itertuples()}
    evidence = corpus.event_evidence.assign(shared=[
        len(labels[row.event_id] & _words(row.quote)) for row in corpus.event_evidence.itertuples()])
    evidence = evidence.sort_values(["dates_it", "shared"], ascending=False, kind="stable")
    places = evidence.drop_duplicates("event_id").set_index("event_id")
    return [_row(row.event_id, row.label, f"{_days(row)}; in {count(row.articles, 'article')}",
                 places.loc[row.event_id], row.decided,
                 row.status == "dated" and places.at[row.event_id, "sentence_id"] not in imprint)
            for row in corpus.events.sort_values("rank").itertuples() if row.event_id in places.index]


def _words(text: str) -> frozenset[str]:
    return frozenset(token.folded for token in tokens(text))


def _days(row) -> str:
    known = row.earliest if isinstance(row.earliest, str) else row.latest
    words = span_words(ordinal(row.earliest), ordinal(row.latest)) if isinstance(known, str) else "no date"
    return words if row.status == "dated" else f"{words}, {row.status}"


def _questions(corpus) -> list[dict]:
    places = corpus.readings.drop_duplicates("question_id").set_index("question_id")
    return [_row(row.question_id, row.question, places.at[row.question_id, "value"], places.loc[row.question_id],
                 row.decided, row.kind == "agreement") for row in firm_first(corpus.questions).itertuples()
            if row.question_id in places.index]


def _limits(corpus) -> list[dict]:
    limits = corpus.restrictions.set_index("restriction_id", drop=False)
    return [_row(row.restriction_id, row.quote, row.status, limits.loc[row.restriction_id], row.decided, False)
            for row in corpus.restrictions.sort_values("rank").itertuples()]


def _row(row_id: str, label: str, detail: str, place: pd.Series, decided: object, best: bool) -> dict:
    return {"row_id": row_id, "label": one_line(label), "detail": one_line(detail), "decided": decided, "best": best,
            "article_id": place["article_id"], "start": int(place["start"]), "end": int(place["end"]),
            "quote": place["quote"]}


def _ground(row, source) -> Ground:
    words = source.passage(row.article_id, row.start, row.end).plain
    anchor = {"article_id": row.article_id, "start": row.start, "end": row.end, "quote": row.quote}
    return Ground(row.label, row.detail, one_line(source.heading(row.article_id)), one_line(words), anchor)


def _disputes(corpus) -> tuple[tuple[Dispute, ...], pd.DataFrame]:
    """The first questions that differ, firm ones first, and the anchored readings shown for them."""
    differ = corpus.questions[corpus.questions["differs"] & (corpus.questions["decided"] != "rejected")]
    firm = differ[~differ["check"]]
    labels = {article_id: texts(corpus).name(article_id) for article_id in corpus.articles["article_id"]}
    disputes, shown = [], []
    for asked in firm_first(firm if len(firm) else differ).head(MOST_DISPUTED).itertuples():
        readings = corpus.readings[corpus.readings["question_id"] == asked.question_id]
        groups = list(readings.groupby("value", sort=False))
        told = tuple((one_line(value), listed([one_line(labels[one]) for one in dict.fromkeys(group["article_id"])]),
                      one_line(group["quote"].iloc[0])) for value, group in groups[:MOST_READINGS])
        silent = [one_line(label) for one, label in labels.items() if one not in set(readings["article_id"])]
        disputes.append(Dispute(one_line(asked.question), told, max(0, len(groups) - MOST_READINGS),
                                listed(silent, limit=8) if silent else ""))
        first = readings.drop_duplicates("value").head(MOST_READINGS)
        shown.append(first.rename(columns={"question_id": "row_id"})[["row_id", "article_id", "start", "end", "quote"]]
                     .assign(label=one_line(asked.question), detail=first["value"]))
    empty = pd.DataFrame(columns=["row_id", "label", "detail", "article_id", "start", "end", "quote"])
    return tuple(disputes), pd.concat(shown, ignore_index=True)[list(empty.columns)] if shown else empty


def _unsaid(corpus) -> tuple[str, ...]:
    """Questions that no article answers, then what the articles do not say of themselves."""
    asked = corpus.questions[(corpus.questions["kind"] == "gap") & (corpus.questions["decided"] != "rejected")]
    gaps = [one_line(question) for question in asked.sort_values("rank")["question"]]
    shown = [f"No article answers: {question}" for question in gaps[:MOST_GAPS]]
    if len(gaps) > MOST_GAPS:
        shown.append(f"{len(gaps) - MOST_GAPS} more questions without an answer.")
    undated = int((corpus.publication["earliest"].isna() & corpus.publication["latest"].isna()).sum())
    nameless = int(corpus.articles["outlet"].isna().sum())
    if undated:
        shown.append(sentence(f"{count(undated, 'article')} cannot be dated"))
    if nameless:
        shown.append(sentence(f"{count(nameless, 'article does', 'articles do')} not say who published "
                              f"{'it' if nameless == 1 else 'them'}"))
    asked = (corpus.questions["origin"] == "codebook").any()
    return tuple(shown) if gaps else (ANSWERED if asked else UNASKED, *shown)


def _source(article) -> Source:
    day = day_words(article.published) if isinstance(article.published, str) else "undated"
    words = ", ".join(one_line(cell) for cell in (article.outlet, day, article.title) if isinstance(cell, str))
    url = article.url if isinstance(article.url, str) and LINK.match(article.url) else ""
    return Source(one_line(article.label), f"{words} ({one_line(article.file)})", url)
