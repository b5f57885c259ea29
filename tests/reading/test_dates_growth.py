"""Does the time that reading dates takes grow with the text, and not faster, whatever stands in it?"""

import time

import pytest

from crosscheck.reading.dates import find_dates

SMALL, TIMES, MOST = 3_000, 4, 3.0


def seconds(text: str) -> float:
    started = time.process_time()
    find_dates(text, "2026-03-04")
    return time.process_time() - started


@pytest.mark.parametrize("unit", [
    "1234567890", "12 ", ",", "1,", "1-", "Friday ", "March March ", "March 4 ", "3 years ", "the last ",
    "twenty-four ", "1990-", "the first quarter and the ", "early late mid ", "will Friday ", "In 1812. In May ",
])
def test_time_grows_with_the_text(unit: str) -> None:
    small = (unit * SMALL)[:SMALL]
    growth = min(seconds(small * TIMES) / max(seconds(small), 1e-4) for _ in range(3))
    assert growth < TIMES * MOST
