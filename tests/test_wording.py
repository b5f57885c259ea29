"""Which word forms meet, and how lexicons of words are read."""

import pytest

from crosscheck.errors import LexiconError
from crosscheck.wording import by_first_letters, lowered, pattern_of, stem

TOGETHER = [("rise", "rose", "rising"), ("agree", "agreed", "agreeing"), ("agency", "agencies"),
            ("sell", "sold", "selling"),
            ("organise", "organized", "organising"), ("plan", "planned", "planning"), ("die", "died", "dying"),
            ("child", "children"), ("city", "cities"), ("stop", "stopped", "stops")]


@pytest.mark.parametrize("forms", TOGETHER)
def test_forms_meet(forms):
    assert len({stem(form) for form in forms}) == 1


def test_different_words_stay_apart():
    assert len({stem(word) for word in ("classified", "unclassified", "public", "publish")}) == 4


def test_lexicon_patterns_begin_at_words():
    pattern, rules = pattern_of("negation")
    match = pattern.search("the crew did not land")
    assert match.group() == "not" and rules[match.lastgroup].label == "plain"
    assert pattern.search("a knot") is None


def test_alternatives_begin_with_letters():
    with pytest.raises(LexiconError):
        by_first_letters([("(a", "b)")])


def test_lowered_keeps_the_length():
    text = "İstanbul’s “BİG” day"
    assert len(lowered(text)) == len(text)
