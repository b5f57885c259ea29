"""A discovered question goes into the codebook and finds its readings again."""

import pandas as pd

from crosscheck.comparing.codebook_file import parse_codebook
from crosscheck.comparing.codebook_questions import ask
from crosscheck.comparing.promotion import codebook_entry

QUOTES = ["The pier’s “Old\nCrane” (1904) fell.", "The pier's wooden hut fell."]
VALUES = ['“Old Crane” (1904)', "wooden hut"]
SPANS = [[(11, 29)], [(11, 21)]]


def test_a_promoted_question_finds_the_same_readings():
    question = pd.Series({"question_id": "q1", "question": 'Which word: "a" or "b\\"?', "kind": "term"})
    readings = pd.DataFrame({"question_id": "q1", "start": 0, "quote": QUOTES, "value": VALUES, "value_spans": SPANS})
    codebook = parse_codebook(codebook_entry(question, readings))
    assert codebook.questions[0].question == question["question"]
    sentences = pd.DataFrame({"article_id": ["a", "b"], "quote": QUOTES, "paragraph": 0, "role": "body"})
    found = ask(codebook, sentences)[0]
    assert [(one.row, one.value, list(one.spans)) for one in found.answers] == [
        (0, VALUES[0], SPANS[0]), (1, VALUES[1], SPANS[1])]
    assert found.kind == "term"
