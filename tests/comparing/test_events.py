"""Which passages are one happening, when was it, and what bounds what has no date?"""

import pytest
from tests.comparing.story import events_of

from crosscheck.comparing.codebook_file import parse_codebook

ONE = {"one": "The council closed the Harbour bridge on 27 February.",
       "two": "The Harbour bridge was closed by the council late last week.",
       "three": "On Friday the council closed the Harbour bridge. Last week it opened a ferry line."}
DAYS = {"one": "2026-03-03", "two": "2026-03-04", "three": "2026-03-02"}


def test_near_dates_are_one_date():
    events, evidence = events_of(ONE, DAYS)
    first = events.iloc[0]
    assert (first["edtf"], first["status"], first["articles"]) == ("2026-02-27", "dated", 3)
    assert set(evidence[evidence["event_id"] == first["event_id"]]["vote"]) >= {"2026-02-27"}


def test_every_anchor_holds():
    _, evidence = events_of(ONE, DAYS)
    assert all(ONE[row.article_id[1:]][row.start:row.end] == row.quote for row in evidence.itertuples())


def test_dates_that_cannot_all_hold_are_disputed():
    events, _ = events_of({"one": "The Harbour bridge collapsed on 3 March, the ministry said.",
                           "two": "The Harbour bridge collapsed on 5 March, the ministry said."},
                          {"one": "2026-03-09", "two": "2026-03-09"})
    assert events.iloc[0]["status"] == "disputed" and events.iloc[0]["edtf"] == "2026-03-03/2026-03-05"


@pytest.mark.parametrize("texts", [
    {"one": "The county reported 261 new cases of the fever on 3 March.",
     "two": "The county reported 206 new cases of the fever on 5 March."},
    {"one": "The council leader Ann Lee said on 3 March that the ferry deal is near.",
     "two": "The council leader Ann Lee said on 5 March that the ferry deal is near."},
    {"one": "The county council met in Port Ellen on 3 March. The county council met in Port Ellen on 5 March."},
])
def test_two_days_of_a_series_or_two_remarks_are_not_disputed(texts):
    events, _ = events_of(texts, dict.fromkeys(texts, "2026-03-09"))
    assert events["status"].tolist() == ["dated", "dated"]


@pytest.mark.parametrize(("text", "status"), [
    ("The council will vote on the tunnel on 9 March.", "planned"),
    ("The council voted on the tunnel on 2 March.", "dated"),
])
def test_status(text, status):
    assert events_of({"one": text}, {"one": "2026-03-04"})[0].iloc[0]["status"] == status


def test_a_duration_is_no_event():
    events, evidence = events_of({"one": "The lake stays frozen for three months. Prices hurt in the short term."})
    assert events.empty and evidence.empty


def test_order_bounds_what_has_no_date():
    text = "A quiet town. The port is old. The union called a strike after the board dismissed its director on 2 March."
    events, _ = events_of({"one": text}, {"one": "2026-03-04"})
    strike = events[events["status"] == "bounded"].iloc[0]
    assert (strike["earliest"], strike["latest"]) == ("2026-03-02", "2026-03-04")


def test_the_codebook_names_and_orders():
    codebook = parse_codebook('''
[[event]]
id = "closing"
label = "The bridge is closed"
patterns = ["closed the Harbour bridge on 27 February"]
[[event]]
id = "crack"
label = "A crack is found"
patterns = ["A crack was found"]
before = ["closing"]
[[event]]
id = "new"
label = "A new bridge"
patterns = ["If a new bridge"]
''')
    text = ONE["one"] + " A crack was found in a pillar. If a new bridge is built, trains could use it."
    events = events_of({"one": text}, {"one": "2026-03-03"}, codebook)[0].set_index("label")
    assert events.loc["The bridge is closed", "edtf"] == "2026-02-27"
    assert events.loc["A crack is found", "edtf"] == "../2026-02-27"
    assert events.loc["A new bridge", ["edtf", "status"]].tolist() == ["2026-03-03/..", "conditional"]


@pytest.mark.parametrize("text", ["", "On 31 February it rained.", "Tuesday 4 March 2026 was warm.",
                                  "In 99 it was cold.", "It fell on 5 May 9999. ", "Monday " * 3000])
def test_bad_dates_do_no_harm(text):
    events, _ = events_of({"one": text})
    assert events["rank"].tolist() == list(range(1, len(events) + 1))


def test_two_runs_agree():
    assert all(one.equals(other) for one, other in zip(events_of(ONE, DAYS), events_of(ONE, DAYS), strict=True))


def test_seed_timeline(corpus):
    found = corpus.events.set_index("label")["edtf"]
    assert found["OpenAI and the Pentagon conclude their agreement"] == "2026-02-27"
    assert found["OpenAI issues its statement on domestic surveillance"] == "2026-03-02"
    assert found["OpenAI corrects: unclassified networks only"] == "2026-03-03/2026-03-04"
    assert found["OpenAI launches its programme for governments"] == "2025-05~/2025-08~"
    assert not found.index.str.contains("Summit|funding round|short term").any()


TWICE = {"one": "The town is small. A spokesman for the harbour board later corrected the mayor's remark on the ferry.",
         "two": "It rained. The harbour board corrected what the mayor had said of the new ferry."}


def test_an_act_that_two_articles_tell_without_a_date_is_one_event():
    events, evidence = events_of(TWICE, {"one": "2026-03-04", "two": "2026-03-05"})
    assert events[["articles", "edtf"]].values.tolist() == [[2, "../2026-03-04"]] and not evidence["dates_it"].any()


def test_an_opening_bounds_what_others_tell_without_a_date():
    opened = TWICE | {"two": TWICE["two"].removeprefix("It rained. ")}
    events, _ = events_of(opened, {"one": "2026-03-06", "two": "2026-03-05"})
    assert events[["articles", "edtf"]].values.tolist() == [[2, "2026-03-04?/2026-03-05?"]]


def test_two_dates_of_one_short_sentence_are_two_events():
    events, _ = events_of({"one": "Opened on 2 March, closed on 4 March."}, {"one": "2026-03-09"})
    assert sorted(events["edtf"]) == ["2026-03-02", "2026-03-04"]
