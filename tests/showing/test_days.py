"""Days and spans in words, and the cells of a calendar."""

from datetime import date

import pytest

from crosscheck.showing.days import cells, day_words, ordinal, period_words, span_words


def day(iso):
    return date.fromisoformat(iso).toordinal()


@pytest.mark.parametrize("edtf, expected", [
    ("2031-03-04", "4 Mar 2031"), ("2031-03", "Mar 2031"), ("2031", "2031"), ("2031-13-01", "2031-13-01"),
    ("../2031", "../2031"),
])
def test_day_words(edtf, expected):
    assert day_words(edtf) == expected


@pytest.mark.parametrize("first, last, year, expected", [
    ("2031-03-03", "2031-03-04", 2031, "3 or 4 Mar"), ("2031-02-27", "2031-03-04", 2031, "27 Feb to 4 Mar"),
    ("2031-03-01", "2031-03-31", 2031, "Mar"), ("2031-01-01", "2031-12-31", None, "2031"),
    ("2030-05-01", "2030-08-31", 2031, "May to Aug 2030"), ("2030-12-30", "2031-01-02", None,
                                                           "30 Dec 2030 to 2 Jan 2031"),
    (None, "2031-03-04", None, "by 4 Mar 2031"), ("2031-03-04", None, None, "4 Mar 2031 or later"),
    (None, None, None, "no date"),
])
def test_span_words(first, last, year, expected):
    assert span_words(ordinal(first), ordinal(last), year=year) == expected


def test_no_day_is_none():
    assert ordinal("2031-02-30") is None and ordinal(float("nan")) is None


@pytest.mark.parametrize("first, last, unit", [
    ("2031-03-01", "2031-03-10", "day"), ("2031-03-01", "2031-05-10", "week"), ("2031-01-01", "2032-01-10", "month"),
    ("2029-01-01", "2031-12-10", "quarter"), ("2015-01-01", "2031-12-10", "year"),
    ("1890-01-01", "2031-12-10", "decade"), ("0001-01-01", "9999-12-31", "century"),
])
def test_cells_follow_each_other(first, last, unit):
    found, columns = cells(day(first), day(last))
    assert found == unit and columns[0].first <= day(first) and columns[-1].last >= day(last) - 1
    assert all(a.last + 1 == b.first for a, b in zip(columns[:-1], columns[1:], strict=True))


def test_period_words():
    assert period_words(day("2031-03-01"), day("2031-03-09")) == "1 to 9 Mar 2031"
    assert period_words(day("2030-03-05"), day("2031-03-09")) == "Mar 2030 to Mar 2031"
    assert period_words(day("1990-03-05"), day("2031-03-09")) == "1990 to 2031"
