"""What is said to have happened, when, and on whose word?

Passages of different articles that report the same happening become one event: its label in an article's own words,
its days the meeting of what the articles say, each passage a vote with the rule behind it. The analyst's named events
come first, then those found by likeness of words and days. Not found: happenings that are neither dated, nor ordered
against a dated one, nor named in the codebook.
"""

import math
from typing import NamedTuple

import pandas as pd

from crosscheck import tables, timex
from crosscheck.comparing.codebook import Codebook
from crosscheck.comparing.days import OPEN, Interval, iso, length, mention_days
from crosscheck.comparing.happenings import LEAST, Happening, group
from crosscheck.comparing.inference import newest_day
from crosscheck.comparing.kinship import find_kin
from crosscheck.comparing.labels import best_mention, label_of
from crosscheck.comparing.mentions import Mention, find_mentions
from crosscheck.comparing.phrases import in_words, listing, stretch_phrase
from crosscheck.comparing.publication import published_days
from crosscheck.comparing.words import weights
from crosscheck.text import content_id

MOST_EVIDENCE = 20
STATED = ("manifest", "metadata", "dateline")


class Story(NamedTuple):
    """What the steps share: mentions with their days, publication days and labels of articles, weights of words."""

    mentions: list[Mention]
    days: list[Interval]
    modality: list[str | None]
    published: dict[str, Interval]
    labels: dict[str, str]
    table: dict[str, float]


def find_events(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame, claims: pd.DataFrame,
                attributions: pd.DataFrame, publication: pd.DataFrame, codebook: Codebook,
                ) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The tables `events`, best first, and `event_evidence`, in the same order."""
    story = _story(articles, sentences, dates, claims, publication)
    dated = [place for place, days in enumerate(story.days) if days != OPEN]
    happenings = group(story.mentions, story.days, find_kin(story.mentions, least=LEAST, of=dated))
    scored = sorted(((_score(happening, story), happening) for happening in happenings),
                    key=lambda pair: (-pair[0], pair[1].dated[0]))
    rows, evidence = [], []
    for rank, (_, happening) in enumerate(scored, start=1):
        row, passages = _event(happening, story)
        rows.append(row | {"rank": rank})
        evidence.extend(passages)
    return (tables.check("events", tables.frame("events", rows)),
            tables.check("event_evidence", tables.frame("event_evidence", evidence)))


def _story(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame, claims: pd.DataFrame,
           publication: pd.DataFrame) -> Story:
    mentions = find_mentions(articles, sentences, dates)
    published = published_days(publication)
    stated = set(publication["article_id"][publication["basis"].isin(STATED)])
    near = newest_day(mentions, {article: days for article, days in published.items() if article in stated})
    days = [mention_days(mention, published[mention.article], near) for mention in mentions]
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    return Story(mentions, days, _modalities(mentions, claims), published, labels,
                 weights(mention.words for mention in mentions))


def _modalities(mentions: list[Mention], claims: pd.DataFrame) -> list[str | None]:
    """For each mention the modality of the claim that shares most with it."""
    by_sentence: dict[str, list[tuple[int, int, str]]] = {}
    for sentence, start, end, modality in zip(claims["sentence_id"], claims["start"], claims["end"], claims["modality"],
                                              strict=True):
        by_sentence.setdefault(sentence, []).append((start, end, modality))
    found = []
    for mention in mentions:
        shared = [(min(end, mention.end) - max(start, mention.start), modality)
                  for start, end, modality in by_sentence.get(mention.sentence, ())]
        found.append(max(shared, key=lambda pair: pair[0])[1] if shared else None)
    return found


def _score(happening: Happening, story: Story) -> float:
    mentions = [story.mentions[place] for place in (*happening.dated, *happening.undated)]
    articles = len({mention.article for mention in mentions})
    exact = 1.0 / (1 + math.log(max(1.0, min(length(happening.days), 4000))))
    return 2 * math.log(1 + articles) + exact + 0.3 * math.log(1 + len(mentions))


def _event(happening: Happening, story: Story) -> tuple[dict, list[dict]]:
    places = (happening.dated + happening.undated)[:MOST_EVIDENCE]
    mentions = [story.mentions[place] for place in places]
    first = mentions[0]
    event_id = content_id("e", first.article, first.start, first.end, *happening.days)
    rows = [_evidence(event_id, place, story) for place in places]
    row = {
        "event_id": event_id, "label": label_of(best_mention(mentions, story.table)),
        "edtf": timex.edtf_of(iso(happening.days[0]), iso(happening.days[1])),
        "earliest": iso(happening.days[0]), "latest": iso(happening.days[1]),
        "status": _status(happening, story), "basis": "explicit",
        "reasoning": _reasoning(happening, story), "articles": len({mention.article for mention in mentions}),
    }
    return row, list({(row["article_id"], row["start"]): row for row in reversed(rows)}.values())[::-1]


def _status(happening: Happening, story: Story) -> str:
    if happening.disputed:
        return "disputed"
    modalities = [story.modality[place] for place in happening.dated]
    if modalities and all(modality in ("will", "plans", "may") for modality in modalities):
        return "planned"
    return "dated" if None not in happening.days else "bounded"


def _reasoning(happening: Happening, story: Story) -> str:
    votes = {}
    for place in happening.dated:
        mention = story.mentions[place]
        said = " … ".join(in_words(timing.quote) for timing in mention.timings[:2])
        votes.setdefault(f"{story.labels[mention.article]} says “{said}”", None)
    return f"{listing(list(votes)[:4])}; together {stretch_phrase(happening.days)}."


def _evidence(event_id: str, place: int, story: Story) -> dict:
    mention, days = story.mentions[place], story.days[place]
    timing = mention.timings[0] if mention.timings else None
    return {"event_id": event_id, "article_id": mention.article, "start": mention.start, "end": mention.end,
            "quote": mention.quote, "rule": timing.rule if timing else "like", "sentence_id": mention.sentence,
            "dates_it": timing is not None, "date_id": timing.date_id if timing else None,
            "vote": timex.edtf_of(iso(days[0]), iso(days[1])),
            "reasoning": f"“{in_words(timing.quote)}” is {stretch_phrase(days)}." if timing else
            "It tells the same without a date."}
