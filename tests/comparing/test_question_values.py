"""Which words of a passage are its reading."""

import pytest

from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.comparing.question_values import hinted_value, own_words, same_value


def _weights(*texts: str) -> dict[str, float]:
    return {root: 1.0 for text in texts for root in parse_passage(text).content}


HINTED = [
    ("date", "The vote was held late last week.", "The vote was held in March.", "late last week"),
    ("number", "The hall seats 400 people.", "The hall seats 650 people.", "400 people"),
    ("quote", 'He called it "a hard but fair choice".', "It was a hard choice, he said.", "a hard but fair choice"),
    ("term", "It was a brief delay.", "It was a long delay.", "brief delay"),
    ("scope", "It lost coal, timber and salt.", "It lost wool, timber and salt.", "It lost coal, timber and salt"),
    ("date", "The vote was held.", "The vote was held in March.", None),
    ("term", "It was a brief delay.", "It was a brief delay.", None),
]


@pytest.mark.parametrize("hint, text, other, expected", HINTED)
def test_the_words_that_a_detector_hints_at(hint, text, other, expected):
    passages = [parse_passage(text), parse_passage(other)]
    value = hinted_value(0, hint, passages, _weights(text, other))
    assert (value and value.text) == expected
    assert not value or [text[start:end] for start, end in value.spans] == [expected]


def test_own_words_are_those_that_no_other_passage_has():
    one, other = "The ferry struck a wooden pier at dawn.", "The ferry struck a buoy."
    value = own_words(parse_passage(one), [parse_passage(other)], _weights(one, other))
    assert value.text == "wooden pier at dawn"


def test_own_words_of_a_passage_without_any_are_its_first_words():
    value = own_words(parse_passage("The ferry sank."), [parse_passage("The ferry sank at noon.")], {})
    assert value.text == "The ferry sank"


SAME = [("90 days", "the 90-day"), ("Agreed.", "agreed"), ("“a fair choice”", "fair choices")]


@pytest.mark.parametrize("one, other", SAME)
def test_wording_alone_makes_no_other_value(one, other):
    assert same_value(one) == same_value(other)
