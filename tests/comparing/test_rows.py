"""Which findings are one question."""

import pandas as pd

from crosscheck.comparing.alignment import read_passages
from crosscheck.comparing.findings import Finding
from crosscheck.comparing.rows import FIRST, Row, mixed, rows_of

TEXTS = ("The ferry carried 40 people to Harstad.", "The ferry carried 50 people to Tromso.",
         "The ferry carried 60 people to Bergen.", "The ferry carried 70 people to Vadso.")
PASSAGES = read_passages(pd.DataFrame([(f"a{place}", text, "body", 0) for place, text in enumerate(TEXTS)],
                                      columns=["article_id", "quote", "role", "position"]))
SPAN = (18, 27)


def test_findings_that_meet_in_the_same_words_are_one_row():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "number", 1, SPAN, 2, SPAN)]
    rows = rows_of(findings, PASSAGES, 10)
    assert [[one for one, _ in row.members] for row in rows] == [[0, 1, 2]]


def test_findings_of_another_kind_or_much_weaker_ones_are_other_rows():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "date", 1, SPAN, 2, SPAN),
                Finding(0.2, "date", 2, SPAN, 3, SPAN)]
    kinds = [row.kind for row in rows_of(findings, PASSAGES, 10)]
    assert kinds == ["number", "date"]


def test_two_passages_are_set_side_by_side_once():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "date", 0, (0, 3), 1, (0, 3))]
    assert len(rows_of(findings, PASSAGES, 10)) == 1


def test_firm_rows_open_the_list():
    firm, loose = [Row("number", 1.0, ())] * 30, [Row("wording", 1.0, ())] * 70
    kinds = [row.kind for row in mixed(firm, loose)]
    assert kinds[:FIRST] == ["number"] * FIRST and kinds[FIRST] == "wording" and len(kinds) == 100
