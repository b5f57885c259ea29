"""Which rows does the reader want to see? Tables and choices in, fewer rows out; nothing is computed anew.

Every choice has a value that means "all", so that a view without choices is the whole table.
"""

import functools

import pandas as pd

from crosscheck.text import fold

ALL = "all"
EVER = ("", "9999")  # every day, as the first and last of a period
CERTAINTIES = ("one day", "span of days", "bound on one side", "no date")


def holding(table: pd.DataFrame, words: str, columns: list[str]) -> pd.Series:
    """Which rows hold every one of `words` in one of `columns`, by folded text; all rows if there are no words."""
    wanted = fold(words).lower().split()
    if not wanted or table.empty:
        return pd.Series(True, index=table.index)
    cells = [_folded(tuple(table[column].fillna(""))) for column in columns]
    texts = cells[0] if len(cells) == 1 else map(" ".join, zip(*cells, strict=True))
    return pd.Series([all(word in text for word in wanted) for text in texts], index=table.index)


@functools.lru_cache(maxsize=8)
def _folded(texts: tuple[str, ...]) -> list[str]:
    """Texts as they are searched; kept, since a reader searches the same column again and again."""
    return [fold(text).lower() for text in texts]


def word_spans(quote: str, start: int, words: str) -> list[tuple[int, int]]:
    """Where each of `words` stands in `quote`, as offsets of the article; `start` is the quote's own place."""
    text = fold(quote).lower()
    return [(start + at, start + at + len(word)) for word in fold(words).lower().split()
            for at in range(len(text)) if text.startswith(word, at)]


def select_sentences(sentences: pd.DataFrame, *, words: str = "", article: str = ALL, role: str = ALL) -> pd.DataFrame:
    """Sentences that hold all of `words`, of one article, in one role."""
    found = holding(sentences, words, ["quote"]) & _is(sentences, "article_id", article) & _is(sentences, "role", role)
    return sentences[found]


def select_attributions(attributions: pd.DataFrame, *, source: str = ALL, article: str = ALL,
                        kind: str = ALL, words: str = "") -> pd.DataFrame:
    """Attributions to one source (by its words), in one article, of one type of source."""
    found = (_is(attributions, "source_text", source) & _is(attributions, "article_id", article)
             & _is(attributions, "source_type", kind)
             & holding(attributions, words, ["quote"]))
    return attributions[found]


def select_events(events: pd.DataFrame, evidence: pd.DataFrame, *, article: str = ALL, status: str = ALL,
                  certainty: str = ALL, days: tuple[str, str] = EVER, words: str = "") -> pd.DataFrame:
    """Events that one article reports, of one status, whose label or passages hold `words`; best first.

    `certainty` is one of `CERTAINTIES`; `days` are the first and last day (ISO) of a period that the date may touch,
    which an event without any date never does.
    """
    found = _is(events, "status", status)
    if certainty != ALL:
        found &= certainties(events) == certainty
    if tuple(days) != EVER:
        first, last = events["earliest"].fillna("0000"), events["latest"].fillna("9999")
        found &= (first <= days[1]) & (last >= days[0]) & (events["earliest"].notna() | events["latest"].notna())
    if article != ALL:
        found &= events["event_id"].isin(evidence.loc[evidence["article_id"] == article, "event_id"])
    if words:
        said = evidence.loc[holding(evidence, words, ["quote"]), "event_id"]
        found &= holding(events, words, ["label"]) | events["event_id"].isin(said)
    return events[found].sort_values("rank")


def certainties(events: pd.DataFrame) -> pd.Series:
    """How closely each event is dated, one of `CERTAINTIES`."""
    first, last = events["earliest"], events["latest"]
    found = pd.Series("bound on one side", index=events.index, dtype="str")
    found[first.notna() & last.notna()] = "span of days"
    found[first.notna() & (first == last)] = "one day"
    found[first.isna() & last.isna()] = "no date"
    return found


def select_questions(questions: pd.DataFrame, readings: pd.DataFrame, *, kind: str = ALL, article: str = ALL,
                     origin: str = ALL, words: str = "") -> pd.DataFrame:
    """Questions of one kind (`differences`: all that differ), answered by one article; firm ones first."""
    found = questions["differs"] if kind == "differences" else _is(questions, "kind", kind)
    found = found & _is(questions, "origin", origin)
    if article != ALL:
        found &= questions["question_id"].isin(readings.loc[readings["article_id"] == article, "question_id"])
    if words:
        said = readings.loc[holding(readings, words, ["quote", "value"]), "question_id"]
        found &= holding(questions, words, ["question"]) | questions["question_id"].isin(said)
    return firm_first(questions[found])


def firm_first(questions: pd.DataFrame) -> pd.DataFrame:
    """Questions in the order of reading: firm ones by rank, then the softer ones by rank."""
    return questions.sort_values(["check", "rank"])


def select_restrictions(restrictions: pd.DataFrame, *, status: str = ALL, party: str = ALL, article: str = ALL,
                        words: str = "") -> pd.DataFrame:
    """Restrictions of one status, on one bound party, in one article, that hold `words`; most plainly stated first."""
    found = (_is(restrictions, "status", status) & _is(restrictions, "bound_party", party)
             & _is(restrictions, "article_id", article) & holding(restrictions, words, ["quote"]))
    return restrictions[found].sort_values("rank")


def select_quotations(quotations: pd.DataFrame, renderings: pd.DataFrame, *, article: str = ALL,
                      words: str = "") -> pd.DataFrame:
    """Utterances that one article renders, whose passages or speakers hold `words`; best first."""
    found = pd.Series(True, index=quotations.index)
    if article != ALL:
        found &= quotations["quotation_id"].isin(renderings.loc[renderings["article_id"] == article, "quotation_id"])
    if words:
        said = renderings.loc[holding(renderings, words, ["quote", "speaker"]), "quotation_id"]
        found &= holding(quotations, words, ["label", "speaker"]) | quotations["quotation_id"].isin(said)
    return quotations[found].sort_values("rank")


def _is(table: pd.DataFrame, column: str, value: str) -> pd.Series:
    return pd.Series(True, index=table.index) if value == ALL else (table[column] == value).fillna(False).astype(bool)
