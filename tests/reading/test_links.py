"""Are menus and the links under a story told from its headings?"""

import pytest

from crosscheck.reading.layout import find_regions

LEAD = "The harbour was closed on Monday after the storm had torn away half of the quay, the mayor of the town said."
NEXT = "Ships were sent to other ports along the coast until the quay is mended, which will take months."
ONE, TWO = "Mayor Jane Doe Promises New Quay Before Winter", "Storm Takes Roofs Of Old Houses In The Hills"


@pytest.mark.parametrize(("paragraphs", "expected"), [
    ((LEAD, "WHAT YOU NEED TO KNOW", "MAYOR PROMISES A NEW QUAY", NEXT), ["related", "related"]),
    ((LEAD, "SHIPS SENT TO OTHER PORTS", NEXT), ["heading"]),
    ((LEAD, "NEW QUAY", "OLD QUAY", NEXT), ["heading", "heading"]),
    ((LEAD, NEXT, ONE, TWO), ["related", "related"]),
    ((LEAD, NEXT, ONE, "Sign up for our newsletter"), ["related", "boilerplate"]),
    ((LEAD, ONE, NEXT), ["heading"]),
    ((LEAD, NEXT, "The ships that were sent away"), []),
])
def test_menus_and_links_under_the_story(paragraphs, expected):
    regions = find_regions("\n\n".join(paragraphs))
    assert [role for role in regions["role"] if role != "body"] == expected
