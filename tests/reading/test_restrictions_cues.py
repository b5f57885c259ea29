"""Where can a rule open, and which cues stand in a text?"""

import re

import pytest

from crosscheck import lexicon
from crosscheck.reading.restrictions_cues import find_cues, openings, searchable


@pytest.mark.parametrize(("pattern", "expected"), [
    ("must", "m"), ("must|shall", "ms"), ("(?:must|(?:ever )?shall)(?! be)", "ems"), (r"\bno", "n"), ("a?b", "ab"),
    ("(?<!x)a{2}", "a"), ("^no ", "n"), ("(?:a|b)?c", "abc"),
])
def test_openings_are_the_first_letters(pattern, expected):
    assert openings(pattern) == frozenset(expected)


def test_openings_of_a_class_are_any_letter():
    assert openings("[a-z]+ly") >= frozenset("abcxyz")


@pytest.mark.parametrize("rule", [r for r in lexicon.load("restriction_cues") if not r.label.endswith("list")],
                         ids=lambda rule: rule.rule_id)
def test_every_rule_opens_where_its_openings_say(rule):
    lower = searchable(rule.example)
    match = re.compile(rule.pattern).search(lower)
    assert lower[match.start()] in openings(rule.pattern)
    assert find_cues(lower)


def test_searchable_keeps_the_length():
    text = "İstanbul\nMUST “NOT”…\t"
    assert len(searchable(text)) == len(text)
