"""When is it said to have happened? Views on events and on the passages that date them."""

import pandas as pd

from crosscheck.showing import findings, selections
from crosscheck.showing.days import date_words
from crosscheck.showing.figures_timeline import timeline_figure
from crosscheck.showing.html import leaf_of, leaves, table_page
from crosscheck.showing.kept import kept
from crosscheck.showing.selections import ALL, EVER
from crosscheck.showing.view import View, note, place_of, remakeable, texts


@remakeable
def timeline_view(corpus, *, article: str = ALL, status: str = ALL, certainty: str = ALL,
                  days: tuple[str, str] = EVER, words: str = "", limit: int = 40, leaf: int = 1) -> View:
    """The events that the choices leave, best first, with their dates and the reasoning.

    `days` are the first and the last day (ISO) of the period that an event may touch; see `selections.select_events`.
    """
    corpus = kept(corpus)
    events = selections.select_events(corpus.events, corpus.event_evidence, article=article, status=status,
                                      certainty=certainty, days=days, words=words)
    draw = (lambda: timeline_figure(events, corpus.event_evidence, corpus.articles, corpus.publication,
                                    digest=corpus.digest)) if len(events) else None
    said, rows = findings.events_finding(events, chosen=len(corpus.events) > 0), leaf_of(events, limit, leaf)
    return View(said, table_page(rows.assign(day=rows["edtf"].map(date_words)), {
        "label": "Event", "day": "Date", "status": "Status", "articles": "Articles",
        "reasoning": "How the date follows"}, limit=limit, leaf=leaf, of=len(events), noun="event"), draw,
        leaves=leaves(len(events), limit))


def event_view(corpus, event: str | None = None, *, place: int = 1, limit: int = 20, leaf: int = 1) -> View:
    """One event, or the one at `place` by rank: each passage that reports it, with the date it gives and why."""
    corpus = kept(corpus)
    event_id = place_of(corpus.events.sort_values("rank"), "event_id", event, place)
    if event_id is None:
        return View("There is no such event in these articles.", note("No passage to show."))
    chosen = corpus.events.set_index("event_id").loc[event_id]
    votes = corpus.event_evidence[corpus.event_evidence["event_id"] == event_id].sort_values(["article_id", "start"])
    source, shown = texts(corpus), leaf_of(votes, limit, leaf)
    rows = pd.DataFrame([{"article": source.heading(row.article_id), "vote": date_words(row.vote), "why": row.reasoning,
                          "words": source.passage(row.article_id, row.start, row.end)} for row in shown.itertuples()])
    return View(findings.sentence(f"“{chosen['label']}”: {date_words(chosen['edtf'])}. {chosen['reasoning']}"),
                table_page(rows, {"article": "Article", "vote": "Its date", "words": "In its words",
                                  "why": "How the date follows"}, limit=limit, leaf=leaf, of=len(votes),
                           noun="passage"), leaves=leaves(len(votes), limit))
