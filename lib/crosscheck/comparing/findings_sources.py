"""Where do two passages give one event different days, or rest one claim on different sources?

Days are those of the table `dates`, resolved with the day of publication where that is known; they count when the
passages share the words around them. Sources are those of the table `attributions`, for passages that say much the
same. Not found: an event that each passage names by another verb.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from crosscheck import timex
from crosscheck.comparing.alignment import Passages
from crosscheck.comparing.differences_dates import Day, days_of, differ
from crosscheck.comparing.differences_passage import Passage
from crosscheck.comparing.findings import Finding, near_pairs, weight_of
from crosscheck.wording import FUNCTION_WORDS, stem

DATED, SOURCED = 0.3, 0.1
NEAR_DAYS, NEAR_SOURCES = 0.18, 0.3
REACH = 6          # words about a day that say what happened then


class Source(NamedTuple):
    """Who speaks in a passage, and where that stands in it."""

    text: str
    type: str
    start: int
    end: int


def named_days(passages: Passages, sentences: pd.DataFrame, dates: pd.DataFrame,
               published: dict[int, str]) -> list[tuple[Day, ...]]:
    """The days that each passage names, from the table `dates`; a relative one needs the day of publication.

    `published` gives the day an article was published, by its number.
    """
    held = defaultdict(list)
    for row in dates.itertuples():
        if isinstance(row.sentence_id, str) and row.type in ("DATE", "TIME"):
            held[row.sentence_id].append(row)
    ids, starts = sentences["sentence_id"].tolist(), sentences["start"].tolist()
    found = []
    for place, article, parsed in zip(passages.rows, passages.articles, passages.parsed, strict=True):
        spans = tuple((row.start - starts[place], row.end - starts[place], *_bounds(row, published.get(article)))
                      for row in held.get(ids[place], ()))
        found.append(days_of(spans, parsed.low) if spans else ())
    return found


def _bounds(row, published: str | None) -> tuple[str | None, str | None]:
    """First and last day of a row of `dates`, as far as the day of publication tells."""
    if isinstance(row.earliest, str) or isinstance(row.latest, str):
        return tuple(day if isinstance(day, str) else None for day in (row.earliest, row.latest))
    if published and isinstance(row.relation, str):
        return timex.bounds(timex.resolve(row.relation, published)) or (None, None)
    return None, None


def named_sources(passages: Passages, sentences: pd.DataFrame, attributions: pd.DataFrame) -> list[tuple[Source, ...]]:
    """Who speaks in each passage, from the table `attributions`; pronouns are left out."""
    held = defaultdict(list)
    for row in attributions.itertuples():
        if isinstance(row.sentence_id, str) and isinstance(row.source_text, str) and row.source \
                and row.source_type not in ("pronoun", "none"):
            held[row.sentence_id].append(row)
    ids, ends = sentences["sentence_id"].tolist(), sentences["end"].tolist()
    starts = sentences["start"].tolist()
    return [tuple(Source(row.source_text, row.source_type, row.source[0][0] - starts[place],
                         row.source[0][1] - starts[place]) for row in held.get(ids[place], ())
                  if starts[place] <= row.source[0][0] and row.source[0][1] <= ends[place])
            for place in passages.rows]


def day_differences(passages: Passages, days: list[tuple[Day, ...]]) -> Iterator[Finding]:
    """Days of one event that exclude each other; `days` holds those of each passage."""
    for one, other, near in near_pairs(passages, NEAR_DAYS):
        if passages.articles[one] == passages.articles[other] or not (days[one] and days[other]):
            continue
        a, b = passages.parsed[one], passages.parsed[other]
        for x in days[one]:
            for y in days[other]:
                context = _context(passages, a, x, b, y)
                if context > 0.3 and _exclude(x, y, days[one], days[other]):
                    yield Finding(DATED + near + context, "date", one, (x.start, x.end), other, (y.start, y.end))


def _exclude(x: Day, y: Day, days_x: tuple[Day, ...], days_y: tuple[Day, ...]) -> bool:
    """The two days differ, and neither passage has a day that agrees with the other's."""
    return (differ(x, y) and all(differ(x, each) for each in days_y) and all(differ(each, y) for each in days_x))


def _context(passages: Passages, a: Passage, x: Day, b: Passage, y: Day) -> float:
    """Share of the words about the days that both passages have, 0 to 1; 0 unless a word that is no name is shared."""
    one, other = _around(a, x), _around(b, y)
    shared = one & other
    if not any(not a.capitals[a.place[root]] for root in shared):
        return 0.0
    return weight_of(passages, shared) / (min(weight_of(passages, one), weight_of(passages, other)) or 1.0)


def _around(passage: Passage, day: Day) -> frozenset[str]:
    """The content words of the clause within a few words of a day."""
    place = next((i for i, (start, _) in enumerate(passage.spans) if start >= day.start), len(passage.spans) - 1)
    return frozenset(root for i, root in enumerate(passage.stems)
                     if root and abs(i - place) <= REACH and passage.clauses[i] == passage.clauses[place]
                     and not day.start <= passage.spans[i][0] < day.end)


def source_differences(passages: Passages, sources: list[tuple[Source, ...]]) -> Iterator[Finding]:
    """One claim on the word of different sources; `sources` holds those of each passage."""
    for one, other, near in near_pairs(passages, NEAR_SOURCES):
        if passages.articles[one] == passages.articles[other]:
            continue
        a, b = passages.parsed[one], passages.parsed[other]
        for x in sources[one][:1]:
            for y in sources[other][:1]:
                if {x.type, y.type} != {"person"} and _is_named(x) and _is_named(y) and not (
                        _stems(x) & b.content or _stems(y) & a.content):
                    yield Finding(SOURCED + near, "source", one, (x.start, x.end), other, (y.start, y.end))


def _is_named(source: Source) -> bool:
    """A source with a name, or one that is plainly left unnamed; `the court` may be one that the other names.

    A number of people is no source: `another 41%`.
    """
    words = source.text.split()
    if source.type == "unnamed":
        return len(words) > 1 and not any(char.isdigit() for char in source.text)
    return bool(_stems(source)) and (any(word[0].isupper() for word in words[1:])
                                     or len(words) == 1 and words[0][0].isupper())


def _stems(source: Source) -> set[str]:
    return {stem(word) for word in source.text.split() if word.lower() not in FUNCTION_WORDS}
