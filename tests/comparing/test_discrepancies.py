"""What the questions and readings of a few invented articles are."""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.comparing.codebook_file import Codebook, parse_codebook
from crosscheck.comparing.discovery import FEWEST_ROWS, ROWS_A_PAIR
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
    return find_questions(articles, sentences, tables.empty("attributions"), tables.empty("dates"), publication,
                          codebook or Codebook())


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
    assert len(readings)
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


LIVE = tuple(f"{hour:02d}:{minute:02d}: The harbour office said {hour + minute} boats lay at pier {minute}."
             for hour in range(10) for minute in range(40))
GERMAN = ("Der Hafenmeister schloss am Montag die alte Schleuse, und die Fischer waren nicht zufrieden.",
          "Die Aurora fuhr mit {} Menschen nach Harstad, als sie am Abend die alte Mole im Hafen traf.",
          "Der Rat der Stadt sagte, die Reparatur koste vier Millionen und dauere bis in den Mai hinein.")
QUIET = [
    ("one article", HARBOUR[:1]),
    ("no article", ()),
    ("twenty copies", HARBOUR[:1] * 20),
    ("unrelated stories", (HARBOUR[0][:1], ("Parliament passed the tax bill after a long debate.",))),
    ("another script", (("Фарватер закрыт до пятницы.",), ("漁船が岸壁に衝突した。",))),
    ("another language", (tuple(line.format(40) for line in GERMAN), tuple(line.format(60) for line in GERMAN))),
    ("a live blog alone", (LIVE,)),
]


@pytest.mark.parametrize("what, stories", QUIET, ids=[row[0] for row in QUIET])
def test_where_nothing_differs_nothing_is_found(what, stories):
    questions, readings = _find(stories)
    assert questions.empty and readings.empty


def test_two_stories_in_one_folder_do_not_meet():
    tax = (("Parliament passed the new tax bill on Monday after a long debate in the old chamber.",
            "The minister said that 40 people spoke in the debate.", "The opposition left the chamber at noon."),
           ("Parliament passed the new tax bill on Tuesday after a long debate in the old chamber.",
            "The minister said that 60 people spoke in the debate.", "The opposition sang in the chamber at noon."))
    _, readings = _find((*HARBOUR[:2], *tax))
    stories = readings["article_id"].isin(["a0", "a1"]).groupby(readings["question_id"])
    assert len(stories) > 1 and stories.nunique().max() == 1


def test_a_live_blog_beside_an_article_makes_no_flood():
    questions, _ = _find((LIVE, HARBOUR[0]))
    assert len(questions) <= FEWEST_ROWS


def test_a_paragraph_of_five_thousand_words_without_a_stop_is_read_beside_others():
    long = " ".join(sentence.rstrip(".") for sentence in HARBOUR[1]) + " and the rain went on" * 1000
    questions, readings = _find((HARBOUR[0], HARBOUR[2], (long,)))
    assert len(questions) <= FEWEST_ROWS and readings["quote"].str.len().max() <= 500


def test_the_number_of_rows_follows_the_number_of_articles():
    lines = ("The ferry Aurora carried {} people when it struck the old pier in Harstad on Monday.",
             "The harbour master said {} boats were moored at the northern lock when the storm came.",
             "Repairs of the old pier in Harstad will cost {} million crowns, the council said on Monday.")
    stories = tuple(tuple(line.format(40 + 7 * number + place) for place, line in enumerate(lines * 3))
                    for number in range(4))
    questions, _ = _find(stories)
    assert 3 <= len(questions) <= ROWS_A_PAIR * 6


def test_a_long_sentence_is_shown_in_part():
    tail = " and then by the old road past the mill" * 20
    questions, readings = _find((("The ferry Aurora carried 40 people to Harstad" + tail + ".",),
                                 ("The ferry Aurora carried 60 people to Harstad" + tail + ".",)))
    assert readings["quote"].str.len().max() <= 500 and readings["value"].tolist() == ["40 people", "60 people"]
