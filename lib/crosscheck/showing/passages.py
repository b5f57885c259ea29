"""Which words does a row rest on? Passages in their sentences, marked, with article, outlet and date.

Everything here starts from anchored rows (`article_id, start, end`) and the tables `articles` and `sentences`.
"""

import bisect
from collections.abc import Iterable

import pandas as pd

from crosscheck.showing.days import day_words
from crosscheck.showing.html import Page, clean, leaf_of, marked, side_page, table_page
from crosscheck.text import trim

MARGIN = 160
LONGEST = 700


class Texts:
    """The texts of a corpus, ready to quote from: `context` finds the sentence that a passage stands in."""

    def __init__(self, articles: pd.DataFrame, sentences: pd.DataFrame) -> None:
        self._text = dict(zip(articles["article_id"], articles["text"], strict=True))
        self._label = dict(zip(articles["article_id"], articles["label"], strict=True))
        self._name = {row.article_id: _named(row) for row in articles.itertuples()}
        self._head = {row.article_id: _heading(row) for row in articles.itertuples()}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for article_id, start, end in zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True):
            self._spans.setdefault(article_id, []).append((start, end))

    def label(self, article_id: str) -> str:
        """The short name of an article."""
        return self._label[article_id]

    def name(self, article_id: str) -> str:
        """The short name of an article with its outlet, as far as it is known."""
        return self._name[article_id]

    def heading(self, article_id: str) -> str:
        """The short name of an article with its outlet and date, as far as they are known."""
        return self._head[article_id]

    def context(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        """The span of the sentences that hold `[start, end)`, cut to `LONGEST` characters around it."""
        spans, text = self._spans.get(article_id, []), self._text[article_id]
        first = bisect.bisect_right(spans, (start, len(text))) - 1
        left = spans[first][0] if first >= 0 and spans[first][1] > start else max(0, start - MARGIN)
        last = bisect.bisect_left(spans, (end, 0)) - 1
        right = max(end, spans[last][1]) if last >= 0 and spans[last][1] >= end else min(len(text), end + MARGIN)
        if right - left > LONGEST:
            left, right = max(left, start - MARGIN), min(right, max(start + LONGEST, end))
        return trim(text, left, right)

    def passage(self, article_id: str, start: int, end: int, spans: Iterable[tuple[int, int]] = ()) -> Page:
        """The passage in its context; `spans` are marked, or the whole passage when there are none."""
        left, right = self.context(article_id, start, end)
        words = self._text[article_id][left:right]
        return Page(marked(words, list(spans) or [(start, end)], offset=left), clean(words))


def passages_page(rows: pd.DataFrame, texts: Texts, *, limit: int = 12, leaf: int = 1, of: int | None = None,
                  noun: str = "passage") -> Page:
    """The anchored `rows` of one `leaf`, those in one sentence together, each with its article and its words marked.

    With `of`, `rows` are those of that leaf alone, and there are `of` in all.
    """
    together: dict[tuple[str, int, int], list[tuple[int, int]]] = {}
    for row in (leaf_of(rows, limit, leaf) if of is None else rows).itertuples():
        spans = list(getattr(row, "value_spans", ())) or [(row.start, row.end)]
        together.setdefault((row.article_id, *texts.context(row.article_id, row.start, row.end)), []).extend(spans)
    shown = [{"article": texts.heading(article_id), "words": texts.passage(article_id, start, end, spans)}
             for (article_id, start, end), spans in together.items()]
    return table_page(pd.DataFrame(shown), {"article": "Article", "words": "In its words"}, limit=limit, leaf=leaf,
                      of=len(rows) if of is None else of, noun=noun)


def sides_page(readings: pd.DataFrame, texts: Texts, *, limit: int = 6) -> Page:
    """The first passage of each different reading, side by side, with the words that carry it marked."""
    shown = readings.drop_duplicates("value").head(limit)
    return side_page([(f"{texts.heading(row.article_id)}: {row.value}", _passage(row, texts).body,
                       _passage(row, texts).plain) for row in shown.itertuples()])


def _passage(row, texts: Texts) -> Page:
    return texts.passage(row.article_id, row.start, row.end, getattr(row, "value_spans", ()))


def _named(article) -> str:
    known = isinstance(article.outlet, str) and article.outlet != article.label
    return f"{article.label} {article.outlet}" if known else article.label


def _heading(article) -> str:
    day = day_words(article.published) if isinstance(article.published, str) else None
    known = [value for value in (article.outlet, day) if isinstance(value, str) and value != article.label]
    return f"{article.label} ({', '.join(known)})" if known else (
        article.label if article.outlet == article.label else f"{article.label} (no outlet or date)")
