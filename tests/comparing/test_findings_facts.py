"""Ages, parts, votes and hours that two articles give differently."""

import pandas as pd
import pytest

from crosscheck.comparing.alignment import read_passages
from crosscheck.comparing.findings_facts import fact_differences

OTHER = "The museum in Bodo opened a new wing for maps on Friday."


def _found(one: str, other: str) -> list[tuple[str, str, str]]:
    rows = [(f"a{place}", text, "body", 5) for place, text in enumerate((one, other, OTHER))]
    passages = read_passages(pd.DataFrame(rows, columns=["article_id", "quote", "role", "position"]))
    return [(finding.note, passages.parsed[finding.one].text[slice(*finding.one_span)],
             passages.parsed[finding.other].text[slice(*finding.other_span)]) for finding in fact_differences(passages)]


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("The captain was Nils Berg, 41, of Tromso.", "Police held the 43-year-old Nils Berg.", [("age", "41", "43")]),
    ("The captain was Nils Berg, 41, of Tromso.", "Police held Olav Berg, 43, of Tromso.", []),
    ("The captain was Nils Berg, 41, of Tromso.", "Police held Nils Berg, 41, of Tromso.", []),
    ("The port closed five of its 180 quays after the storm.", "Only five of 183 quays in the port stayed closed.",
     [("part", "180 quays", "183 quays")]),
    ("The storm sank 12 of 40 boats in the harbour.", "The storm sank nine of 40 boats in the harbour.",
     [("part", "12 of 40 boats", "nine of 40 boats")]),
    ("The storm sank 12 of 40 boats in the harbour.", "The storm sank nine of 90 boats in the harbour.", []),
    ("The harbour board voted 7-4 to close the quay.", "The harbour board voted 7 to 5 to close the quay.",
     [("vote", "7-4", "7 to 5")]),
    ("The harbour board voted 7-4 to close the quay.", "The harbour board voted 7 to 4 to close the quay.", []),
    ("The ferry hit the quay at 3:15 a.m. on Monday.", "The ferry hit the quay at 4 a.m. on Monday.",
     [("hour", "3:15 a.m.", "4 a.m.")]),
    ("The ferry hit the quay at 3:15 a.m. on Monday.", "The ferry hit the quay at 3:30 a.m. on Monday.", []),
])
def test_facts_that_differ(one, other, expected):
    assert _found(one, other) == expected
