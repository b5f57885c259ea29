"""Folding keeps offsets; words have one spelling; ids come from content."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.text import blanked, content_id, fold, fold_word, overlap, tokens, trim


@pytest.mark.parametrize("text, expected", [
    ("“A” and ‘b’", "\"A\" and 'b'"),
    ("GPT‑5 – now", "GPT-5 - now"),
    ("10\u00a0km", "10 km"),
])
def test_fold(text, expected):
    assert fold(text) == expected


@given(st.text())
def test_fold_changes_no_offset(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("british, american", [
    ("organisation", "organization"), ("utilised", "utilized"), ("defence", "defense"), ("centre", "center"),
    ("programme", "program"), ("favour", "favor"), ("labelled", "labeled"), ("analyse", "analyze"),
])
def test_two_spellings_are_one_word(british, american):
    assert fold_word(british) == fold_word(american)


@pytest.mark.parametrize("word", ["four", "hours", "your", "rise", "dice", "well"])
def test_other_words_stay(word):
    assert fold_word(word) == word


def test_the_possessive_falls_away():
    assert fold_word("Council’s") == "council"


@given(st.text())
def test_tokens_point_into_the_text(text):
    assert all(text[token.start:token.end] == token.word for token in tokens(text))


def test_trim_and_overlap():
    assert trim("  ab ", 0, 5) == (2, 4)
    assert overlap((0, 5), (3, 9)) == 2
    assert overlap((0, 2), (2, 4)) == 0


def test_ids_depend_on_content_only():
    assert content_id("d", "a", 1) == content_id("d", "a", 1) != content_id("d", "a", 2)
    assert content_id("d", "ab", "c") != content_id("d", "a", "bc")


def test_blanked_keeps_length_lines_and_the_rest():
    assert blanked("ab\ncd ef", [(1, 4), (6, 8)]) == "a \n d   "
    assert blanked("ab", []) == "ab"
