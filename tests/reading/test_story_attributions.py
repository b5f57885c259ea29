"""Is who says what read in the story, and not in the furniture around it?"""

import pytest

from crosscheck.reading.layout import find_regions
from crosscheck.reading.story_attributions import story_attributions

NEXT = "Ships were sent to other ports along the coast until the quay is mended, which will take months."
SAFE = "The old quay of the town is safe and will be mended soon"
BOX = "Jane Ann DoeShip sinks in port Mayor promises new quay before winter MORE"


def said(text: str) -> list[tuple[str | None, str]]:
    table = story_attributions(text, find_regions(text))
    for row in table.itertuples():
        assert row.quote == text[row.start:row.end]
        assert row.content_text == " ".join(text[a:b] for a, b in row.content)
    return [(None if source != source else source, content)
            for source, content in zip(table["source_text"], table["content_text"], strict=True)]


@pytest.mark.parametrize(("text", "expected"), [
    (f"PORT TOWN (Agency) — {SAFE}, the mayor said on Monday.\n\n{NEXT}", [("the mayor", SAFE)]),
    (f"{NEXT}\n\nJane Doe {BOX} said that the quay was safe.", [("Jane Doe", "that the quay was safe")]),
    (f"{NEXT}\n\nREAD ALSO: Mayor says that the quay is safe", []),
    (f"{NEXT} The mayor said that the quay was safe.\n\n{NEXT} The mayor said that the quay was safe.",
     [("The mayor", "that the quay was safe")]),
])
def test_the_story_alone_is_read(text, expected):
    assert said(text) == expected


def test_a_box_inside_what_is_said_is_left_out_of_it():
    (source, content), = said(f"{NEXT}\n\nThe clerk said that Jane Doe {BOX} had closed the quay.")
    assert (source, content) == ("The clerk", "that Jane Doe had closed the quay")


def test_without_furniture_it_is_the_same_as_for_any_text():
    assert said("The quay is safe, the mayor said.") == [("the mayor", "The quay is safe")]
