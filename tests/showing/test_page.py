"""Words are measured, wrapped and elided; nothing that an article says can break a line of a picture."""

import pytest

from crosscheck.showing.page import elide, filled, headline_lines, quoted, wrap
from crosscheck.showing.style import SEMIBOLD, house, measure, printable


@pytest.fixture(autouse=True)
def style():
    with house():
        yield


def test_width_is_the_sum_of_words():
    whole = measure("The harbour’s ferry, “To Av” 12", 31)
    assert whole == pytest.approx(sum(measure(word, 31) for word in "The harbour’s ferry, “To Av” 12".split())
                                  + 5 * (measure("n n", 31) - 2 * measure("n", 31)))


@pytest.mark.parametrize("words, width, expected", [
    ("ferry", 400, "ferry"), ("", 50, ""), ("no ferry at night", 110, "no ferry …"), ("w" * 40, 80, "www…"),
])
def test_elide(words, width, expected):
    assert elide(words, width, 25) == expected
    assert measure(elide(words, width, 25), 25) <= width


def test_quoted_marks_are_not_doubled():
    assert quoted("“no ferry”", 400, 20) == "“no ferry”"


@pytest.mark.parametrize("most", [1, 2, 3])
def test_wrap_keeps_width_and_number_of_lines(most):
    lines = wrap("the council of the harbour said that no ferry would leave at night", 220, 25, most=most)
    assert len(lines) <= most and all(measure(line, 25) <= 220 for line in lines)


def test_wrap_is_even():
    first, second = wrap("no ferry at night in the harbour", 300, 25, most=2)
    assert abs(measure(first, 25) - measure(second, 25)) < 70


def test_a_word_that_never_ends_is_cut():
    assert len(printable("w" * 5000)) < 60
    assert all(measure(line, 25) <= 100 for line in filled("w" * 40, 100, 25))


def test_headline_breaks_after_punctuation():
    lines = headline_lines("Four of the five articles say that no ferry will leave, and the fifth article says "
                           "nothing of it at all", 50)
    assert lines[0].endswith("leave,") and len(lines) == 2
    assert all(measure(line, 50, SEMIBOLD) <= 1792 for line in lines)


@pytest.mark.parametrize("words, expected", [
    ("a\tb\nc", "a b c"), ("漢", "□"), ("GPT‑5 αβ", "GPT-5 αβ"), ("a\ud800b", "a□b"), ("\u202e=1", "\ufffd=1"),
])
def test_printable(words, expected):
    assert printable(words) == expected
