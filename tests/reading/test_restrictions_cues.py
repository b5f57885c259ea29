"""Where can a rule open, and which cues stand in a text?"""

import re

import pytest

from crosscheck import lexicon
from crosscheck.reading.restrictions_cues import find_cues, openings, searchable


@pytest.mark.parametrize(("pattern", "expected"), [
    ("must", {"mu"}), ("must|shall", {"mu", "sh"}), ("(?:must|(?:ever )?shall)(?! be)", {"ev", "mu", "sh"}),
    (r"\bno", {"no"}), ("a?bc", {"ab", "bc"}), ("(?<!x)a{2}", {"a", "aa"}), ("^no ", {"no"}),
    ("(?:a|b)?c", {"ac", "bc", "c"}), ("a", {"a"}),
])
def test_openings_are_the_first_two_characters(pattern, expected):
    assert openings(pattern) == expected


def test_openings_of_a_class_are_any_letters():
    assert openings("[a-z]+ly") == {"?l", "??"}


@pytest.mark.parametrize("rule", [r for r in lexicon.load("restriction_cues") if not r.label.endswith("list")],
                         ids=lambda rule: rule.rule_id)
def test_every_rule_opens_where_its_openings_say(rule):
    lower = searchable(rule.example)
    match = re.compile(rule.pattern).search(lower)
    found = {a + b for a in (lower[match.start()], "?") for b in (lower[match.start() + 1:match.start() + 2], "?", "")}
    assert found & openings(rule.pattern)
    assert find_cues(lower)


def test_searchable_keeps_the_length():
    text = "İstanbul\nMUST “NOT”…\t"
    assert len(searchable(text)) == len(text)
