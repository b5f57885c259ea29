"""The paragraph names what changed, counts the softer rows apart, and lets nothing through."""

from crosscheck import tables
from crosscheck.showing.changed import NOTHING, changes_page, changes_paragraph
from crosscheck.tables_analyst import CHANGES


def changes(*rows):
    return tables.frame("changes", [
        {"change_id": f"n{n}", "change": change, "about": "x", "label": label, "was": was, "now": now,
         "reasoning": "As said.", "check": check} for n, (change, label, was, now, check) in enumerate(rows)])


def test_nothing_is_said_plainly():
    assert changes_paragraph(tables.empty("changes")) == NOTHING
    assert "No change" in changes_page(tables.empty("changes")).plain


def test_each_kind_has_its_sentence():
    said = changes_paragraph(changes(
        ("new article", "003", None, "A title", False), ("new article", "004", None, "Other", False),
        ("new event", "The bridge closed", None, "2031-03-03", False), ("new event", "It rained", None, "XXXX", False),
        ("date contradicted", "The mayor left", "2031-03-01", "2031-03-02", False),
        ("question opened", "How many?", None, "number", True), ("event gone", "It snowed", "XXXX", None, True)))
    assert said == ("Two articles joined: 003 and 004. Two events are new: “The bridge closed”, and one more. One "
                    "date is contradicted: “The mayor left” (1 Mar 2031, now 2 Mar 2031). One softer change is to be "
                    "checked. "
                    "One row of the earlier run is gone or part of another row now.")


def test_a_sentence_that_ends_in_a_label_has_its_full_stop():
    said = changes_paragraph(changes(("new event", "It rained", None, "XXXX", False),
                                     ("question opened", "Why?", None, "number", False)))
    assert said == "One event is new: “It rained”. One question is opened: “Why?”"


def test_softer_rows_are_left_out_of_the_page_unless_asked_for():
    table = changes(("question opened", "Firm?", None, "number", False), ("question opened", "Soft?", None, "x", True))
    assert "Soft?" not in changes_page(table).plain and "Soft?" in changes_page(table, soft=True).plain


def test_every_kind_of_change_is_told():
    for kind in CHANGES:
        assert changes_paragraph(changes((kind, "A label", None, None, False))) != ""


def test_hostile_words_stay_words(hostile):
    table = changes(("new event", hostile, hostile, hostile, False), ("new article", hostile, None, hostile, False))
    assert "<script>" not in changes_page(table).body and "\x1b" not in changes_paragraph(table)
