"""Every lexicon loads; each way of being wrong is refused with its address."""

import pytest

from crosscheck.errors import LexiconError
from crosscheck.lexicon import HEADER, load, parse

HEAD = "\t".join(HEADER) + "\n"


def names(root):
    return sorted(path.stem for path in (root / "lib/crosscheck/lexicons").glob("*.tsv"))


def test_every_lexicon_loads(root):
    assert names(root)
    for name in names(root):
        assert all(rule.regex for rule in load(name)) and load(name), name


@pytest.mark.parametrize("rows, says", [
    ("a\tx\tl\ta cat\t\t\n", "does not match"),
    ("a\tcat\tl\ta cat\tthe cat\t\n", "matches"),
    ("a\t\tl\ta cat\t\t\n", "must not be empty"),
    ("b\tcat\tl\tcat\t\t\na\tcat\tl\tcat\t\t\n", "out of order"),
    ("a\tcat\tl\tcat\t\t\na\tcat\tl\tcat\t\t\n", "double"),
    ("a\t(cat\tl\t(cat\t\t\n", "no regular expression"),
    ("a\tcat\n", "cells"),
])
def test_a_wrong_row_is_refused_with_its_line(rows, says):
    with pytest.raises(LexiconError, match=rf"toy\.tsv:\d+: .*{says}"):
        assert [rule.regex for rule in parse(HEAD + rows, "toy.tsv")]


def test_a_wrong_header_is_refused():
    with pytest.raises(LexiconError, match="toy.tsv:1: the header"):
        parse("id\tpattern\n", "toy.tsv")


def test_patterns_are_searched_in_folded_text():
    rule, = parse(HEAD + "a\tdon't\tl\tI don’t\t\t\n", "toy.tsv")
    assert rule.regex.search("Don't")
