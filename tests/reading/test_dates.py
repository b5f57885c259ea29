"""Time expressions: each row is a sentence and the (quote, value) pairs it must give on Wednesday 4 March 2026."""

import random

import pytest

from crosscheck import lexicon, timex
from crosscheck.errors import LexiconError
from crosscheck.reading import date_grammar
from crosscheck.reading.dates import COLUMNS, find_dates

WEDNESDAY = "2026-03-04"


def pairs(text: str, reference: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    frame = find_dates(text, reference)
    return list(zip(frame["quote"], frame["value"], strict=True))


@pytest.mark.parametrize(("text", "expected"), [
    ("The bridge opened on 2 May 2019.", [("2 May 2019", "2019-05-02")]),
    ("The bridge opened on May 2, 2019.", [("May 2, 2019", "2019-05-02")]),
    ("It opened on Thursday, May 2, 2019.", [("Thursday, May 2, 2019", "2019-05-02")]),
    ("It opened on the 2nd of May 2019.", [("the 2nd of May 2019", "2019-05-02")]),
    ("Filed 2019-05-02 in Bern.", [("2019-05-02", "2019-05-02")]),
    ("Filed 2019-05-02T10:30:00Z.", [("2019-05-02T10:30:00Z", "2019-05-02T10:30:00Z")]),
    ("Filed 5/22/2019.", [("5/22/2019", "2019-05-22")]),
    ("Filed 22/5/2019.", [("22/5/2019", "2019-05-22")]),
    ("Fairs ran between 3 and 5 January.", [("3 and 5 January", "2026-01-03/2026-01-05")]),
    ("Fairs ran June 3-5, 2019.", [("June 3-5, 2019", "2019-06-03/2019-06-05")]),
    ("The ferry sank on 27 February.", [("27 February", "2026-02-27")]),
    ("The ferry sank on Dec. 30.", [("Dec. 30", "2025-12-30")]),
    ("The toll is due on Dec. 30.", [("Dec. 30", "2026-12-30")]),
    ("The week of May 4 is free.", [("The week of May 4", "2026-W19")]),
    ("It shut on Christmas Eve 2019.", [("Christmas Eve 2019", "2019-12-24")]),
    ("It shut on Labor Day.", [("Labor Day", "2025-09-01")]),
    ("It opens the first Monday in May.", [("the first Monday in May", "2026-05-04")]),
])
def test_days(text: str, expected: list) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("The mill closed in May 2011.", [("May 2011", "2011-05")]),
    ("The mill closed in December.", [("December", "2025-12")]),
    ("The mill will close by December.", [("December", "2026-12")]),
    ("The mill closed last April.", [("last April", "2025-04")]),
    ("The mill closed in May last year.", [("May last year", "2025-05")]),
    ("The mill closed in 1987.", [("1987", "1987")]),
    ("The mill closed in the mid-1990s.", [("the mid-1990s", "199")]),
    ("The mill dates from the 19th century.", [("the 19th century", "18")]),
    ("The mill closed in the summer of 1994.", [("the summer of 1994", "1994-SU")]),
    ("The mill closed last fall.", [("last fall", "2025-FA")]),
    ("Sales rose in the third quarter of 2010.", [("the third quarter of 2010", "2010-Q3")]),
    ("Sales rose in Q3 2010.", [("Q3 2010", "2010-Q3")]),
    ("Sales will rise in next year's first quarter.", [("next year's first quarter", "2027-Q1")]),
    ("Sales rose in the first half of 2025.", [("the first half of 2025", "2025-H1")]),
    ("It ran in March and April 2012.", [("March", "2012-03"), ("April 2012", "2012-04")]),
    ("It ran from Dec. 3 to Jan. 5, 2012.", [("Dec. 3", "2011-12-03"), ("Jan. 5, 2012", "2012-01-05")]),
    ("It ran in the 2011-12 season.", [("2011-12", "2011/2012")]),
])
def test_months_years_and_parts(text: str, expected: list) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("She resigned on Friday.", [("Friday", "2026-02-27")]),
    ("She resigned on Wednesday.", [("Wednesday", "2026-03-04")]),
    ("She will resign on Friday.", [("Friday", "2026-03-06")]),
    ("She has until Friday.", [("Friday", "2026-03-06")]),
    ("She resigned last Wednesday.", [("last Wednesday", "2026-02-25")]),
    ("She resigned late last week.", [("late last week", "2026-W09")]),
    ("She resigned yesterday afternoon.", [("yesterday afternoon", "2026-03-03TAF")]),
    ("She resigned at 10:30 p.m. Tuesday.", [("10:30 p.m. Tuesday", "2026-03-03T22:30")]),
    ("She resigned Tuesday night.", [("Tuesday night", "2026-03-03TNI")]),
    ("She resigned at noon on March 3.", [("noon on March 3", "2026-03-03T12:00")]),
    ("She resigned this morning.", [("this morning", "2026-03-04TMO")]),
    ("She resigned over the weekend.", [("the weekend", "2026-W09-WE")]),
    ("She resigned three years ago.", [("three years ago", "2023")]),
    ("She resigned earlier this month.", [("earlier this month", "2026-03")]),
    ("She has now resigned.", [("now", "PRESENT_REF")]),
    ("She resigned recently.", [("recently", "PAST_REF")]),
])
def test_words_counted_from_the_reference(text: str, expected: list) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("It ran for three months.", [("three months", "P3M")]),
    ("A two-year deal.", [("two-year", "P2Y")]),
    ("It took a year and a half.", [("a year and a half", "P1Y6M")]),
    ("It took 2 1/2 years.", [("2 1/2 years", "P2Y6M")]),
    ("Over the past three months it grew.", [("Over the past three months", "P3M")]),
    ("Terms of 12 and 18 months.", [("12", "P12M"), ("18 months", "P18M")]),
    ("It came just days after the vote.", [("days", "PXD")]),
    ("It lasted several weeks.", [("several weeks", "PXW")]),
    ("Trains run every Monday.", [("every Monday", "XXXX-WXX-1")]),
    ("Trains run every two hours.", [("every two hours", "PT2H")]),
    ("Trains run daily.", [("daily", "P1D")]),
])
def test_lengths_and_sets(text: str, expected: list) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(("text", "last"), [
    ("The dam broke on 5 May 2011. The next day the town was empty.", ("The next day", "2011-05-06")),
    ("The dam broke in March 2010. The following month it rained.", ("The following month", "2010-04")),
    ("The dam broke on 5 May 2011, three days earlier than feared.", ("5 May 2011", "2011-05-05")),
    ("The dam broke on 5 May 2011. Cracks showed two days earlier.", ("two days earlier", "2011-05-03")),
    ("Profit fell in the third quarter from a year earlier.", ("a year earlier", "2024-Q3")),
    ("The dam was built in 2009. Three days earlier it rained.", ("Three days earlier", "XXXX-XX-XX")),
])
def test_dates_that_hang_on_other_dates(text: str, last: tuple) -> None:
    assert last in pairs(text)


def test_an_article_does_not_point_both_ways() -> None:
    text = "The 20 September vote splits the town. The council will hold the vote on 20 September."
    assert [value for _, value in pairs(text)] == ["2026-09-20", "2026-09-20"]


@pytest.mark.parametrize("text", [
    "It may rain, and the march goes on.", "She came second in the sun.", "A fall of two points.",
    "Open 24/7.", "They won 3-4.", "It cost $1990.", "Nearly 2000 people came.", "A 10-year-old boy, 12 years old.",
    "April Jones and June Carter spoke.", "Chapter 11.", "Version 1.2.14 is out.", "In his 30s.",
    "Three-quarters of it.", "Sun rose.", "A second time.", "Half of them.", "Black Friday sales.", "Call 555-2026.",
    "", "\n\n", "…", "A Christmas tree.", "Labor laws.", "At the end of the day, no.", "In the mid-30s.",
])
def test_what_is_no_time(text: str) -> None:
    assert pairs(text) == []


@pytest.mark.parametrize(("text", "value", "rule", "bounds"), [
    ("On 31 February.", "XXXX-02-31", "day_day_month.impossible_day", (None, None)),
    ("On 2026-02-30.", "2026-02-30", "day_iso.impossible_day", (None, None)),
    ("On Tuesday 4 March 2026.", "2026-03-04", "day_day_month_year.weekday_conflict", ("2026-03-04",) * 2),
    ("On 3/4/2026.", "2026-03-04", "day_numeric.ambiguous_order", (None, None)),
    ("On 10/30/89.", "1989-10-30", "day_numeric.two_digit_year", ("1989-10-30",) * 2),
    ("On Monday, March 3.", "2026-03-03", "day_month_day.weekday_conflict", ("2026-03-03",) * 2),
    ("On 4 March 9999.", "9999-03-04", "day_day_month_year", ("9999-03-04",) * 2),
])
def test_bad_input_is_flagged(text: str, value: str, rule: str, bounds: tuple) -> None:
    row = find_dates(text, WEDNESDAY).iloc[0]
    assert (row["value"], row["rule"]) == (value, rule)
    assert tuple(None if cell != cell else cell for cell in (row["earliest"], row["latest"])) == bounds


def test_a_two_digit_year_waits_for_a_reference() -> None:
    assert pairs("On 10/30/89.", None) == [("10/30/89", "XX89-10-30")]


@pytest.mark.parametrize(("text", "value"), [
    ("On Friday.", "XXXX-WXX-5"), ("Last week.", "XXXX-WXX"), ("On 27 February.", "XXXX-02-27"), ("Last year.", "XXXX"),
    ("Yesterday.", "XXXX-XX-XX"), ("At 10 p.m. Friday.", "XXXX-WXX-5T22:00"), ("In 2019.", "2019"),
])
def test_without_reference_nothing_is_guessed(text: str, value: str) -> None:
    assert [found for _, found in pairs(text, None)] == [value]


@pytest.mark.parametrize(("text", "earliest", "latest"), [
    ("Late last week.", "2026-02-26", "2026-03-01"), ("In mid-2025.", "2025-05-01", "2025-08-31"),
    ("Earlier this month.", "2026-03-01", "2026-03-04"), ("In the early 1990s.", "1990-01-01", "1993-04-30"),
    ("Over the past three months.", "2025-12-04", "2026-03-04"),
    ("By the end of March 2027.", "2027-03-27", "2027-03-31"),
])
def test_vague_words_have_bounds(text: str, earliest: str, latest: str) -> None:
    row = find_dates(text, WEDNESDAY).iloc[0]
    assert (row["earliest"], row["latest"]) == (earliest, latest)


def test_what_resolve_gives_later_is_what_a_reference_gives_now() -> None:
    rng = random.Random(5)
    words = [word for rule in lexicon.load("date_words") for word in rule.pattern.replace("\\", "").split("|")]
    for _ in range(60):
        text = " ".join(rng.choice([*words, "1990", "12", "31", "the", "last", "ago"]) for _ in range(80))
        now, later = find_dates(text, WEDNESDAY), find_dates(text)
        assert list(now["quote"]) == [text[a:b] for a, b in zip(now["start"], now["end"], strict=True)]
        for value, relation in zip(now["value"], later["relation"], strict=True):
            assert relation != relation or timex.resolve(relation, WEDNESDAY) == value


def test_ten_thousand_dates_are_ten_thousand_rows() -> None:
    assert len(find_dates("It met on 4 March 2026. " * 10_000)) == 10_000


def test_the_frame_is_typed_even_without_rows() -> None:
    frame = find_dates("Nothing.")
    assert tuple(frame.columns) == COLUMNS and frame.empty
    assert list(frame.dtypes.astype(str)) == ["int64"] * 2 + ["str"] * 7


def test_every_rule_holds_its_examples() -> None:
    assert len([rule.regex for rule in date_grammar.grammar()]) > 60


def test_a_rule_with_an_unknown_class_is_refused() -> None:
    with pytest.raises(LexiconError, match="dates.grammar:9: no class of words is called weekdy"):
        date_grammar.rule_of(["x", "weekdy", "weekday", "Friday", "", ""], "dates.grammar:9")


@pytest.mark.xfail(strict=True, reason="events that serve as dates are not read")
def test_events_as_dates() -> None:
    assert pairs("It closed two days after the 2019 flood.")[-1][1].startswith("2019-")


@pytest.mark.xfail(strict=True, reason="a single sentence with one old year is taken for a history")
def test_an_old_year_in_one_sentence_of_news() -> None:
    assert pairs("The company, founded in 1975, cut 300 jobs in November.")[-1] == ("November", "2025-11")


@pytest.mark.xfail(strict=True, reason="a month right before a common noun is taken for a name or a verb")
def test_a_month_before_a_noun() -> None:
    assert ("March", "2026-03") in pairs("It was the coldest March day in 40 years.")


@pytest.mark.xfail(strict=True, reason="the night between two days is read apart from them")
def test_the_night_between_two_days() -> None:
    assert len(pairs("The talks failed in the night of 24 to 25 August 1939.")) == 1
