"""Which passages are set beside each other, and which are left out."""

import pandas as pd
import pytest

from crosscheck.comparing.alignment import read_passages

COLUMNS = ["sentence_id", "article_id", "quote", "role", "position"]
FILL = ("Rain fell over the northern valley all morning.", "The school choir sang two old carols.",
        "Bakers in the market raised the price of rye bread.", "A heron nested beside the village pond.")


def sentences(*articles: tuple[str, ...], role: str = "body") -> pd.DataFrame:
    rows = [(f"s{number}-{place}", f"a{number}", quote, role, place)
            for number, article in enumerate(articles) for place, quote in enumerate(article)]
    return pd.DataFrame(rows, columns=COLUMNS)


def test_passages_that_share_rare_words_are_near():
    passages = read_passages(sentences(("The ferry Aurora struck a pier near Harstad.", *FILL[:2]),
                                       ("Near Harstad the Aurora ferry hit a pier.", *FILL[2:])))
    other, near = passages.neighbours[0][0]
    assert other == 3 and 0.3 < near <= 1


LEFT_OUT = [
    ("the same words twice", sentences(("The ferry struck a wooden pier.",), ("The ferry struck a wooden pier",)), 1),
    ("two content words", sentences(("The ferry sank.",)), 0),
    ("furniture", sentences(("The ferry struck a wooden pier.",), role="credit"), 0),
    ("nothing", sentences(), 0),
]


@pytest.mark.parametrize("what, table, count", LEFT_OUT, ids=[row[0] for row in LEFT_OUT])
def test_what_is_left_out(what, table, count):
    assert len(read_passages(table)) == count


def test_nearness_within_an_article_counts_less():
    passages = read_passages(sentences(("The ferry Aurora struck a pier.", "The ferry Aurora struck a lock.", *FILL),
                                       ("The ferry Aurora struck a buoy.",)))
    assert passages.nearness(0, 1) < passages.nearness(0, 6)


def test_neighbours_are_nearest_first_and_never_oneself():
    passages = read_passages(sentences(("The ferry Aurora struck a pier.", *FILL), ("Aurora struck the pier again.",),
                                       ("The ferry left for Bodo at noon.",)))
    for one, found in enumerate(passages.neighbours):
        scores = [near for _, near in found]
        assert scores == sorted(scores, reverse=True) and one not in [other for other, _ in found]
