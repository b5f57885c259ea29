"""Which happenings, told apart at first, are one after all?"""

import pytest
from tests.comparing.story import events_of


@pytest.mark.parametrize("texts", [
    {"one": "The harbour court closed the old bridge on 2 March. Sailors cheered.",
     "two": "Monday's closing of the old bridge pleased the sailors. Rain fell."},
    {"one": "A hearing on Monday drew forty farmers to the town hall.",
     "two": "Monday's hearing was short and loud, the clerk wrote."},
    {"one": "The board approved the ferry contract on Monday.",
     "two": "The ferry contract was approved last week by a narrow board."},
])
def test_one_happening(texts):
    days = {"one": "2026-03-04", "two": "2026-03-04" if "Monday" in texts["two"] else "2026-03-09"}
    events, _ = events_of(texts, days)
    assert (events["articles"].iloc[0], events["edtf"].iloc[0]) == (2, "2026-03-02")


@pytest.mark.parametrize("texts", [
    {"one": "The board approved the ferry contract on Monday.", "two": "A storm sank two fishing boats on Monday."},
    {"one": "The board approved the ferry contract on Monday.", "two": "Tuesday's storm sank two fishing boats."},
])
def test_two_happenings(texts):
    events, _ = events_of(texts, {"one": "2026-03-04", "two": "2026-03-04"})
    assert events["articles"].tolist() == [1, 1]


@pytest.mark.parametrize(("published", "articles"), [("2026-03-04", 2), ("2026-06-04", 1)])
def test_a_headline_tells_the_news_of_its_week(published, articles):
    texts = {"one": "The harbour board dismissed its old director Ann Lee on Monday.",
             "two": "Harbour board dismisses old director Ann Lee\n\nIt is raining in the hills above. Nobody minds."}
    events, _ = events_of(texts, {"one": "2026-03-04", "two": published})
    assert events["articles"].iloc[0] == articles
