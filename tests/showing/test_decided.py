"""Decisions on the page: orphans first, disagreements side by side, and nothing that runs."""

from crosscheck import tables
from crosscheck.comparing.agreement import disagreements
from crosscheck.showing.decided import NONE, decisions_finding, decisions_page, disagreements_page


def decisions(*rows):
    return tables.frame("decisions", [
        {"decision_id": f"k{n}", "about": "events", "target": "e1", "label": label, "action": action, "who": who,
         "when": f"2031-03-0{n + 1}", "why": label, "outcome": outcome, "row_id": "e1", "reasoning": label}
        for n, (label, who, action, outcome) in enumerate(rows)])


def test_nothing_decided_is_said_plainly():
    assert decisions_finding(tables.empty("decisions")) == NONE
    assert "No decision" in decisions_page(tables.empty("decisions")).plain
    assert "No disagreement" in disagreements_page(disagreements(tables.empty("decisions"))).plain


def test_orphans_come_first():
    made = decisions(("One", "Ann", "accept", "applied"), ("Two", "Ben", "reject", "orphaned"))
    assert decisions_finding(made) == "Two decisions by two analysts: one orphaned and one applied."
    plain = decisions_page(made).plain
    assert plain.index("Two") < plain.index("One")


def test_hostile_words_stay_words(hostile):
    made = decisions((hostile, hostile, "accept", "disputed"), (hostile, "B", "reject", "disputed"))
    for page in (decisions_page(made), disagreements_page(disagreements(made))):
        assert "<script>" not in page.body and "\x1b" not in page.plain
