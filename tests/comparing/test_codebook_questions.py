"""What each article answers to the analyst's questions, and which kind of difference the answers show."""

import pandas as pd
import pytest

from crosscheck.comparing.codebook_file import parse_codebook
from crosscheck.comparing.codebook_questions import ask


def _sentences(*articles: tuple[str, ...]) -> pd.DataFrame:
    rows = [(f"a{number}", sentence, place // 2, "body") for number, article in enumerate(articles)
            for place, sentence in enumerate(article)]
    return pd.DataFrame(rows, columns=["article_id", "quote", "paragraph", "role"])


def _asked(lines: str, *articles: tuple[str, ...]):
    codebook = parse_codebook(f'[[question]]\nid = "q"\nquestion = "Q?"\n{lines}\n')
    return ask(codebook, _sentences(*articles))[0]


READINGS = """readings = [{value = "%s", patterns = ['one']}, {value = "%s", patterns = ['two']}]"""

KINDS = [
    ("open", "closed", "antonym"),
    ("licensed", "unlicensed", "antonym"),
    ("40 people", "60 people", "number"),
    ("signed", "not signed", "negation"),
    ("ferries", "all large ferries", "scope"),
    ("harbour", "airport", "term"),
]


@pytest.mark.parametrize("first, second, kind", KINDS)
def test_the_kind_follows_from_the_values(first, second, kind):
    assert _asked(READINGS % (first, second), ("It is one.",), ("It is two.",)).kind == kind


STATES = [
    ([("Nothing.",), ("Nothing.",)], "gap"),
    ([("It is one.",), ("Nothing.",)], "lonely"),
    ([("It is one.", "It is two."), ("Nothing.",)], "lonely"),
    ([("It is one.",), ("It is one.",)], "agreement"),
]


@pytest.mark.parametrize("articles, kind", STATES)
def test_silence_is_a_finding(articles, kind):
    assert _asked(READINGS % ("a", "b"), *articles).kind == kind


def test_the_codebook_may_name_the_kind():
    assert _asked("kind = 'scope'\n" + READINGS % ("a", "b"), ("one",), ("two",)).kind == "scope"


def test_a_correction_is_told_from_conflict():
    lines = """readings = [{value = "a", patterns = ['one']}, {value = "b", patterns = ['two'], stance = "corrects"}]"""
    assert _asked(lines, ("one",), ("two",)).kind == "correction"


def test_several_readings_of_one_article_are_kept_with_their_places():
    answers = _asked(READINGS % ("a", "b"), ("one and two", "two"), ("one",)).answers
    assert [(found.row, found.value, found.spans) for found in answers] == [
        (0, "a", ((0, 3),)), (0, "b", ((8, 11),)), (1, "b", ((0, 3),)), (2, "a", ((0, 3),))]


WITHIN = [("sentence", []), ("paragraph", [1]), ("article", [1, 2])]


@pytest.mark.parametrize("within, rows", WITHIN)
def test_where_a_passage_must_be_about_the_question(within, rows):
    lines = f"about = ['ferry']\nwithin = '{within}'\n" + READINGS % ("a", "b")
    assert [found.row for found in _asked(lines, ("The ferry left.", "It is one.", "It is two.")).answers] == rows


def test_unless_takes_passages_out():
    lines = "unless = ['denied']\n" + READINGS % ("a", "b")
    assert [found.row for found in _asked(lines, ("one is denied", "one")).answers] == [1]


def test_curly_quotes_and_line_breaks_are_folded():
    lines = """readings = [{value = "a", patterns = ["port's own crane"]}]"""
    assert len(_asked(lines, ("The port’s\nown crane fell.",)).answers) == 1
