"""What the questions and readings of a few invented articles are."""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.comparing.codebook_file import Codebook, parse_codebook
from crosscheck.comparing.discrepancies import find_questions

HARBOUR = (
    ("The ferry Aurora carried 40 people when it struck the pier in Harstad.",
     "The harbour master closed the northern lock for repairs.",
     "A spokesman said the captain had slept for two hours."),
    ("The ferry Aurora carried 60 people when it struck the pier in Harstad.",
     "Divers will look at the hull on Friday.",
     "The island school stayed shut all week."),
    ("Fishermen found a crate of lamps on the beach.",
     "The harbour master closed the southern lock for repairs.",
     "Snow is forecast for the weekend."),
)
ASKED = """
[[question]]
id = "people"
question = "How many people were aboard?"
readings = [{value = "40 people", patterns = ['40 people']}, {value = "60 people", patterns = ['60 people']}]

[[question]]
id = "snow"
question = "Will it snow?"
readings = [{value = "yes", patterns = ['snow']}]

[[gap]]
id = "cause"
question = "Why did it strike the pier?"
patterns = ['because of']
"""


def _tables(stories: tuple[tuple[str, ...], ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    articles, rows = [], []
    for number, sentences in enumerate(stories):
        start = 0
        for place, quote in enumerate(sentences):
            rows.append({"sentence_id": f"s{number}-{place}", "article_id": f"a{number}", "start": start,
                         "end": start + len(quote), "quote": quote, "rule": "test", "role": "body", "paragraph": 0,
                         "position": place})
            start += len(quote) + 1
        articles.append({"article_id": f"a{number}", "text": " ".join(sentences)})
    return pd.DataFrame(articles, columns=["article_id", "text"]), tables.frame("sentences", rows)


def _find(stories=HARBOUR, codebook=None, published=()):
    articles, sentences = _tables(stories)
    publication = tables.frame("publication", [
        {"article_id": f"a{number}", "edtf": day, "earliest": day, "latest": day, "basis": "manifest", "reasoning": ""}
        for number, day in enumerate(published)])
    return find_questions(articles, sentences, tables.empty("claims"), tables.empty("attributions"),
                          tables.empty("dates"), publication, codebook or Codebook())


def test_a_number_that_differs_is_the_first_row():
    questions, readings = _find()
    first = questions.iloc[0]
    assert (first["kind"], first["origin"], first["differs"]) == ("number", "discovery", True)
    values = readings[readings["question_id"] == first["question_id"]]["value"].tolist()
    assert values == ["40 people", "60 people"]
    assert (first["answers"], first["silent"], first["rank"]) == (2, 1, 1)


def test_readings_quote_whole_sentences_at_their_place():
    _, readings = _find()
    articles, _ = _tables(HARBOUR)
    text = dict(zip(articles["article_id"], articles["text"], strict=True))
    for row in readings.itertuples():
        assert text[row.article_id][row.start:row.end] == row.quote
        assert all(row.start <= start < end <= row.end for start, end in row.value_spans)


def test_the_codebook_comes_first_and_its_question_is_not_asked_twice():
    questions, readings = _find(codebook=parse_codebook(ASKED))
    assert questions["question"].tolist()[:3] == [
        "How many people were aboard?", "Will it snow?", "Why did it strike the pier?"]
    assert questions["kind"].tolist()[:3] == ["number", "lonely", "gap"]
    assert questions["differs"].tolist()[:3] == [True, False, False]
    assert not questions["question"].str.contains("40 people").any()
    assert not (readings["question_id"] == questions["question_id"][2]).any()


def test_a_count_that_grows_with_the_days_is_an_update():
    questions, _ = _find(published=("2024-05-01", "2024-05-02", "2024-05-03"))
    assert questions["kind"][0] == "update"


def test_two_runs_give_the_same():
    for one, other in zip(_find(), _find(), strict=True):
        pd.testing.assert_frame_equal(one, other)


QUIET = [
    ("one article", HARBOUR[:1]),
    ("no article", ()),
    ("twenty copies", HARBOUR[:1] * 20),
    ("unrelated stories", (HARBOUR[0][:1], ("Parliament passed the tax bill after a long debate.",))),
    ("another language", (("Фарватер закрыт до пятницы.",), ("漁船が岸壁に衝突した。",))),
]


@pytest.mark.parametrize("what, stories", QUIET, ids=[row[0] for row in QUIET])
def test_where_nothing_differs_nothing_is_found(what, stories):
    questions, readings = _find(stories)
    assert questions.empty and readings.empty


def test_a_long_sentence_is_shown_in_part():
    tail = " and then by the old road past the mill" * 20
    questions, readings = _find((("The ferry Aurora carried 40 people to Harstad" + tail + ".",),
                                 ("The ferry Aurora carried 60 people to Harstad" + tail + ".",)))
    assert readings["quote"].str.len().max() <= 500 and readings["value"].tolist() == ["40 people", "60 people"]
