"""What if an article had been published on another day? Events that would move, and events that could not hold."""

from datetime import date

import pandas as pd

from crosscheck.edtf import edtf_bounds
from crosscheck.showing import findings
from crosscheck.showing.days import date_words, day_words, ordinal, span_words
from crosscheck.showing.figures_timeline import MOST_ROWS, timeline_figure
from crosscheck.showing.html import leaves, table_page
from crosscheck.showing.picture import Picture
from crosscheck.showing.view import View, remakeable, texts
from crosscheck.tables import STATED

REACH, FARTHEST = 14, 60  # days
CHANGES = {  # what becomes of one event, in the table; of one and of several, in a sentence
    "breaks": ("cannot hold any more", "cannot hold any more", "cannot hold any more"),
    "mends": ("can hold again", "can hold again", "can hold again"),
    "moves": ("moves", "moves", "move"),
    "narrows": ("is dated more closely", "is dated more closely", "are dated more closely"),
    "widens": ("is dated less closely", "is dated less closely", "are dated less closely"),
}


@remakeable
def moved_view(corpus, article: str | None = None, day: str = "", *, limit: int = 40, leaf: int = 1) -> View:
    """Which events would move, and which could not hold, if `article` (its id) had been published on `day` (EDTF).

    Without an article: the first whose day is not stated. Without a day nothing is moved, and the view tells what the
    article's day rests on.
    """
    article = article or unstated_articles(corpus)[0]
    found = corpus.reanchor({article: day} if day else {})
    told = {"change": found.changes["change"].map(lambda change: CHANGES[change][0]),
            **{side: found.changes[side].map(date_words) for side in ("was", "now")}}
    table = table_page(found.changes.assign(**told), {
        "label": "Event", "change": "What becomes of it", "was": "Date now", "now": "Date then", "reasoning": "Why"},
        limit=limit, leaf=leaf, noun="change")
    return View(" ".join([*([_tried(corpus, article, day, found.changes)] if day else []), _stands(corpus, article)]),
                table, lambda: _figure(corpus, found, article, day), leaves=leaves(len(found.changes), limit))


def unstated_articles(corpus) -> list[str]:
    """The ids of the articles, those without a stated day of publication first."""
    stated = corpus.publication["basis"].isin(STATED)
    return [*corpus.publication.loc[~stated, "article_id"], *corpus.publication.loc[stated, "article_id"]]


def possible_days(corpus, article: str) -> list[str]:
    """Days (ISO) to try for an article: those it can be of, or else those of all articles, and two weeks around them.

    At most the last 60 of these days are tried; none where no article has any.
    """
    known = corpus.publication.set_index("article_id")[["earliest", "latest"]].map(ordinal)
    own = [day for day in known.loc[article] if pd.notna(day)]
    every = [day for day in known.to_numpy().ravel() if pd.notna(day)]
    if not every:
        return []
    last = max(own if len(own) == 2 else [*own, *every])
    first = max(min(own or every), last - FARTHEST)
    return [date.fromordinal(day).isoformat() for day in range(int(first) - REACH, int(last) + REACH + 1)]


def _stands(corpus, article: str) -> str:
    """When the article was published as far as is known, and why."""
    row = corpus.publication.set_index("article_id").loc[article]
    first, last = ordinal(row["earliest"]), ordinal(row["latest"])
    when = "has no day of publication" if first is None and last is None else f"is of {span_words(first, last)}"
    return findings.sentence(f"As it stands, {texts(corpus).label(article)} {when}: {row['reasoning']}")


def _tried(corpus, article: str, day: str, changes: pd.DataFrame) -> str:
    return findings.sentence(f"Tried out: {texts(corpus).label(article)} as of {day_words(day)}; {_told(changes)}")


def _told(changes: pd.DataFrame) -> str:
    """How many events change, and in what way.

    >>> _told(pd.DataFrame({"change": ["moves", "breaks", "moves"]}))
    'one event cannot hold any more and two events move'
    """
    kinds = changes["change"].value_counts()
    parts = [f"{findings.count(int(kinds[kind]), 'event')} {one if kinds[kind] == 1 else several}"
             for kind, (_, one, several) in CHANGES.items() if kind in kinds]
    return findings.listed(parts) or "no event changes"


def _figure(corpus, found, article: str, day: str) -> Picture:
    """The timeline as it would be: the events that change before the others, in the accent colour."""
    changed = found.events["event_id"].isin(found.changes["event_id"])
    drawn = pd.concat([found.events[changed], found.events[~changed]]).head(MOST_ROWS)
    if not day:
        return timeline_figure(drawn, found.event_evidence, corpus.articles, corpus.publication, digest=corpus.digest)
    first, last = edtf_bounds(day)
    here = corpus.publication["article_id"] == article
    publication = corpus.publication.assign(
        edtf=corpus.publication["edtf"].mask(here, day), earliest=corpus.publication["earliest"].mask(here, first),
        latest=corpus.publication["latest"].mask(here, last), basis=corpus.publication["basis"].mask(here, "tried"))
    return timeline_figure(drawn, found.event_evidence, corpus.articles, publication, digest=corpus.digest,
                           headline=_tried(corpus, article, day, found.changes)[:-1], name="timeline_tried",
                           accents=tuple(found.changes["event_id"]))
