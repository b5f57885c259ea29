"""Sentences in which an article gives up one figure for another."""

import pytest
from tests.comparing.story import passages_of

from crosscheck.comparing.findings_corrected import corrected_rows

FILL = "Rain fell over the northern valley all morning."
GIVEN_UP = [
    ("While the port previously said up to 9,000 passengers were stranded, it now counts about 800 passengers.",
     ["up to 9,000 passengers", "about 800 passengers"]),
    ("The council revised its estimate from 300 boats to 460 boats.", ["300 boats", "460 boats"]),
    ("The port said 9,000 passengers and 800 boats were stranded.", []),
    ("The port previously said 9,000 passengers were stranded.", []),
    ("The port first said it would wait 3 days and then 5 days.", []),
]


@pytest.mark.parametrize("text, expected", GIVEN_UP, ids=[row[0] for row in GIVEN_UP])
def test_a_figure_given_up_for_another_is_a_row(text, expected):
    rows = list(corrected_rows(passages_of(text, FILL)))
    assert [text[slice(*span)] for row in rows for _, span in row.members] == expected
