"""When was an article written that does not say so, judged from its own dates and from the other articles?

The day is taken from the sheet, the metadata or the date line where there is one. For the others `inference` rules out
days; what is left is written as an interval, never as one guessed day, with the steps in a sentence. An interval that
rests on a habit of writing carries EDTF's question mark. A file's time stamp is never used. Not found: the day of an
article that names no day and shares no dated happening with the others.
"""

import pandas as pd

from crosscheck import tables, timex
from crosscheck.comparing.days import Interval, iso, ordinal
from crosscheck.comparing.inference import LIKE_WEEKDAY, Inferred, infer
from crosscheck.comparing.kinship import find_kin
from crosscheck.comparing.mentions import find_mentions
from crosscheck.comparing.phrases import opened, stretch_phrase

_STATED = {"manifest": "The sheet articles.csv gives this date.", "metadata": "The article's metadata give this date.",
           "dateline": "The article's own date line gives this date."}


def find_publication(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame) -> pd.DataFrame:
    """The table `publication`: one row an article, in the order of `articles`."""
    stated = {row.article_id: row for row in articles.itertuples() if isinstance(row.published, str)}
    inferred: dict[str, Inferred] = {}
    if len(stated) < len(articles):
        known = {article: _days(row.published) for article, row in stated.items()}
        inferred = _infer(articles, sentences, dates, known)
    rows = [_stated_row(stated[article]) if article in stated else _inferred_row(article, inferred[article])
            for article in articles["article_id"]]
    return tables.check("publication", tables.frame("publication", rows))


def stated_articles(publication: pd.DataFrame) -> set[str]:
    """The articles whose day the sheet, the metadata or a date line states."""
    return set(publication["article_id"][publication["basis"].isin(list(_STATED))])


def published_days(publication: pd.DataFrame) -> dict[str, Interval]:
    """For each article the days on which it can have been published."""
    return {row.article_id: (ordinal(_text(row.earliest)), ordinal(_text(row.latest)))
            for row in publication.itertuples()}


def _infer(articles: pd.DataFrame, sentences: pd.DataFrame, dates: pd.DataFrame,
           stated: dict[str, Interval]) -> dict[str, Inferred]:
    mentions = find_mentions(articles, sentences, dates)
    undated = [place for place, mention in enumerate(mentions) if mention.article not in stated]
    labels = dict(zip(articles["article_id"], articles["label"], strict=True))
    return infer(mentions, find_kin(mentions, least=LIKE_WEEKDAY, of=undated), stated, labels)


def _days(published: str) -> Interval:
    first, last = timex.edtf_bounds(published)
    return ordinal(first), ordinal(last)


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def _stated_row(row) -> dict:
    first, last = timex.edtf_bounds(row.published)
    return {"article_id": row.article_id, "edtf": row.published, "earliest": first, "latest": last,
            "basis": row.published_basis, "reasoning": _STATED[row.published_basis]}


def _inferred_row(article: str, found: Inferred) -> dict:
    first, last = iso(found.days[0]), iso(found.days[1])
    known = first is not None or last is not None
    return {"article_id": article, "edtf": timex.edtf_of(first, last, uncertain=found.unsure and known),
            "earliest": first, "latest": last, "basis": "inferred" if known else "unknown",
            "reasoning": _reasoning(found) if known else
            "Nothing in the article, and nothing that it shares with a dated article, tells when it was written."}


def _reasoning(found: Inferred) -> str:
    """The steps that set the two ends, the last two of each, and what follows."""
    first = [step for step in found.steps if step.first][-2:]
    last = [step for step in found.steps if step.last][-2:]
    wanted = dict.fromkeys(step.clause for step in found.steps if step in first or step in last)
    return opened(f"{'; '.join(wanted)}; so it was written {stretch_phrase(found.days)}.")
