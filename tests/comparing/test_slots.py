"""Where two passages fill the same place with other words."""

import pytest

from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.comparing.slots import find_slots, words_of

SLOTS = [
    ("The council shut the old lock on Monday.", "The council repaired the old lock on Monday.",
     [("shut", "repaired")]),
    ("A long delay followed the storm.", "A brief delay followed the gale.", [("long", "brief"), ("storm", "gale")]),
    ("The council shut the old lock.", "The council shut the old lock.", []),
    ("The council shut the lock.", "Bakers raised the price of bread.", []),
]


@pytest.mark.parametrize("one, other, expected", SLOTS)
def test_slots_are_held_by_shared_words(one, other, expected):
    a, b = parse_passage(one), parse_passage(other)
    found = [(one[slice(*words_of(a, slot.a1, slot.a2))], other[slice(*words_of(b, slot.b1, slot.b2))])
             for slot in find_slots(a, b)]
    assert found == expected


def test_a_very_long_passage_has_none():
    assert find_slots(parse_passage("word one " + "other two " * 99), parse_passage("word three other")) == []
