"""Offices with and without a qualifier, and superlatives that reach back in other ways."""

import pytest
from tests.comparing.story import passages_of

from crosscheck.comparing.findings_people import office_differences, offices_in, reach_differences

OFFICES = [
    ("The ferry line's founder Ada Holm spoke.", [("Holm", "founder", "")]),
    ("Ada Holm, a co-founder of the line, spoke.", [("Holm", "founder", "co")]),
    ("Former harbour head Ada Holm spoke.", [("Holm", "head", "")]),
    ("Former chief executive Ada Holm spoke.", [("Holm", "ceo", "former")]),
    ("Ada Holm, the line's acting director, spoke.", [("Holm", "director", "acting")]),
    ("Ada Holm, who is 40, spoke.", []),
]


@pytest.mark.parametrize("text, expected", OFFICES, ids=[row[0] for row in OFFICES])
def test_an_office_is_read_with_what_qualifies_it(text, expected):
    assert [found[:3] for found in offices_in(text)] == expected


def _words(finder, one: str, other: str) -> list[tuple[str, str]]:
    return [(one[slice(*found.one_span)], other[slice(*found.other_span)]) for found in finder(passages_of(one, other))
            if (found.one, found.other) == (0, 3)]


def test_a_founder_and_a_co_founder_differ():
    assert _words(office_differences, "Founder Ada Holm opened the new ferry line.",
                  "Rain met Ada Holm, a co-founder of the line.") == [("Founder", "co-founder")]


def test_one_office_without_another_qualifier_does_not_differ():
    assert not _words(office_differences, "Founder Ada Holm opened the new ferry line.",
                      "The line's current founder Ada Holm met rain.")


REACHES = [
    ("The flood was the worst in the valley since 1990.", "The flood was the worst in the valley on record.", True),
    ("The flood was the worst in the valley since 1990.", "The flood was the worst in the valley since 1974.", True),
    ("The flood was the worst in the valley since 1990.", "The flood in the valley was the worst since spring 1990.",
     False),
    ("The flood was the worst in the valley ever.", "The flood was the worst in the valley in history.", False),
]


@pytest.mark.parametrize("one, other, differ", REACHES, ids=[row[1] for row in REACHES])
def test_a_superlative_reaches_back_in_other_ways(one, other, differ):
    assert bool(_words(reach_differences, one, other)) == differ
