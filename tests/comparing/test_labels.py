"""Which words name an event?"""

import pytest
from tests.comparing.story import read_story

from crosscheck.comparing.clauses import label_of
from crosscheck.comparing.labels import label_for
from crosscheck.comparing.mentions import Mention, find_mentions

LONG = "that the ferry line along the northern shore will be closed to heavy goods, to coaches, to cattle and to hay"


def mentions_of(**texts: str) -> list[Mention]:
    story = read_story(texts)
    return find_mentions(story["articles"], story["sentences"], story["dates"])


@pytest.mark.parametrize(("text", "label"), [
    ("The bridge was closed on 3 May 2024.", "The bridge was closed on 3 May 2024"),
    ("According to the ministry, the bridge was closed on 3 May 2024.", "The bridge was closed on 3 May 2024"),
    ("However, the old bridge was closed on 3 May 2024, according to the ministry.",
     "The old bridge was closed on 3 May 2024"),
    ("The board said that the bridge was closed on 3 May 2024.", "The bridge was closed on 3 May 2024"),
    ("The board said on 3 May 2024 that the bridge is shut.", "The board said on 3 May 2024 that the bridge is shut"),
    ("The bridge is shut for ships and boats, the harbour board said on 3 May 2024.",
     "The bridge is shut for ships and boats, the harbour board said on 3 May 2024"),
    ("It pleased Ann Lee, who left the board on 3 May 2024.", "Ann Lee, who left the board on 3 May 2024"),
    ("More than 40 boats sank in the harbour in May 2024.", "More than 40 boats sank in the harbour in May 2024"),
    (f"The board, which meets in the old town hall, said on 3 May 2024 {LONG}.",
     "The board … said on 3 May 2024 that the ferry line along the northern shore will be closed to heavy goods, to "
     "coaches, to cattle and to hay"),
    ("The board said on 3 May 2024 that the old bridge over the harbour was closed to all ships on 4 April 2024.",
     "The board said on 3 May 2024 that the old bridge over the harbour was closed to all ships on 4 April 2024"),
])
def test_label(text, label):
    assert label_of(mentions_of(one=text)[0]) == label


def test_a_clause_that_does_not_stand_takes_its_subject_along():
    text = ("The harbour board, which had met in the old town hall with all the captains, opened the bridge in May "
            "2023, closed it for repairs of its piers and of both its ramps on 3 May 2024.")
    assert label_of(mentions_of(one=text)[-1]).startswith("The harbour board … closed it for repairs")


def test_a_relative_clause_takes_its_noun_along():
    text = "In May 2024 the firm bought forty names of a website that the company opened in June 2023."
    assert [label_of(mention) for mention in mentions_of(one=text)] == [
        "In May 2024 the firm bought forty names of a website", "A website that the company opened in June 2023"]


def test_a_side_clause_that_opens_a_sentence_stands_without_its_conjunction():
    text = ("While the harbour board closed the old bridge on 3 May 2024, forty captains took their ships to another "
            "port on 5 May 2024.")
    assert label_of(mentions_of(one=text)[0]) == "The harbour board closed the old bridge on 3 May 2024"


@pytest.mark.parametrize(("texts", "label"), [
    ({"one": "A storm came. It was closed by the harbour board on 3 May 2024.",
      "two": "The board closed the bridge on 3 May 2024."}, "The board closed the bridge on 3 May 2024"),
    ({"one": "The 3 May 2024 closure of the bridge hurt the shops.",
      "two": "The board closed the bridge on 3 May 2024."}, "The board closed the bridge on 3 May 2024"),
])
def test_the_plainest_passage_names(texts, label):
    assert label_for([mention for mention in mentions_of(**texts) if mention.timings]) == label
