"""Does the time for a text grow with its length, whatever the text is made of?"""

import time

import pandas as pd
import pytest

from crosscheck.reading.restrictions import find_restrictions

NOBODY = pd.DataFrame({name: [] for name in ("start", "end", "source", "content", "source_type")})
SIZE = 4_000

UNITS = {
    "no": "no ", "must not": "must not ", "commas": ", ", "quotes": "\"'“‘", "digits": "0123456789 ", "one word": "a",
    "nested list": "(a) The lessee shall not:\n(i) let the barn, except as agreed;\n(ii) use it; or\n",
    "said that": "said that they may not ", "of and": "of people and people, ", "only if": "only if the ",
    "ordered": "ordered the x x x x x x x x to ", "will,": "guests will enter, ", "means": "means that guests will ",
}


def seconds(text: str) -> float:
    """The processor time to read `text` as one sentence, the best of two."""
    whole = pd.DataFrame({"start": [0], "end": [len(text)], "role": ["body"]})
    best = float("inf")
    for _ in range(2):
        before = time.process_time()
        find_restrictions(text, whole, NOBODY)
        best = min(best, time.process_time() - before)
    return best


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_four_times_the_text_takes_no_more_than_about_four_times_the_time(unit):
    text = unit * (4 * SIZE // len(unit))
    short = seconds(text[:SIZE])
    assert seconds(text) < 8 * short + 0.05


def test_a_sentence_full_of_cues_is_read_no_further_than_a_sentence_goes():
    text = "guests must not enter, " * 500
    whole = pd.DataFrame({"start": [0], "end": [len(text)], "role": ["body"]})
    assert len(find_restrictions(text, whole, NOBODY)) <= 40
