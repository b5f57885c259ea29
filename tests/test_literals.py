"""Which words must stand in a text for a pattern to match in it?"""

import re

import pytest
from tests.test_lexicon import names

from crosscheck import lexicon
from crosscheck.literals import is_possible, needed, plain
from crosscheck.text import fold


@pytest.mark.parametrize("pattern, words", [
    ("closed road", ("closed road",)),
    ("Closed", ("closed",)),
    ("road|lane", ("road", "lane")),
    ("(?:old |new )bridges?", ("bridge",)),
    ("(?:harbour|port) of", ("harbour", "port")),
    (r"\bferr(?:y|ies)\b", ("ferr",)),
    (r"(?P<what>toll)(?: road)?", ("toll",)),
    ("(?=toll)road", ("road",)),
    ("(?<!old )road", ("road",)),
    ("(?-i:Toll) gates", (" gates",)),
    (r"\(toll\)", ("toll",)),
    ("road{2,3}s", ("roa",)),
    ("ro+f", ("r",)),
    ("[Rr]oad", ("oad",)),
    (r"\d+ tolls", (" tolls",)),
    ("road|\\d+", ()),
    ("(?:road)?", ()),
    ("(?:road)*s*", ()),
    ("[^a-z]|.", ()),
    ("(?x) r o a d", ()),
    ("(a)?(?(1)road|lane)", ()),
    ("Straße", ("stra",)),
    ("", ()),
])
def test_words_that_a_pattern_needs(pattern, words):
    assert needed(pattern) == words


@pytest.mark.parametrize("text", ["", "The ROAD", "ſtop, Kılo, KİLO"])
def test_plain_letters_keep_the_length(text):
    assert len(plain(text)) == len(text)


@pytest.mark.parametrize("pattern, text", [("stop", "ſtop"), ("kilo", "\u212aILO"), ("kilo", "kılo"), ("KILO", "kİlo")])
def test_letters_that_case_alone_tells_apart_are_found(pattern, text):
    assert re.search(pattern, text, re.IGNORECASE)
    assert is_possible(pattern, plain(text))


def test_every_example_of_a_lexicon_holds_what_its_rule_needs(root):
    for rule in (rule for name in names(root) for rule in lexicon.load(name)):
        assert is_possible(rule.pattern, plain(fold(rule.example))), rule.address
