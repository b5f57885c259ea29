"""Which items of lists are limits, on whom, and what does bad input give: a row with its anchor, or none?"""

import pandas as pd
import pytest

from crosscheck.reading.restrictions import find_restrictions
from crosscheck.reading.sentences import find_sentences

NOBODY = pd.DataFrame({name: [] for name in ("start", "end", "source", "content", "source_type")})

NESTED = """4. Use of the Barn

4.1 The lessee shall not:
(a) let or sell the barn, except as agreed in section 9;
(b) use the barn:
    (i) for surveillance of residents; or
    (ii) to store fireworks without a licence; and
(c) remove notices.

4.2 The lessor may enter the barn with two days' notice.
"""

CLAUSES = """(a) The tenant shall not:
(i) let the barn;
(ii) burn waste.
(b) The owner must:
(i) repair the roof;
(ii) pay the rates by 1 May.
"""


def rows_of(text: str) -> list[tuple]:
    """Party, words that bind, act, class, exception and end of each restriction in `text`; None if not filled."""
    found = find_restrictions(text, find_sentences(text), NOBODY)
    slots = ["bound_party", "modality", "act", "protected", "exception", "applies_until"]
    assert all(text[a:b] == quote for a, b, quote in zip(found["start"], found["end"], found["quote"], strict=True))
    return [tuple(row) for row in found[slots].astype(object).where(found[slots].notna(), None).to_numpy()]


def test_an_item_that_leads_a_list_opens_the_acts_under_it_and_is_no_limit_itself():
    assert rows_of(NESTED) == [
        ("The lessee", "shall not", "let or sell the barn", None, "except as agreed in section 9", None),
        ("The lessee", "shall not", "use the barn … for surveillance", "residents", None, None),
        ("The lessee", "shall not", "use the barn … to store fireworks", None, None, None),
        ("The lessee", "shall not", "remove notices", None, None, None),
        ("The lessor", "may", "enter the barn with two days' notice", None, None, None)]


def test_each_clause_of_a_statute_binds_its_own_party():
    assert rows_of(CLAUSES) == [
        ("The tenant", "shall not", "let the barn", None, None, None),
        ("The tenant", "shall not", "burn waste", None, None, None),
        ("The owner", "must", "repair the roof", None, None, None),
        ("The owner", "must", "pay the rates", None, None, "by 1 May")]


def test_a_quoted_section_of_a_statute_is_a_row_within_its_marks():
    text = 'Section 12(b) of the act provides: "No person shall export lenses unless the minister consents." It is old.'
    assert rows_of(text) == [("No person", "shall", "export lenses", None, "unless the minister consents", None)]


def test_a_limit_over_three_paragraphs_keeps_to_what_each_says():
    text = ("The council has set new terms for the lock.\n\nBarges above 20 metres\n\nmay not pass at night.\n\n"
            "The terms hold for everyone.\n")
    assert rows_of(text) == [(None, "may not", "pass at night", None, None, None)]


@pytest.mark.parametrize("text", [
    "No more secrets", "NO MORE SECRETS\n\nThe mill opens its books.\n", "Ban lifted", "No end in sight",
    "Oh great, another ban. Because the last one worked so well.", '"You must be joking," the clerk said.',
    "Thou shalt not covet thy neighbour's barge, the saying goes.", "(a)\n(b)\n(c)\n", "1.1\n1.2\n1.3\n", "§ 1",
    "The following are colours:\n- red\n- blue\n",
])
def test_headlines_sarcasm_and_scraps_of_lists_give_no_row(text):
    assert rows_of(text) == []


@pytest.mark.parametrize("text", [
    "(a) The lessee shall:\n" * 200, "- No\n" * 300, "(i) (ii) (iii) must not: " * 100,
    "1.1.1.1.1.1 shall not:\n(a) x\n",
    "The terms:\n" + "- not " * 500, "§ 4 (a) (i) The lessee must not\n\n\n(b)", "“The lessee shall not:\n(a) let”",
])
def test_broken_lists_never_fail(text):
    assert all(modality for _, modality, *_ in rows_of(text))
