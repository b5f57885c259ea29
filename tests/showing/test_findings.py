"""Findings are English sentences that follow the tables."""

import pytest

from crosscheck import tables
from crosscheck.showing import findings


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


def test_findings_count_what_the_tables_hold(corpus):
    said = findings.corpus_finding(corpus.articles, corpus.skipped)
    assert said.startswith("Five articles with ") and "one says when" in said
    assert str(len(corpus.events)) in findings.events_finding(corpus.events) or len(corpus.events) <= 12
