"""Invented sentences of news and of histories with the TIMEX3 values that an annotator would give.

`dates_sentences.tsv`: genre, day of publication, sentence, and `words=value` for each time expression in order, parted
by semicolons. Words need only overlap, as in the relaxed measure of TempEval-3.
"""

import csv
import pathlib

import pytest

from crosscheck.reading.dates import find_dates

ROWS = list(csv.DictReader(pathlib.Path(__file__).with_name("dates_sentences.tsv").open(encoding="utf-8"),
                           delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("genre", sorted({row["genre"] for row in ROWS}))
def test_sentences(genre: str) -> None:
    wrong = []
    for row in (row for row in ROWS if row["genre"] == genre):
        found = find_dates(row["text"], row["reference"])
        expected = [tuple(pair.rsplit("=", 1)) for pair in row["expected"].split(";") if pair]
        pairs = list(zip(found["quote"], found["value"], strict=True))
        if len(pairs) != len(expected) or not all(map(_agree, pairs, expected)):
            wrong.append((row["text"], pairs, expected))
    assert not wrong


def _agree(found: tuple[str, str], expected: tuple[str, str]) -> bool:
    one, other = found[0].lower(), expected[0].lower()
    return (one in other or other in one) and found[1] == expected[1]


def test_there_are_enough_of_them() -> None:
    assert len(ROWS) >= 150
