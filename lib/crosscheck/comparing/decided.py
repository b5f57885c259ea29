"""What becomes of the analyst's decisions in today's tables?

Each decision finds its row by the passages that it kept (`anchors`). Rows are joined first, then named, graded, dated,
annotated and judged; rejected rows stay, marked, behind all others. One analyst's later decision replaces the earlier
one; where two analysts differ neither is applied, and both are shown. A decision whose passages are gone waits as an
orphan. Not decided here: who is right.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from crosscheck import tables
from crosscheck.anchors import Passages
from crosscheck.decisions import KEYS, LABELS, Decision, undone
from crosscheck.edtf import edtf_bounds, edtf_of

GROUPS = {"accept": "decided", "reject": "decided", "rename": "label", "grade": "grade", "re-date": "edtf",
          "annotate": "note"}
VERDICTS = {"accept": "accepted", "reject": "rejected"}


class Settled(NamedTuple):
    """What applies to which row: joins in order (kept, gone, decision), and decisions by row and group."""

    joins: list[tuple[str, str, Decision]]
    applied: dict[str, dict[str, list[Decision]]]
    standings: list[dict]


def decide_events(events: pd.DataFrame, evidence: pd.DataFrame, decisions: Sequence[Decision],
                  texts: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame, list[dict]]:
    """`events` and `event_evidence` with the decisions about events applied, and the rows of `decisions`."""
    settled = settle(decisions, "events", events, evidence, texts)
    rows = _rows(events, "event_id")
    for kept, gone, one in settled.joins:
        rows[kept] = _joined_event(rows[kept], rows.pop(gone), one)
    evidence = _rehomed(evidence, "event_id", settled.joins)
    counts = evidence.groupby("event_id")["article_id"].nunique()
    for key in {kept: None for kept, _, _ in settled.joins if kept in rows}:
        rows[key]["articles"] = int(counts.get(key, rows[key]["articles"]))
    for key, groups in settled.applied.items():
        for one in groups.get("edtf", ())[-1:]:
            rows[key] = _dated(rows[key], one)
    return _finished("events", rows, settled.applied), tables.check("event_evidence", evidence), settled.standings


def decide_questions(questions: pd.DataFrame, readings: pd.DataFrame, decisions: Sequence[Decision],
                     texts: Mapping[str, str]) -> tuple[pd.DataFrame, pd.DataFrame, list[dict]]:
    """`questions` and `readings` with the decisions about questions applied, and the rows of `decisions`."""
    settled = settle(decisions, "questions", questions, readings, texts)
    rows = _rows(questions, "question_id")
    readings = _rehomed(readings, "question_id", settled.joins)
    for kept, gone, one in settled.joins:
        rows[kept] = _joined_question(rows[kept], rows.pop(gone), one)
    for key in {kept: None for kept, _, _ in settled.joins if kept in rows}:
        own = readings[readings["question_id"] == key]
        answers = own["article_id"].nunique()
        rows[key] |= {"silent": rows[key]["silent"] + rows[key]["answers"] - answers, "answers": answers,
                      "values": own["value"].nunique()}
    return _finished("questions", rows, settled.applied), tables.check("readings", readings), settled.standings


def decide_restrictions(restrictions: pd.DataFrame, decisions: Sequence[Decision],
                        texts: Mapping[str, str]) -> tuple[pd.DataFrame, list[dict]]:
    """`restrictions` with the decisions about them applied, and the rows of `decisions`."""
    settled = settle(decisions, "restrictions", restrictions, restrictions, texts)
    return _finished("restrictions", _rows(restrictions, "restriction_id"), settled.applied), settled.standings


def settle(decisions: Sequence[Decision], about: str, table: pd.DataFrame, passages: pd.DataFrame,
           texts: Mapping[str, str]) -> Settled:
    """Which decisions about one table apply to which of its rows, in the order of their time."""
    key = KEYS[about]
    places = Passages(passages, key, texts, table[key])
    labels = dict(zip(table[key], table[LABELS[about]], strict=True))
    taken = undone(decisions)
    found: dict[str, dict] = {}
    joins, homes = [], []
    own = [one for one in decisions if one.about == about]
    for one in sorted(own, key=lambda one: one.action != "merge"):
        if one.decision_id in taken:
            by = taken[one.decision_id]
            found[one.decision_id] = _standing(one, "undone", None, f"{by.who} took it back on {by.when[:10]}")
        elif one.action == "undo":
            found[one.decision_id] = _standing(one, "applied", None, f"it takes back {one.value}")
        elif one.action == "merge":
            found[one.decision_id] = _join(one, places, labels, joins)
        else:
            home = places.home(one.target, one.anchors, one.known)
            if home.row_id is None:
                found[one.decision_id] = _standing(one, "orphaned", None, home.reason)
            else:
                homes.append((home.row_id, one))
    applied = _applied(homes, labels, found)
    return Settled(joins, applied, [found[one.decision_id] for one in own])


def _join(one: Decision, places: Passages, labels: Mapping[str, str], joins: list) -> dict:
    kept = places.home(one.target, one.anchors, one.known)
    gone = places.home(one.value, one.value_anchors, one.known)
    if kept.row_id is None or gone.row_id is None:
        return _standing(one, "orphaned", None, kept.reason or gone.reason)
    if kept.row_id == gone.row_id:
        return _standing(one, "applied", kept.row_id, "its two rows are one by now")
    places.join(kept.row_id, gone.row_id)
    joins.append((kept.row_id, gone.row_id, one))
    return _standing(one, "applied", kept.row_id, f"it took in “{labels[gone.row_id]}”")


def _applied(homes: list[tuple[str, Decision]], labels: Mapping[str, str],
             found: dict[str, dict]) -> dict[str, dict[str, list[Decision]]]:
    """The decisions that apply, by row and group; the standing of every one goes into `found`."""
    grouped: dict[tuple[str, str], list[Decision]] = {}
    for row_id, one in homes:
        grouped.setdefault((row_id, GROUPS[one.action]), []).append(one)
    applied: dict[str, dict[str, list[Decision]]] = {}
    for (row_id, group), ones in grouped.items():
        last = {one.who: one for one in ones}
        differ = group != "note" and len({(one.action, one.value) for one in last.values()}) > 1
        for one in ones:
            found[one.decision_id] = _outcome(one, row_id, group, last, differ, labels[row_id])
        if not differ:
            applied.setdefault(row_id, {})[group] = ones if group == "note" else list(last.values())
    return applied


def _outcome(one: Decision, row_id: str, group: str, last: Mapping[str, Decision], differ: bool, label: str) -> dict:
    if group != "note" and last[one.who] is not one:
        return _standing(one, "superseded", row_id, f"{one.who} decided anew on {last[one.who].when[:10]}")
    if differ:
        others = [f"{other.who}: {other.action} {other.value}".strip() for other in last.values() if other is not one]
        return _standing(one, "disputed", row_id, f"not applied, since another differs ({'; '.join(others)})")
    renamed = f"its row reads “{label}” today" if one.label and one.label != label else "its row is the same"
    return _standing(one, "applied", row_id, renamed)


def _standing(one: Decision, standing: str, row_id: str | None, reasoning: str) -> dict:
    cells = {name: getattr(one, name) or None for name in one._fields[:9]}
    return cells | {"outcome": standing, "row_id": row_id, "reasoning": reasoning[:1].upper() + reasoning[1:] + "."}


def _rows(table: pd.DataFrame, key: str) -> dict[str, dict]:
    return {row[key]: {name: None if _missing(cell) else cell for name, cell in row.items()}
            for row in table.to_dict("records")}


def _missing(cell: object) -> bool:
    return not isinstance(cell, list | tuple) and bool(pd.isna(cell))


def _rehomed(passages: pd.DataFrame, key: str, joins: list[tuple[str, str, Decision]]) -> pd.DataFrame:
    """The passages with those of joined rows under the row that is kept, each once."""
    name = tables.TABLES["event_evidence" if key == "event_id" else "readings"]
    homes = passages[key]
    for kept, gone, _ in joins:
        homes = homes.where(homes != gone, kept)
    return passages.assign(**{key: homes}).drop_duplicates(list(name.key)).reset_index(drop=True) if joins else passages


def _joined_event(kept: dict, gone: dict, one: Decision) -> dict:
    """One event of two: the days that both leave, or all of their days, disputed, where no day is common."""
    first = max((row["earliest"] for row in (kept, gone) if row["earliest"]), default=None)
    last = min((row["latest"] for row in (kept, gone) if row["latest"]), default=None)
    status, basis = kept["status"], kept["basis"]
    if first and last and first > last:
        opens, ends = ([row[side] for row in (kept, gone)] for side in ("earliest", "latest"))
        first, last = min(opens) if all(opens) else None, max(ends) if all(ends) else None
        status = "disputed"
    elif (kept["earliest"], kept["latest"]) != (first, last):
        status = gone["status"] if status in ("undated", "bounded") else status
        basis = gone["basis"] if kept["status"] in ("undated", "bounded") else basis
    days = (kept["earliest"], kept["latest"]) == (first, last)
    why = f": {one.why}" if one.why else ""
    return kept | {
        "earliest": first, "latest": last, "edtf": kept["edtf"] if days else edtf_of(first, last), "status": status,
        "basis": basis, "rank": min(kept["rank"], gone["rank"]),
        "reasoning": f"{one.who} joined it with “{gone['label']}”{why}. {kept['reasoning']} {gone['reasoning']}"}


def _joined_question(kept: dict, gone: dict, one: Decision) -> dict:
    why = f": {one.why}" if one.why else ""
    kind = kept["kind"] if kept["differs"] or not gone["differs"] else gone["kind"]
    return kept | {
        "differs": kept["differs"] or gone["differs"], "check": kept["check"] and gone["check"], "kind": kind,
        "rank": min(kept["rank"], gone["rank"]),
        "reasoning": f"{one.who} joined it with “{gone['question']}”{why}. {kept['reasoning']} {gone['reasoning']}"}


def _dated(row: dict, one: Decision) -> dict:
    """The event with the analyst's date; what the articles gave stays in the reasoning."""
    first, last = edtf_bounds(one.value)
    status = row["status"] if row["status"] in ("planned", "conditional") else "dated" if first and last else "bounded"
    why = f": {one.why}" if one.why else ""
    return row | {"edtf": one.value, "earliest": first, "latest": last, "status": status, "basis": "decided",
                  "reasoning": f"{one.who} dated it {one.value} on {one.when[:10]}{why}. Before that it stood at "
                               f"{row['edtf']}: {row['reasoning']}"}


def _finished(about: str, rows: dict[str, dict], applied: Mapping[str, Mapping[str, list[Decision]]]) -> pd.DataFrame:
    """The table with names, grades, notes and verdicts; rejected rows last, ranks without a gap."""
    for key, groups in applied.items():
        found = {group: ones[-1] for group, ones in groups.items()}
        verdict, named = found.get("decided"), found.get("label")
        rows[key] |= {"decided": VERDICTS[verdict.action]} if verdict else {}
        rows[key] |= {LABELS[about]: named.value} if named else {}
        rows[key] |= {"grade": found["grade"].value} if "grade" in found else {}
        notes = dict.fromkeys(f"{one.value} ({one.who})" for one in groups.get("note", ()))
        rows[key] |= {"note": "; ".join(notes)} if notes else {}
    ranked = sorted(rows.values(), key=lambda row: (row["decided"] == "rejected", row["rank"]))
    ranks = {row[KEYS[about]]: rank for rank, row in enumerate(ranked, start=1)}
    done = [row | {"rank": ranks[key]} for key, row in rows.items()]
    ordered = done if about == "restrictions" else sorted(done, key=lambda row: row["rank"])
    return tables.check(about, tables.frame(about, ordered))
