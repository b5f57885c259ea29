"""What is new since the last briefing, or against any earlier folder?

Rows of the earlier run are found again by their passages (`matching`), then compared: events and their dates, questions
and their readings, origins, restrictions and ladders, decisions. `check` marks softer rows: a question that is itself
to be checked, an origin that the text allows but does not require. Not told: what changed in the words of a row whose
passages, days and readings are the same; and what became of a softer question, once it was opened.
"""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.comparing.changes_events import event_changes, publication_changes
from crosscheck.comparing.changes_questions import question_changes
from crosscheck.comparing.changes_rows import Change
from crosscheck.tables_analyst import CHANGES
from crosscheck.text import content_id


class Sides(NamedTuple):
    """The articles of both runs: labels by id, and which are new, gone, and in both."""

    labels: dict[str, str]
    new: frozenset[str]
    both: frozenset[str]


def find_changes(old, new) -> pd.DataFrame:
    """The table `changes` from `old` to `new`: anything with `table(name)`, as a corpus or a `saved.Run` has it.

    In the order of `tables_analyst.CHANGES`, then of rank.
    """
    sides = _sides(old, new)
    found = [*_articles(old, new), *event_changes(old, new, sides.labels, sides.new),
             *publication_changes(old, new, sides.labels, sides.both),
             *question_changes(old, new, sides.labels, sides.new), *_restrictions(old, new, sides),
             *_ladders(old, new, sides), *_decisions(old, new)]
    ordered = sorted(enumerate(found), key=lambda pair: (CHANGES.index(pair[1].change), pair[1].check, pair[0]))
    rows = {}
    for _, one in ordered:
        change_id = content_id("n", one.change, one.about, one.row_id, one.was_id, one.label, one.was, one.now)
        rows[change_id] = {"change_id": change_id, **one._asdict()}
    return tables.check("changes", tables.frame("changes", list(rows.values())))


def _sides(old, new) -> Sides:
    before, today = old.table("articles"), new.table("articles")
    labels = dict(zip(before["article_id"], before["label"], strict=True))
    labels |= dict(zip(today["article_id"], today["label"], strict=True))
    known, ids = frozenset(before["article_id"]), frozenset(today["article_id"])
    return Sides(labels, ids - known, ids & known)


def _articles(old, new) -> Iterable[Change]:
    before = {row.article_id: row for row in old.table("articles").itertuples()}
    today = {row.article_id: row for row in new.table("articles").itertuples()}
    files = {row.file: row for row in before.values() if row.article_id not in today}
    for row in today.values():
        if row.article_id in before:
            continue
        if row.file in files:
            yield Change("article changed", "articles", row.article_id, files.pop(row.file).article_id, row.label,
                         None, None, f"The text of {row.file} is not the one that was read before.")
        else:
            yield Change("new article", "articles", row.article_id, None, row.label, None, _name(row),
                         f"{row.file} was not in the earlier run.")
    for row in files.values():
        yield Change("article gone", "articles", None, row.article_id, row.label, _name(row), None,
                     f"{row.file} was in the earlier run.")


def _name(row) -> str:
    return next((cell for cell in (row.title, row.outlet, row.file) if isinstance(cell, str)), row.label)


def _restrictions(old, new, sides: Sides) -> Iterable[Change]:
    known = set(old.table("restrictions")["restriction_id"])
    today = new.table("restrictions").sort_values("rank")
    for row in today[~today["restriction_id"].isin(known)].itertuples():
        label = sides.labels[row.article_id]
        why = f"{label} states it, and is new." if row.article_id in sides.new else (
            f"{label} was there before, but this limit was not read in it.")
        yield Change("new restriction", "restrictions", row.restriction_id, None, row.quote, None, row.status, why,
                     article_id=row.article_id, start=row.start, end=row.end, quote=row.quote)
    gone = old.table("restrictions")
    gone = gone[~gone["restriction_id"].isin(today["restriction_id"])].sort_values("rank")
    for row in gone.itertuples():
        there = row.article_id in sides.both
        why = "is read as a limit no more." if there else "is not in the folder any more."
        yield Change("restriction gone", "restrictions", None, row.restriction_id, row.quote, row.status, None,
                     f"The passage in {sides.labels[row.article_id]} {why}" if there else
                     f"{sides.labels[row.article_id]} {why}")


def _ladders(old, new, sides: Sides) -> Iterable[Change]:
    before = _rungs(old)
    limits = new.table("restrictions").set_index("restriction_id")
    told = new.table("rung_changes").groupby(["ladder_id", "restriction_id"])["reading"].agg("; ".join).to_dict()
    names = new.table("ladders").sort_values("rank")
    rungs = _rungs(new)
    for ladder_id, label in zip(names["ladder_id"], names["label"], strict=True):
        steps = rungs[ladder_id]
        shared = {other: len(set(steps) & set(theirs)) for other, theirs in before.items()}
        nearest = max(shared, key=lambda other: (shared[other], other), default=None)
        if nearest is None or not shared[nearest]:
            yield Change("new ladder", "ladders", ladder_id, None, label, None, f"{len(steps)} articles",
                         f"It is stated in {', '.join(sides.labels[limits.at[step, 'article_id']] for step in steps)}.",
                         **_anchor(limits, steps[0]))
            continue
        for step in steps:
            if step not in before[nearest]:
                first = "it is nearest the origin now" if step == steps[0] else "in the same words"
                article = limits.at[step, "article_id"]
                yield Change("new rung", "ladders", ladder_id, nearest, label, None,
                             told.get((ladder_id, step), first),
                             f"{sides.labels[article]} states it too.", **_anchor(limits, step))


def _rungs(run) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in run.table("rungs").itertuples():
        found.setdefault(row.ladder_id, []).append(row.restriction_id)
    return found


def _anchor(limits: pd.DataFrame, restriction_id: str) -> dict:
    row = limits.loc[restriction_id]
    return {"article_id": row["article_id"], "start": int(row["start"]), "end": int(row["end"]), "quote": row["quote"]}


def _decisions(old, new) -> Iterable[Change]:
    before = old.table("decisions")
    waiting = set(before.loc[before["outcome"] == "orphaned", "decision_id"])
    today = new.table("decisions")
    for row in today[(today["outcome"] == "orphaned") & ~today["decision_id"].isin(waiting)].itertuples():
        said = f"{row.action} {row.value}" if isinstance(row.value, str) else row.action
        yield Change("decision orphaned", "decisions", row.decision_id, None,
                     row.label if isinstance(row.label, str) else row.target, f"{said} ({row.who})", None,
                     row.reasoning)
