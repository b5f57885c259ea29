"""What does the text itself say of its outlet, its authors and its day of publication?

The furniture of the page is read: bylines, datelines, "Published:" lines, footers that name the outlet
(`lexicons/imprint.tsv`). A day without a year stays without one, since no file time or today's date may fill it in.
Not found: an outlet that only the body mentions, and dates in words ("the first of May").
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from crosscheck import lexicon
from crosscheck.reading.layout import Region
from crosscheck.text import fold

_MONTHS = {name: i for i, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_DAY_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    r"(?<![\d-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)",
    r"(?<![\d/])(?P<year>\d{4})/(?P<number>\d\d?)/(?P<day>\d\d?)(?!\d)",
    rf"(?<!\w){_MONTH} (?P<day>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<year>[12]\d{{3}}))?(?!\d|:\d)",
    rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}(?:,?[ -](?P<year>[12]\d{{3}}))?(?!\d)",
    r"(?<![\d/.])(?P<day>\d\d?)(?P<mark>[/.])(?P<number>\d\d?)(?P=mark)(?P<year>[12]\d{3})(?!\d)",
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<number>\d\d)(?P<day>\d\d)(?!\d)",
))
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FURNITURE = frozenset({"metadata", "byline", "credit", "disclosure", "score", "boilerplate", "dateline"})


class Imprint(NamedTuple):
    """What the text says; `updated` tells that the day is that of an update."""

    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    published_basis: str | None = None
    updated: bool = False


def find_imprint(text: str, regions: Iterable[Region]) -> Imprint:
    """Outlet, byline and day of publication as the furniture of the page gives them."""
    outlet = byline = dated = dateline = updated = None
    for region in regions:
        if region.role not in _FURNITURE:
            continue
        words = text[region.start:region.end]
        if region.role == "dateline":
            dateline = dateline or find_day(words)
        elif region.role == "metadata":
            day = find_day(words)
            late = _named("date", words) is not None
            dated, updated = (dated, updated or day) if late else (dated or day, updated)
        if region.role != "credit":
            outlet = outlet or _named("outlet", words)
        if region.role in ("byline", "metadata"):
            byline = byline or _authors(region, words)
    if dated and dateline and dated.startswith("XXXX"):
        dated = max(dated, dateline, key=lambda day: not day.startswith("XXXX"))
    return _chosen(outlet, byline, dated, dateline, updated)


def _chosen(outlet: str | None, byline: str | None, dated: str | None, dateline: str | None,
            updated: str | None) -> Imprint:
    """A line of its own before a dateline, a dateline before an update; a full day before one without its year."""
    ranked = [(dated, "metadata", False), (dateline, "dateline", False), (updated, "metadata", True)]
    full = [row for row in ranked[:2] if row[0] and not row[0].startswith("XXXX")]
    day, basis, late = next(iter(full + [row for row in ranked if row[0]]), (None, None, False))
    return Imprint(outlet, byline, day, basis, late)


def find_day(words: str) -> str | None:
    """The first day named in `words` as EDTF, `XXXX-03-04` without its year; None if there is none or it cannot be.

    >>> find_day("Port Town, March 4:"), find_day("Published 5 January 2021"), find_day("30 February 2020")
    ('XXXX-03-04', '2021-01-05', None)
    """
    for pattern in _DAY_PATTERNS:
        match = pattern.search(words)
        if match:
            return _edtf(match.groupdict())
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    """The day, if it exists; None if day and month could be either."""
    month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"][:3].lower()]
    day, year = int(parts["day"]), parts.get("year")
    if parts.get("mark"):
        if parts["mark"] == "/" and day <= 12 and month <= 12 and day != month:
            return None
        day, month = (month, day) if month > 12 else (day, month)
    if not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]:
        return None
    if year and month == 2 and day == 29 and (int(year) % 4 or (int(year) % 100 == 0 and int(year) % 400)):
        return None
    return f"{year or 'XXXX'}-{month:02}-{day:02}"


def _named(label: str, words: str) -> str | None:
    """The words that the first matching rule with this label captures; all that it matches if it captures none."""
    folded = fold(words)
    for rule in lexicon.load("imprint"):
        if rule.label == label and len(words) <= 1500:
            match = rule.regex.search(folded)
            if match:
                start, end = match.span(1 if match.re.groups else 0)
                return words[start:end].strip(" .,;:|-")
    return None


def _authors(region: Region, words: str) -> str | None:
    if region.rule == "byline_name":
        return words.strip()
    return _named("byline", words)
