"""How a difference is put as a question, and with what stance a passage speaks."""

import pytest

from crosscheck.comparing.differences_passage import parse_passage
from crosscheck.comparing.question_words import either, question_text, reasoning_text, stance, topic
from crosscheck.comparing.rows import Row

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


QUESTIONS = [
    ("number", "person", "The flood killed [40 people] in Harstad.", "In Harstad [60 people] were killed.",
     "How many people were killed: “40 people” or “60 people”?"),
    ("number", "boat", "Here [40 boats] lay idle.", "There [60 boats] lay idle.",
     "How many boats (lay idle): “40 boats” or “60 boats”?"),
    ("number", "usd", "The new bridge cost [$4 million].", "The new bridge cost [$6 million].",
     "How much (new bridge cost): “$4 million” or “$6 million”?"),
    ("date", "", "The council closed the old pier on [Monday].", "It was closed on [Tuesday], the old pier.",
     "When was it that the council closed the old pier: “Monday” or “Tuesday”?"),
    ("antonym", "open / clos", "They met in an [open] session.", "It was a [closed] session.",
     "“open” or “closed” session?"),
    ("negation", "plain", "The lock [will not be closed] now.", "The lock [will be closed] now.",
     "Yes or no (lock): “will not be closed” or “will be closed”?"),
    ("scope", "list", "The hold had [coal, salt and fish].", "In the hold: [coal, salt and wool].",
     "Which ones (hold): “coal, salt and fish” or “coal, salt and wool”?"),
    ("wording", "cause", "The lock was shut because of [ice].", "The lock was shut due to [a strike].",
     "Why (lock was shut): “ice” or “a strike”?"),
]


def _marked(text: str):
    start, end = text.index("["), text.index("]")
    return parse_passage(text.replace("[", "").replace("]", "")), (start, end - 1)


@pytest.mark.parametrize("kind, note, one, other, expected", QUESTIONS, ids=[row[4] for row in QUESTIONS])
def test_a_question_is_made_of_the_articles_words(kind, note, one, other, expected):
    marked = [_marked(one), _marked(other)]
    passages, spans = [passage for passage, _ in marked], [span for _, span in marked]
    weights = {root: len(root) for passage in passages for root in passage.content}
    row = Row(kind, 1.0, tuple(enumerate(spans)), (note,))
    values = [passage.text[slice(*span)] for passage, span in marked]
    assert question_text(kind, row, passages, values, weights) == expected


def test_a_long_value_is_cut_at_a_word():
    assert either(["word " * 30, "no"]).endswith("word …” or “no”") and len(either(["word " * 30, "no"])) < 120


def test_the_reasoning_is_a_sentence():
    assert reasoning_text("date", 2, 3, ["Monday", "Tuesday", "May"]) == (
        "3 passages of 2 articles give different times: “Monday”, “Tuesday” and “May”.")


def test_the_topic_is_a_stretch_of_shared_words():
    passages = [parse_passage(text) for text in
                ("The old ferry Aurora sank.", "A new ferry Aurora burned.")]
    weights = {root: len(root) for passage in passages for root in passage.content}
    assert topic(passages, [(21, 25), (19, 25)], weights) == "ferry Aurora"
