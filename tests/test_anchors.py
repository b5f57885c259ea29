"""A row is found again by its passages, and never by words that stand elsewhere."""

import pandas as pd
import pytest

from crosscheck.anchors import Anchor, Passages, anchors_json, read_anchors

TEXT = {"a": "The bridge opened. The mayor left. It rained.", "b": "A bridge was opened on Friday."}
OPENED, LEFT, RAINED = Anchor("a", 0, 18, "The bridge opened."), Anchor("a", 19, 34, "The mayor left."), Anchor(
    "a", 35, 45, "It rained.")
FRIDAY = Anchor("b", 0, 30, "A bridge was opened on Friday.")


def passages(**rows):
    table = pd.DataFrame([(row, *one) for row, ones in rows.items() for one in ones],
                         columns=["event_id", "article_id", "start", "end", "quote"])
    return Passages(table, "event_id", TEXT, rows)


@pytest.mark.parametrize("anchors, home", [
    ((OPENED,), "x"), ((OPENED, FRIDAY), "x"), ((LEFT,), "y"), ((OPENED, FRIDAY, LEFT), "x"),
    ((OPENED._replace(end=14, quote="The bridge ope"),), "x"),  # the passage was cut a little shorter
    ((RAINED,), None),                                          # no row rests on it
    ((OPENED, LEFT), None),                                     # two rows have one half each
    ((OPENED._replace(quote="The bridge closed."),), None),     # other words stand there now
    ((Anchor("c", 0, 3, "The"),), None),                        # its article is gone
])
def test_home(anchors, home):
    found = passages(x=[OPENED, FRIDAY], y=[LEFT]).home("old", anchors)
    assert found.row_id == home and bool(found.reason) == (home is None)


@pytest.mark.parametrize("known, home", [("ab", None), ("a", None), ("b", None), ("c", "x"), ("", "x")])
def test_a_small_part_of_a_larger_row_is_not_that_row(known, home):
    more = [Anchor("b", start, start + 2, TEXT["b"][start:start + 2]) for start in (0, 3, 6)]
    rows = passages(x=[OPENED, RAINED, *more])
    found = rows.home("old", (OPENED,), frozenset(known))
    assert found.row_id == home and ("part of another" in found.reason) == (home is None)


def test_of_two_rows_on_the_same_passages_the_same_id_wins():
    assert passages(x=[OPENED], y=[OPENED]).home("y", (OPENED,)).row_id == "y"
    assert "several rows" in passages(x=[OPENED], y=[OPENED]).home("z", (OPENED,)).reason


def test_without_passages_the_id_decides():
    assert passages(x=[OPENED]).home("x", ()).row_id == "x"
    assert passages(x=[OPENED]).home("z", ()).row_id is None


def test_words_that_stand_elsewhere_are_named_not_followed():
    found = passages(x=[OPENED]).home("old", (Anchor("gone", 5, 20, "The mayor left."),))
    assert found.row_id is None and "another article" in found.reason and "The mayor left." in found.reason


def test_joined_rows_are_one():
    rows = passages(x=[OPENED], y=[LEFT])
    rows.join("x", "y")
    assert rows.home("old", (OPENED, LEFT)).row_id == "x" and rows.home("y", (LEFT,)).row_id == "x"


def test_anchors_go_through_json():
    odd = Anchor("a", 1, 2, '“\ud800"\n=')
    cell = anchors_json([odd])
    assert read_anchors(cell.encode("utf-8", "backslashreplace").decode("utf-8")) == (odd,)
    assert read_anchors("") == () == read_anchors(anchors_json([]))


@pytest.mark.parametrize("cell", ["{}", "[1]", '[["a", "1", 2, "x"]]', '[["a", 1, 2]]', "[", '[["a", true, 2, "x"]]'])
def test_a_cell_that_holds_no_anchors_is_refused(cell):
    with pytest.raises(ValueError):
        read_anchors(cell)
