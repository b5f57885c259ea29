"""A few quoted words against the longer quotation that holds them, and things described in other words."""

from tests.comparing.story import passages_of

from crosscheck.comparing.findings_described import described_differences
from crosscheck.comparing.findings_quoted import piece_differences


def _words(finder, one: str, other: str) -> list[tuple[str, str]]:
    return [(one[slice(*found.one_span)], other[slice(*found.other_span)]) for found in finder(passages_of(one, other))
            if (found.one, found.other) == (0, 3)]


def test_a_piece_is_set_beside_the_quotation_that_holds_it():
    assert _words(piece_differences, 'Mayor Holm later called the whole ferry plan of the council "unworkable".',
                  'Mayor Holm wrote: "I fear that this plan will prove unworkable in the winter months."') == [
        ('the whole ferry plan of the council "unworkable',
         "that this plan will prove unworkable in the winter months")]


def test_a_piece_of_other_words_is_not():
    assert not _words(piece_differences, 'Mayor Holm later called the whole ferry plan of the council "brave".',
                      'Mayor Holm wrote: "I fear that this plan will prove unworkable in the winter months."')


def test_the_same_few_things_described_in_other_words():
    assert _words(described_differences, "The ban covers six towns with poor harbours.",
                  "Fishers left the six prosperous northern towns at dawn.") == [
        ("six towns with poor harbours", "six prosperous northern towns")]


def test_another_number_of_things_is_another_matter():
    assert not _words(described_differences, "The ban covers six towns with poor harbours.",
                      "Fishers left the nine prosperous towns at dawn.")
