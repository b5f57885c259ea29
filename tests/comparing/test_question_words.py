"""How a difference is put as a question, and with what stance a passage speaks."""

import pytest

from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.comparing.question_words import question_text, reasoning_text, stance, topic

STANCES = [
    ("The ferry sank at noon.", False, "asserts"),
    ("The ferry sank at noon.", True, "reports"),
    ("The ferry reportedly sank at noon.", False, "reports"),
    ("The owner denied that the ferry sank.", True, "denies"),
    ("The ferry apparently sank.", False, "doubts"),
    ("A spokesman later clarified that it was a barge.", True, "corrects"),
    ("The firm revised its estimate.", False, "corrects"),
    ("The revised timetable starts in May.", False, "asserts"),
    ("The answer is correct.", False, "asserts"),
]


@pytest.mark.parametrize("text, attributed, expected", STANCES)
def test_stance(text, attributed, expected):
    assert stance(parse_passage(text), attributed) == expected


def test_the_question_is_made_of_the_articles_words():
    assert question_text("number", "ferry passengers", ["40 people", "60 people", "40 people"]) == (
        'How many or how much (ferry passengers): "40 people" or "60 people"?')


def test_a_long_value_is_cut_at_a_word():
    asked = question_text("quote", "", ["word " * 30, "no"])
    assert asked.endswith('word …" or "no"?') and len(asked) < 120


def test_the_reasoning_is_a_sentence():
    assert reasoning_text("date", 2, 3, ["Monday", "Tuesday", "May"]) == (
        '3 passages of 2 articles give different times: "Monday", "Tuesday" and "May".')


def test_the_topic_is_what_the_passages_share():
    texts = ("The ferry Aurora sank off Harstad.", "Off Harstad the Aurora ferry burned.")
    weights = {root: len(root) for text in texts for root in parse_passage(text).content}
    assert topic([parse_passage(text) for text in texts], weights) == "ferry Aurora Harstad"
