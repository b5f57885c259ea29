"""Are outlet, authors and day of publication taken from the text where it says so, and only there?"""

import pytest

from crosscheck.reading.imprint import find_day, find_imprint
from crosscheck.reading.layout import regions_of

LEAD = ("The harbour was closed on Monday, May 3, 2021, after the storm had torn away half of the quay, Jane Roe of "
        "the Harbour News team said in a statement.")


@pytest.mark.parametrize(("words", "day"), [
    ("Port Town, March 4:", "XXXX-03-04"), ("WASHINGTON, March 4 (AG) —", "XXXX-03-04"),
    ("Published: 5 January 2021", "2021-01-05"), ("Updated 3:14 p.m. ET, Tue March 3, 2020", "2020-03-03"),
    ("date 2026-03-04", "2026-03-04"), ("2026-03-04T10:15:00Z", "2026-03-04"), ("2026/3/4", "2026-03-04"),
    ("4th of March 2026", "2026-03-04"), ("Sept. 5, 2020", "2020-09-05"), ("05-Mar-2021", "2021-03-05"),
    ("20210304", "2021-03-04"), ("13/03/2021", "2021-03-13"), ("3/13/2021", "2021-03-13"), ("4.3.2021", "2021-03-04"),
    ("04/03/2021", None), ("30 February 2020", None), ("Feb 29, 2019", None), ("29 February", "XXXX-02-29"),
    ("May 32", None), ("13.13.2020", None), ("March 2020", None), ("no date", None), ("call 020 7946 0123", None),
])
def test_days(words, day):
    assert find_day(words) == day


@pytest.mark.parametrize(("text", "expected"), [
    ("", {}),
    ("\n\nThis article was created using AI and reviewed by the PortPress editorial team.", {"outlet": "PortPress"}),
    ("\n\nTrust Score by PortPress Rating: 3 of 5", {"outlet": "PortPress"}),
    ("\n\nCopyright © 2019 The Daily Example, LLC. Click here to reprint.", {"outlet": "The Daily Example"}),
    ("\n\n© 2020 by Example Features Syndicate", {}),
    ("\n\nImage copyright Example Images", {}),
    ("\n\n(The above story first appeared on PortPress on Mar 04, 2020 10:00 AM IST.)", {"outlet": "PortPress"}),
    ("\n\nThis article first appeared in The Daily Example.", {}),
    ("\n\nBy Jane Doe and John Roe, Staff Writers", {"byline": "Jane Doe and John Roe"}),
    ("\n\n(Reporting by Jane Doe; Editing by John Roe)", {"byline": "Jane Doe"}),
    ("\n\nAdditional reporting by Jane Doe", {}),
    ("\n\nJane Doe contributed to this report.", {}),
    ("\n\nPublished: 5 January 2021", {"published": "2021-01-05", "published_basis": "metadata"}),
    ("\n\nUpdated: 5 January 2021", {"published": "2021-01-05", "published_basis": "metadata", "updated": True}),
    ("\n\nUpdated: 6 January 2021\n\nPublished: 5 January 2021",
     {"published": "2021-01-05", "published_basis": "metadata"}),
])
def test_what_the_furniture_says(text, expected):
    found = find_imprint(LEAD + text, regions_of(LEAD + text))
    assert {name: value for name, value in found._asdict().items() if value} == expected


@pytest.mark.parametrize(("opening", "day", "basis"), [
    ("PORT TOWN, May 4 (Agency) - ", "XXXX-05-04", "dateline"),
    ("Port Town, May 4, 2021: ", "2021-05-04", "dateline"),
    ("date 2021-05-04 Port Town, May 4: ", "2021-05-04", "metadata"),
    ("PORT TOWN (Agency) - ", None, None),
])
def test_datelines(opening, day, basis):
    text = opening + LEAD
    found = find_imprint(text, regions_of(text))
    assert (found.published, found.published_basis) == (day, basis)


def test_a_full_dateline_counts_before_a_line_without_a_year():
    text = f"Storm shuts harbour\n\nPosted March 4\n\nPort Town, March 5, 2021: {LEAD}"
    assert find_imprint(text, regions_of(text)).published == "2021-03-05"
