"""Which restrictions can state one limit at all?"""

import pandas as pd
import pytest

from crosscheck import tables
from crosscheck.comparing.codebook_file import Codebook, parse_codebook
from crosscheck.comparing.ladders_frames import fits, frames_of

BAN = {"bound_party": "refugees", "act": "enter the port", "modality": "may not", "rule": "may.not",
       "status": "in force"}


def fit(a: dict, b: dict, likeness: float = 0.6, codebook: Codebook | None = None) -> bool:
    """Whether two restrictions like BAN but for `a` and `b` fit."""
    rows = [{"restriction_id": str(n), "article_id": "a", "start": 0, "end": 50, "quote": "q", "rank": 1, "via": [],
             **{f"{slot}_spans": [] for slot in tables.SLOTS}} | BAN | row for n, row in enumerate((a, b))]
    table = pd.DataFrame(rows, columns=list(tables.frame("restrictions", []).columns))
    return fits(*frames_of(table, codebook or Codebook()), likeness)


@pytest.mark.parametrize("other", [
    {}, {"bound_party": None}, {"bound_party": "they"}, {"bound_party": "migrants"}, {"bound_party": "the ban"},
    {"status": "ordered"}, {"status": "external"}, {"modality": "must not", "rule": "duty.must_not"},
    {"bound_party": None, "act": "refugee entry to the port", "modality": "denies", "rule": "deny.active"},
])
def test_one_limit_may_be_told_in_these_ways(other):
    assert fit({}, other)


@pytest.mark.parametrize("other", [
    {"bound_party": "tourists"}, {"bound_party": "the shops"}, {"status": "wished"}, {"status": "denied"},
    {"status": "offered"}, {"modality": "will be allowed", "rule": "permission.able"}, {"act": "leave the valley"},
    {"modality": "lifted", "act": "the ban on entering the port", "rule": "block.active"},
])
def test_these_ways_tell_another_limit(other):
    assert not fit({}, other)


def test_names_must_share_a_word_or_initials():
    north, south = {"bound_party": "Northern Rail"}, {"bound_party": "Southern Coaches"}
    assert not fit(north, south)
    assert fit({"bound_party": "Hollin Harbour Board"}, {"bound_party": "HHB"})
    book = parse_codebook('[entities]\n"Northern Rail" = ["Southern Coaches"]\n')
    assert fit(north, south, codebook=book)


def test_other_numbers_speak_against_one_limit_unless_all_words_are_alike():
    assert not fit({"applies_until": "for 90 days"}, {"applies_until": "for 120 days"})
    assert fit({"applies_until": "for 90 days"}, {"applies_until": "for 120 days"}, likeness=0.9)


def test_things_of_one_owner_are_one_party():
    assert fit({"bound_party": "its systems"}, {"bound_party": "the company's technology"})
