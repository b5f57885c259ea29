"""Which events are new or gone, and which dates are tighter, looser, moved or contradicted?

A date is tightened where today's days lie within the earlier ones, contradicted where no day is common or where the
articles dispute it now. The passage shown is one of a new article, where there is one.
"""

from collections.abc import Iterable

import pandas as pd

from crosscheck.comparing.changes_rows import Change, anchor, named
from crosscheck.comparing.matching import match_rows

FIRST, LAST = "0000-00-00", "9999-99-99"


def event_changes(old, new, labels: dict[str, str], fresh: frozenset[str]) -> Iterable[Change]:
    """New events, changed dates in the order of rank, then events that are gone."""
    before, today = old.table("events"), new.table("events").sort_values("rank")
    evidence = new.table("event_evidence")
    texts = dict(zip(new.table("articles")["article_id"], new.table("articles")["text"], strict=True))
    matched = match_rows("event_id", before, old.table("event_evidence"), today, evidence, texts,
                         old.table("articles")["article_id"])
    earlier = {now: was for was, now in matched.pairs.items()}
    rows = {row.event_id: row for row in before.itertuples()}
    groups = dict(list(evidence.groupby("event_id", sort=False)))
    parents = _parents(old.table("event_evidence"), rows)
    for row in today.itertuples():
        passages = groups.get(row.event_id, evidence.iloc[:0])
        if row.event_id in earlier:
            yield from _dated(rows[earlier[row.event_id]], row, passages, labels, fresh)
        else:
            yield _new(row, passages, labels, fresh, parents)
    for was in before.sort_values("rank").itertuples():
        if was.event_id not in matched.pairs:
            yield _gone(was, matched.heirs.get(was.event_id), today)


def publication_changes(old, new, labels: dict[str, str], both: frozenset[str]) -> Iterable[Change]:
    """Changed publication dates of the articles that stand in both runs."""
    before = {row.article_id: row for row in old.table("publication").itertuples()}
    for row in new.table("publication").itertuples():
        was = before.get(row.article_id)
        change = compare_days(was, row) if was and row.article_id in both else None
        if change:
            yield Change(f"date {change}", "publication", row.article_id, row.article_id,
                         f"{labels[row.article_id]} was published", was.edtf, row.edtf, row.reasoning)


def compare_days(was, now) -> str | None:
    """How the days of `now` stand to those of `was` (rows with `earliest`, `latest`): None if they are the same."""
    first, last = _days(was)
    begin, end = _days(now)
    if (first, last) == (begin, end):
        return None
    if end < first or begin > last:
        return "contradicted"
    if begin >= first and end <= last:
        return "tightened"
    return "loosened" if begin <= first and end >= last else "moved"


def _days(row) -> tuple[str, str]:
    return (row.earliest if isinstance(row.earliest, str) else FIRST,
            row.latest if isinstance(row.latest, str) else LAST)


def _dated(was, row, passages: pd.DataFrame, labels: dict[str, str], fresh: frozenset[str]) -> Iterable[Change]:
    change = compare_days(was, row)
    if row.status == "disputed" and was.status != "disputed":
        change = "contradicted"
    if change is None:
        return
    dating = passages[passages["dates_it"] & passages["article_id"].isin(fresh)]
    by = f" {named(labels, dating['article_id'].tolist())} gives a date for it." if len(dating) else ""
    yield Change(f"date {change}", "events", row.event_id, was.event_id, row.label, was.edtf, row.edtf,
                 f"{row.reasoning}{by}", **anchor(dating if len(dating) else passages, fresh))


def _parents(evidence: pd.DataFrame, rows: dict) -> dict[tuple[str, int], str]:
    """The label of the earlier event at each passage."""
    places = zip(evidence["article_id"], evidence["start"], evidence["event_id"], strict=True)
    return {(article, int(start)): rows[event].label for article, start, event in places if event in rows}


def _new(row, passages: pd.DataFrame, labels: dict[str, str], fresh: frozenset[str], parents: dict) -> Change:
    tellers = passages["article_id"].tolist()
    places = zip(passages["article_id"], passages["start"], strict=True)
    parent = next((parents[place] for place in places if place in parents), None)
    said = f"{named(labels, tellers)} {'tells' if len(set(tellers)) == 1 else 'tell'} it"
    why = f"; a part of its passages was told as “{parent}” before." if parent else (
        "." if fresh & set(tellers) else ", in words that were there before.")
    return Change("new event", "events", row.event_id, None, row.label, None, row.edtf, said + why,
                  check=not fresh & set(tellers), **anchor(passages, fresh))


def _gone(was, heir: str | None, today: pd.DataFrame) -> Change:
    if heir:
        label = today.loc[today["event_id"] == heir, "label"].iloc[0]
        return Change("event joined", "events", heir, was.event_id, was.label, was.edtf, None,
                      f"Its passages are told as “{label}” now.", check=True)
    return Change("event gone", "events", None, was.event_id, was.label, was.edtf, None,
                  "No event rests on its passages any more.", check=True)
