"""Does what an article prints twice count once, and is nothing else left out?"""

import pytest

from crosscheck.reading.layout import find_regions

LEAD = "The harbour was closed on Monday, the mayor said, because “nobody knows how long the old quay will stand”."
NEXT = "Ships were sent to other ports along the coast until the quay is mended, which will take months."
CAPTION = "FILE PHOTO: Ships wait outside the harbour in April. AGENCY/John Roe"
PULLED = "Nobody knows how long the old quay will stand"
HEADLINE = "Harbour of Port Town shut"


def repeats(*paragraphs: str) -> list[str]:
    regions = find_regions("\n\n".join(paragraphs))
    return regions.loc[regions["role"] == "repeat", "quote"].tolist()


@pytest.mark.parametrize(("paragraphs", "expected"), [
    ((LEAD, CAPTION, CAPTION, NEXT), [CAPTION]),
    ((LEAD, NEXT, NEXT), [NEXT]),
    ((HEADLINE, LEAD, NEXT, HEADLINE, NEXT + " So it is."), [HEADLINE]),
    ((HEADLINE, f"{HEADLINE}.", LEAD, NEXT), [f"{HEADLINE}."]),
    ((NEXT, f"“{PULLED}”", LEAD), [f"“{PULLED}”"]),
    ((LEAD, NEXT, f"{PULLED} Jane Doe", NEXT[:60] + "."), [f"{PULLED} Jane Doe"]),
])
def test_what_is_printed_twice(paragraphs, expected):
    assert repeats(*paragraphs) == expected


@pytest.mark.parametrize("paragraphs", [
    (LEAD, "What comes next", NEXT, "What comes next", LEAD + " Again."),
    (LEAD, "“It is so.”", NEXT, "“It is so.”"),
    (LEAD, "Everybody knows how long the old quay will stand", NEXT),
    (LEAD, "Nobody knows how long the quay will stand", NEXT),
])
def test_what_is_no_repetition(paragraphs):
    assert repeats(*paragraphs) == []


@pytest.mark.xfail(strict=True, reason="a pull quote that changes a word is taken for a heading")
def test_a_pull_quote_in_other_words():
    assert repeats(LEAD, "Nobody can know how long the old quay will stand", NEXT) != []
