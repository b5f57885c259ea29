"""Decisions come into the tables: joined, named, dated, graded, judged; disputes and orphans are shown."""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.anchors import Anchor
from crosscheck.comparing.decided import decide_events, decide_questions, decide_restrictions
from crosscheck.decisions import decision

TEXTS = {"a": "The bridge opened on Monday. The mayor left. It rained.", "b": "A bridge opened. The mayor is gone."}
PLACES = {"e1": [("a", 0, 28), ("b", 0, 16)], "e2": [("a", 29, 44)], "e3": [("b", 17, 35)]}
DAYS = {"e1": ("2031-03-03", "2031-03-03", "dated"), "e2": ("2031-03-01", None, "bounded"),
        "e3": (None, "2031-02-01", "bounded")}


def anchors(row):
    return [Anchor(article, start, end, TEXTS[article][start:end]) for article, start, end in PLACES[row]]


def events():
    rows = [{"event_id": row, "label": f"Label {row}", "edtf": f"{first or '..'}/{last or '..'}", "earliest": first,
             "latest": last, "status": status, "basis": "explicit", "reasoning": f"As {row} says.", "articles": 1,
             "rank": n} for n, (row, (first, last, status)) in enumerate(DAYS.items(), start=1)]
    evidence = [{"event_id": row, **one._asdict(), "rule": "r", "dates_it": False, "vote": "XXXX", "reasoning": "x"}
                for row in PLACES for one in anchors(row)]
    return tables.frame("events", rows), tables.frame("event_evidence", evidence)


def made(row, action, value="", *, who="Ann", when="2031-04-01", about="events", why="so"):
    other = anchors(value) if action == "merge" else ()
    return decision(about, row, action, value, who=who, when=when, why=why, label=f"Label {row}",
                    anchors=anchors(row) if row in PLACES else (), value_anchors=other)


def applied(*decisions):
    found, evidence, standings = decide_events(*events(), list(decisions), TEXTS)
    return found.set_index("event_id"), evidence, standings


@pytest.mark.parametrize("row, action, value, column, cell", [
    ("e2", "reject", "", "decided", "rejected"), ("e2", "accept", "", "decided", "accepted"),
    ("e2", "rename", "The mayor resigned", "label", "The mayor resigned"), ("e2", "grade", "C3", "grade", "C3"),
    ("e2", "re-date", "2031-03", "latest", "2031-03-31"), ("e2", "re-date", "2031-03", "status", "dated"),
    ("e2", "re-date", "2031-03", "basis", "decided"), ("e2", "annotate", "ask again", "note", "ask again (Ann)"),
])
def test_a_decision_is_applied(row, action, value, column, cell):
    found, _, standings = applied(made(row, action, value))
    assert found.at[row, column] == cell and standings[0]["outcome"] == "applied"


def test_a_date_keeps_what_the_articles_gave():
    found, _, _ = applied(made("e1", "re-date", "2031-03-04", why="the register has it"))
    assert found.at["e1", "reasoning"] == ("Ann dated it 2031-03-04 on 2031-04-01: the register has it. Before that it "
                                           "stood at 2031-03-03/2031-03-03: As e1 says.")


def test_rejected_rows_stand_behind_the_others():
    found, _, _ = applied(made("e1", "reject"))
    assert list(found.index) == ["e2", "e3", "e1"] and list(found["rank"]) == [1, 2, 3]


def test_two_events_become_one_with_the_days_that_both_leave():
    found, evidence, _ = applied(made("e1", "merge", "e2"))
    assert list(found.index) == ["e1", "e3"] and found.at["e1", "earliest"] == "2031-03-03"
    assert found.at["e1", "articles"] == 2 and list(evidence["event_id"]) == ["e1", "e1", "e1", "e3"]
    assert "“Label e2”" in found.at["e1", "reasoning"]


def test_days_that_cannot_both_hold_are_disputed():
    found, _, _ = applied(made("e2", "merge", "e3"))
    assert found.at["e2", "status"] == "disputed" and found.at["e2", "edtf"] == "XXXX"


def test_a_decision_on_a_joined_row_finds_it_again():
    join = made("e1", "merge", "e2")
    named = made("e1", "rename", "Both")._replace(anchors=(*anchors("e1"), *anchors("e2")))
    found, _, _ = applied(join, named)
    assert found.at["e1", "label"] == "Both"


def test_the_later_word_of_one_analyst_counts_and_of_two_neither():
    found, _, standings = applied(made("e1", "reject"), made("e1", "accept", when="2031-04-02"))
    assert found.at["e1", "decided"] == "accepted" and standings[0]["outcome"] == "superseded"
    found, _, standings = applied(made("e1", "reject"), made("e1", "accept", who="Ben"))
    assert pd.isna(found.at["e1", "decided"]) and [one["outcome"] for one in standings] == ["disputed", "disputed"]


def test_what_is_undone_is_not_applied():
    one = made("e1", "reject")
    found, _, standings = applied(one, made("e1", "undo", one.decision_id, who="Ben"))
    assert pd.isna(found.at["e1", "decided"]) and [row["outcome"] for row in standings] == ["undone", "applied"]


def test_an_orphan_waits():
    lost = made("e1", "reject")._replace(anchors=(Anchor("gone", 0, 3, "All"),))
    found, _, standings = applied(lost)
    assert found["decided"].isna().all() and standings[0]["outcome"] == "orphaned" and standings[0]["row_id"] is None
    assert tables.check("decisions", tables.frame("decisions", standings))["reasoning"][0].startswith("Its article")


def test_questions_are_joined_named_and_rejected():
    asked = tables.frame("questions", [
        {"question_id": f"q{n}", "question": f"Q{n}?", "origin": "discovery", "kind": "number", "differs": n == 2,
         "check": False, "answers": 1, "silent": 1, "values": 1, "reasoning": "x", "rank": n} for n in (1, 2, 3)])
    read = tables.frame("readings", [
        {"question_id": f"q{n}", **anchors(f"e{n}")[-1]._asdict(), "rule": "r", "value": f"v{n}", "value_spans": [],
         "stance": "asserts"} for n in (1, 2, 3)])
    join = made("e1", "merge", "e2")._replace(about="questions", target="q1", value="q2",
                                              anchors=tuple(anchors("e1")[1:]))
    drop = made("e3", "reject")._replace(about="questions", target="q3")
    found, readings, standings = decide_questions(asked, read, [join, drop], TEXTS)
    row = found.set_index("question_id").loc["q1"]
    assert (row["answers"], row["silent"], row["values"], row["differs"]) == (2, 0, 2, True)
    assert list(found["decided"].fillna("")) == ["", "rejected"] and len(readings) == 3
    assert [one["outcome"] for one in standings] == ["applied", "applied"]


def test_restrictions_keep_their_order():
    limits = tables.frame("restrictions", [
        {"restriction_id": row, **anchors(row)[0]._asdict(), "rule": "r", "status": "in force", "rank": n, "via": [],
         **{f"{slot}_spans": [] for slot in tables.SLOTS}} for n, row in enumerate(PLACES, start=1)])
    drop = made("e1", "reject", about="restrictions")._replace(anchors=tuple(anchors("e1")[:1]))
    found, _ = decide_restrictions(limits, [drop], TEXTS)
    assert list(found["restriction_id"]) == ["e1", "e2", "e3"] and list(found["rank"]) == [3, 1, 2]
