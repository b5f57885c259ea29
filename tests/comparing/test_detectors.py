"""Which pairs each detector finds, on a few invented sentences."""

import pytest
from tests.comparing.story import passages_of

from crosscheck.comparing.detectors import DETECTORS, agree
from crosscheck.comparing.differences_passage import parse_passage

PAIRS = [
    ("leads", "The ferry Aurora struck a pier.", "The Aurora ferry hit a wooden pier."),
    ("rare_words", "The ferry Aurora struck a pier.", "The Aurora ferry hit a wooden pier."),
    ("stated", "The ferry Aurora carried 40 people to Harstad.", "The ferry Aurora carried 60 people to Harstad."),
    ("amounts", "The ferry carried 400 passengers.", "Some 650 passengers stood on the quay."),
    ("modifiers", "It was a brief delay for the ferry.", "Travellers spoke of a long delay at the quay."),
    ("times", "The ferry Aurora sank off Harstad on Monday.", "The ferry Aurora sank off Harstad on Tuesday."),
    ("lists", "The hold had coal, timber, fish and salt.", "Its cargo was coal, timber, wool and salt."),
    ("quotations", 'He said: "The rudder broke in the swell."', "He said the rudder broke in heavy swell."),
]


@pytest.mark.parametrize("name, one, other", PAIRS, ids=[pair[0] for pair in PAIRS])
def test_each_detector_finds_its_pair(name, one, other):
    detector = DETECTORS[name]
    assert (0, 3) in detector(passages_of(one, other))


SILENT = [
    ("amounts", "The ferry carried 400 passengers.", "The 400 passengers stood on the quay."),
    ("modifiers", "It was a brief delay for the ferry.", "Travellers spoke of a brief delay at the quay."),
    ("times", "The ferry Aurora sank off Harstad on Monday.", "On Monday the Aurora, a ferry, sank off Harstad."),
]


@pytest.mark.parametrize("name, one, other", SILENT, ids=[pair[0] for pair in SILENT])
def test_the_same_thing_said_alike_is_no_pair(name, one, other):
    detector = DETECTORS[name]
    assert (0, 3) not in detector(passages_of(one, other))


AGREE = [
    ("The ferry Aurora struck a pier.", "The ferry Aurora struck a pier, police said.", True),
    ("The ferry carried 40 people.", "The ferry carried 60 people.", False),
    ("The ferry struck a pier.", "The harbour master closed the lock.", False),
]


@pytest.mark.parametrize("one, other, expected", AGREE)
def test_passages_that_say_the_same_agree(one, other, expected):
    assert agree(parse_passage(one), parse_passage(other)) is expected
