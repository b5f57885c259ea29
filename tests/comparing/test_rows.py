"""Which findings are one question."""

import pandas as pd

from crosscheck.comparing.alignment import read_passages
from crosscheck.comparing.findings import Finding
from crosscheck.comparing.rows import IN_TURN, LEADING, Row, leading, mixed, rows_of

TEXTS = ("The ferry carried 40 people to Harstad.", "The ferry carried 50 people to old Harstad.",
         "The ferry carried 60 people to Harstad again.", "The ferry carried 70 people to Vadso.")
PASSAGES = read_passages(pd.DataFrame([(f"a{place}", text, "body", 0) for place, text in enumerate(TEXTS)],
                                      columns=["article_id", "quote", "role", "position"]))
SPAN = (18, 27)


def test_findings_that_meet_in_the_same_words_are_one_row():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "number", 1, SPAN, 2, SPAN)]
    rows = rows_of(findings, PASSAGES, 10)
    assert [[one for one, _ in row.members] for row in rows] == [[0, 1, 2]]


def test_numbers_of_another_place_are_no_part_of_a_row():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "number", 1, SPAN, 3, SPAN)]
    assert [[one for one, _ in row.members] for row in rows_of(findings, PASSAGES, 10)] == [[0, 1]]


def test_findings_of_another_kind_or_much_weaker_ones_are_other_rows():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "date", 1, SPAN, 2, SPAN),
                Finding(0.2, "date", 2, SPAN, 3, SPAN)]
    kinds = [row.kind for row in rows_of(findings, PASSAGES, 10)]
    assert kinds == ["number", "date"]


def test_two_passages_are_set_side_by_side_once():
    findings = [Finding(1.0, "number", 0, SPAN, 1, SPAN), Finding(0.9, "date", 0, (0, 3), 1, (0, 3))]
    assert len(rows_of(findings, PASSAGES, 10)) == 1


def test_the_strongest_firm_rows_open_the_list_and_mere_wording_does_not():
    firm = [Row("wording", 0.9, (), ("",)), *[Row("number", 1.0, (), ("person",))] * 5, Row("scope", 0.5, (), ("all",))]
    first, later = leading(firm)
    assert [row.kind for row in first] == ["number"] * 5 and [row.kind for row in later] == ["scope"]
    assert len(leading([Row("number", 1.0, ((place, (0, 1)),)) for place in range(30)])[0]) == LEADING


def test_behind_them_wide_rows_and_weaker_firm_ones_take_turns():
    firm, wide = [Row("number", 0.5, ())] * 2, [Row("wording", 1.0, ())] * 7
    kinds = [row.kind for row in mixed(wide, firm)]
    assert kinds[:IN_TURN + 1] == ["wording"] * IN_TURN + ["number"] and kinds.count("wording") == 7 and len(kinds) == 9
