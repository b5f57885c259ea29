"""Words of an article reach a page as words only."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.showing.html import Page, clean, escape, finding, marked, plain_table, side_page, table_page


@pytest.mark.parametrize("text, expected", [
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
    ('" onerror="x', "&quot; onerror=&quot;x"),
    ("a & b", "a &amp; b"),
    ("$x$", "<span>$</span>x<span>$</span>"),
    ("\\(x\\)", "<span>\\</span>(x<span>\\</span>)"),
    ("a\x1b[31m", "a\ufffd[31m"),
    ("\u202eabc", "\ufffdabc"),
])
def test_escape(text, expected):
    assert escape(text) == expected


@given(st.text())
def test_no_markup_survives(text):
    body = escape(text).replace("<span>", "").replace("</span>", "")
    assert "<" not in body and ">" not in body and '"' not in body


def test_marked_marks_and_escapes():
    assert marked("a <b> c", [(2, 5)]) == "a <mark>&lt;b&gt;</mark> c"
    assert marked("abcdef", [(11, 13), (12, 14)], offset=10) == "a<mark>bc</mark><mark>d</mark>ef"
    assert marked("abc", [(5, 9)]) == "abc"


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)), max_size=5))
def test_marking_keeps_every_word(text, spans):
    assert marked(text, spans).replace("<mark>", "").replace("</mark>", "").replace(
        "<span>", "").replace("</span>", "").count("&lt;") == text.count("<")


def test_a_table_shows_rows_and_says_how_many_more():
    page = table_page(pd.DataFrame({"a": ["<x>", "y"], "n": [1, 2]}), {"a": "A", "n": "N"}, limit=1, noun="thing")
    assert "&lt;x&gt;" in page.body and "1 of 2 things; the rest is in the table" in page.body
    assert repr(page).splitlines() == ["A    N", "<x>  1", "1 of 2 things; the rest is in the table"]


def test_an_empty_table_says_so():
    assert repr(table_page(pd.DataFrame({"a": []}), {"a": "A"}, noun="thing")) == "No thing here."


def test_pages_join_and_show_themselves():
    page = finding("It <is>.") + Page("<p>b</p>", "b")
    assert repr(page) == "It <is>.\nb" and "It &lt;is&gt;." in page._repr_html_()


def test_sides_and_plain_tables():
    assert repr(side_page([("A: x", "<mark>w</mark>", "w")])) == "A: x: w"
    assert plain_table([["a", "b" * 99]], ["h", "i"]).splitlines()[1].endswith("…")


def test_clean_makes_one_line():
    assert clean("a\n\n b\tc") == "a b c"


def test_a_long_cell_is_folded_and_holds_every_word():
    long = "<b>word</b> " * 60 + "end"
    page = table_page(pd.DataFrame({"a": [long, "short"]}), {"a": "A"})
    shown, hidden = page.body.split("<summary>")[1].split("</details>")[0].split("</summary>")
    assert shown + hidden == escape(long)
    assert len(shown) < len(hidden) and "<b>" not in page.body and page.body.count("<details>") == 1
