"""Which amounts a text gives: the readable specification."""

import pytest

from crosscheck.numbers import are_disjoint, find_amounts

AMOUNTS = [
    ("more than 140 homes burned", ["140|inf|home"]),
    ("at least 11 dead", ["11|inf|death"]),
    ("no fewer than 30 boats", ["30|inf|boat"]),
    ("up to 60 buses", ["0|60|bus"]),
    ("nearly half of voters", ["45|50|%"]),
    ("two-thirds of the seats", ["66.66666667|66.66666667|%"]),
    ("40 percent of it, then 41% and 42 per cent", ["40|40|%", "41|41|%", "42|42|%"]),
    ("143 million customers", ["143000000|143000000|person"]),
    ("$5.5bn", ["5500000000|5500000000|usd"]),
    ("US$ 12 million and £3m", ["12000000|12000000|usd", "3000000|3000000|gbp"]),
    ("40 dollars", ["40|40|usd"]),
    ("16 crore rupees", ["160000000|160000000|inr"]),
    ("the 32-nation league", ["32|32|country"]),
    ("a 4-digit code given to staff", ["4|4|digit"]),
    ("one hundred and twenty chairs", ["120|120|chair"]),
    ("thirty-five years ago", ["35|35|year"]),
    ("three decades", ["30|30|year"]),
    ("between 5 and 10 buses", ["5|10|bus"]),
    ("220-240 volts", ["220|240|volt"]),
    ("11 or more trucks, 40-plus boats", ["11|inf|truck", "40|inf|boat"]),
    ("an average of 9.3 out of 10 and 42/100", ["9.3|9.3|/10", "42|42|/100"]),
    ("26 out of 28 provinces", ["26|26|provinc"]),
    ("tens of thousands of residents", ["20000|99999|person"]),
    ("a dozen chairs", ["12|12|chair"]),
    ("150 riders a day", ["150|150|rider/day"]),
    ("the third largest city", ["3|3|nth"]),
    ("over 2000 people in 1998", ["2000|inf|person"]),
    ("1530 confirmed cases", ["1530|1530|case"]),
]

NONE = ["on 12 March 2017", "in 1998", "at 8pm and 10:30", "Route 9", "the F-35", "half an hour later", "20 May",
        "was first shown", "one of the reasons", "", "many people", "the 2006-07 season"]


@pytest.mark.parametrize(("text", "expected"), AMOUNTS)
def test_amounts(text, expected):
    assert [str(amount) for amount in find_amounts(text)] == expected


@pytest.mark.parametrize("text", NONE)
def test_no_amounts(text):
    assert find_amounts(text) == ()


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("$40 to $50 million", ["40000000|50000000|usd"], marks=pytest.mark.xfail(
        strict=True, reason="the scale of a range with two signs is read for its end alone")),
    pytest.param("394 054 tonnes", ["394054|394054|ton"], marks=pytest.mark.xfail(
        strict=True, reason="groups of digits with spaces are read as two numbers")),
])
def test_known_misses(text, expected):
    assert [str(amount) for amount in find_amounts(text)] == expected


@pytest.mark.parametrize(("a", "b", "apart"), [
    ("more than 140 homes", "140 homes", True),
    ("at least 140 homes", "140 homes", False),
    ("more than 140 homes", "fewer than 100 homes", True),
    ("about 150 homes", "146 homes", False),
    ("1.5 million homes", "1.53 million homes", False),
    ("143 million homes", "145.5 million homes", True),
    ("870 homes", "871 homes", True),
    ("nearly half", "48%", False),
])
def test_disjoint(a, b, apart):
    assert are_disjoint(find_amounts(a)[0], find_amounts(b)[0]) is apart


def test_spans_hold_the_bound_and_the_thing_counted():
    text = "It burned more than 140 old homes."
    amount, = find_amounts(text)
    assert text[amount.start:amount.end] == "more than 140 old homes"
