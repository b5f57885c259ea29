"""Does a passage tell what happened on its day, or only refer to it?"""

import pytest
from tests.comparing.story import read_story

from crosscheck.comparing.mentions import Mention, find_mentions
from crosscheck.comparing.telling import bears_act, dated_acts, dated_verb, refers, tells_too


def mentions_of(text: str) -> list[Mention]:
    story = read_story({"one": text}, {"one": "2026-03-04"})
    return find_mentions(story["articles"], story["sentences"], story["dates"])


@pytest.mark.parametrize(("text", "expected"), [
    ("Monday's ruling pleased the harbour board.", True),
    ("The 2 March decision pleased the harbour board.", True),
    ("The court ruled on Monday that the harbour may open.", False),
    ("At Monday's meeting the board dismissed its director.", False),
    ("The board on Monday dismissed its director.", False),
    ("The board Monday dismissed its director.", False),
    ("The board dismissed its director.", False),
])
def test_refers(text, expected):
    assert refers(mentions_of(text)[0]) is expected


@pytest.mark.parametrize(("text", "verb", "act"), [
    ("The board dismissed its director on Monday.", "dismissed", True),
    ("On Monday the board dismissed its director.", "dismissed", True),
    ("The mayor said on Monday that the bridge is safe.", "said", False),
    ("Noon in the harbour, 2 March 2026", "", False),
])
def test_the_verb_that_bears_the_date(text, verb, act):
    mention = mentions_of(text)[0]
    assert (dated_verb(mention), bears_act(mention)) == (verb, act)


@pytest.mark.parametrize(("text", "expected"), [
    ("Monday's harbour vote was close.", {"@vote", "~elect"}),
    ("The hearing in Port Ellen on Monday was short.", {"@hearing", "~testify"}),
    ("The board met in town. Nobody voted on Monday.", {"~elect"}),
    ("Rain fell in the hills on Monday.", set()),
])
def test_acts_beside_the_date(text, expected):
    assert dated_acts(mentions_of(text)[-1]) == expected


@pytest.mark.parametrize(("bare", "expected"), [
    ("The director was dismissed by the harbour board.", True),
    ("The harbour board has a director and nine members.", False),
    ("The board would dismiss a director who sleeps.", False),
    ("“The board dismissed its director.”", False),
])
def test_what_can_tell_the_same(bare, expected):
    told = mentions_of("The board dismissed its director on Monday.")[0]
    assert tells_too(mentions_of(bare)[0], told) is expected


@pytest.mark.parametrize(("text", "expected"), [
    ("“The bridge was closed on Monday,” she said.", True),
    ("She said “it is sad” when the bridge was closed on Monday.", False),
])
def test_a_date_in_quotation_marks(text, expected):
    assert mentions_of(text)[-1].quoted is expected


def test_a_short_piece_takes_its_sentence_along():
    first, second = mentions_of("The firm said on Monday that the old bridge was closed on 4 February.")
    assert first.told.startswith("The firm said") and "bridge" in first.told and second.told.startswith("that the old")
