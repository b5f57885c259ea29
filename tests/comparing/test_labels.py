"""Which words name an event?"""

import pytest
from tests.comparing.story import read_story

from crosscheck.comparing.labels import label_of
from crosscheck.comparing.mentions import find_mentions


@pytest.mark.parametrize(("text", "label"), [
    ("The bridge was closed on 3 May 2024.", "The bridge was closed on 3 May 2024"),
    ("According to the ministry, the bridge was closed on 3 May 2024.", "The bridge was closed on 3 May 2024"),
    ("However, the old bridge was closed on 3 May 2024, according to the ministry.",
     "The old bridge was closed on 3 May 2024"),
    ("The board said that the bridge was closed on 3 May 2024.", "The bridge was closed on 3 May 2024"),
])
def test_label(text, label):
    story = read_story({"one": text})
    assert label_of(find_mentions(story["articles"], story["sentences"], story["dates"])[0]) == label
