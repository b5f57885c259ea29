"""Findings are English sentences that follow the tables."""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.showing import findings, views


@pytest.mark.parametrize("number, noun, expected", [
    (1, "article", "one article"), (0, "date", "no dates"), (12, "word", "twelve words"), (1300, "word", "1,300 words"),
])
def test_count(number, noun, expected):
    assert findings.count(number, noun) == expected


def test_listed():
    assert findings.listed([]) == ""
    assert findings.listed(["a", "b"]) == "a and b"
    assert findings.listed(list("abcde"), limit=3) == "a, b, c and two more"


def test_sentence():
    assert findings.sentence("one row") == "One row."
    assert findings.sentence("Is it?") == "Is it?"


def test_empty_tables_are_said_plainly():
    assert findings.events_finding(tables.empty("events")).startswith("No passage")
    assert findings.restrictions_finding(tables.empty("restrictions"), tables.empty("ladders")).startswith("No limit")
    assert findings.sources_finding(tables.empty("attributions")).startswith("No passage")


def test_none_is_no_broken_number():
    articles = tables.frame("articles", [{"article_id": "a", "file": "a.txt", "text": "", "words": 3}] * 2)
    assert findings.corpus_finding(articles, tables.empty("skipped")) == (
        "Two articles with 6 words: none says who published it, none says when.")
    said = [{"attribution_id": f"q{n}", "article_id": "a", "start": 0, "end": 1, "direct": False,
             "source_type": "named"} for n in range(2)]
    assert findings.sources_finding(tables.frame("attributions", said)) == (
        "Two passages are attributed to a source, none of them with quoted words; none rests on a source without a "
        "name.")
    utterances = pd.DataFrame({"articles": [1, 1], "altered": [0, 0]})
    assert findings.quotations_finding(utterances) == (
        "Two utterances are quoted, none of them by more than one article, none in different words inside quotation "
        "marks.")
    assert findings.quotations_finding(utterances[:0]) == "No utterances are quoted."


@pytest.mark.parametrize("differ, expected", [
    ((False, False), "Two questions that no article answers."), ((True,), "One question gets different answers."),
    ((True, False), "One of 2 questions gets different answers and one question that no article answers."),
    ((True, True), "Two questions get different answers."),
])
def test_the_questions_asked(differ, expected):
    asked = pd.DataFrame({"differs": differ, "kind": ["value" if unlike else "gap" for unlike in differ],
                          "origin": "codebook", "check": False})
    assert findings.questions_finding(asked) == expected


@pytest.mark.parametrize("lean, readings, expected", [
    (0, 607, "No reading of 607 may rest"), (1, 3, "One reading of 3 may rest"), (2, 3, "Two readings of 3 may rest"),
    (0, 0, "The articles differ on nothing"),
])
def test_origins(lean, readings, expected):
    assert findings.origins_finding(lean, readings).startswith(expected)


def test_choices_that_leave_nothing_are_no_empty_corpus(corpus):
    view = views.timeline_view(corpus, words="zzzz")
    assert view.finding == "No event among these choices."
    assert views.sources_view(corpus, words="zzzz").finding == "No attributed passage among these choices."
    assert views.restrictions_view(corpus, words="zzzz").finding == "No stated limit among these choices."


def test_findings_count_what_the_tables_hold(corpus):
    said = findings.corpus_finding(corpus.articles, corpus.skipped)
    assert said.startswith("Five articles with ") and "one says when" in said
    assert str(len(corpus.events)) in findings.events_finding(corpus.events) or len(corpus.events) <= 12
