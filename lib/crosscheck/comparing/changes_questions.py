"""Which questions were opened, closed or superseded, which got a new reading, and which claims gained an origin?

A question is open where its readings differ. It is superseded where a reading now corrects or updates another, or where
a wider question has taken its passages in. A claim is one reading of a question. Softer questions (`check`) regroup
their passages with every article that joins, so that only their opening is told.
"""

from collections.abc import Iterable

import pandas as pd

from crosscheck.comparing.changes_rows import Change, anchor, named
from crosscheck.comparing.matching import Matched, match_rows

LATER = ("correction", "update")


def question_changes(old, new, labels: dict[str, str], fresh: frozenset[str]) -> Iterable[Change]:
    """Questions opened, closed, superseded, those with a new reading, then claims that gained an origin."""
    before, today = old.table("questions"), new.table("questions").sort_values("rank")
    readings = new.table("readings")
    texts = dict(zip(new.table("articles")["article_id"], new.table("articles")["text"], strict=True))
    matched = match_rows("question_id", before, old.table("readings"), today, readings, texts,
                         old.table("articles")["article_id"])
    rows = {row.question_id: row for row in before.itertuples()}
    earlier = {now: rows[was] for was, now in matched.pairs.items()}
    groups = dict(list(readings.groupby("question_id", sort=False)))
    values = old.table("readings").groupby("question_id", sort=False)["value"].agg(set).to_dict()
    for row in today.itertuples():
        answers = groups.get(row.question_id, readings.iloc[:0])
        was = earlier.get(row.question_id)
        yield from _changed(was, row, answers, values.get(was.question_id, set()) if was else set(), labels, fresh)
    yield from _ended(before, matched, today)
    yield from _origins(old, new, matched, fresh)


def _changed(was, row, answers: pd.DataFrame, known: set[str], labels: dict[str, str],
             fresh: frozenset[str]) -> Iterable[Change]:
    shown = anchor(answers, fresh)
    if was is None or row.differs and not was.differs:
        if row.differs:
            by = named(labels, answers["article_id"].tolist())
            yield Change("question opened", "questions", row.question_id, was.question_id if was else None,
                         row.question, was.kind if was else None, row.kind, f"{row.reasoning} It is put by {by}.",
                         check=row.check, **shown)
    elif was.differs and not row.differs or was.kind == "gap" and row.answers:
        yield Change("question closed", "questions", row.question_id, was.question_id, row.question, was.kind,
                     row.kind, row.reasoning, **shown)
    elif row.check:
        return
    elif row.differs and row.kind in LATER and was.kind not in LATER:
        yield Change("question superseded", "questions", row.question_id, was.question_id, row.question, was.kind,
                     row.kind, row.reasoning, **shown)
    elif row.differs:
        more = answers[~answers["value"].isin(known) & answers["article_id"].isin(fresh)]
        if len(more):
            told = "; ".join(f"{labels[one.article_id]}: {one.value}" for one in more.itertuples())
            yield Change("new reading", "questions", row.question_id, was.question_id, row.question,
                         "; ".join(sorted(known)), "; ".join(dict.fromkeys(more["value"])), f"{told}.",
                         **anchor(more, fresh))


def _ended(before: pd.DataFrame, matched: Matched, today: pd.DataFrame) -> Iterable[Change]:
    names = dict(zip(today["question_id"], today["question"], strict=True))
    for was in before[before["differs"] & ~before["check"]].sort_values("rank").itertuples():
        if was.question_id in matched.pairs:
            continue
        heir = matched.heirs.get(was.question_id)
        if heir:
            yield Change("question superseded", "questions", heir, was.question_id, was.question, was.kind, None,
                         f"Its passages stand in the question “{names[heir]}” now.")
        else:
            yield Change("question closed", "questions", None, was.question_id, was.question, was.kind, None,
                         "Its passages are not set against each other any more.")


def _origins(old, new, matched: Matched, fresh: frozenset[str]) -> Iterable[Change]:
    """Readings that at least one more origin stands behind, or may stand behind."""
    before = {(row.question_id, row.value): row for row in old.table("origins").itertuples()}
    earlier = {now: was for was, now in matched.pairs.items()}
    questions = new.table("questions").set_index("question_id")["question"]
    readings = new.table("readings")
    for row in new.table("origins").itertuples():
        was = before.get((earlier.get(row.question_id), row.value))
        if was is None or (row.fewest <= was.fewest and row.most <= was.most):
            continue
        added = [name for name in row.origins if name not in was.origins]
        given = readings[(readings["question_id"] == row.question_id) & (readings["value"] == row.value)]
        yield Change("claim gained an origin", "origins", row.question_id, was.question_id,
                     f"{questions[row.question_id]} {row.value}", _range(was), _range(row),
                     f"{'New: ' + ', '.join(added) + '. ' if added else ''}{row.reasoning}",
                     check=row.fewest <= was.fewest, **anchor(given, fresh))


def _range(row) -> str:
    return f"{row.fewest}" if row.fewest == row.most else f"{row.fewest} to {row.most}"
