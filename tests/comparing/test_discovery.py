"""Which rows open the list when nobody has asked."""

import pandas as pd

from crosscheck.comparing.alignment import read_passages
from crosscheck.comparing.discovery import discover

STORM = ("The storm tore the roof off the fish market in Vadso early on Monday, and sank boats.",
         "Early on Monday wind took the old market in Vadso, whose roof fell on a row of parked cars.")
SAME = ("Mayor Signe Dahl told reporters that the harbour would stay closed for repairs.",
        "Mayor Signe Dahl told reporters the harbour would stay closed for repairs.")
TOPIC = ("Prices for salmon have fallen for years along the coast.",
         "Trawlers along the coast land less cod than in the nineties.")


def _rows() -> tuple[list, object]:
    texts = [(f"a{article}", text, "body", place) for place, pair in enumerate((TOPIC, SAME, STORM), start=1)
             for article, text in enumerate(pair)]
    sentences = pd.DataFrame(sorted(texts), columns=["article_id", "quote", "role", "position"])
    passages = read_passages(sentences)
    empty = [()] * len(passages)
    return discover(passages, empty, empty), passages


def test_passages_that_report_one_event_open_the_list_and_those_that_say_the_same_do_not():
    rows, passages = _rows()
    assert {passages.parsed[one].text for one, _ in rows[0].members} >= set(STORM)
    assert all({passages.parsed[one].text for one, _ in row.members} != set(SAME) for row in rows)
