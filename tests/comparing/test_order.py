"""Which part of a sentence says that it came before or after the other?"""

import pytest

from crosscheck.comparing.order import find_order


@pytest.mark.parametrize(("sentence", "relation", "main", "other"), [
    ("The mayor resigned days after the vote was lost.", "after", "The mayor resigned", "the vote was lost."),
    ("Following the loss of the vote, the mayor resigned in tears.", "after", "the mayor resigned in tears.",
     "the loss of the vote"),
    ("The flood led to the closure of two schools.", "before", "The flood", "the closure of two schools."),
    ("In a letter sent after the vote was lost, the mayor resigned.", "after", "the mayor resigned.",
     "the vote was lost"),
    ("The board met before the union called its strike.", "before", "The board met", "the union called its strike."),
])
def test_order(sentence, relation, main, other):
    cut = find_order(sentence)
    assert (cut.relation, sentence[slice(*cut.main)].strip(), sentence[slice(*cut.other)].strip()) == (
        relation, main, other)


@pytest.mark.parametrize("sentence", ["The mayor resigned.", "It closed the following week.", "After all.",
                                      "The town was rebuilt since May."])
def test_no_order(sentence):
    assert find_order(sentence) is None
