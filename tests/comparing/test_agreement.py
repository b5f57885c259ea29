"""Krippendorff's alpha as his own worked examples have it, and what analysts differ about."""

import pytest

from crosscheck import tables
from crosscheck.comparing.agreement import agreement, disagreements, nominal_alpha

# K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011: examples B (two observers, nominal data) and
# C (four observers, data missing).
TWO = ("a a b b d c c c e d d a", "b a b b b c c c e d d d")
FOUR = ("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")


@pytest.mark.parametrize("coders, alpha", [(TWO, 0.692), (FOUR, 0.743), (("a b", "a b"), 1.0), (("a b", "b a"), -0.5)])
def test_worked_examples(coders, alpha):
    units = [[value for value in unit if value != "."] for unit in zip(*map(str.split, coders), strict=True)]
    assert round(nominal_alpha(units), 3) == alpha


@pytest.mark.parametrize("units", [[], [("a",)], [("a", "a"), ("a", "a")]])
def test_without_variation_there_is_no_alpha(units):
    assert nominal_alpha(units) is None


def decisions(*rows):
    return tables.frame("decisions", [
        {"decision_id": f"k{n}", "about": "events", "target": row, "label": row, "action": action, "who": who,
         "when": f"2031-03-0{n + 1}", "value": value, "outcome": standing, "row_id": row, "reasoning": "x"}
        for n, (row, who, action, value, standing) in enumerate(rows)])


def test_the_last_word_of_each_analyst_counts():
    table = decisions(("e1", "Ann", "reject", None, "superseded"), ("e1", "Ann", "accept", None, "applied"),
                      ("e1", "Ben", "accept", None, "applied"), ("e2", "Ann", "reject", None, "disputed"),
                      ("e2", "Ben", "accept", None, "disputed"), ("e3", "Ben", "accept", None, "applied"))
    found = agreement(table)
    assert (found.rows, found.analysts) == (2, ("Ann", "Ben")) and "1 of 2 rows" in found.reasoning
    assert list(disagreements(table)["who"]) == ["Ann", "Ben"] and set(disagreements(table)["row"]) == {"e2"}


def test_nothing_judged_twice_is_said_plainly():
    assert agreement(tables.empty("decisions")).reasoning == "No row has verdicts by two analysts."
    assert agreement(decisions(("e", "A", "grade", "B2", "applied"), ("e", "B", "grade", "B2", "applied")),
                     "grades").alpha is None
