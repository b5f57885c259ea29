"""Time values, relations and EDTF: each row is an input and what it must give."""

import pytest

from crosscheck import timex

WEDNESDAY = "2026-03-04"


@pytest.mark.parametrize(("value", "expected"), [
    ("2026-03-04", ("2026-03-04", "2026-03-04")),
    ("2026-03-04T22:00", ("2026-03-04", "2026-03-04")),
    ("2026-03-04TNI", ("2026-03-04", "2026-03-04")),
    ("2026-02", ("2026-02-01", "2026-02-28")),
    ("2024-02", ("2024-02-01", "2024-02-29")),
    ("2026", ("2026-01-01", "2026-12-31")),
    ("2026-XX-XX", ("2026-01-01", "2026-12-31")),
    ("2026-W09", ("2026-02-23", "2026-03-01")),
    ("2026-W09-5", ("2026-02-27", "2026-02-27")),
    ("2026-W09-WE", ("2026-02-28", "2026-03-01")),
    ("2020-W53", ("2020-12-28", "2021-01-03")),
    ("2026-Q1", ("2026-01-01", "2026-03-31")),
    ("2026-H2", ("2026-07-01", "2026-12-31")),
    ("2026-SU", ("2026-06-01", "2026-08-31")),
    ("2025-WI", ("2025-12-01", "2026-02-28")),
    ("199", ("1990-01-01", "1999-12-31")),
    ("19", ("1900-01-01", "1999-12-31")),
    ("2026-03-03/2026-03-05", ("2026-03-03", "2026-03-05")),
    ("2026-02-30", (None, None)),
    ("2026-13", (None, None)),
    ("2025-W53", (None, None)),
    ("XXXX-WXX-5", (None, None)),
    ("PAST_REF", (None, None)),
    ("P3M", (None, None)),
    ("", (None, None)),
])
def test_bounds(value: str, expected: tuple) -> None:
    assert timex.bounds(value) == expected


@pytest.mark.parametrize(("relation", "resolved", "typed"), [
    ("day-1", "2026-03-03", "XXXX-XX-XX"),
    ("week-1", "2026-W09", "XXXX-WXX"),
    ("month-1", "2026-02", "XXXX-XX"),
    ("quarter-1", "2025-Q4", "XXXX-QX"),
    ("year+1", "2027", "XXXX"),
    ("weekday<=5", "2026-02-27", "XXXX-WXX-5"),
    ("weekday<=3", "2026-03-04", "XXXX-WXX-3"),
    ("weekday<3", "2026-02-25", "XXXX-WXX-3"),
    ("weekday>=3", "2026-03-04", "XXXX-WXX-3"),
    ("weekday>3", "2026-03-11", "XXXX-WXX-3"),
    ("week+1 weekday=2", "2026-03-10", "XXXX-WXX-2"),
    ("weekend<=WE", "2026-W09-WE", "XXXX-WXX-WE"),
    ("month~12", "2025-12", "XXXX-12"),
    ("month~>12", "2026-12", "XXXX-12"),
    ("month<~04", "2026-04", "XXXX-04"),
    ("md~02-27", "2026-02-27", "XXXX-02-27"),
    ("md~12-31", "2025-12-31", "XXXX-12-31"),
    ("md~02-29", "2024-02-29", "XXXX-02-29"),
    ("dom<=27", "2026-02-27", "XXXX-XX-27"),
    ("season<SU", "2025-SU", "XXXX-SU"),
    ("year-1 quarter=3", "2025-Q3", "XXXX-Q3"),
    ("year-1 month=05", "2025-05", "XXXX-05"),
    ("month~10 nth=1-1", "2025-10-06", None),
    ("weekday<=5 shift-1Y", "2025-02-27", None),
    ("day-1 T22:00", "2026-03-03T22:00", "XXXX-XX-XXT22:00"),
    ("md~03-03 to:05", "2026-03-03/2026-03-05", "XXXX-03-03"),
    ("yy~89-10-30", "1989-10-30", "XX89-10-30"),
    ("past:P3M", "P3M", "P3M"),
])
def test_resolve(relation: str, resolved: str, typed: str | None) -> None:
    assert timex.resolve(relation, WEDNESDAY) == resolved
    if typed is not None:
        assert timex.resolve(relation, None) == typed


@pytest.mark.parametrize(("relation", "expected"), [
    ("week-1 late", ("2026-02-26", "2026-03-01")),
    ("week-1 early", ("2026-02-23", "2026-02-25")),
    ("week-1", ("2026-02-23", "2026-03-01")),
    ("month+0 earlier", ("2026-03-01", "2026-03-04")),
    ("month+0 later", ("2026-03-04", "2026-03-31")),
    ("month+0 mid", ("2026-03-11", "2026-03-20")),
    ("year+0 end", ("2026-12-01", "2026-12-31")),
    ("past:P3M", ("2025-12-04", "2026-03-04")),
    ("next:P2W", ("2026-03-04", "2026-03-18")),
    ("weekday<=5 late", ("2026-02-27", "2026-02-27")),
])
def test_span(relation: str, expected: tuple) -> None:
    assert timex.span(relation, WEDNESDAY) == expected


def test_span_without_reference_is_open() -> None:
    assert timex.span("week-1 late", None) == (None, None)


@pytest.mark.parametrize(("relation", "value"), [
    ("year-9999", "XXXX"), ("nonsense", "XXXX"), ("month=13", "XXXX-13"), ("week-1 weekday=9", "XXXX-WXX-9"),
])
def test_relations_that_lead_nowhere_are_no_error(relation: str, value: str) -> None:
    assert timex.resolve(relation, "0001-01-01") == value
    assert timex.bounds(value) == (None, None)


def test_days_past_the_end_of_time_are_open() -> None:
    assert timex.span("day+999999", "9999-12-31") == (None, None)


@pytest.mark.parametrize(("value", "expected"), [
    ("2026-03-04", "2026-03-04"),
    ("2026-03-04T22:00", "2026-03-04"),
    ("2026-W09", "2026-02-23/2026-03-01"),
    ("2026-SP", "2026-21"),
    ("2026-Q3", "2026-35"),
    ("2026-H1", "2026-40"),
    ("201", "201X"),
    ("20", "20XX"),
    ("XXXX-02-27", "XXXX-02-27"),
    ("XXXX-WXX-5", "XXXX"),
    ("PRESENT_REF", "XXXX"),
    ("2026-02-31", "XXXX"),
    ("2026-03-03/2026-03-05", "2026-03-03/2026-03-05"),
])
def test_edtf(value: str, expected: str) -> None:
    assert timex.edtf(value) == expected


@pytest.mark.parametrize(("earliest", "latest", "expected"), [
    ("2026-03-04", "2026-03-04", "2026-03-04"),
    ("2026-03-01", "2026-03-31", "2026-03"),
    ("2026-01-01", "2026-12-31", "2026"),
    ("2026-02-23", "2026-03-01", "2026-02-23/2026-03-01"),
    (None, "2026-02-27", "../2026-02-27"),
    ("2026-03-03", None, "2026-03-03/.."),
    (None, None, "XXXX"),
])
def test_edtf_of_and_back(earliest: str | None, latest: str | None, expected: str) -> None:
    assert timex.edtf_of(earliest, latest) == expected
    assert timex.edtf_bounds(expected) == (earliest, latest)


def test_edtf_of_marks_doubt() -> None:
    assert timex.edtf_of("2025-05-01", "2025-08-31", approximate=True) == "2025-05~/2025-08~"
    assert timex.edtf_of("2026-03-03", "2026-03-03", uncertain=True) == "2026-03-03?"
    assert timex.edtf_of("2026-03-03", None, approximate=True, uncertain=True) == "2026-03-03%/.."


@pytest.mark.parametrize(("edtf", "expected"), [
    ("2025-05~/2025-08~", ("2025-05-01", "2025-08-31")),
    ("2026-22", ("2026-06-01", "2026-08-31")),
    ("2026-35", ("2026-07-01", "2026-09-30")),
    ("201X", ("2010-01-01", "2019-12-31")),
    ("2026-03-04?", ("2026-03-04", "2026-03-04")),
    ("XXXX", (None, None)),
    ("XXXX-02-27", (None, None)),
    ("nonsense", (None, None)),
])
def test_edtf_bounds(edtf: str, expected: tuple) -> None:
    assert timex.edtf_bounds(edtf) == expected
