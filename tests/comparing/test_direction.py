"""Does a passage speak of its day as past or as to come?"""

import pytest
from tests.comparing.story import read_story

from crosscheck.comparing.direction import direction
from crosscheck.comparing.mentions import find_mentions


@pytest.mark.parametrize(("text", "expected"), [
    ("The bridge opened on 3 May 2024.", "past"),
    ("The bridge will open on 3 May 2024.", "ahead"),
    ("The firm said on 3 May 2024 that the bridge will open.", "past"),
    ("On 3 May 2024, the bridge is due to open.", "ahead"),
    ("The repair should be done by 3 May 2024.", "ahead"),
    ("The bridge stays shut until 3 May 2024.", "open"),
    ("A view of the bridge, 3 May 2024.", "bare"),
])
def test_direction(text, expected):
    story = read_story({"one": text})
    mentions = find_mentions(story["articles"], story["sentences"], story["dates"])
    mention = next(mention for mention in mentions if mention.timings)
    assert direction(mention, mention.timings[0]) == expected
