"""A card shows what stands for and against a claim; without anchors there is none."""

from types import SimpleNamespace

import pytest

from crosscheck import tables
from crosscheck.errors import BriefingError
from crosscheck.showing import views
from crosscheck.showing.card import card
from crosscheck.showing.selections import firm_first


class Tables(SimpleNamespace):
    """Tables by name, known by what they are and not by what they hold, as a corpus is."""

    __hash__ = object.__hash__


@pytest.fixture
def small(story):
    """A corpus of invented tables whose anchors hold."""
    return corpus_of(story(4))


def corpus_of(made):
    asked, read = made.quiz(4)
    texts = dict.fromkeys(made.articles["article_id"], "")
    rows = []
    for row in read.to_dict("records"):
        start = len(texts[row["article_id"]])
        texts[row["article_id"]] += row["quote"] + ". "
        rows.append(row | {"start": start, "end": start + len(row["quote"]), "value_spans": []})
    return Tables(
        articles=made.articles.assign(text=made.articles["article_id"].map(texts)), text=texts, questions=asked,
        readings=tables.frame("readings", rows), sentences=tables.empty("sentences"), origins=made.origins(read),
        grades=tables.empty("grades"), digest="0a1b")


def test_a_card_has_its_six_parts(small):
    made = card(small, "q1", judgement="The tender is likely to be late.", confidence="low", who="Ann")
    heads = [head for head, _ in made.lines()]
    assert heads == ["Claim", "For", "Against", "Origins", "Gaps", "Grade", "Judgement", "Likelihood", "Confidence"]
    values = {one.value for one in made.supporting}
    assert values == {made.claim} and made.claim not in {one.value for one in made.opposing}
    assert "articles give this reading. They rest on at least one origin" in dict(made.lines())["Origins"]
    assert dict(made.lines())["Gaps"] == "Every article gives a reading."
    assert dict(card(small, "q2").lines())["Gaps"].startswith("Nothing on this in")


def test_a_reading_can_be_chosen(small):
    values = small.readings.loc[small.readings["question_id"] == "q1", "value"].unique()
    assert card(small, "q1", values[-1]).claim == values[-1]


def test_whoever_denies_it_stands_against_it(small):
    small.readings.loc[small.readings["question_id"] == "q1", "stance"] = "denies"
    made = card(small, "q1")
    assert made.supporting == () and made.opposing


def test_grades_are_those_of_the_analyst_and_of_this_claim(small):
    claim = card(small, "q1").claim
    small.questions.loc[small.questions["question_id"] == "q1", "grade"] = "B2"
    small.grades = tables.frame("grades", [
        {"grade_id": str(n), "kind": "claim", "subject": "q1", "label": "x", "value": value, "grade": grade,
         "set_by": by, "speaks": []} for n, (value, grade, by) in enumerate((
             (claim, "3", "analyst"), (claim, "6", "default"), ("another", "1", "analyst")))])
    assert card(small, "q1").grade == "B2, by decision; 3, by grades.csv."


@pytest.mark.parametrize("question, value, says", [
    ("q99", None, "no question has this id"), ("q1", "nobody says this", "it has no anchor"),
])
def test_without_anchors_there_is_no_card(small, question, value, says):
    with pytest.raises(BriefingError, match=says):
        card(small, question, value)


def test_an_anchor_that_does_not_hold_is_refused(small):
    small.text["a0"] = small.text["a1"] = "other words"
    with pytest.raises(BriefingError, match="anchor does not hold"):
        card(small, "q1")


def test_a_question_nobody_answers_has_no_card(small):
    small.readings = small.readings[small.readings["question_id"] != "q1"]
    with pytest.raises(BriefingError, match="no article answers the question"):
        card(small, "q1")


def test_a_judgement_that_confirms_is_refused(small):
    with pytest.raises(BriefingError, match="calls agreement confirmation"):
        card(small, "q1", judgement="Three articles confirm it.")


def test_nothing_in_a_card_confirms(small):
    told = " ".join(words for _, words in card(small, "q1").lines()).lower()
    assert "confirm" not in told and "corroborat" not in told


def test_hostile_words_stay_words(story, hostile):
    made = card(corpus_of(story(3, text=hostile)), "q1")
    assert "<script>" not in made.page().body and "\x1b" not in made.page().plain


def test_the_notebook_shows_the_same_card(corpus):
    asked = firm_first(corpus.questions[corpus.questions["differs"]])["question_id"].iloc[0]
    seen, made = views.card_view(corpus), card(corpus, asked)
    assert seen.page().plain == made.page().plain and seen.page().body == made.page().body
    assert seen.picture.name == "origins"


def test_a_refused_card_says_why_in_the_notebook(corpus):
    refused = views.card_view(corpus, judgement="Two articles confirm it.", confidence="low")
    assert refused.finding == "There is no card." and "confirm" in refused.page().plain and refused.draw is None
    assert "no such question" in views.card_view(corpus, "q99").finding
