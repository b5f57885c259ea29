"""Which words of a passage are its reading."""

import pytest

from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.comparing.question_values import own_clause, same_value, value_of


def test_a_value_is_the_words_at_its_span_on_one_line():
    value = value_of(parse_passage("The ferry\nsank at noon."), (4, 14))
    assert value.text == "ferry sank" and value.spans == ((4, 14),)


CLAUSES = [
    ("The old village choir sang, and the ferry struck a wooden pier at dawn, which pleased nobody.",
     "The ferry struck a buoy.",
     "and the ferry struck a wooden pier at dawn"),
    ("The ferry carried 3,600 people to Harstad.", "The ferry carried coal.",
     "The ferry carried 3,600 people to Harstad"),
]


@pytest.mark.parametrize("text, other, expected", CLAUSES)
def test_the_clause_says_most_of_its_own_about_what_is_shared(text, other, expected):
    passages = [parse_passage(text), parse_passage(other)]
    weights = {root: 1.0 for passage in passages for root in passage.content}
    start, end = own_clause(passages[0], passages[1:], weights)
    assert text[start:end] == expected


SAME = [("90 days", "the 90-day"), ("Agreed.", "agreed"), ("“a fair choice”", "fair choices")]


@pytest.mark.parametrize("one, other", SAME)
def test_wording_alone_makes_no_other_value(one, other):
    assert same_value(one) == same_value(other)


OTHER = [("will not be moved", "will be moved"), ("may be moved", "be moved"), ("only coal", "coal")]


@pytest.mark.parametrize("one, other", OTHER)
def test_a_small_word_that_matters_makes_another_value(one, other):
    assert same_value(one) != same_value(other)
